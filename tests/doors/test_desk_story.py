"""A new lawyer from an empty form to the public page; a change, an ending, a return; two on one entry."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from app.accounts.permissions import APPROVER, CLERK_CENTRE, CLERK_DEPARTMENT
from tests.desk import seated
from tests.pages import Page, Visitor, words
from tests.sample import NEXT

LAWYER = {
    "name": "Hoàng Mẫu Tân",
    "status": "active",
    "gender": "male",
    "experience_since": "03/2015",
    "specialities": ["criminal", "land"],
    "forms_of_aid": ["advice", "litigation"],
    "bar": "Đoàn luật sư tỉnh (mẫu)",
    "engagements": ["contract"],
    "contact_via": "TT-01",
    "contract_number": "77-MẪU/HĐ-TT",
    "contract_signed_on": "02/11/2026",
    "contract_to": "01/11/2029",
    "effective_from": "02/11/2026",
    "confirmed_on": "02/11/2026",
    "basis_number": "77-MẪU/HĐ-TT",
    "basis_date": "02/11/2026",
    "basis_issuer": "Trung tâm (mẫu)",
}


@pytest.fixture
def clerk(living: Flask) -> Visitor:
    return seated(living, CLERK_CENTRE)


@pytest.fixture
def approver(living: Flask) -> Visitor:
    return seated(living, APPROVER)


def begun(who: Visitor, path: str, **fields: str) -> Page:
    """Press the button that begins a change, and come to its form."""
    source = who.get("/can-bo/muc" if path.endswith("/moi") else path.rpartition("/")[0])
    return who.get(who.submit(source, path, 303, **fields).headers["Location"])


def number_of(form: Page) -> int:
    return int(re.findall(r"/can-bo/thay-doi/(\d+)", form.path)[0])


def publish(who: Visitor, *numbers: int) -> Page:
    """Take the last look at what is approved, and publish it."""
    filled = {
        "so": [str(one) for one in numbers],
        "instrument": "decision",
        "number": "99-MẪU/QĐ-STP",
        "day": "20/11/2026",
    }
    look = who.submit(who.get("/can-bo/cong-bo"), "/can-bo/cong-bo", 200, **filled)
    return who.get(who.submit(look, "/can-bo/cong-bo", 303, viec="cong-bo").headers["Location"])


def test_a_new_lawyer_from_an_empty_form_to_the_public_page(clerk: Visitor, approver: Visitor) -> None:
    form = begun(clerk, "/can-bo/muc/moi", loai="lawyer")
    assert "Còn thiếu để công bố" in form.text
    number = number_of(form)
    sent = clerk.submit(form, form.path, 303, viec="gui", **LAWYER)
    assert "Đã gửi để duyệt." in clerk.get(sent.headers["Location"]).text
    shown = approver.get(f"/can-bo/duyet/{number}")
    assert "Hoàng Mẫu Tân" in shown.text
    approver.submit(shown, f"/can-bo/duyet/{number}", 303)
    told = publish(approver, number)
    assert f"Đã công bố lần {NEXT}" in told.text
    found = Visitor(clerk.app).get("/tim-kiem?q=hoang+mau+tan")
    assert "Hoàng Mẫu Tân" in found.text


def test_nobody_approves_what_they_wrote(approver: Visitor) -> None:
    form = begun(approver, "/can-bo/muc/moi", loai="lawyer")
    approver.submit(form, form.path, 303, viec="gui", **LAWYER)
    number = number_of(form)
    page = approver.get(f"/can-bo/duyet/{number}")
    assert "người khác phải duyệt" in page.text
    assert not page.all(f"form[action='/can-bo/duyet/{number}']")


def test_a_form_with_mistakes_says_which_and_keeps_what_was_typed(clerk: Visitor) -> None:
    form = begun(clerk, "/can-bo/muc/moi", loai="lawyer")
    wrong = LAWYER | {"effective_from": "31/02/2026", "contact_via": "Không Có Ai"}
    again = clerk.submit(form, form.path, 422, viec="gui", **wrong)
    assert "“Hiệu lực từ ngày”: đã đọc “31/02/2026”" in again.text
    assert again.find("input#effective_from").get("value") == "31/02/2026"
    assert again.find("input#contact_via").get("value") == "Không Có Ai"
    assert again.find("input#name").get("value") == "Hoàng Mẫu Tân"
    kept = clerk.get(form.path)
    assert kept.find("input#effective_from").get("value") == "31/02/2026"


def test_a_draft_may_be_as_incomplete_as_it_is(clerk: Visitor) -> None:
    form = begun(clerk, "/can-bo/muc/moi", loai="lawyer")
    clerk.submit(form, form.path, 303, viec="luu", name="Chỉ Có Tên")
    assert "Chỉ Có Tên" in clerk.get("/can-bo/viec").text
    clerk.submit(clerk.get(form.path), form.path, 422, viec="gui")


def test_a_change_returned_with_a_reason_comes_back_to_its_author(clerk: Visitor, approver: Visitor) -> None:
    form = begun(clerk, "/can-bo/muc/moi", loai="lawyer")
    clerk.submit(form, form.path, 303, viec="gui", **LAWYER)
    number = number_of(form)
    shown = approver.get(f"/can-bo/duyet/{number}")
    approver.submit(shown, f"/can-bo/duyet/{number}/tra-lai", 303, reason="Thiếu số hợp đồng đúng.")
    assert "Bị trả lại" in clerk.get("/can-bo/viec").text
    assert "Thiếu số hợp đồng đúng." in clerk.get(form.path).text


def test_what_was_sent_is_taken_back_and_what_was_approved_returned(
    clerk: Visitor, approver: Visitor
) -> None:
    form = begun(clerk, "/can-bo/muc/moi", loai="lawyer")
    clerk.submit(form, form.path, 303, viec="gui", **LAWYER)
    review = f"/can-bo/duyet/{number_of(form)}"
    shown = approver.get(review)
    clerk.submit(clerk.get(review), f"{form.path}/rut-ve", 303)
    again = clerk.get(form.path)
    assert approver.submit(shown, review, 409).link("Mở lại trang vừa rồi") == review
    clerk.submit(again, form.path, 303, viec="gui", public_note="Chờ lịch hẹn (mẫu).")
    moved = approver.submit(shown, review, 409)
    assert "Dưới đây là nội dung lúc này" in moved.text
    approver.submit(moved, review, 303)
    empty = approver.submit(approver.get(review), f"{review}/tra-lai", 422, reason=" ")
    assert "Hãy ghi lý do" in words(empty.find("#reason-problem"))
    approver.submit(empty, f"{review}/tra-lai", 303, reason="Duyệt nhầm.")
    assert "Duyệt nhầm." in clerk.get(form.path).text
    assert "Chưa có thay đổi nào được duyệt" in approver.get("/can-bo/cong-bo").text


def test_the_second_on_one_entry_is_led_to_the_change_under_way(living: Flask, clerk: Visitor) -> None:
    first = begun(clerk, "/can-bo/muc/TT-01/sua")
    again = begun(seated(living, APPROVER), "/can-bo/muc/TT-01/sua")
    assert again.path == first.path
    assert "đang có một thay đổi đang soạn" in again.text


def test_two_who_save_one_change_compare_field_by_field(living: Flask, clerk: Visitor) -> None:
    other = seated(living, APPROVER)
    mine = begun(clerk, "/can-bo/muc/TT-01/sua")
    theirs = other.get(mine.path)
    other.submit(theirs, mine.path, 303, viec="luu", phone="0205 3000 555")
    began = mine.find("input#phone").get("value")
    conflict = clerk.submit(mine, mine.path, 409, viec="luu", phone="0205 3000 777")
    assert f"Lúc bạn mở ra: {began}" in conflict.text
    assert "Của tôi: 0205 3000 777" in conflict.text
    assert "Người duyệt Mẫu: 0205 3000 555" in conflict.text
    assert conflict.find("input#phone").get("value") == "0205 3000 777"
    clerk.submit(conflict, mine.path, 303, viec="luu", **{"giu.phone": "nguoi-kia"})
    assert clerk.get(mine.path).find("input#phone").get("value") == "0205 3000 555"


def test_what_only_the_other_changed_is_kept_and_told(living: Flask, clerk: Visitor) -> None:
    other = seated(living, APPROVER)
    mine = begun(clerk, "/can-bo/muc/TT-01/sua")
    other.submit(other.get(mine.path), mine.path, 303, viec="luu", phone="0205 3000 555")
    clerk.submit(mine, mine.path, 303, viec="luu", address="Số 9 đường Mẫu")
    form = clerk.get(mine.path)
    assert "Đã giữ cả chỗ Người duyệt Mẫu vừa sửa: Điện thoại." in form.text
    assert form.find("input#phone").get("value") == "0205 3000 555"
    assert form.find("input#address").get("value") == "Số 9 đường Mẫu"


def test_what_was_chosen_between_other_words_is_asked_again(living: Flask, clerk: Visitor) -> None:
    other = seated(living, APPROVER)
    mine = begun(clerk, "/can-bo/muc/TT-01/sua")
    other.submit(other.get(mine.path), mine.path, 303, viec="luu", phone="0205 3000 555")
    conflict = clerk.submit(mine, mine.path, 409, viec="luu", phone="0205 3000 777")
    other.submit(other.get(mine.path), mine.path, 303, viec="luu", phone="0205 3000 556")
    again = clerk.submit(conflict, mine.path, 409, viec="luu", **{"giu.phone": "cua-toi"})
    assert "Người duyệt Mẫu: 0205 3000 556" in again.text


def test_a_preview_is_the_public_page_and_says_that_it_is_none(clerk: Visitor) -> None:
    form = begun(clerk, "/can-bo/muc/TT-01/sua")
    shown = clerk.submit(form, form.path, 303, viec="xem", phone="0205 3000 555")
    page = clerk.get(shown.headers["Location"])
    assert "XEM TRƯỚC" in page.text
    assert "tel:+842053000555" in [call.get("href") for call in page.all("a.call")]
    assert "0205 3000 555" not in Visitor(clerk.app).get("/trung-tam/TT-01").text


def test_a_preview_of_what_was_never_published_names_no_publication(clerk: Visitor) -> None:
    form = begun(clerk, "/can-bo/muc/moi", loai="lawyer")
    page = clerk.get(clerk.submit(form, form.path, 303, viec="xem", **LAWYER).headers["Location"])
    assert page.heading == LAWYER["name"]
    headings = [words(one) for one in page.all("main h2")]
    assert "Thông tin chính thức" in headings
    assert "Trích dẫn" not in headings


def test_an_ending_and_its_undoing(living: Flask, approver: Visitor) -> None:
    clerk = seated(living, CLERK_DEPARTMENT)
    form = begun(clerk, "/can-bo/muc/TC-019/cham-dut")
    people = clerk.submit(
        form,
        form.path,
        303,
        viec="gui",
        ended_on="20/11/2026",
        end_ground="withdrew",
        end_basis_number="98-MẪU/TB",
        end_basis_date="19/11/2026",
        end_basis_issuer="Sở Tư pháp (mẫu)",
    )
    assert people.status == 303
    number = number_of(form)
    approver.submit(approver.get(f"/can-bo/duyet/{number}"), f"/can-bo/duyet/{number}", 303)
    filled = {"so": [str(number)], "instrument": "notice", "number": "98-MẪU/TB", "day": "20/11/2026"}
    look = approver.submit(approver.get("/can-bo/cong-bo"), "/can-bo/cong-bo", 200, **filled)
    assert "Chưa công bố được" in look.text  # the law names the people who must end with it


def test_dropping_lets_go_and_says_so(clerk: Visitor) -> None:
    form = begun(clerk, "/can-bo/muc/TT-01/sua")
    gone = clerk.submit(form, f"{form.path}/bo", 303)
    assert "Đã bỏ thay đổi" in clerk.get(gone.headers["Location"]).text
    assert clerk.get("/can-bo/muc/TT-01").status == 200


def test_an_earlier_version_is_proposed_again(living: Flask) -> None:
    clerk = seated(living, CLERK_DEPARTMENT)
    page = clerk.get("/can-bo/muc/TC-010")
    action = next(str(form.get("action")) for form in page.all("form") if "/ban/" in str(form.get("action")))
    form = clerk.get(clerk.submit(page, action, 303).headers["Location"])
    number = number_of(form)
    shown = clerk.get(f"/can-bo/duyet/{number}")
    assert shown.all("table.differences tbody tr")
    clerk.submit(clerk.get("/can-bo/muc/TC-010"), action, 409)


def test_a_search_word_and_a_banner_are_written_like_any_entry(living: Flask) -> None:
    clerk = seated(living, CLERK_DEPARTMENT)
    for kind, fields in {
        "vocabulary": {"name": "chôn cất", "means": "field_of_law", "fields_of_law": ["civil"]},
        "banner": {"name": "Sửa mạng", "type": "info"},
    }.items():
        form = begun(clerk, "/can-bo/muc/moi", loai=kind)
        clerk.submit(form, form.path, 303, viec="luu", **fields)
        assert clerk.get(form.path).find("input#name").get("value") == fields["name"]
