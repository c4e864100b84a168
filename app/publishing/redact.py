"""Redacting: what should not be public is taken from ledger, record and changes for good, by two people.

One publication gives the ground and says how many fields of which listing went, never what they said. A
commitment stays in each place, so the chain still verifies. What is on disk besides is for `erasure`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session

from app import kinds
from app.accounts.models import Account
from app.accounts.roster import OPERATOR, TYPIST
from app.canonical import Document
from app.faults import NotAllowed, NotFound
from app.kinds import Field, Kind, redaction
from app.kinds.declaration import REQUIRED
from app.kinds.files import Files
from app.kinds.types import Code, Codes
from app.ledger import append, read
from app.ledger.acts import REDACTED
from app.ledger.append import Line, PublicationDraft
from app.ledger.commitment import Body, redacted_keys, reveal
from app.ledger.commitment import redaction as redaction_document
from app.ledger.redact import carry_out
from app.ledger.signing import Signer
from app.ledger.views import EntryView
from app.publishing.moves import move
from app.publishing.propose import Proposal, propose
from app.publishing.publish import Instrument
from app.publishing.remains import Remain, remains, worded
from app.publishing.review import approve, fingerprint
from app.records import attachments
from app.records.changes import Change
from app.records.forgetting import forget_in_changes, forget_in_record

ONE_OPERATOR = "Một người vận hành thực hiện bằng dòng lệnh."

_DECIDE_STANDING = frozenset(
    {
        "effective_from",
        "effective_to",
        "ended_on",
        "suspended_on",
        "contract_to",
        "renewed_to",
        "posted_until",
        "engagements",
    }
)
"""Without one of these alone, what has ended or lapsed would look as if people could choose it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be taken: fields of ``entry``, and by default the same wherever else the listing said it."""

    entry: int
    keys: tuple[str, ...]
    ground: str
    everywhere: bool = True


class People(NamedTuple):
    """Who wants a redaction, and who approves it."""

    author: Account
    approver: Account


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was done: ``taken`` is entry -> keys; ``files`` the SHA-256 of contents that nothing names now.

    ``remaining`` are places where the same words can still be read.
    """

    publication: int
    taken: dict[int, frozenset[str]]
    files: tuple[str, ...]
    remaining: tuple[Remain, ...]


def redact(
    session: Session, signer: Signer, people: People, wanted: Wanted, under: Instrument, *, register: str
) -> Redaction:
    """Publish a redaction under a document, whose note is not asked for, and carry it out.

    Raises NotFound for no such entry, NotAllowed for a field that cannot be taken from it, an unknown ground,
    one person alone or without the right role.
    """
    aimed_at, kind, history = _found(session, wanted)
    bodies = read.bodies(session, [one.number for one in history])
    taken = _fit_to_take(kind, wanted, bodies[aimed_at.number])
    places = {aimed_at.number: frozenset(taken)}
    if wanted.everywhere:
        places = _places(kind, taken, bodies) | places
    lines = [
        Line(aimed_at.listing_id, REDACTED, None, redaction_document(keys), entry)
        for entry, keys in sorted(places.items())
    ]
    changes = _agreed(session, people, kind, lines)
    draft = _draft(session, under, wanted.ground, _note(people, places, aimed_at.listing_id), register)
    number = append.append(session, signer, draft, lines).number
    for entry, change in zip(read.entries(session, after=number - 1), changes, strict=True):
        change.entry = entry.number
    carry_out(session, number)
    _forget(session, aimed_at.listing_id, taken, places, number)
    found = tuple(remains(session, worded(kind, taken)))
    return Redaction(number, places, tuple(_files_let_go(session, kind, taken)), found)


def _found(session: Session, wanted: Wanted) -> tuple[EntryView, Kind, Sequence[EntryView]]:
    """Return the entry, the kind of its listing, and every entry of that listing that says something."""
    entry = read.entry(session, wanted.entry)
    kind = kinds.of_id(entry.listing_id) if entry else None
    if entry is None or kind is None:
        raise NotFound(f"Không có bản {wanted.entry}.")
    if entry.act == REDACTED:
        raise NotAllowed(f"Mục {entry.number} là một lần gỡ thông tin: không có gì để gỡ.")
    every = read.listing_entries(session, entry.listing_id)
    return entry, kind, [one for one in every if one.act != REDACTED]


