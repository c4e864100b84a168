"""Nobody's edit is lost: a change knows the record it started from, its shape, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.faults import NotAllowed, RulesBroken, Stale
from app.publishing.internal import accept_internal
from app.publishing.propose import Proposal, drop, save, submit
from app.publishing.review import approve, fingerprint, send_back
from tests.rooms.staff import CENTRE, FIRST, ORGANISATION, Office, office_in

ASKED = {"scope": "Nhận vụ có bị cáo Lành Mẫu An"}


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        made.publish(*FIRST)
        yield made


def noted(office: Office, **fields: str) -> Proposal:
    return Proposal("lawyer", office.record("LS-0001") | fields, "LS-0001", "changed")


def test_a_change_from_before_an_edit_of_the_desk_is_stale(office: Office) -> None:
    with office.work() as session:
        public = office.propose(session, noted(office, bar="Đoàn khác (mẫu)"))
        desk = office.propose(session, noted(office, internal_note="gọi buổi sáng"))
        office.approve_all(session, [*public, *desk])
        accept_internal(session, desk, office.person(session, "approver"))
        with pytest.raises(Stale, match="LS-0001 đã có thông tin nội bộ mới hơn"):
            office.publish_approved(session, public)
        session.rollback()


def test_two_edits_of_the_desk_do_not_overwrite_each_other(office: Office) -> None:
    with office.work() as session:
        first = office.propose(session, noted(office, internal_note="gọi buổi sáng"))
        second = office.propose(session, noted(office, personal_phone="0987654321"))
        office.approve_all(session, [*first, *second])
        with pytest.raises(Stale):
            accept_internal(session, [*first, *second], office.person(session, "approver"))
        session.rollback()


def test_two_changes_to_one_listing_are_not_published_together(office: Office) -> None:
    with pytest.raises(Stale, match="hai thay đổi của cùng một mục: LS-0001"):
        office.publish(noted(office, internal_note="x"), noted(office, bar="Đoàn khác (mẫu)"))


def test_an_answer_holds_as_long_as_the_words_stay_the_same(office: Office) -> None:
    with office.work() as session:
        [change] = office.propose(session, Proposal("organisation", ORGANISATION | ASKED))
        clerk, approver = office.person(session, "clerk"), office.person(session, "approver")
        submit(session, [change], clerk, answered={(change.id, "scope")})
        send_back(change, approver, "sửa tên")
        save(change, clerk, change.fields | {"name": "Văn phòng luật sư Khác"})
        submit(session, [change], clerk)
        send_back(change, approver, "sửa phạm vi")
        save(change, clerk, change.fields | {"scope": "Nhận vụ có bị cáo Lành Mẫu Bình"})
        with pytest.raises(RulesBroken, match="tên người trong vụ việc"):
            submit(session, [change], clerk)
        session.rollback()


def test_an_approver_sees_what_was_answered(office: Office) -> None:
    with office.work() as session:
        [change] = office.propose(session, Proposal("organisation", ORGANISATION | ASKED))
        before = fingerprint(change)
        submit(session, [change], office.person(session, "clerk"), answered={(change.id, "scope")})
        with pytest.raises(Stale):
            approve(change, office.person(session, "approver"), before)


@pytest.mark.parametrize(
    ("key", "value", "needed"),
    [
        ("former_names", ["a; b"], "dấu ; | +"),
        ("former_names", ["x" * 400] * 100, "32767"),
        ("name", "hai  khoảng trắng", "khoảng trắng thừa"),
        ("address", "a\u202eb", "U+202E"),
        ("address", "a\x00b", "U+0000"),
        ("latitude", "200.5", "số từ"),
        ("opening_hours", "cả ngày", "đúng kiểu"),
    ],
)
def test_what_could_not_be_read_back_is_refused_by_name(
    office: Office, key: str, value: object, needed: str
) -> None:
    label = "“Tên" if "name" in key else "“"
    with office.work() as session:
        proposal = Proposal("centre", CENTRE | {"name": "Khác", key: value})
        changes = office.propose(session, proposal)
        with pytest.raises(RulesBroken) as refused:
            submit(session, changes, office.person(session, "clerk"))
        session.rollback()
    assert needed in str(refused.value)
    assert label in str(refused.value)


def test_a_change_set_is_dropped_as_long_as_nothing_of_it_is_published(office: Office) -> None:
    with office.work() as session:
        clerk = office.person(session, "clerk")
        changes = office.propose(
            session, noted(office, internal_note="x"), Proposal("organisation", ORGANISATION)
        )
        office.approve_all(session, changes)
        assert {one.state for one in drop(changes[0].change_set, clerk)} == {"dropped"}
        with pytest.raises(NotAllowed, match="đã được bỏ"):
            drop(changes[0].change_set, clerk)
        session.rollback()
    with office.work() as session:
        changes = office.propose(session, noted(office, bar="Đoàn khác (mẫu)"))
        office.approve_all(session, changes)
        office.publish_approved(session, changes)
        with pytest.raises(NotAllowed, match="đã được công bố"):
            drop(changes[0].change_set, clerk)
