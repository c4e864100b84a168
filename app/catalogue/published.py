"""How a request gets the published register: once per process and (N, D), then from memory. Thread-safe."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from threading import RLock

from sqlalchemy.orm import Session

from app.catalogue.register import Register
from app.catalogue.shelf import Shelf
from app.catalogue.steps import Step, base
from app.catalogue.version import Content, Version
from app.faults import NotFound
from app.ledger import asof, read
from app.ledger.acts import REDACTED
from app.ledger.commitment import REDACTED_KEYS
from app.ledger.read import EntryView, PublicationView

SHELVES_KEPT = 2

_lock = RLock()
_shelves: list[Shelf] = []


def load(session: Session, head: PublicationView | None, day: date, n: int | None = None) -> Register:
    """Return the register at publication ``n`` (default ``head``) on ``day``; an empty one before the first.

    ``head`` is the newest publication that the caller has read; a redaction in it empties what was kept.
    """
    if head is None:
        return Register((), {}, n=0, day=day, chosen=(), contents={})
    with _lock:
        return _shelf(session, head).register(session, head, head.number if n is None else n, day)


def edition(session: Session, head: PublicationView, listing_id: str, entry: int) -> tuple[Register, Version]:
    """Return ``listing_id`` as ``entry`` left it, in the register of that entry's publication and holds_from.

    Raises NotFound where the entry is of another listing or is no version (a redaction, a withdrawal).
    """
    with _lock:
        shelf = _shelf(session, head)
        line = next((line for line in shelf.entries.get(listing_id, ()) if line.number == entry), None)
        if line is None or line.holds_from is None or line.publication > head.number:
            raise NotFound(f"Không có bản {entry} của {listing_id}.")
        register = shelf.register(session, head, line.publication, line.holds_from)
        version = register.version_of(line, shelf.contents(session, head, [entry])[entry])
    if version is None:
        raise NotFound(f"Không có bản {entry} của {listing_id}.")
    return register, version


def versions(session: Session, head: PublicationView, register: Register, listing_id: str) -> list[Version]:
    """Return the versions of a listing that count at the register's publication, the oldest first."""
    with _lock:
        lines = asof.versions(register.history(listing_id), register.n)
        contents = _shelf(session, head).contents(session, head, [line.number for line in lines])
    made = (register.version_of(line, contents[line.number]) for line in lines)
    return [version for version in made if version is not None]


def steps(
    session: Session, head: PublicationView, register: Register, lines: Sequence[EntryView]
) -> list[Step]:
    """Return what each of ``lines``, up to the register's publication, did to its listing."""
    bases = [base(register.history(line.listing_id), line) for line in lines]
    wanted = {line.number for line in [*lines, *bases] if line}
    with _lock:
        contents = _shelf(session, head).contents(session, head, wanted)
    return [_step(register, line, start, contents) for line, start in zip(lines, bases, strict=True)]


def files(session: Session, head: PublicationView) -> Collection[tuple[str, str]]:
    """Return SHA-256 and name of each file that any version ever published names, unless it was redacted."""
    with _lock:
        return _shelf(session, head).files(session, head)


def _step(
    register: Register, line: EntryView, start: EntryView | None, contents: Mapping[int, Content]
) -> Step:
    return Step(
        line,
        before=register.version_of(start, contents[start.number]) if start else None,
        after=register.version_of(line, contents[line.number]),
        taken=tuple(contents[line.number].document[REDACTED_KEYS]) if line.act == REDACTED else (),
    )


def _shelf(session: Session, head: PublicationView) -> Shelf:
    """Return the shelf of the register whose newest publication is ``head``, made or extended as needed."""
    for shelf in _shelves:
        if shelf.knows(head):
            return shelf
    chain = read.publications(session)[::-1]
    shelf = next((one for one in _shelves if one.begins(chain)), Shelf())
    shelf.extend(session, chain)
    if shelf not in _shelves:
        _shelves.insert(0, shelf)
        del _shelves[SHELVES_KEPT:]
    return shelf
