"""Which role may do what, on which kind."""

from __future__ import annotations

import pytest

from app.accounts.permissions import (
    APPROVE,
    DESK_ROLES,
    MAY,
    PROPOSE,
    READ,
    ROLES,
    kinds_for,
    may,
    roles_that,
)
from app.kinds import EVERY_KIND

EVERY = {kind.key for kind in EVERY_KIND}
CENTRE = {"centre", "branch", "aid_officer", "lawyer", "collaborator"}


def test_every_role_stands_in_the_table() -> None:
    assert MAY.keys() == set(ROLES)


def test_each_kind_but_lawyers_has_one_clerk() -> None:
    centre, department = (kinds_for([role], PROPOSE) for role in ("clerk_centre", "clerk_department"))
    assert centre == CENTRE
    assert centre | department == EVERY
    assert centre & department == {"lawyer"}


@pytest.mark.parametrize(
    ("role", "engagements", "is_theirs"),
    [
        ("clerk_centre", ["contract"], True),
        ("clerk_centre", ["assigned"], False),
        ("clerk_department", ["assigned"], True),
        ("clerk_department", ["contract"], False),
        ("clerk_centre", ["contract", "assigned"], True),
        ("clerk_department", ["contract", "assigned"], True),
        ("clerk_centre", [], True),
        ("approver", ["contract"], True),
    ],
)
def test_a_lawyer_is_the_clerks_whose_side_engages_them(
    role: str, engagements: list[str], is_theirs: bool
) -> None:
    assert may([role], PROPOSE, "lawyer", {"engagements": engagements}) is is_theirs


def test_only_the_approver_approves_and_who_keeps_accounts_touches_no_content() -> None:
    assert roles_that(APPROVE) == {"approver"}
    assert not MAY["administrator"]
    assert roles_that(READ) == set(DESK_ROLES) - {"administrator"}
    assert kinds_for(["auditor"], READ) == EVERY
    assert not kinds_for(["auditor"], PROPOSE)


def test_a_deputy_may_what_either_role_may() -> None:
    both = ["clerk_department", "approver"]
    assert may(both, APPROVE, "centre")
    assert may(both, PROPOSE, "organisation")
