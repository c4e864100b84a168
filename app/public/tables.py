"""The rows and columns of the official lists, as people compare offices and persons by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.catalogue.card import Phone, card
from app.catalogue.lists import NOT_TO_CHOOSE, OfficialList
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.public.words import Link, sentence, wording, years
from app.web.links import address

Columns = tuple[str, ...]

OFFICE: Columns = ("Tên", "Địa chỉ", "Lĩnh vực", "Điện thoại")
PERSON: Columns = ("Họ và tên", "Giới tính", "Chuyên về", "Nơi hành nghề", "Kinh nghiệm", "Liên hệ qua")
PERSON_OF_OFFICE: Columns = ("Họ và tên", "Tư cách", "Chuyên về", "Kinh nghiệm")
APART: Columns = ("Tên", "Tình trạng")

Days = Mapping[str, str]
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Line:
    """One listing of a list and the section it stands in, which holds ``of`` in all."""

    section: str
    version: Version
    of: int
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What stands of one section on one page."""

    title: str
    caption: str
    columns: Columns
    rows: list[Row]


def lines(lists: Sequence[OfficialList]) -> list[Line]:
    """Return every line of these lists in order, those not to choose from last."""
    chosen = [section for each in lists for section in each.sections]
    apart = [version for each in lists if each.apart for version in each.apart.versions]
    return [
        *(Line(one.heading, version, len(one.versions)) for one in chosen for version in one.versions),
        *(Line(NOT_TO_CHOOSE, version, len(apart), apart=True) for version in apart),
    ]


def tables(part: Iterable[Line], register: Register, days: Days) -> list[Table]:
    """Return the tables of one page; ``days`` go with each link, so that the reader stays at that moment."""
    sections = groupby(part, key=lambda line: line.section)
    return [_table(list(held), register, days) for _, held in sections]


def people(register: Register, versions: Iterable[Version], days: Days) -> list[Row]:
    """Return the rows of the persons at one office."""
    return [
        [_name(one, days), shown.role, sentence(shown.fields_of_law), years(shown.experience_years)]
        for one in versions
        for shown in [card(one, register)]
    ]


def _table(held: Sequence[Line], register: Register, days: Days) -> Table:
    first = held[0]
    counted, columns, row = "tổ chức, xếp theo tên", OFFICE, _office
    if first.apart:
        counted, columns, row = "mục nay không chọn được", APART, _apart
    elif first.version.is_person:
        counted, columns, row = "người, xếp theo tên", PERSON, _person
    rows = [row(line.version, register, days) for line in held]
    return Table(first.section, f"{first.of} {counted}", columns, rows)


def _office(version: Version, register: Register, days: Days) -> Row:
    shown = card(version, register)
    return [_name(version, days), shown.address, sentence(shown.fields_of_law), _number(shown.phone, days)]


def _person(version: Version, register: Register, days: Days) -> Row:
    shown = card(version, register)
    via = Link(shown.via.name, address(shown.via.url, days)) if shown.via else None
    return [
        _name(version, days),
        wording(version, "gender"),
        sentence(shown.fields_of_law),
        wording(version, "practice"),
        years(shown.experience_years),
        [each for each in (via, _number(shown.phone, days)) if each],
    ]


def _apart(version: Version, register: Register, days: Days) -> Row:
    return [_name(version, days), register.standing(version).sentence]


def _number(phone: Phone | None, days: Days) -> Phone | str | None:
    """Return a number to call; of another day one to read only, for it may be somebody else's by now."""
    return phone.shown if phone and days else phone


def _name(version: Version, days: Days) -> Link:
    return Link(version.name, address(version.path, days))
