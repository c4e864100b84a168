"""One cell into its row: read as it stands, repaired where it can mean one thing only, or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.canonical import Document, tidy
from app.kinds import Field, Unreadable
from app.kinds.typed import is_ditto
from app.kinds.types import Bool, Code, Codes, Commune, Communes
from app.workbook.cells import shown, words
from app.workbook.fonts import Keyed
from app.workbook.headers import ID
from app.workbook.repairs import Repair, repaired
from app.workbook.sheets import RawCell
from app.workbook.table import Row

_CLOSED = (Bool, Code, Codes, Commune, Communes)
_NO_DITTO = (ID.key, "name")


@dataclass(frozen=True)
class Surroundings:
    """What a sheet tells of its cells. ``repairing`` accepts what was repaired; else it is only suggested.

    ``accepted`` gives the accepted document of an id: what stands there already is no slip of a keyboard.
    """

    province: str
    epoch: datetime
    keyed: Mapping[tuple[int, int], Keyed]
    hidden_rows: AbstractSet[int]
    accepted: Callable[[str], Document | None]
    repairing: bool


@dataclass(frozen=True)
class _Taking:
    """One cell on its way into a row, and what was read in it."""

    row: Row
    field: Field
    cell: RawCell
    around: Surroundings
    above: Row | None

    @property
    def read(self) -> str:
        return shown(self.cell)

    def keep(self, text: str) -> None:
        """Put the value of ``text`` into the row. Raises Unreadable."""
        value = self.field.type.read(text, self.around.province) if text else None
        if self.field is not ID:
            self.row.values[self.field.key] = value
        if text:
            self.row.texts[self.field.key] = text

    def refuse(self, expected: str) -> None:
        self.row.refuse(self.field, f"cần {expected}", self.read)
        self.row.texts[self.field.key] = self.read

    def accept(self, repair: Repair, expected: str) -> None:
        """Take what was repaired and say so, or only suggest it."""
        if not self.around.repairing:
            self.refuse(f"{expected}; có phải “{repair.text}”?")
            return
        try:
            self.keep(repair.text)
        except Unreadable as unreadable:
            self.refuse(unreadable.expected)
        else:
            self.row.note(self.field, f"đã đọc là “{repair.text}” ({repair.why})", self.read)


def take(row: Row, field: Field, cell: RawCell | None, around: Surroundings, above: Row | None) -> None:
    """Read one cell into ``row``: its value, None for an empty one, or a problem."""
    if cell is None:
        if field is not ID:
            row.values[field.key] = None
        return
    taking, found = _Taking(row, field, cell, around, above), around.keyed.get((row.number, cell.column))
    try:
        if found and not _stands(taking):
            _decode(taking, found)
        else:
            taking.keep(words(cell, field.type))
    except Unreadable as unreadable:
        _mend(taking, found.text if found else cell.value, unreadable.expected)


def _stands(taking: _Taking) -> bool:
    """Whether a cell that may be no Unicode is what was accepted before, or a value of a closed list."""
    try:
        value = taking.field.type.read(words(taking.cell, taking.field.type), taking.around.province)
    except Unreadable:
        return False
    before = taking.around.accepted(taking.row.code) or {}
    return isinstance(taking.field.type, _CLOSED) or before.get(taking.field.key) == tidy(value)


def _decode(taking: _Taking, found: Keyed) -> None:
    """Raises Unreadable where the decoded text is not of the field's type."""
    said = words(taking.cell._replace(value=found.text), taking.field.type)
    if found.sure:
        taking.accept(Repair(said, f"chữ gõ bằng phông {found.encoding}"), "chữ Unicode")
    else:
        taking.refuse(f"chữ Unicode; chữ này có thể gõ bằng phông {found.encoding} (“{said}”): hãy gõ lại")


def _mend(taking: _Taking, value: Any, expected: str) -> None:
    if taking.cell.type == "s" and is_ditto(value):
        repair = _above(taking)
    else:
        repair = repaired(taking.cell._replace(value=value), taking.field.type, taking.around.epoch)
    if repair:
        taking.accept(repair, expected)
    else:
        taking.refuse(expected)


def _above(taking: _Taking) -> Repair | None:
    """What the row right above says, where the clerk saw these two rows one below the other."""
    row, above, hidden, key = taking.row, taking.above, taking.around.hidden_rows, taking.field.key
    if above is None or above.number != row.number - 1 or key in (*above.unread, *_NO_DITTO):
        return None
    text = above.texts.get(key)
    if not text or (above.number in hidden) != (row.number in hidden):
        return None
    return Repair(text, f"như dòng {above.number}")
