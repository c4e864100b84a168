"""What people are told before they call: each datum sound, each claim with its source."""

from __future__ import annotations

from datetime import date

from app import places
from app.guidance import difficulty, groups, hotline
from app.guidance.rights import rights


def test_sixteen_communes_are_known_to_hold_no_specially_difficult_hamlet() -> None:
    day = date(2026, 11, 24)
    known = [now for now in places.communes("20") if difficulty.without(now.code, "20", day)]
    assert len(known) == 16
    assert {now.name for now in known if now.kind == "phuong"} == {
        "Phường Đông Kinh",
        "Phường Kỳ Lừa",
        "Phường Lương Văn Tri",
        "Phường Tam Thanh",
    }


def test_where_or_when_nothing_is_known_nothing_is_said() -> None:
    assert difficulty.without("06529", "20", date(2026, 11, 24)) is None
    assert difficulty.without("05977", "20", date(2026, 1, 28)) is None
    assert difficulty.without("05977", "20", date(2031, 1, 1)) is None
    assert difficulty.without("05977", "19", date(2026, 11, 24)) is None


def test_a_sensitive_provision_stands_with_the_sensitive_ones_whatever_its_clause() -> None:
    assert groups.group_of("Điều 7 khoản 2", sensitive=True).sensitive
    assert groups.group_of("Điều 7 khoản 2", sensitive=False).slug == "ho-ngheo"


def test_a_clause_that_a_later_law_adds_stands_in_the_last_group() -> None:
    assert groups.group_of("Điều 7 khoản 9", sensitive=False) is groups.groups()[-1]


def test_no_clause_stands_in_two_groups() -> None:
    clauses = [clause for group in groups.groups() for clause in group.clauses]
    assert len(clauses) == len(set(clauses))
    assert len({group.slug for group in groups.groups()}) == len(groups.groups())


def test_a_notice_holds_all_rights_and_duties_of_the_law() -> None:
    law = rights()
    assert (len(law.rights), len(law.duties)) == (8, 5), "Luật Trợ giúp pháp lý, Điều 8 and Điều 9"


def test_the_national_number_can_be_called() -> None:
    assert hotline.national().href == "tel:18001233"
    assert hotline.national().source
