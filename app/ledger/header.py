"""The header of a publication: a closed set of keys, all of them numbers, dates, codes and hashes.

Builds it and checks it; pure. Free text never stands here: it could not be taken away again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from app.canonical import decode, tidy

SCHEMA = 1
INSTRUMENTS = frozenset({"decision", "notice", "letter", "contact_update"})
ISSUERS = frozenset({"department", "province", "centre"})

Header = dict[str, Any]


def _matching(pattern: str) -> Callable[[object], bool]:
    known = re.compile(pattern)
    return lambda value: isinstance(value, str) and known.fullmatch(value) is not None


def _among(codes: frozenset[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in codes


def _whole(value: object) -> bool:
    return type(value) is int and value > 0  # not isinstance: True is no number


def _day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _moment(value: object) -> bool:
    try:
        return (
            isinstance(value, str)
            and value.endswith("+07:00")
            and datetime.fromisoformat(value).isoformat(timespec="seconds") == value
        )
    except ValueError:
        return False


_HASH = _matching(r"[0-9a-f]{64}")
_CODE = _matching(r"[a-z0-9_]+")

_NEEDED: dict[str, Callable[[object], bool]] = {
    "schema": lambda value: type(value) is int and value == SCHEMA,
    "register": _CODE,
    "sample": lambda value: isinstance(value, bool),
    "number": _whole,
    "instrument": _among(INSTRUMENTS),
    "issuer": _among(ISSUERS),
    "published_at": _moment,
    "key_id": _matching(r"[0-9a-f]{32}"),
    "entries_hash": _HASH,
}
_OPTIONAL: dict[str, Callable[[object], bool]] = {
    "decision_number": lambda value: isinstance(value, str),
    "decision_date": _day,
    "ground": _CODE,
    "previous_hash": _HASH,
    "note_hash": _HASH,
}


def build(**values: object) -> Header:
    """Return a checked header of ``values``; those that are None or empty are left out.

    Raises ValueError as `check` does.
    """
    header: Header = tidy({"schema": SCHEMA, **values})
    check(header)
    return header


def read(text: str) -> Header:
    """Return the header in ``text``. Raises ValueError if it is not canonical or not a header."""
    header = decode(text)
    if not isinstance(header, dict):
        raise ValueError("the header is not an object")
    check(header)
    return header


def check(header: Header) -> None:
    """Raise ValueError, naming the key, unless ``header`` has all it needs, in form, and nothing else."""
    known = _NEEDED | _OPTIONAL
    for key in sorted(_NEEDED.keys() - header.keys()):
        raise ValueError(f"the header has no {key}")
    for key, value in header.items():
        if key not in known:
            raise ValueError(f"the header has an unknown key {key!r}")
        if not known[key](value):
            raise ValueError(f"the header's {key} cannot be {value!r}")
    if ("previous_hash" in header) != (header["number"] > 1):
        raise ValueError("every publication but the first names the hash of the one before")
