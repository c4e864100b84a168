"""What a row refers to: an id, or the exact name of an entry of an allowed kind, known or read along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.canonical import Value
from app.kinds import EVERY_KIND, Field
from app.kinds.typed import single
from app.workbook.known import Known
from app.workbook.table import Row


class Directory:
    """Everything a reference may lead to: what is known and what the workbooks bring."""

    def __init__(self, rows: Iterable[Row], known: Known) -> None:
        self._known = known
        self._by_code: dict[str, Row] = {}
        self._by_name: dict[str, list[Row]] = defaultdict(list)
        self._named: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for row in rows:
            if row.code:
                self._by_code.setdefault(row.code, row)
            self._by_name[single(str(row.document.get("name", "")))].append(row)

    def matches(self, text: str, allowed: tuple[str, ...]) -> dict[str, str]:
        """Return what ``text`` may mean among kinds ``allowed``: a reference -> its place in words."""
        row = self._by_code.get(text)
        if row and row.kind.key in allowed:
            return {row.handle: row.place}
        if self._known.kind_of(text) in allowed:
            return {text: text}
        known = {one: one for one in self._ids_named(text, allowed)}
        rows = (row for row in self._by_name.get(text, ()) if row.kind.key in allowed)
        return known | {row.handle: row.place if row.new else row.handle for row in rows}

    def _ids_named(self, name: str, allowed: tuple[str, ...]) -> list[str]:
        """A thousand rows name the same few offices: each is asked for once."""
        asked = (name, allowed)
        if asked not in self._named:
            self._named[asked] = self._known.ids_named(name, allowed)
        return self._named[asked]


def resolve(rows: Iterable[Row], known: Known) -> None:
    """Put ids, or ``@`` and a position, where rows name entries; refuse what leads to none or several."""
    rows = list(rows)
    directory = Directory(rows, known)
    for row in rows:
        for field in row.kind.fields:
            if field.refers and row.values.get(field.key) and field.key not in row.unread:
                row.document[field.key] = _resolved(row, field, directory)


def _resolved(row: Row, field: Field, directory: Directory) -> Value:
    value = row.values[field.key]
    if not isinstance(value, list):
        return _one(row, field, value, directory)
    return [one if one == "*" else _one(row, field, one, directory) for one in value]


def _one(row: Row, field: Field, text: str, directory: Directory) -> str:
    matches = directory.matches(text, field.refers_to)
    if row.handle in matches:
        row.refuse(field, "một mục không thể dẫn tới chính nó", text)
    elif not matches:
        row.refuse(field, f"cần mã hoặc đúng tên của {_wanted(field)} đã có hoặc có trong tệp này", text)
    elif len(matches) > 1:
        row.refuse(field, f"tên này chỉ tới nhiều mục ({'; '.join(matches.values())}): hãy ghi mã", text)
    return next(iter(matches), text)


def _wanted(field: Field) -> str:
    return " hoặc ".join(kind.vi for kind in EVERY_KIND if kind.key in field.refers_to) or "một mục"