def _fit_to_take(kind: Kind, wanted: Wanted, body: Body) -> Document:
    """Return the fields that go, with their values. Raises NotAllowed naming what stands in the way."""
    if wanted.ground not in redaction.GROUNDS.order:
        raise NotAllowed(f"Không có căn cứ {wanted.ground}: {', '.join(redaction.GROUNDS.order)}.")
    readable = reveal(body)
    for key in wanted.keys:
        if key in redacted_keys(body):
            raise NotAllowed(f"{key} của bản {wanted.entry} đã gỡ rồi.")
        if key not in readable:
            raise NotAllowed(f"Bản {wanted.entry} không công khai trường nào tên {key}.")
    if not wanted.keys:
        raise NotAllowed("Hãy ghi ít nhất một trường cần gỡ.")
    bound = [kind.by_key[key].vi for key in wanted.keys if key in kind.by_key and _bound(kind.by_key[key])]
    if bound and readable.keys() != set(wanted.keys):
        raise NotAllowed(f"Chỉ gỡ được cùng với cả bản, vì mục sẽ bị hiểu sai: {', '.join(bound)}.")
    return {key: readable[key] for key in wanted.keys}


def _bound(field: Field) -> bool:
    """Whether the field says what the listing is or until when it holds: it goes with the whole entry."""
    classed = field.need is REQUIRED and (field.refers or isinstance(field.type, Code | Codes))
    return classed or field.key in _DECIDE_STANDING


def _places(kind: Kind, taken: Document, bodies: dict[int, Body]) -> dict[int, frozenset[str]]:
    """Return entry -> the keys under which it says the same; a bound field goes from its own entry only."""
    free = {key: value for key, value in taken.items() if key in kind.by_key and not _bound(kind.by_key[key])}
    said = {entry: reveal(body) for entry, body in bodies.items()}
    same = {
        entry: frozenset(key for key, value in free.items() if document.get(key) == value)
        for entry, document in said.items()
    }
    return {entry: keys for entry, keys in same.items() if keys}


def _agreed(session: Session, people: People, kind: Kind, lines: Sequence[Line]) -> Sequence[Change]:
    """Return the changes by which the desk knows who wanted each line and who approved it."""
    asked = [Proposal(kind.key, one.document, one.listing_id, REDACTED, one.target) for one in lines]
    changes = propose(session, people.author, f"Gỡ thông tin của {lines[0].listing_id}", asked).changes
    for change in changes:
        move(change, "submit", people.author)
        approve(change, people.approver, fingerprint(change))
        move(change, "publish", people.approver)
    return changes


def _note(people: People, places: Mapping[int, Collection[str]], listing_id: str) -> str:
    keys = {key for taken in places.values() for key in taken}
    note = f"Gỡ {len(keys)} trường khỏi {len(places)} bản của {listing_id}."
    alone = {one.username for one in people} == {TYPIST, OPERATOR}
    return f"{note} {ONE_OPERATOR}" if alone else note


def _draft(session: Session, under: Instrument, ground: str, note: str, register: str) -> PublicationDraft:
    first = read.publication(session, 1)
    return PublicationDraft(
        instrument=under.instrument,
        issuer=under.issuer,
        register=register,
        sample=bool(first and first.sample),
        decision_number=under.decision_number,
        decision_date=under.decision_date,
        ground=ground,
        note=note,
    )


def _forget(session: Session, listing_id: str, taken: Document, places: Collection[int], number: int) -> None:
    """Let the desk forget too, unless the newest version, which was not asked about, goes on saying it."""
    forget_in_changes(session, listing_id, taken, places, number)
    history = [one for one in read.listing_entries(session, listing_id) if one.act != REDACTED]
    newest = reveal(read.bodies(session, [history[-1].number])[history[-1].number])
    gone = {key: value for key, value in taken.items() if newest.get(key) != value}
    forget_in_record(session, listing_id, gone)


def _files_let_go(session: Session, kind: Kind, taken: Document) -> Iterator[str]:
    """Yield the contents that were attached in what was ``taken`` and that no readable version names."""
    named = {
        file["sha256"]
        for key, value in taken.items()
        if key in kind.by_key and isinstance(kind.by_key[key].type, Files)
        for file in value
    }
    for sha256 in sorted(named):
        if not any(remains(session, {sha256})):
            attachments.let_go(session, sha256)
            yield sha256
