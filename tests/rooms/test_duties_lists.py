"""The other lists of the home page, read from real tables: contracts, confirmations, offices, changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app import clock
from app.duties import changes, contracts, entries
from app.duties.waiting import Who, waiting
from app.publishing.propose import Proposal, propose, submit
from app.publishing.review import approve, fingerprint, send_back
from app.records import accepted
from tests.rooms.every_kind import IDS, document
from tests.rooms.staff import CENTRE, ORGANISATION, Office, office_in

TODAY = date(2026, 11, 23)
FRESH: dict[str, Any] = {"confirmed_on": "2026-11-01", "effective_to": None}
CONTRACT: dict[str, Any] = {
    "contract_number": "1-MẪU",
    "contract_signed_on": "2024-01-01",
    "contract_to": "2029-01-01",
    "renewed_to": None,
}


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made, clock.pretend(datetime(2026, 11, 23, 9, 0)):
        with made.work() as session:
            for kind, listing_id in IDS.items():
                accepted.accept(session, listing_id, kind, document(kind, **FRESH, **terms(kind)))
        yield made


def terms(kind: str) -> dict[str, Any]:
    contracted = {"organisation": {"participation": "contract"}, "lawyer": {"engagements": ["contract"]}}
    return CONTRACT | contracted.get(kind, {}) if kind in ("organisation", "lawyer", "collaborator") else {}


def change(office: Office, kind: str, **more: Any) -> None:
    with office.work() as session:
        said = document(kind, **FRESH, **terms(kind)) | more
        accepted.accept(session, IDS[kind], kind, said)


def everything(_kind: str, _said: object) -> bool:
    return True


def test_nothing_waits_where_all_is_in_order(office: Office) -> None:
    with Session(office.engine) as session:
        found = waiting(session, Who(1, everything, everything), TODAY)
    assert not any(getattr(found, name) for name in found.__slots__)


@pytest.mark.parametrize(
    ("last", "stage", "says"),
    [
        ("2027-02-21", 90, "còn 90 ngày"),
        ("2026-12-23", 30, "còn 30 ngày"),
        ("2026-11-30", 7, "còn 7 ngày"),
        ("2026-11-23", 7, "hết hạn hôm nay"),
        ("2026-11-22", 0, "đã hết hạn ngày 22/11/2026"),
    ],
)
@pytest.mark.parametrize("kind", ["organisation", "lawyer", "collaborator"])
def test_contracts_that_end_are_told_in_stages(
    office: Office, kind: str, last: str, stage: int, says: str
) -> None:
    change(office, kind, contract_to=last)
    with Session(office.engine) as session:
        [one] = contracts.ending(session, TODAY, everything)
    assert (one.listing_id, one.stage, one.day) == (IDS[kind], stage, date.fromisoformat(last))
    assert says in one.sentence
    assert ("gia hạn một lần bằng văn bản" in one.sentence) == (stage > 0)
    assert one.path == f"/can-bo/muc/{IDS[kind]}"


def test_a_contract_of_ninety_one_days_or_renewed_or_not_needed_is_no_worry(office: Office) -> None:
    change(office, "collaborator", contract_to="2027-02-22")
    change(office, "organisation", contract_to="2026-12-01", renewed_to="2029-12-01")
    change(office, "lawyer", contract_to="2026-12-01", engagements=["assigned"])
    with Session(office.engine) as session:
        assert contracts.ending(session, TODAY, everything) == ()


def test_a_renewed_contract_is_signed_anew(office: Office) -> None:
    change(office, "organisation", contract_to="2023-12-01", renewed_to="2026-12-01")
    with Session(office.engine) as session:
        [one] = contracts.ending(session, TODAY, everything)
        assert "ký hợp đồng mới" in one.sentence
        assert contracts.ending(session, TODAY, lambda kind, _said: kind == "lawyer") == ()


def test_entries_unconfirmed_for_more_than_180_days_are_counted(office: Office) -> None:
    change(office, "lawyer", confirmed_on="2026-05-26")
    change(office, "procedure", confirmed_on="2026-05-27")
    change(office, "centre", confirmed_on="2026-05-27", name="Trung tâm Mẫu")
    change(office, "notice", confirmed_on="2020-01-01")
    change(office, "eligibility", confirmed_on="2020-01-01", effective_to="2026-11-22")
    with Session(office.engine) as session:
        [one] = entries.unconfirmed(session, TODAY, everything)
        assert (one.listing_id, one.day) == (IDS["lawyer"], date(2026, 5, 26))
        assert "đã 181 ngày" in one.sentence
        nobody = entries.unconfirmed(
            session, TODAY, lambda _k, said: "assigned" in said.get("engagements", ())
        )
        assert nobody == ()


@pytest.mark.parametrize(
    "gone",
    [
        {
            "status": "ended",
            "ended_on": "2026-11-20",
            "end_basis_number": "1-MẪU",
            "end_basis_date": "2026-11-20",
            "end_basis_issuer": "Sở Tư pháp (mẫu)",
            "end_ground": "other",
        },
        {"effective_to": "2026-11-20"},
        {"contract_to": "2026-11-20"},
    ],
    ids=["ended", "no longer in force", "contract lapsed"],
)
def test_people_whose_office_is_gone_are_named(office: Office, gone: dict[str, Any]) -> None:
    change(office, "organisation", **gone)
    with Session(office.engine) as session:
        found = {one.listing_id: one for one in entries.without_office(session, TODAY, everything)}
    assert IDS["consultant"] in found
    assert "20/11/2026" in found[IDS["consultant"]].sentence
    assert found[IDS["consultant"]].detail not in found[IDS["consultant"]].sentence


def test_changes_wait_for_those_who_may_do_the_next_step(office: Office) -> None:
    with office.work() as session:
        clerk, approver = (office.person(session, role) for role in ("clerk", "approver"))
        first, second, third, fourth = propose(
            session,
            clerk,
            "thử",
            [Proposal("centre", CENTRE | {"name": f"Trung tâm {name}"}) for name in ("A", "B", "C", "D")],
        ).changes
        [own] = propose(
            session, approver, "của người duyệt", [Proposal("organisation", ORGANISATION)]
        ).changes
        submit(session, [second, third, fourth], clerk)
        submit(session, [own], approver)
        send_back(third, approver, "Sai số điện thoại.")
        approve(fourth, approver, fingerprint(fourth))
        session.flush()
        kept = [str(one.id) for one in (first, second, third, fourth, own)]
        people = {"clerk": clerk.id, "approver": approver.id}
    with Session(office.engine) as session:
        [unfinished] = changes.to_finish(session, people["clerk"])
        [back] = changes.returned(session, people["clerk"])
        [waits] = changes.to_approve(session, people["approver"], everything)
        [ready] = changes.to_publish(session, everything)
        assert changes.to_approve(session, people["clerk"], lambda kind, _said: kind == "centre") == ()
        assert [one.kind for one in changes.to_approve(session, people["clerk"], everything)] == [
            "organisation"
        ]
        assert changes.returned(session, people["approver"]) == ()
    paths = [one.path.removeprefix("/can-bo/thay-doi/") for one in (unfinished, waits, back, ready)]
    assert paths == kept[:4]
    assert (back.sentence, back.detail) == ("Bị trả lại: lập mục mới.", "Sai số điện thoại.")
    assert (waits.name, waits.listing_id, waits.day) == ("Trung tâm B", "", TODAY)
