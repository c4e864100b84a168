"""The rows and columns of the official lists, as people compare offices, persons and provisions by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from app.catalogue.card import ADVICE_ONLY, Phone, card
from app.catalogue.groups import ENTITLED, NOTICES, OFFICES, PERSONS, PROCEDURES
from app.catalogue.lists import OfficialList
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature
from app.public import days_left
from app.public.words import Link, sentence, wording, years
from app.web.language import N_, _
from app.web.links import address

Columns = Sequence[str]
Days = Mapping[str, str]
Row = Sequence[object]

PERSON_OF_OFFICE = (N_("Họ và tên"), N_("Tư cách"), N_("Chuyên về"), N_("Kinh nghiệm"))


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


@dataclass(frozen=True, slots=True)
class Shape:
    """How one list is laid out: a caption with ``%(count)s``, columns, and the row of a listing."""

    caption: str
    columns: Columns
    row: Callable[[Version, Register, Days], Row]


def lines(lists: Sequence[OfficialList]) -> list[Line]:
    """Return every line of these lists in order, those not to choose from last."""
    chosen = [section for each in lists for section in each.sections]
    apart: dict[str, list[Version]] = {}
    for each in lists:
        if each.apart:
            apart.setdefault(each.apart.heading, []).extend(each.apart.versions)
    return [
        *(Line(one.heading, version, len(one.versions)) for one in chosen for version in one.versions),
        *(Line(heading, one, len(held), apart=True) for heading, held in apart.items() for one in held),
    ]


def tables(part: Iterable[Line], register: Register, days: Days) -> list[Table]:
    """Return the tables of one page; ``days`` go with each link, so that the reader stays at that moment."""
    sections = groupby(part, key=lambda line: line.section)
    return [_table(list(held), register, days) for _section, held in sections]


def people(register: Register, versions: Iterable[Version], days: Days) -> list[Row]:
    """Return the rows of the persons at one office, under `PERSON_OF_OFFICE`."""
    return [
        [_name(one, days), shown.role, sentence(shown.fields_of_law), years(shown.experience_years)]
        for one in versions
        for shown in [card(one, register)]
    ]


def columns(named: Columns) -> list[str]:
    """Return the names of columns in the language of the page."""
    return [_(name) for name in named]


def _table(held: Sequence[Line], register: Register, days: Days) -> Table:
    first = held[0]
    shape = _SHAPES[first.version.kind.collection]
    if first.apart:
        shape = _PAST if first.version.kind.nature is Nature.LAW else _APART
    rows = [shape.row(line.version, register, days) for line in held]
    return Table(first.section, _(shape.caption, count=first.of), columns(shape.columns), rows)


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
        _capacity(version),
        _workplace(version, register),
        years(shown.experience_years),
        [each for each in (via, _number(shown.phone, days)) if each],
    ]


def _capacity(version: Version) -> str:
    """Return in which capacity a person acts, as far as the kind leaves that open."""
    return wording(version, "engagements") or (ADVICE_ONLY if version.kind.advice_only else version.kind.vi)


def _workplace(version: Version, register: Register) -> str:
    """Return where a person works: a practice, communes, or the office the person belongs to."""
    for key in ("practice", "communes"):
        if key in version.kind.by_key:
            return wording(version, key)
    office = register.office_of(version)
    return office.name if office else ""


def _procedure(version: Version, register: Register, days: Days) -> Row:
    said = [wording(version, key) for key in ("received_by", "applicants", "checked_on")]
    return [_name(version, days), *said]


def _eligible(version: Version, register: Register, days: Days) -> Row:
    shown = card(version, register)
    return [_name(version, days), shown.summary, shown.role]


def _notice(version: Version, register: Register, days: Days) -> Row:
    said = [wording(version, key) for key in ("notice_type", "effective_from", "posted_until")]
    filing = [wording(version, "filing_to"), days_left.short(version, register)]
    return [_name(version, days), *said, " ".join(filter(None, filing)) or _("không nhận hồ sơ")]


def _apart(version: Version, register: Register, days: Days) -> Row:
    return [_name(version, days), register.standing(version).sentence]


def _number(phone: Phone | None, days: Days) -> Phone | None:
    """Return a number to call; of another day one to read only, for it may be somebody else's by now."""
    return replace(phone, href="") if phone and days else phone


def _name(version: Version, days: Days) -> Link:
    return Link(version.name, address(version.path, days))


_APART = Shape(N_("%(count)s mục nay không chọn được"), (N_("Tên"), N_("Tình trạng")), _apart)
_PAST = Shape(N_("%(count)s mục, giữ lại để tra cứu"), _APART.columns, _apart)
_SHAPES = {
    OFFICES: Shape(
        N_("%(count)s tổ chức, xếp theo tên"),
        (N_("Tên"), N_("Địa chỉ"), N_("Lĩnh vực"), N_("Điện thoại")),
        _office,
    ),
    PERSONS: Shape(
        N_("%(count)s người, xếp theo tên"),
        (
            N_("Họ và tên"),
            N_("Giới tính"),
            N_("Chuyên về"),
            N_("Tư cách"),
            N_("Nơi hành nghề, địa bàn"),
            N_("Kinh nghiệm"),
            N_("Liên hệ qua"),
        ),
        _person,
    ),
    PROCEDURES: Shape(
        N_("%(count)s thủ tục"),
        (N_("Thủ tục"), N_("Nộp ở đâu"), N_("Ai làm thủ tục"), N_("Ngày đối chiếu")),
        _procedure,
    ),
    ENTITLED: Shape(
        N_("%(count)s nhóm, xếp theo điều khoản của Luật"),
        (N_("Ai được trợ giúp"), N_("Nói dễ hiểu"), N_("Căn cứ")),
        _eligible,
    ),
    NOTICES: Shape(
        N_("%(count)s thông báo, mới nhất trước"),
        (N_("Thông báo"), N_("Loại"), N_("Đăng từ ngày"), N_("Đăng đến ngày"), N_("Nhận hồ sơ đến ngày")),
        _notice,
    ),
}
