"""Salted fields: each can be taken away later while its hash, and the hash of the whole, stay provable.

Pure functions of documents and snapshot bodies. Knows no table and no meaning of any field.

A body is ``{"fields": {key: [salt, value] | commitment}}``. No field at all is ``{}``, as canonical form
drops what is empty.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterable
from typing import Any

from app.canonical import Document, Value, encode, sha256, tidy

Body = dict[str, Any]

REDACTED_KEYS = "redacted"
"""The one field of a redaction's own snapshot: the keys that it takes from its target."""

_SALT = re.compile(r"[0-9a-f]{32}")
_COMMITMENT = re.compile(r"[0-9a-f]{64}")


def salt(value: Value) -> list[Value]:
    """Return ``[salt, value]`` with sixteen fresh random bytes as 32 hex digits."""
    return [secrets.token_hex(16), value]


def commitment(field: Value) -> str:
    """Return the commitment of ``[salt, value]``, or the commitment that already stands in its place.

    Raises ValueError if ``field`` is neither.
    """
    match field:
        case str() if _COMMITMENT.fullmatch(field):
            return field
        case [str() as salt_hex, value] if _SALT.fullmatch(salt_hex):
            return sha256(bytes.fromhex(salt_hex) + encode(value).encode())
    raise ValueError("a field is neither [salt, value] nor a commitment")


def salted(document: Document) -> Body:
    """Return the body of a new snapshot of ``document``; empty values are left out."""
    fields = {key: salt(value) for key, value in tidy(document).items()}
    return {"fields": fields} if fields else {}


def redaction(keys: Iterable[str]) -> Document:
    """Return the document of a redaction entry that takes ``keys`` from its target."""
    return {REDACTED_KEYS: sorted(keys)}


def commitments(body: Body) -> dict[str, str]:
    """Return key -> commitment. Raises ValueError if ``body`` has not the shape of a body."""
    if not body.keys() <= {"fields"} or not isinstance(fields := body.get("fields", {}), dict):
        raise ValueError('a snapshot body holds "fields" and nothing else')
    return {key: commitment(field) for key, field in fields.items()}


def snapshot_hash(body: Body) -> str:
    """Return the hash over the sorted commitments. Raises ValueError as `commitments` does."""
    return sha256(encode(sorted([key, commits] for key, commits in commitments(body).items())))


def reveal(body: Body) -> Document:
    """Return the fields of ``body`` that can still be read."""
    return {key: field[1] for key, field in body.get("fields", {}).items() if not isinstance(field, str)}


def redacted_keys(body: Body) -> set[str]:
    """Return the keys of which only the commitment is left."""
    return {key for key, field in body.get("fields", {}).items() if isinstance(field, str)}


def without(body: Body, keys: Collection[str]) -> Body:
    """Return ``body`` with only the commitments of ``keys`` left; its `snapshot_hash` is the same."""
    if "fields" not in body:
        return body
    fields = body["fields"]
    return {"fields": {key: commitment(field) if key in keys else field for key, field in fields.items()}}
