"""The types a field can have: how a value is read from words, how it is shown in words, what shape it has.

``read`` takes what a person typed or a workbook cell says; ``show`` gives it back, so that show and read are
inverse. Values are canonical (see `app.canonical`). Nothing here knows which kinds exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app import places
from app.canonical import Value, tidy
from app.kinds.codes import CodeList
from app.kinds.typed import Unreadable as Unreadable
from app.kinds.typed import plain

SEPARATOR = ";"


class Type(Protocol):
    """What every type can do. ``province`` is the code in whose communes a name is looked up."""

    @property
    def name(self) -> str:
        """The type's name in the data dictionary."""

    def read(self, text: str, province: str) -> Value:
        """Return the canonical value of a non-empty ``text``. Raises Unreadable."""

    def show(self, value: Value) -> str:
        """Return the Vietnamese wording of a canonical value."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, or several where ``long``."""

    longest: int = 500
    long: bool = False

    @property
    def name(self) -> str:
        return "longtext" if self.long else "text"

    def read(self, text: str, province: str) -> Value:
        kept = plain(text)
        if len(kept) > self.longest:
            raise Unreadable(f"nhiều nhất {self.longest} ký tự")
        return kept if self.long else re.sub(r"\s+", " ", kept)

    def show(self, value: Value) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts."""

    longest: int = 500
    name: str = "texts"

    def read(self, text: str, province: str) -> Value:
        return [Text(self.longest).read(part, province) for part in split(text)]

    def show(self, value: Value) -> str:
        return f"{SEPARATOR} ".join(value)


def split(text: str) -> list[str]:
    """Return the parts of a list cell, empty ones left out."""
    return [part.strip() for part in text.split(SEPARATOR) if part.strip()]


@dataclass(frozen=True, slots=True)
class Day:
    """A date, ``dd/mm/yyyy`` in words and ``YYYY-MM-DD`` in data."""

    name: str = "date"

    def read(self, text: str, province: str) -> Value:
        try:
            day = datetime.strptime(text.strip(), "%d/%m/%Y").date()
        except ValueError:
            raise Unreadable("ngày có thật, viết dd/mm/yyyy, ví dụ 05/03/2026") from None
        if not 1900 <= day.year <= 2200:
            raise Unreadable("ngày từ năm 1900 đến 2200")
        return day.isoformat()

    def show(self, value: Value) -> str:
        return date.fromisoformat(value).strftime("%d/%m/%Y")


@dataclass(frozen=True, slots=True)
class Month:
    """A month ``mm/yyyy`` or only a year ``yyyy``."""

    name: str = "month"

    def read(self, text: str, province: str) -> Value:
        found = re.fullmatch(r"(?:(0?[1-9]|1[0-2])/)?((?:19|20)\d\d)", text.strip())
        if not found:
            raise Unreadable("tháng mm/yyyy hoặc năm yyyy, ví dụ 03/2012 hoặc 2012")
        month, year = found.groups()
        return f"{year}-{int(month):02d}" if month else year

    def show(self, value: Value) -> str:
        year, _, month = str(value).partition("-")
        return f"{month}/{year}" if month else year


@dataclass(frozen=True, slots=True)
class Int:
    """A whole number from 0."""

    name: str = "int"

    def read(self, text: str, province: str) -> Value:
        if not re.fullmatch(r"\d{1,9}", text.strip()):
            raise Unreadable("số nguyên, ví dụ 3")
        return int(text)

    def show(self, value: Value) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Bool:
    """Yes or no."""

    name: str = "bool"

    def read(self, text: str, province: str) -> Value:
        answer = {"có": True, "không": False}.get(tidy(text).lower())
        if answer is None:
            raise Unreadable("Có hoặc Không")
        return answer

    def show(self, value: Value) -> str:
        return "Có" if value else "Không"


@dataclass(frozen=True, slots=True)
class Decimal:
    """A number with at most six places, kept as text: a snapshot holds no floats."""

    least: float
    most: float
    name: str = "decimal"

    def read(self, text: str, province: str) -> Value:
        plain = text.strip().replace(",", ".")
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,6})?", plain) or not self.least <= float(plain) <= self.most:
            raise Unreadable(f"số từ {self.least:g} đến {self.most:g}, nhiều nhất 6 chữ số thập phân")
        return plain

    def show(self, value: Value) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a closed list."""

    codes: CodeList
    name: str = "code"

    def read(self, text: str, province: str) -> Value:
        code = self.codes.code_of(text)
        if code is None:
            raise Unreadable(f"một trong: {self.codes.choices}")
        return code

    def show(self, value: Value) -> str:
        return self.codes.wording(value)


@dataclass(frozen=True, slots=True)
class Codes:
    """Several codes of a closed list; ``*`` for all, where the list has a wording for it."""

    codes: CodeList
    name: str = "codes"

    def read(self, text: str, province: str) -> Value:
        chosen = {Code(self.codes).read(part, province) for part in _wordings(text, self.codes)}
        if "*" in chosen and len(chosen) > 1:
            raise Unreadable("hoặc tất cả (*), hoặc từng giá trị, không cả hai")
        return [code for code in self.codes.order if code in chosen]

    def show(self, value: Value) -> str:
        return f"{SEPARATOR} ".join(self.codes.wording(code) for code in value)


def _wordings(text: str, codes: CodeList) -> list[str]:
    return [text] if codes.code_of(text) else split(text)


@dataclass(frozen=True, slots=True)
class Commune:
    """One commune by its official code; words are its present name, or an old one that leads to it alone."""

    name: str = "code"

    def read(self, text: str, province: str) -> Value:
        found = places.find(text, province)
        if found.commune:
            return found.commune.code
        if found.candidates:
            names = ", ".join(f"{one.name} ({one.code})" for one in found.candidates[:8])
            raise Unreadable(f"một xã, phường: tên này có thể là {names}; hãy ghi mã")
        raise Unreadable("tên hoặc mã xã, phường hiện nay của tỉnh, ví dụ Xã Lộc Bình hoặc 06529")

    def show(self, value: Value) -> str:
        commune = places.commune(value)
        return commune.name if commune else str(value)


@dataclass(frozen=True, slots=True)
class Communes:
    """Several communes, or ``*`` for the whole province."""

    name: str = "codes"

    def read(self, text: str, province: str) -> Value:
        if tidy(text).lower() in ("*", "cả tỉnh"):
            return ["*"]
        return sorted({Commune().read(part, province) for part in split(text)})

    def show(self, value: Value) -> str:
        return f"{SEPARATOR} ".join("cả tỉnh" if code == "*" else Commune().show(code) for code in value)


@dataclass(frozen=True, slots=True)
class Ref:
    """One listing. Read as its id or exact name; only the register can tell which listing that is."""

    name: str = "ref"

    def read(self, text: str, province: str) -> Value:
        return re.sub(r"\s+", " ", plain(text))

    def show(self, value: Value) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Refs:
    """Several listings; ``*`` for all, with its wording."""

    all_words: str = ""
    name: str = "refs"

    def read(self, text: str, province: str) -> Value:
        if self.all_words and tidy(text).lower() in ("*", self.all_words):
            return ["*"]
        return [Ref().read(part, province) for part in split(text)]

    def show(self, value: Value) -> str:
        return f"{SEPARATOR} ".join(self.all_words if one == "*" else one for one in value)
