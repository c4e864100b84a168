"""The rules over a publication as a whole, on both sides of each: what stood before it, what stands after."""

from __future__ import annotations

import pytest

from app import kinds
from app.canonical import Document
from app.publishing import rules
from app.publishing.rules import Batch, Held
from app.publishing.rules.rule import Outcome

ACTIVE: Document = {"status": "active", "effective_from": "2025-01-01"}
ENDED: Document = {"status": "ended"}
OFFERS = {"forms_of_aid": ["litigation", "advice"], "participation": "registration"}

REGISTER: dict[str, Document] = {
    "TT-01": ACTIVE | {"name": "Trung tâm Mẫu", "director": "TGV-0001"},
    "CN-01": ACTIVE | {"name": "Chi nhánh số 1 Trung tâm Mẫu", "ordinal": 1, "centre": "TT-01"},
    "TC-001": ACTIVE | OFFERS | {"name": "Văn phòng Mẫu"},
    "TC-002": ACTIVE | OFFERS | {"name": "Công ty Mẫu", "successor": "TC-001"},
    "TGV-0001": ACTIVE | {"name": "Lành Mẫu A", "workplace": "CN-01"},
    "LS-0001": ACTIVE
    | {
        "name": "Lành Mẫu B",
        "organisation": "TC-001",
        "contact_via": "TC-001",
        "engagements": ["assigned", "contract"],
    },
    "TVV-0001": ACTIVE | {"name": "Lành Mẫu C", "organisation": "TC-001"},
}


def held(register: dict[str, Document]) -> dict[str, Held]:
    def kind(listing_id: str) -> kinds.Kind:
        found = kinds.of_id(listing_id)
        assert found
        return found

    return {one: Held(kind(one), document) for one, document in register.items()}


def batch(*withdrawn: str, corrected: tuple[str, ...] = (), **changed: Document) -> Batch:
    """Return what `REGISTER` becomes where ``changed`` (``LS_0001`` for LS-0001) and ``withdrawn`` happen."""
    said = {key.replace("_", "-"): fields for key, fields in changed.items()}
    after = REGISTER | {one: REGISTER.get(one, {}) | fields for one, fields in said.items()}
    kept = {one: document for one, document in after.items() if one not in withdrawn}
    return Batch(held(REGISTER), held(kept), frozenset(corrected))


def broken(asked: Batch, *, warnings: bool = False) -> list[tuple[str, str]]:
    found = rules.check_batch(asked)
    return [(listing_id, rule.field) for listing_id, rule in found if rule.warning == warnings]


def test_nothing_changed_breaks_nothing() -> None:
    assert rules.check_batch(batch()) == []


def test_ending_an_organisation_names_everybody_who_stands_on_it() -> None:
    [(who, rule)] = [one for one in rules.check_batch(batch(TC_001=ENDED)) if not one[1].warning]
    assert (who, rule.field) == ("TC-001", "status")
    assert "LS-0001 Lành Mẫu B; TVV-0001 Lành Mẫu C" in rule.message
    assert "Đ16" in rule.article


def test_an_organisation_ends_with_its_people() -> None:
    assert broken(batch(TC_001=ENDED, LS_0001=ENDED, TVV_0001=ENDED)) == []


def test_a_lawyer_under_contract_too_stays_but_loses_the_organisation() -> None:
    loses: Document = {"engagements": ["contract"], "organisation": None, "contact_via": "TT-01"}
    assert broken(batch(TC_001=ENDED, LS_0001=loses, TVV_0001=ENDED)) == []
    half: Document = {"engagements": ["contract"], "organisation": None}
    assert broken(batch(TC_001=ENDED, LS_0001=half, TVV_0001=ENDED)) == [("TC-001", "status")]


def test_the_officers_of_a_branch_that_ends_move_or_end() -> None:
    assert broken(batch(CN_01=ENDED)) == [("CN-01", "status")]
    assert broken(batch(CN_01=ENDED, TGV_0001={"workplace": "TT-01"})) == []


def test_a_centre_ends_only_without_its_branches() -> None:
    [(who, rule)] = [one for one in rules.check_batch(batch(TT_01=ENDED)) if not one[1].warning]
    assert (who, "CN-01" in rule.message, rule.article) == ("TT-01", True, "Luật TGPL Đ11")
    assert broken(batch(TT_01=ENDED, CN_01=ENDED, TGV_0001=ENDED)) == []


