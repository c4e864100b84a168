"""The official data of a listing as a table built from its kind's declaration. A function of documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from app.canonical import Value
from app.catalogue import files
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Field
from app.kinds.alternatives import Alternatives
from app.kinds.contact import Email, PhoneNumber, WebAddress, dialled
from app.kinds.files import Files
from app.kinds.hours import Hours, lines
from app.kinds.types import Codes, Communes, Ref, Refs, Text, Texts, Type

MISSED = frozenset({"opening_hours", "languages", "premises_access"})
"""Fields that nobody must fill but people look for: their absence is said."""

ONE_OF = "một trong:"
TOGETHER = "; kèm theo: "


@dataclass(frozen=True, slots=True)
class Part:
    """One value in words, with where it leads to."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One field. ``state`` is value, missing ("Chưa có thông tin") or redacted ("đã gỡ").

    ``lead`` are words before several values, such as "một trong:"; ``lines`` says that the values are the
    lines of one text, not a list.
    """

    key: str
    label: str
    values: tuple[Part, ...] = ()
    state: str = "value"
    lead: str = ""
    lines: bool = False


def rows(version: Version, register: Register) -> list[Row]:
    """Return id and public fields in the order of the kind, refs resolved as of ``register``."""
    identity = Row("id", "Mã", (Part(version.listing_id),))
    return [
        identity,
        *(told for field in version.kind.public_fields if (told := _row(field, version, register))),
    ]


def row(field: Field, version: Version, register: Register) -> Row | None:
    """Return what ``version`` says in ``field``, or that it was taken away; None where it says nothing."""
    if field.key in version.redacted:
        return Row(field.key, field.vi, state="redacted")
    if field.key in version.document:
        return _told(field, version.document[field.key], register)
    return None


def _row(field: Field, version: Version, register: Register) -> Row | None:
    told = row(field, version, register)
    if told is None and (field.key in MISSED or field.need.applies(version.document)):
        return Row(field.key, field.vi, state="missing")
    return told


def _told(field: Field, value: Value, register: Register) -> Row:
    parts = tuple(_parts(field.type, value, register))
    lead = ONE_OF if isinstance(field.type, Alternatives) and len(parts) > 1 else ""
    return Row(field.key, field.vi, parts, lead=lead, lines=isinstance(field.type, Text) and field.type.long)


@singledispatch
def _parts(type_: Type, value: Value, register: Register) -> Iterator[Part]:
    yield Part(type_.show(value))


@_parts.register(Texts | Codes | Communes)
def _(type_: Texts | Codes | Communes, value: Value, register: Register) -> Iterator[Part]:
    return (Part(type_.show([one])) for one in value)


@_parts.register
def _(type_: Text, value: Value, register: Register) -> Iterator[Part]:
    return (Part(line) for line in str(value).split("\n") if line.strip())


@_parts.register
def _(type_: Alternatives, value: Value, register: Register) -> Iterator[Part]:
    return (Part(TOGETHER.join(filter(None, [first, "; ".join(others)]))) for first, *others in value)


@_parts.register
def _(type_: Files, value: Value, register: Register) -> Iterator[Part]:
    return (Part(file["name"], files.address(file)) for file in value)


@_parts.register
def _(type_: Hours, value: Value, register: Register) -> Iterator[Part]:
    return map(Part, lines(value))


@_parts.register
def _(type_: PhoneNumber, value: Value, register: Register) -> Iterator[Part]:
    yield Part(type_.show(value), f"tel:{dialled(value)}")


@_parts.register
def _(type_: Email, value: Value, register: Register) -> Iterator[Part]:
    yield Part(value, f"mailto:{value}")


@_parts.register
def _(type_: WebAddress, value: Value, register: Register) -> Iterator[Part]:
    yield Part(value, value)


@_parts.register
def _(type_: Ref, value: Value, register: Register) -> Iterator[Part]:
    other = register.get(value)
    yield Part(other.name, other.path) if other else Part(type_.show(value))


@_parts.register
def _(type_: Refs, value: Value, register: Register) -> Iterator[Part]:
    for one in value:
        other = register.get(one)
        yield Part(other.name, other.path) if other else Part(type_.show([one]))
