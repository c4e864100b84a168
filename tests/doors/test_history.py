"""The history of one listing: every entry, what it changed, what it replaced, what was taken away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.doors.happenings import change, forget_redactions, redact, withdraw
from tests.doors.test_listing import calls
from tests.pages import Page, Visitor, words

OURS = "/to-chuc/TC-007/lich-su"
WRONG, RIGHT = "0205 3000 077", "0205 3000 078"


def steps(page: Page) -> list[str]:
    return [words(step) for step in page.all("section.step")]


@pytest.fixture
def redactable(living: Flask) -> Iterator[Flask]:
    yield living
    forget_redactions()


def test_the_newest_entry_stands_first_with_its_document(visitor: Visitor) -> None:
    page = visitor.get(OURS)
    assert page.heading == "Lịch sử: Văn phòng luật sư Mẫu Na Dương"
    corrected, listed = steps(page)
    assert corrected.startswith("đính chính, 16/06/2025 Lần công bố 4, Quyết định số 04-MẪU/QĐ-STP")
    assert listed.startswith("mới công bố, 10/03/2025 Lần công bố 3")
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_a_correction_names_what_it_replaced_and_is_named_there(visitor: Visitor) -> None:
    corrected, listed = steps(visitor.get(OURS))
    assert "Có hiệu lực từ ngày 10/03/2025. Thay cho Bản 21." in corrected
    assert f"Trước: {WRONG}Nay: {RIGHT}" in corrected
    assert "Đã được đính chính bởi Bản 24." in listed


def test_old_numbers_are_struck_out_and_not_to_be_called(visitor: Visitor) -> None:
    page = visitor.get(OURS)
    assert WRONG in [words(each) for each in page.all("del")]
    assert RIGHT in [words(each) for each in page.all("ins")]
    assert calls(page) == set()


def test_what_is_redacted_is_named_and_gone(redactable: Flask) -> None:
    redact(redactable, "TC-007", 21, "phone")
    page = Visitor(redactable).get(OURS)
    newest, corrected, listed = steps(page)
    assert newest.startswith("gỡ thông tin")
    assert "Gỡ ở Bản 21." in newest
    assert "Điện thoạiThêm: đã gỡ" not in newest
    assert "Điện thoạiNay: đã gỡ" in newest
    assert f"Trước: đã gỡNay: {RIGHT}" in corrected
    assert "đã gỡ" in listed
    assert WRONG not in page.source


def test_a_value_taken_out_says_so(living: Flask) -> None:
    change(living, "TC-007", intake=None)
    assert "Tiếp nhận yêu cầu" in steps(Visitor(living).get(OURS))[0]
    assert "Nay: bỏ trống" in steps(Visitor(living).get(OURS))[0]


def test_what_was_withdrawn_is_linked_by_its_history_alone(living: Flask) -> None:
    number = withdraw(living, "TC-007")
    visitor = Visitor(living)
    assert visitor.get(f"/cong-bo/{number}").link("Văn phòng luật sư Mẫu Na Dương") == OURS
    assert "/to-chuc/TC-007" not in visitor.get(OURS).links.values()


def test_the_history_is_found_by_any_word_of_a_kind_and_ids_never_issued_are_not(visitor: Visitor) -> None:
    answer = visitor.client.get("/luat-su/tc-007/lich-su")
    assert (answer.status_code, answer.headers["Location"]) == (301, OURS)
    visitor.get("/to-chuc/TC-999/lich-su", 404)
    visitor.get(f"{OURS}?trang=9", 404)
