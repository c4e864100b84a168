"""What one entry did to its listing: what stood before, what stands after it, field by field. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue.register import Register
from app.catalogue.rows import Row, row
from app.catalogue.version import Version
from app.kinds import Field
from app.ledger import asof
from app.ledger.read import EntryView


@dataclass(frozen=True, slots=True)
class Step:
    """One entry. ``after`` is None for what is no version; ``taken`` are the keys that a redaction took."""

    line: EntryView
    before: Version | None
    after: Version | None
    taken: tuple[str, ...] = ()

    @property
    def version(self) -> Version | None:
        """The version to name the listing by."""
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after; None where it said nothing."""

    label: str
    old: Row | None
    new: Row | None


def base(history: Sequence[EntryView], line: EntryView) -> EntryView | None:
    """Return what ``line`` of ``history`` started from: its target, or the newest version until then."""
    earlier = [each for each in history if each.number < line.number]
    if line.target is not None:
        return next((each for each in earlier if each.number == line.target), None)
    counting = asof.versions(earlier, line.publication)
    return counting[-1] if counting else None


def differences(step: Step, register: Register) -> list[Difference]:
    """Return the fields that ``step`` changed, in the order of the kind, refs resolved as of ``register``."""
    if step.taken:
        gone = ((field, Row(field.key, field.vi, state="redacted")) for field in changed(step))
        return [Difference(field.vi, None, row) for field, row in gone]
    return [
        Difference(field.vi, _row(field, step.before, register), _row(field, step.after, register))
        for field in changed(step)
    ]


def changed(step: Step) -> list[Field]:
    """Return the public fields that ``step`` changed or took away, in the order of the kind."""
    fields = step.version.kind.public_fields if step.version else ()
    if step.taken:
        return [field for field in fields if field.key in step.taken]
    after = step.after
    return [field for field in fields if after and _differs(field, step.before, after)]


def _row(field: Field, version: Version | None, register: Register) -> Row | None:
    return row(field, version, register) if version else None


def _differs(field: Field, before: Version | None, after: Version) -> bool:
    """Whether the two say different things; of what was taken away from both nobody can tell any more."""
    if before is None:
        return field.key in after.document or field.key in after.redacted
    if field.key in before.redacted and field.key in after.redacted:
        return False
    return _said(field, before) != _said(field, after)


def _said(field: Field, version: Version) -> object:
    return (field.key in version.redacted, version.document.get(field.key))
