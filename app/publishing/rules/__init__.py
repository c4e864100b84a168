"""The rules of publication, each a pure function with the article it rests on; `docs/rules.md` lists them.

The same rules serve form, workbook and sample register: ``check`` gathers all that one document breaks,
``check_references`` what it wrongly refers to, ``check_batch`` what a publication breaks as a whole.
"""

from __future__ import annotations

from datetime import date

from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind
from app.publishing.rules.advice import advice_only, litigation_needs_a_lawyer
from app.publishing.rules.batch import Batch, Held
from app.publishing.rules.capacities import assigned_by_whom, contact_leads_home
from app.publishing.rules.communes import communes_are_difficult
from app.publishing.rules.completeness import missing_fields
from app.publishing.rules.dates import dates_in_order
from app.publishing.rules.experience import two_years_of_experience
from app.publishing.rules.naming import branch_named_by_order
from app.publishing.rules.notices import filing_window, posted_long_enough
from app.publishing.rules.participation import participation_stays
from app.publishing.rules.privacy import no_personal_data
from app.publishing.rules.references import check_references
from app.publishing.rules.rule import Rule
from app.publishing.rules.suspension import only_organisations_are_suspended
from app.publishing.rules.terms import contract_terms, renewed_in_writing, renewed_once
from app.publishing.rules.ties import (
    ending_ends_its_people,
    no_tie_to_the_ended,
    nothing_points_to_the_withdrawn,
    successor_lives,
)
from app.publishing.rules.unlisted import (
    one_sound_each,
    one_thing_each,
    outage_keeps_its_day,
    outage_told_in_time,
)

__all__ = [
    "BY_DOCUMENT",
    "BY_POSTING",
    "BY_PUBLICATION",
    "BY_REGISTER",
    "Batch",
    "Held",
    "check",
    "check_batch",
    "check_references",
    "communes_are_difficult",
]

BY_DOCUMENT: tuple[Rule[[Kind, Document]], ...] = (
    missing_fields,
    dates_in_order,
    contract_terms,
    renewed_in_writing,
    advice_only,
    two_years_of_experience,
    assigned_by_whom,
    contact_leads_home,
    only_organisations_are_suspended,
    no_personal_data,
    one_thing_each,
    one_sound_each,
)
BY_POSTING: tuple[Rule[[Kind, Document, date]], ...] = (
    posted_long_enough,
    filing_window,
    outage_told_in_time,
)
BY_PUBLICATION: tuple[Rule[[Batch]], ...] = (
    ending_ends_its_people,
    no_tie_to_the_ended,
    nothing_points_to_the_withdrawn,
    successor_lives,
    participation_stays,
    renewed_once,
    litigation_needs_a_lawyer,
    branch_named_by_order,
    outage_keeps_its_day,
)
BY_REGISTER = (check_references, communes_are_difficult)
"""Rules that ask the register something: each takes a function that answers."""


def check(kind: Kind, document: Document, posted_on: date | None = None) -> list[RuleBroken]:
    """Return everything that ``document`` breaks by itself, warnings and questions too.

    ``posted_on`` is the day of its first publication; without it the rules that run from there are left out.
    """
    by_itself = (rule(kind, document) for rule in BY_DOCUMENT if rule.concerns(kind))
    broken = [one for found in by_itself for one in found]
    if posted_on is not None:
        for rule in BY_POSTING:
            broken += rule(kind, document, posted_on) if rule.concerns(kind) else []
    return broken


def check_batch(batch: Batch) -> list[tuple[str, RuleBroken]]:
    """Return (id, broken rule) for everything that a publication breaks as a whole, warnings too."""
    return [pair for rule in BY_PUBLICATION for pair in rule.by_listing(batch)]
