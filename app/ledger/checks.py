"""What each row of the ledger must be on its own, before its place in the chain is looked at. Pure.

Every check raises ValueError with a sentence that says what does not fit.
"""

from __future__ import annotations

from datetime import date

from app.canonical import decode, sha256, tidy
from app.ledger import header as headers
from app.ledger import signing
from app.ledger.acts import ACTS, DATELESS, TARGETED
from app.ledger.commitment import Body, commitment, snapshot_hash
from app.ledger.header import Header
from app.ledger.rows import EntryRow, KeyRow, PublicationRow, SnapshotRow, line


def must(holds: bool, otherwise: str) -> None:
    """Raise ValueError, saying ``otherwise``, unless it ``holds``."""
    if not holds:
        raise ValueError(otherwise)


def check_key(row: KeyRow) -> None:
    """The id of a key is the fingerprint of the key."""
    raw = signing.from_base64(row.public_key)
    must(row.id == signing.key_id(raw), f"key {row.id} is not the fingerprint of its public key")


def check_publication(row: PublicationRow, key: KeyRow | None) -> Header:
    """The header is canonical, closed, hashed and signed; columns and note agree with it. Return it."""
    header = headers.read(row.header)
    for column in ("number", "previous_hash", "key_id", "published_at"):
        must(header.get(column) == getattr(row, column), f"the column {column} is not what the header says")
    must(sha256(row.header) == row.hash, "the hash is not that of the header")
    if key is None:
        raise ValueError(f"no key {row.key_id} is known")
    signed = signing.verify(signing.from_base64(key.public_key), row.signature, row.header)
    must(signed, "the signature does not verify")
    must(_note_hash(row.body) == header.get("note_hash"), "the note is not the one that was signed")
    return header


def _note_hash(text: str) -> str | None:
    body = _object(text, "the body")
    must(body.keys() <= {"note"}, 'a publication\'s body holds "note" and nothing else')
    return commitment(body["note"]) if body else None


def check_entry(row: EntryRow) -> None:
    """An entry's act, date and target go together, and its line is canonical as it stands."""
    must(row.act in ACTS, f"{row.act!r} is no act")
    must((row.target is not None) == (row.act in TARGETED), f"the target does not go with {row.act}")
    must(row.target is None or 0 < row.target < row.number, "the target is no earlier entry")
    must(row.holds_from is not None or row.act in DATELESS, "holds_from is missing")
    if row.holds_from is not None:
        must(date.fromisoformat(row.holds_from).isoformat() == row.holds_from, "holds_from is no date")
    must(tidy(line(row)) == line(row), "the line is not in canonical form")


def check_snapshot(row: SnapshotRow, entry: EntryRow) -> Body:
    """The body is canonical and its commitments give the hash that the entry names. Return it."""
    body = _object(row.body, "the snapshot")
    must(snapshot_hash(body) == entry.snapshot_hash, "the snapshot does not match its hash")
    return body


def _object(text: str, what: str) -> Body:
    value = decode(text)
    if not isinstance(value, dict):
        raise ValueError(f"{what} is not an object")
    return value
