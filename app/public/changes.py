"""What entries did to listings, in words: the act, since when it holds, each field before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from app import kinds
from app.catalogue import published
from app.catalogue.publications import PublicationRef, publication_ref
from app.catalogue.register import Register
from app.catalogue.rows import Row as Field
from app.catalogue.steps import Difference, Step, differences
from app.ledger.acts import CORRECTED, DATELESS, LISTED
from app.ledger.read import EntryView
from app.public.tables import Row
from app.public.uncalled import uncalled
from app.public.words import ACTS, Link
from app.web import site
from app.web.language import _
from app.web.session import reading

LONG = 240
"""Characters of one field's old and new value together that are read without unfolding them."""

ORDER = tuple(ACTS)


class Shown(NamedTuple):
    """One field before and after; ``long`` where it is folded away."""

    label: str
    old: Field | None
    new: Field | None
    long: bool


class Change(NamedTuple):
    """One entry. ``version`` leads to what it left, ``target`` to the one it corrects or redacts."""

    listing: Link
    kind: str
    first: bool
    act: str
    holds_from: str
    version: Link
    publication: PublicationRef
    target: Link | None
    corrects: bool
    corrected_by: Link | None
    differences: list[Shown]


class Group(NamedTuple):
    """The changes of one act."""

    act: str
    first: bool
    changes: list[Change]

    @property
    def rows(self) -> list[Row]:
        """The changes as rows: name, kind, since when, version."""
        return [[one.listing, one.kind, one.holds_from, one.version] for one in self.changes]


def told(register: Register, lines: Sequence[EntryView]) -> list[Change]:
    """Return ``lines`` of ``register`` in words, in their order."""
    head = site.newest()
    steps = published.steps(reading(), head, register, lines) if head else []
    return [_change(step, register) for step in steps]


def by_act(lines: Iterable[EntryView]) -> list[EntryView]:
    """Return ``lines`` in the order in which a publication tells them: what is new first."""
    return sorted(lines, key=lambda line: (ORDER.index(line.act), line.number))


def grouped(changes: Iterable[Change]) -> list[Group]:
    """Return ``changes``, which stand in the order of `by_act`, under their acts."""
    acts = groupby(changes, key=lambda change: change.act)
    return [Group(act, held[0].first, held) for act, same in acts for held in [list(same)]]


def day(line: EntryView) -> str:
    """Return since when ``line`` holds."""
    return f"{line.holds_from:%d/%m/%Y}" if line.holds_from else _("không đổi")


def version(line: EntryView) -> Link:
    """Return ``line`` by its number, leading to the version that it left, if it left one."""
    kind = kinds.of_id(line.listing_id)
    if kind is None or line.act in DATELESS:
        return Link(_("Mục %(number)s", number=line.number))
    path = f"/{kind.path}/{line.listing_id}/ban/{line.number}"
    return Link(_("Bản %(number)s", number=line.number), path)


def place(register: Register, listing_id: str) -> str | None:
    """Return the page of a listing; of what is withdrawn, or holds only later, the page of its history."""
    shown, kind = register.get(listing_id), kinds.of_id(listing_id)
    if kind is None:
        return None
    path = f"/{kind.path}/{listing_id}"
    return path if shown and not shown.wholly_redacted else f"{path}/lich-su"


def _change(step: Step, register: Register) -> Change:
    line, kind = step.line, kinds.of_id(step.line.listing_id)
    history = register.history(line.listing_id)
    target = next((one for one in history if one.number == line.target), None)
    later = next((one for one in history if one.act == CORRECTED and one.target == line.number), None)
    return Change(
        listing=Link(
            step.version.name if step.version else line.listing_id,
            place(register, line.listing_id),
        ),
        kind=kind.vi if kind else "",
        first=line.act == LISTED,
        act=_(ACTS[line.act]),
        holds_from=day(line) if line.holds_from else "",
        version=version(line),
        publication=publication_ref(register.publication(line.publication)),
        target=version(target) if target else None,
        corrects=line.act == CORRECTED,
        corrected_by=version(later) if later else None,
        differences=[_shown(one) for one in differences(step, register)],
    )


def _shown(one: Difference) -> Shown:
    old, new = (row and uncalled(row) for row in (one.old, one.new))
    letters = sum(len(part.text) for row in (old, new) if row for part in row.values)
    return Shown(one.label, old, new, letters > LONG)
