"""What a digest says, what it leaves unsaid, and when it is not worth a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.duties.item import DUE, OVERDUE, Duty, Ending, Item
from app.duties.waiting import Waiting
from app.mail.letter import LONGEST, keys, letter, worth

TODAY = date(2026, 11, 23)
BASE = "https://tgpl.example.vn"
NOTHING = Waiting((), (), (), (), (), (), (), (), ())


def returned(number: int = 3) -> Item:
    return Item(
        kind="lawyer",
        listing_id="LS-0034",
        name="Lành Mẫu Riêng",
        sentence="Bị trả lại: sửa.",
        day=date(2026, 11, 20),
        path=f"/can-bo/thay-doi/{number}",
        detail="Số điện thoại 0912345678 sai.",
    )


def duty(left: int, code: str = "publish") -> Duty:
    return Duty(
        kind="organisation",
        listing_id="TC-001",
        name="Văn phòng Mẫu",
        sentence="Công bố: cấp Giấy đăng ký tham gia, ngày 19/11/2026.",
        day=date(2026, 11, 23 + left),
        path="/can-bo/su-kien/7",
        code=code,
        article="TT 08/2017/TT-BTP Đ19 k3",
        started_on=date(2026, 11, 19),
        state=DUE if left >= 0 else OVERDUE,
        days_left=left,
    )


def contract(stage: int) -> Ending:
    return Ending(
        kind="lawyer",
        listing_id="LS-0001",
        name="Lành Mẫu",
        sentence="Hợp đồng hết hạn ngày 30/11/2026, còn 7 ngày.",
        day=date(2026, 11, 30),
        path="/can-bo/muc/LS-0001",
        stage=stage,
        days_left=7,
    )


def test_a_letter_names_entries_by_id_nobody_by_name_and_links_home_only() -> None:
    found = replace(NOTHING, returned=(returned(),), due=(duty(2),), ending=(contract(7),))
    said = letter(found, BASE, TODAY)
    assert said.subject == "Việc chờ xử lý ngày 23/11/2026"
    assert f"- Luật sư LS-0034: Bị trả lại: sửa.\n  {BASE}/can-bo/thay-doi/3" in said.body
    assert "Hạn 25/11/2026, còn 2 ngày. Căn cứ: TT 08/2017/TT-BTP Đ19 k3." in said.body
    for private in ("Mẫu Riêng", "Văn phòng Mẫu", "0912345678"):
        assert private not in said.body + said.subject
    assert {word for word in said.body.split() if "://" in word} == {
        f"{BASE}/can-bo",
        f"{BASE}/can-bo/thay-doi/3",
        f"{BASE}/can-bo/su-kien/7",
        f"{BASE}/can-bo/muc/LS-0001",
    }


def test_a_long_list_is_cut_and_the_rest_is_counted() -> None:
    many = tuple(returned(number) for number in range(LONGEST + 4))
    found = replace(NOTHING, returned=many, unconfirmed=(returned(), returned()))
    said = letter(found, BASE, TODAY).body
    assert said.count("/can-bo/thay-doi/") == LONGEST
    assert "- và 4 việc nữa" in said
    assert "Ngoài ra: 2 mục chưa xác nhận quá 180 ngày." in said


def test_a_new_entry_without_an_id_is_called_new() -> None:
    new = replace(returned(), listing_id="")
    assert "- Luật sư (mục mới): " in letter(replace(NOTHING, to_approve=(new,)), BASE, TODAY).body


def test_nothing_or_nothing_new_is_worth_no_letter() -> None:
    assert not worth(NOTHING, ())
    assert not worth(replace(NOTHING, unconfirmed=(returned(),), to_finish=(returned(),)), ())
    found = replace(NOTHING, returned=(returned(),), due=(duty(2),), ending=(contract(30),))
    assert worth(found, ())
    assert not worth(found, sorted(keys(found)))
    assert worth(replace(found, ending=(contract(7),)), sorted(keys(found)))


def test_what_is_due_today_or_overdue_is_said_each_day_and_a_far_day_or_a_window_never() -> None:
    for left in (0, -3):
        found = replace(NOTHING, due=(duty(left),))
        assert worth(found, sorted(keys(found)))
    assert not worth(replace(NOTHING, due=(duty(6), duty(0, "take_files"))), ())
    assert "quá hạn 3 ngày" in letter(replace(NOTHING, due=(duty(-3),)), BASE, TODAY).body
    assert "hôm nay" in letter(replace(NOTHING, due=(duty(0),)), BASE, TODAY).body
