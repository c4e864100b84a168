"""Links that are handed over, and deputies for some days, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pyotp
import pytest

from app import clock
from app.accounts import deputies, invitations, roster
from app.accounts.models import Invitation
from app.faults import NotAllowed, NotFound
from app.publishing.propose import Proposal, propose, save, submit
from app.publishing.review import approve, fingerprint
from tests.rooms.staff import CENTRE, LAWYER, ORGANISATION, Office, office_in

PASSWORD = "bốn chữ thật dài"
NOON = datetime(2026, 11, 24, 12, 0)


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        yield office


def invited(office: Office, purpose: str = "account") -> str:
    with office.work() as session:
        account = roster.find(session, "hoa") or roster.add(session, "hoa", "Nông Thử Hoa", "approver")
        return invitations.invite(session, account, purpose)


def code(invitation: Invitation) -> str:
    return pyotp.TOTP(str(invitation.totp_secret)).at(int(clock.now().timestamp()))


def test_a_link_sets_password_and_second_factor_once(office: Office) -> None:
    token = invited(office)
    with office.work() as session:
        found = invitations.find(session, token)
        assert found
        typed = code(found)
        wrong = invitations.problems(found, PASSWORD, PASSWORD, "000000")
        assert [rule.field for rule in wrong] == ["code"]
        assert not invitations.problems(found, PASSWORD, PASSWORD, typed)
        assert len(set(invitations.accept(session, found, PASSWORD, typed))) == 10
        assert roster.state(roster.named(session, "hoa")) == "active"
    with office.work() as session:
        assert invitations.find(session, token) is None
        assert session.get_one(Invitation, 1).totp_secret is None


def test_a_link_is_good_for_three_days(office: Office) -> None:
    with clock.pretend(NOON):
        token = invited(office)
    for hours, good in ((71, True), (72, False)):
        with clock.pretend(NOON + timedelta(hours=hours)), office.work() as session:
            assert bool(invitations.find(session, token)) is good


def test_a_new_link_closes_the_earlier_one(office: Office) -> None:
    first, second = invited(office), invited(office)
    with office.work() as session:
        assert invitations.find(session, first) is None
        assert invitations.find(session, second)
        invitations.disable(session, roster.named(session, "hoa"))
        assert invitations.find(session, second) is None


def test_a_reset_takes_away_only_what_it_names(office: Office) -> None:
    token = invited(office)
    with office.work() as session:
        found = invitations.find(session, token)
        assert found
        invitations.accept(session, found, PASSWORD, code(found))
    token = invited(office, "password")
    with office.work() as session:
        account, found = roster.named(session, "hoa"), invitations.find(session, token)
        assert (account.password_hash, bool(account.totp_secret)) == (None, True)
        assert found
        assert found.totp_secret is None
        assert invitations.accept(session, found, PASSWORD, "") == []
    invited(office, "second_factor")
    with office.work() as session:
        account = roster.named(session, "hoa")
        assert (bool(account.password_hash), account.totp_secret) == (True, None)


def test_the_accounts_of_the_command_line_are_no_persons(office: Office) -> None:
    with office.work() as session:
        roster.add_command_line_accounts(session)
        session.flush()
        assert roster.people(session) == []
        with pytest.raises(NotFound):
            roster.person(session, "nhap-lieu")


@pytest.mark.parametrize(
    ("username", "name", "role", "fields"),
    [
        ("hoa", "Nông Thử Hoa", "approver", []),
        ("h", "Nông Thử Hoa", "approver", ["username"]),
        ("Hoà", "", "operator", ["name", "username", "role"]),
    ],
)
def test_an_account_has_a_plain_name_and_a_role_of_the_desk(
    office: Office, username: str, name: str, role: str, fields: list[str]
) -> None:
    with office.work() as session:
        assert [rule.field for rule in roster.problems(session, username, name, role)] == fields


def test_a_deputy_approves_on_the_days_named_and_not_their_own_work(office: Office) -> None:
    with office.work() as session:
        approver, deputy = office.person(session, "approver"), office.person(session, "clerk_department")
        first, last = (NOON + timedelta(days=n) for n in (1, 2))
        deputies.name(session, approver, deputy, first.date().isoformat(), last.date().isoformat())
        centre, organisation = office.propose(
            session, Proposal("centre", CENTRE), Proposal("organisation", ORGANISATION)
        )
        save(organisation, deputy, ORGANISATION)
        submit(session, [centre, organisation], office.person(session, "clerk"))
        for day in (NOON, last + timedelta(days=1)):
            with clock.pretend(day), pytest.raises(NotAllowed, match="Vai trò"):
                approve(centre, deputy, fingerprint(centre))
        with clock.pretend(last):
            approve(centre, deputy, fingerprint(centre))
            with pytest.raises(NotAllowed, match="không được duyệt"):
                approve(organisation, deputy, fingerprint(organisation))


def test_a_deputy_let_go_is_none_from_that_day(office: Office) -> None:
    with clock.pretend(NOON), office.work() as session:
        approver, deputy = office.person(session, "approver"), office.person(session, "clerk_department")
        begun = deputies.name(session, approver, deputy, "2026-11-20", "2026-12-20")
        coming = deputies.name(session, approver, deputy, "2026-12-01", "2026-12-20")
        session.refresh(deputy)
        assert "approver" in roster.roles(deputy, clock.today())
        for one in (begun, coming):
            deputies.let_go(session, one)
        session.flush()
        session.refresh(deputy)
        assert begun.to_day == "2026-11-23"
        assert deputies.of(session, approver.id) == []
        assert roster.roles(deputy, clock.today()) == {"clerk_department"}


def test_only_a_clerk_of_the_department_stands_in_for_an_approver(office: Office) -> None:
    with clock.pretend(NOON), office.work() as session:
        approver, clerk = office.person(session, "approver"), office.person(session, "clerk_department")
        auditor, days = office.person(session, "auditor"), ("2026-12-01", "2026-12-02")
        assert not deputies.problems(approver, clerk, *days)
        for wrong, field in (
            ((approver, auditor, *days), "deputy"),
            ((approver, None, *days), "deputy"),
            ((auditor, clerk, *days), ""),
            ((approver, clerk, "", "2026-12-02"), "from"),
            ((approver, clerk, "2026-12-03", "2026-12-02"), "to"),
            ((approver, clerk, "2026-11-01", "2026-11-02"), "to"),
        ):
            assert [rule.field for rule in deputies.problems(*wrong)] == [field]


@pytest.mark.parametrize(
    ("role", "kind", "fields"),
    [
        ("clerk_centre", "organisation", ORGANISATION),
        ("clerk_department", "centre", CENTRE),
        ("clerk_centre", "lawyer", LAWYER),
        ("auditor", "centre", CENTRE),
        ("administrator", "centre", CENTRE),
    ],
)
def test_a_role_proposes_only_its_own_kinds(
    office: Office, role: str, kind: str, fields: dict[str, object]
) -> None:
    with pytest.raises(NotAllowed, match="Vai trò"), office.work() as session:
        propose(session, office.person(session, role), "thử", [Proposal(kind, fields)])
