"""A list as one CSV file (RFC 4180, UTF-8 with BOM, CRLF): the keys, then a line for each listing.

Holds codes, ids and ISO dates, as the JSON does. What a spreadsheet would take for a formula is made safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import singledispatch

from app.canonical import Value
from app.kinds import Field
from app.opendata.columns import columns, keys, values
from app.opendata.extract import Extract

BOM = "\ufeff"
SEPARATOR = ";"
_HOSTILE = tuple("=+-@\t\r\n＝＋－＠")
_QUOTED = re.compile(r'[",\r\n]|\A[\d.]+\Z')  # quotes tell a phone or a code of digits from a number


def csv_file(extract: Extract) -> bytes:
    """Return the file of ``extract``."""
    header = keys(extract.kinds)
    fields = {kind.key: {field.key: field for field in columns(kind)} for kind in extract.kinds}
    lines = [header]
    for version in extract.versions:
        held = values(version, extract.register, extract.base_url)
        known = fields[version.kind.key]
        lines.append([cell(known[key], held[key]) if key in held else "" for key in header])
    return written(lines)


def written(lines: Iterable[Iterable[str]]) -> bytes:
    """Return the file of ``lines``, whose cells stand as they are to be written."""
    return (BOM + "".join(map(_line, lines))).encode()


def words(text: str) -> str:
    """Return a text that is the value of no field as a cell."""
    kept = safe(text)
    return _quote(kept) if _QUOTED.search(kept) else kept


def cell(field: Field, value: Value) -> str:
    """Return ``value`` as a cell: a number bare, a text in quotes where it needs them."""
    text = _text(value, field)
    return text if isinstance(value, int) or not _QUOTED.search(text) else _quote(text)


def safe(text: str) -> str:
    """Return ``text`` with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_HOSTILE) else text


@singledispatch
def _text(value: Value, field: Field) -> str:
    return safe(field.show(value))


@_text.register
def _(value: str, field: Field) -> str:
    return safe(value)


@_text.register
def _(value: int, field: Field) -> str:
    return str(value).lower()  # true and false too


@_text.register
def _(value: list, field: Field) -> str:  # type: ignore[type-arg]  # singledispatch knows plain classes only
    plain = all(isinstance(one, str) for one in value)
    return SEPARATOR.join(map(safe, value)) if plain else safe(field.show(value))


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _line(cells: Iterable[str]) -> str:
    return ",".join(cells) + "\r\n"
