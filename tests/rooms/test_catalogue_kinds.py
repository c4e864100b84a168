"""All ten kinds as the catalogue shows them: lists as the office publishes them, cards, tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalogue import published
from app.catalogue.api import listing_json
from app.catalogue.card import card
from app.catalogue.lists import NO_LONGER, NO_LONGER_POSTED, official
from app.catalogue.register import Register
from app.catalogue.rows import ONE_OF, Part, Row, rows
from app.kinds import KINDS
from tests.rooms.every_kind import IDS, one_of_each, public
from tests.rooms.small_register import SmallRegister, listed

FORM = {"name": "Mẫu số 02.docx", "sha256": "a" * 64}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = SmallRegister(tmp_path)
    made.publish("2026-03-01", *one_of_each())
    yield made
    made.engine.dispose()


@pytest.fixture
def register(small: SmallRegister) -> Register:
    return small.at("2026-03-02")


def shown(register: Register, kind_key: str) -> dict[str, Row]:
    return {row.key: row for row in rows(register.versions[IDS[kind_key]], register)}


def test_every_kind_stands_in_its_list_in_the_order_of_the_kinds(register: Register) -> None:
    assert [version.kind.key for version in register.ordered] == [
        *("centre", "branch", "organisation"),
        *("aid_officer", "lawyer", "consultant", "collaborator"),
        *("procedure", "eligibility", "notice"),
    ]
    for kind in KINDS:
        assert register.versions[IDS[kind.key]] in official(register, kind.collection).choosable


def test_the_counts_of_offices_are_said_as_the_office_says_them(small: SmallRegister) -> None:
    small.publish(
        "2026-04-01",
        *(listed(f"CN-{n:02d}", public("branch", name=f"Chi nhánh số {n}")) for n in range(2, 6)),
        *(listed(f"TC-{n:03d}", public("organisation", name=f"Tổ chức {n}")) for n in range(2, 13)),
        *(
            listed(f"TC-{n:03d}", public("organisation", name=f"Tổ chức {n}", participation="registration"))
            for n in range(13, 23)
        ),
    )
    counts = official(small.at("2026-04-01"), "to-chuc").counts
    assert counts == "23 tổ chức: 1 Trung tâm (5 Chi nhánh), 12 ký hợp đồng, 10 đăng ký tham gia"


def test_the_counts_of_persons_follow_the_order_of_the_law(small: SmallRegister) -> None:
    wanted = {"aid_officer": 24, "lawyer": 61, "consultant": 14, "collaborator": 6}
    small.publish(
        "2026-04-01",
        *(
            listed(f"{IDS[key][:-4]}{serial:04d}", public(key, name=f"Vi Văn {serial}"))
            for key, count in wanted.items()
            for serial in range(2, count + 1)
        ),
    )
    assert official(small.at("2026-04-01"), "nguoi-thuc-hien").counts == (
        "24 trợ giúp viên pháp lý, 61 luật sư, 14 tư vấn viên pháp luật, 6 cộng tác viên trợ giúp pháp lý"
    )


def test_who_only_advises_is_shown_so(register: Register) -> None:
    roles = {version.kind.key: card(version, register).role for version in register.ordered}
    assert roles["branch"] == "Chi nhánh của Trung tâm"
    assert roles["aid_officer"] == "Trợ giúp viên pháp lý, nam"
    assert roles["consultant"] == "Tư vấn viên pháp luật, chỉ tư vấn pháp luật, nam"
    assert roles["collaborator"] == "Cộng tác viên trợ giúp pháp lý, chỉ tư vấn pháp luật, nữ"


def test_each_person_is_reached_through_the_office_of_the_kind(register: Register) -> None:
    persons = [version for version in register.ordered if version.is_person]
    offices = [office for one in persons if (office := register.office_of(one))]
    assert [office.listing_id for office in offices] == ["TT-01", "TT-01", "TC-001", "TT-01"]


def test_a_branch_has_its_own_people(small: SmallRegister) -> None:
    small.publish("2026-04-01", listed("TGV-0002", public("aid_officer", workplace="CN-01")))
    register = small.at("2026-04-01")
    assert [one.listing_id for one in register.people_of("CN-01")] == ["TGV-0002"]


def test_a_collaborator_lapses_with_the_contract(small: SmallRegister) -> None:
    later = small.at("2029-03-02")
    found = later.standing(later.versions["CTV-0001"])
    assert (found.code, found.sentence) == (
        "lapsed",
        "Hợp đồng hết hạn ngày 01/03/2029; gọi Trung tâm để hỏi.",
    )
    assert later.versions["CTV-0001"] not in official(later, "nguoi-thuc-hien").choosable


def test_a_notice_stands_until_its_last_day_and_then_apart(small: SmallRegister) -> None:
    assert official(small.at("2026-03-31"), "thong-bao").counts == "1 thông báo đang đăng"
    after = official(small.at("2026-04-01"), "thong-bao")
    assert after.counts == "Không có thông báo nào đang đăng"
    assert after.apart is not None
    assert (after.apart.heading, [one.listing_id for one in after.apart.versions]) == (
        NO_LONGER_POSTED,
        ["TB-0001"],
    )


def test_the_newest_notice_stands_first(small: SmallRegister) -> None:
    newer = public("notice", effective_from="2026-03-05")
    small.publish("2026-03-05", listed("TB-0002", newer))
    names = [one.listing_id for one in official(small.at("2026-03-05"), "thong-bao").choosable]
    assert names == ["TB-0002", "TB-0001"]


def test_groups_of_people_stand_by_clause_and_old_versions_apart(small: SmallRegister) -> None:
    clauses = ["Điều 7 khoản 10", "Điều 7 khoản 7 điểm đ", "Điều 7 khoản 6a", "Điều 7 khoản 6"]
    ended = {"status": "ended", "ended_on": "2026-01-01", "effective_to": "2025-12-31"}
    small.publish(
        "2026-03-05",
        *(listed(f"DT-{n:02d}", public("eligibility", clause=one)) for n, one in enumerate(clauses, start=2)),
        listed("DT-06", public("eligibility", clause="Điều 7 khoản 5", **ended)),
    )
    found = official(small.at("2026-03-05"), "nguoi-duoc-tro-giup")
    assert [one.document["clause"] for one in found.choosable] == ["Điều 0 khoản 0", *reversed(clauses)]
    assert found.apart is not None
    assert (found.apart.heading, [one.listing_id for one in found.apart.versions]) == (NO_LONGER, ["DT-06"])
    standing = small.at("2026-03-05").standing(found.apart.versions[0])
    assert standing.sentence == "Hết hiệu lực từ ngày 01/01/2026."


def test_the_law_is_told_in_one_line(register: Register) -> None:
    told = {
        key: (one.role, one.summary)
        for key in ("procedure", "eligibility", "notice")
        for one in [card(register.versions[IDS[key]], register)]
    }
    assert told == {
        "procedure": ("Thủ tục hành chính", "Nộp tại: Bộ phận một cửa Ví Dụ"),
        "eligibility": ("Điều 0 khoản 0, Luật Ví Dụ", "Ai thuộc diện này được trợ giúp miễn phí."),
        "notice": ("Thông báo thành lập Chi nhánh", "Đăng đến ngày 31/03/2026"),
    }


def test_papers_are_alternatives_and_what_goes_together_stays_together(register: Register) -> None:
    row = shown(register, "eligibility")["proof_papers"]
    assert row.lead == ONE_OF
    assert [part.text for part in row.values] == [
        "Giấy chứng nhận",
        "Đơn xác nhận; kèm theo: Giấy khai sinh",
    ]


def test_one_way_to_prove_is_no_choice(small: SmallRegister) -> None:
    only = public("eligibility", proof_papers=[["Giấy A", "Giấy B", "Giấy C"]])
    small.publish("2026-03-05", listed("DT-02", only))
    register = small.at("2026-03-05")
    row = next(row for row in rows(register.versions["DT-02"], register) if row.key == "proof_papers")
    assert (row.lead, row.values) == ("", (Part("Giấy A; kèm theo: Giấy B; Giấy C"),))


def test_a_long_text_keeps_its_lines_and_yes_is_a_word(register: Register) -> None:
    steps = shown(register, "procedure")["steps"]
    assert steps.lines
    assert [part.text for part in steps.values] == ["Bước 1: nộp hồ sơ.", "Bước 2: nhận kết quả."]
    assert shown(register, "eligibility")["needs_hardship"].values == (Part("Không"),)


def test_a_file_is_a_link_and_may_be_handed_out_where_some_version_names_it(small: SmallRegister) -> None:
    small.publish("2026-03-05", listed("TTHC-02", public("procedure", forms=[FORM])))
    register = small.at("2026-03-05")
    path = f"/tep/{'a' * 64}/M%E1%BA%ABu%20s%E1%BB%91%2002.docx"
    version = register.versions["TTHC-02"]
    row = next(row for row in rows(version, register) if row.key == "forms")
    assert row.values == (Part("Mẫu số 02.docx", path),)
    assert listing_json(version, register, "https://x.vn")["forms"] == [
        {**FORM, "url": f"https://x.vn{path}"}
    ]
    with small.session() as session:
        assert published.files(session, small.head()) == {("a" * 64, "Mẫu số 02.docx")}