def test_an_officer_who_ends_heads_nothing() -> None:
    assert broken(batch(TGV_0001=ENDED)) == [("TGV-0001", "status")]
    assert broken(batch(TGV_0001=ENDED, TT_01={"director": None})) == []


def test_nobody_is_listed_under_what_has_ended() -> None:
    before = REGISTER | {"TC-002": REGISTER["TC-002"] | ENDED}
    late = ACTIVE | {"name": "Lành Mẫu D", "organisation": "TC-002"}
    after = before | {"TVV-0002": late}
    assert broken(Batch(held(before), held(after))) == [("TVV-0002", "organisation")]
    assert broken(Batch(held(after), held(after))) == []


def test_what_is_withdrawn_is_referred_to_by_nobody() -> None:
    assert broken(batch("CN-01")) == [("TGV-0001", "workplace")]
    assert broken(batch("CN-01", TGV_0001={"workplace": "TT-01"})) == []


@pytest.mark.parametrize(
    ("successor", "found"),
    [("TC-002", []), ("TC-003", [("TC-003", "successor")]), ("TC-004", [("TC-003", "successor")])],
)
def test_a_successor_is_another_entry_that_lives(successor: str, found: list[tuple[str, str]]) -> None:
    gone = ACTIVE | ENDED | {"name": "Mẫu cũ"}
    before = REGISTER | {"TC-003": ACTIVE | {"name": "Mẫu"}, "TC-004": gone}
    after = before | {"TC-003": gone | {"successor": successor}}
    assert broken(Batch(held(before), held(after))) == found


def test_participation_does_not_change_in_a_listing() -> None:
    [(who, rule)] = [
        one for one in rules.check_batch(batch(TC_002={"participation": "contract"})) if not one[1].warning
    ]
    assert (who, rule.field) == ("TC-002", "participation")
    assert "hãy chấm dứt mục này và lập mục mới" in rule.message


def test_a_correction_may_say_that_it_was_always_so() -> None:
    assert broken(batch(corrected=("TC-002",), TC_002={"participation": "contract"})) == []


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ({"renewed_to": "2030-06-30"}, [("TC-005", "renewed_to")]),
        ({"renewed_to": "2029-01-01"}, []),
        ({"contract_number": "2", "renewed_to": "2030-06-30"}, []),
    ],
)
def test_a_contract_is_renewed_once(now: Document, found: list[tuple[str, str]]) -> None:
    contracted = {"name": "Mẫu", "contract_number": "1", "contract_to": "2027-06-30"}
    before = {"TC-005": ACTIVE | contracted | {"renewed_to": "2030-01-01"}}
    assert broken(Batch(held(before), held({"TC-005": before["TC-005"] | now}))) == found
    first = {"TC-005": ACTIVE | contracted}
    assert broken(Batch(held(first), held({"TC-005": first["TC-005"] | now}))) == []


def test_an_organisation_before_court_without_a_lawyer_is_warned_of() -> None:
    assert broken(batch(TC_002={"name": "Tên mới"}), warnings=True) == [("TC-002", "forms_of_aid")]
    assert broken(batch(TC_001={"name": "Tên mới"}), warnings=True) == []
    assert broken(batch(TC_002={"forms_of_aid": ["advice"]}), warnings=True) == []


def test_the_last_lawyer_to_go_leaves_a_warning_with_the_organisation() -> None:
    assert broken(batch(LS_0001=ENDED), warnings=True) == [("TC-001", "forms_of_aid")]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ({"phone": "0205"}, []),
        ({"name": "Chi nhánh Lộc Bình"}, [("CN-01", "name")]),
        ({"ordinal": 2}, [("CN-01", "name")]),
        ({"ordinal": None, "name": "Chi nhánh Lộc Bình"}, []),
    ],
)
def test_a_branch_is_named_by_its_order_and_centre(now: Document, found: list[tuple[str, str]]) -> None:
    assert broken(batch(CN_01=now), warnings=True) == found


def test_every_refusal_over_a_publication_names_an_article() -> None:
    assert all(rule.law and rule.says for rule in rules.BY_PUBLICATION)
    assert {rule.outcome for rule in rules.BY_PUBLICATION} == {Outcome.REFUSED, Outcome.WARNING}
