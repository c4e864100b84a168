from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.catalogue.api import commune_of, listing_json, publication_json
from app.catalogue.card import card
from app.catalogue.lists import NOT_TO_CHOOSE, official
from app.catalogue.publications import publication_ref
from app.catalogue.register import Register
from app.catalogue.rows import Part, rows
from tests.rooms.small_register import (
    LOC_BINH,
    SmallRegister,
    lawyer,
    listed,
    organisation,
    three_offices_and_four_lawyers,
)

BASE = "https://tgpl.example.vn"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = three_offices_and_four_lawyers(tmp_path)
    yield made
    made.engine.dispose()


@pytest.fixture
def register(small: SmallRegister) -> Register:
    return small.at("2025-07-01")


def test_the_offices_stand_in_the_order_of_the_law(register: Register) -> None:
    found = official(register, "to-chuc")
    assert [
        (section.heading, [one.listing_id for one in section.versions]) for section in found.sections
    ] == [
        ("Trung tâm trợ giúp pháp lý nhà nước", ["TT-01"]),
        ("Tổ chức ký hợp đồng", ["TC-002"]),
        ("Tổ chức đăng ký tham gia", ["TC-001"]),
    ]
    assert found.counts == "3 tổ chức: 1 Trung tâm, 1 ký hợp đồng, 1 đăng ký tham gia"
    assert found.apart is None


def test_persons_stand_by_given_name_and_the_ended_apart(register: Register) -> None:
    found = official(register, "nguoi-thuc-hien")
    assert [one.name for one in found.choosable] == ["Hoàng Văn Đoàn", "Lý Thị Lê", "Lý Thị Lệ"]
    assert found.apart is not None
    assert (found.apart.heading, [one.name for one in found.apart.versions]) == (
        NOT_TO_CHOOSE,
        ["Nông Thị Lê"],
    )
    assert found.counts == "3 luật sư"


def test_an_empty_list_says_so(small: SmallRegister) -> None:
    assert official(small.at("2025-07-01", n=1), "nguoi-thuc-hien").counts == "Chưa có người thực hiện nào"


def test_namesakes_stand_by_id(small: SmallRegister) -> None:
    small.publish(
        "2025-08-01", *(listed(f"LS-{serial}", lawyer("Lý Thị Lê")) for serial in ("10000", "0999"))
    )
    names = [one.listing_id for one in small.at("2025-09-01").of_kind("lawyer") if one.name == "Lý Thị Lê"]
    assert names == ["LS-0001", "LS-0999", "LS-10000"]


def test_a_person_is_called_at_the_office(register: Register) -> None:
    shown = card(register.versions["LS-0003"], register)
    assert shown.role == "Luật sư theo phân công của tổ chức tham gia, nam"
    assert shown.via is not None
    assert (shown.via.name, shown.via.url) == ("Văn phòng luật sư Hoa Hồi", "/to-chuc/TC-001")
    assert shown.phone is not None
    assert (shown.phone.shown, shown.phone.href) == ("0205 3840 011", "tel:+842053840011")
    assert (shown.url, shown.experience_years, shown.fields_of_law) == (
        "/luat-su/LS-0003",
        13,
        ("đất đai, nhà ở, môi trường",),
    )


def test_an_office_shows_where_and_when(register: Register) -> None:
    shown = card(register.versions["TC-001"], register)
    assert shown.role == "Tổ chức đăng ký tham gia"
    assert shown.address == "Số 1, đường Thử Nghiệm, Xã Lộc Bình"
    assert shown.hours == ("T2 07:30-11:30",)
    assert shown.commune is not None
    assert shown.commune.code == LOC_BINH


def test_the_table_leads_on_and_says_what_is_missing(register: Register) -> None:
    lawyer_rows = {row.key: row for row in rows(register.versions["LS-0003"], register)}
    assert lawyer_rows["id"].values == (Part("LS-0003"),)
    assert lawyer_rows["contact_via"].values == (Part("Văn phòng luật sư Hoa Hồi", "/to-chuc/TC-001"),)
    assert "practice" not in lawyer_rows
    assert lawyer_rows["assignment_document"].state == "missing"
    office_rows = {row.key: row for row in rows(register.versions["TC-001"], register)}
    assert office_rows["phone"].values == (Part("0205 3840 011", "tel:+842053840011"),)
    assert office_rows["languages"].state == "missing"
    assert "email" not in office_rows


def test_json_carries_list_fields_and_the_page_more(register: Register) -> None:
    version = register.versions["LS-0001"]
    brief, whole = (listing_json(version, register, BASE, seen) for seen in ("list", "page"))
    assert "contract_number" not in brief
    assert whole["contract_number"] == "01/HĐ"
    assert (brief["id"], brief["kind"], brief["url"]) == ("LS-0001", "lawyer", f"{BASE}/luat-su/LS-0001")
    assert brief["status"] == "active"
    assert brief["contact_via"] == {
        "id": "TT-01",
        "kind": "centre",
        "name": "Trung tâm trợ giúp pháp lý nhà nước tỉnh Mẫu",
        "url": f"{BASE}/trung-tam/TT-01",
    }
    assert brief["office"]["phone"] == "02053812345"
    assert brief["office"]["commune"] == commune_of(version, register)
    assert (brief["publication"], brief["entry"]) == (2, version.entry)
    assert brief["published_at"] == "2025-06-01T12:00:00+07:00"


def test_json_calls_a_lapsed_contract_lapsed(small: SmallRegister) -> None:
    later = small.at("2028-01-01")
    assert listing_json(later.versions["TC-002"], later, BASE)["status"] == "lapsed"


def test_a_publication_is_named_by_its_document(small: SmallRegister) -> None:
    shown = publication_ref(small.head())
    assert (shown.number, shown.date, shown.url) == (2, "01/06/2025", "/cong-bo/2")
    assert shown.document == "Quyết định số 2025/QĐ-STP ngày 01/06/2025"
    as_json = publication_json(small.head(), BASE)
    assert (as_json["published_at"], as_json["url"]) == ("2025-06-01T12:00:00+07:00", f"{BASE}/cong-bo/2")
    assert as_json["note"] == "Công bố thử"


def test_a_ref_to_a_listing_that_is_not_there_is_its_id(small: SmallRegister) -> None:
    gone = organisation("Văn phòng Kế Thừa", successor="TC-009")
    small.publish("2025-08-01", listed("TC-003", gone, holds_from=date(2025, 8, 1)))
    now = small.at("2025-09-01")
    assert listing_json(now.versions["TC-003"], now, BASE)["successor"] == {
        "id": "TC-009",
        "kind": "organisation",
    }
    table = {row.key: row for row in rows(now.versions["TC-003"], now)}
    assert table["successor"].values == (Part("TC-009"),)
