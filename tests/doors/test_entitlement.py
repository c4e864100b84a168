"""May I be helped: the answers of the day, none of which leaves the page or refuses anybody."""

from __future__ import annotations

from datetime import datetime

from app import clock
from tests.pages import Page, Visitor, words

PATH = "/toi-co-duoc-tro-giup"


def answer(page: Page, question: str) -> str:
    unfolded = {words(one.find("summary")): words(one) for one in page.all("main details")}  # type: ignore[arg-type]
    return next(text for title, text in unfolded.items() if title.startswith(question))


def test_the_page_asks_nothing_back(visitor: Visitor) -> None:
    page = visitor.get(PATH)
    assert page.heading == "Tôi có được trợ giúp miễn phí không?"
    assert not page.all("form")
    assert not page.all("script[src]")
    assert not page.all("main details a")
    assert page.find("main a.call").get("href") == "tel:+842053000000"


def test_each_answer_names_clause_and_papers(visitor: Visitor) -> None:
    page = visitor.get(PATH)
    assert "Căn cứ: Điều 7 khoản 2, Luật số 11/2017/QH14." in answer(page, "Nhà bạn là hộ nghèo?")
    charged = answer(page, "Bị bắt, bị tạm giữ")
    assert "cần đủ:" in charged
    assert "Chỉ cần một trong:" in charged


def test_sensitive_groups_are_asked_together(visitor: Visitor) -> None:
    page = visitor.get(PATH)
    together = answer(page, "Thuộc một trong các trường hợp sau")
    assert all(word in together for word in ("bạo lực gia đình", "HIV", "mua bán"))
    others = [words(one) for one in page.all("main details") if "không cần nói rõ?" not in words(one)]
    assert not any("HIV" in text for text in others)


def test_nobody_is_refused(visitor: Visitor) -> None:
    text = visitor.get(PATH).text
    assert "Trang này không từ chối ai" in text
    assert "từ chối thì phải bằng văn bản" in text
    assert "bất cứ ai cũng có thể yêu cầu thay bạn" in text
    assert "không thuộc diện" not in text


def test_only_what_the_law_says_on_the_day_is_shown(visitor: Visitor) -> None:
    now = visitor.get(PATH).text
    assert "Đây là quy định cũ" not in now
    with clock.pretend(datetime(2025, 12, 31, 12, 0)):
        before = visitor.get(PATH)
    assert "Người từ đủ 16 đến dưới 18 tuổi bị buộc tội" in answer(before, "Là trẻ em")
    assert "bị tố giác" not in before.text


def test_what_is_coming_is_said(visitor: Visitor) -> None:
    assert "Từ ngày 01/01/2027" in visitor.get(PATH).text


def test_before_the_first_publication_it_says_so(empty_visitor: Visitor) -> None:
    assert "Chưa có lần công bố nào" in empty_visitor.get(PATH).text
