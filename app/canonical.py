"""The canonical form: one value, one text, one hash. Knows JSON and Unicode, nothing of the register.

UTF-8, NFC, sorted keys, no spaces, no ``null``, no empty text or list, no floats (RFC 8785 in spirit,
narrower in types). Two documents that mean the same have the same bytes, so a stranger can check a hash.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

Value = Any
"""str, int, bool, or a list or mapping of them; never None, never a float."""

Document = dict[str, Value]
"""The fields of one entry in canonical values: key -> value, absent rather than empty."""


def tidy(value: Value) -> Value:
    """Return ``value`` in NFC with surrounding spaces, empty texts, empty lists and nulls taken out.

    Raises TypeError for a float or any type that canonical JSON does not hold.
    """
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {tidy(key): kept for key, item in value.items() if not _empty(kept := tidy(item))}
    if isinstance(value, list | tuple):
        return [kept for item in value if not _empty(kept := tidy(item))]
    raise TypeError(f"canonical form has no {type(value).__name__}: {value!r}")


def _empty(value: Value) -> bool:
    return value is None or value == "" or (isinstance(value, list | dict) and not value)


def encode(value: Value) -> str:
    """Return the canonical JSON text of ``value``. Raises TypeError as `tidy` does."""
    return json.dumps(tidy(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def decode(text: str) -> Value:
    """Return the value of canonical JSON. Raises ValueError if ``text`` is not in canonical form."""
    value = json.loads(text)
    try:
        canonical = encode(value)
    except TypeError as wrong:
        raise ValueError(str(wrong)) from wrong
    if canonical != text:
        raise ValueError("not in canonical form")
    return value


def sha256(data: str | bytes) -> str:
    """Return the SHA-256 of text (as UTF-8) or bytes, as 64 lower-case hex digits."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()
