"""What changes, in words on one line each, for a terminal: ``Điện thoại: 0205 3800 000 → 0205 3800 001``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from app.canonical import Document, Value
from app.kinds import Field
from app.publishing.review import differences

_LONGEST = 200
_BEFORE = 40
_EMPTY = "trống"


def lines(kind: str, before: Document, after: Document) -> Iterator[str]:
    """Yield a line for each field that differs, in the order of the kind."""
    for one in differences(kind, before, after):
        yield line(one.field, shown(one.field, one.before), shown(one.field, one.after))


def shown(field: Field, value: Value) -> str:
    """Return the wording of ``value``, an empty text for none."""
    return "" if value is None else field.show(value)


def line(field: Field, before: str, after: str) -> str:
    """Return the line of one field. Of long texts it shows where they begin to differ."""
    old, new = one_line(before), one_line(after)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    start = max(0, alike - _BEFORE) if max(len(old), len(new)) > _LONGEST else 0
    return f"{field.vi}: {_part(old, start) or _EMPTY} → {_part(new, start) or _EMPTY}"


def one_line(text: str) -> str:
    """Return ``text`` on one line that a terminal shows as it is."""
    return "".join(letter if letter.isprintable() else "�" for letter in " ".join(text.split()))


def _part(text: str, start: int) -> str:
    end = start + _LONGEST
    return f"{'…' if start and text else ''}{text[start:end]}{'…' if len(text) > end else ''}"
