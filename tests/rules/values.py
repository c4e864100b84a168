"""Values that fields may hold, of every type, for properties to draw from."""

from __future__ import annotations

from datetime import date
from typing import Any

import phonenumbers
from hypothesis import strategies as st

from app import places
from app.canonical import Value, tidy
from app.kinds.alternatives import AND, OR, Alternatives
from app.kinds.codes import CodeList
from app.kinds.contact import Email, PhoneNumber, WebAddress
from app.kinds.files import Files
from app.kinds.hours import DAYS, Hours
from app.kinds.types import (
    Bool,
    Code,
    Codes,
    Commune,
    Communes,
    Day,
    Decimal,
    Int,
    Month,
    Ref,
    Refs,
    Text,
    Texts,
    Type,
)

PROVINCE = "20"
LETTERS = st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"])
LINE = (
    st.text(LETTERS, min_size=1, max_size=40)
    .map(lambda text: " ".join(tidy(text).split()))
    .filter(lambda text: any(map(str.isalnum, text)) and "nt" not in text.lower())  # ditto: "as above"
)
PART = LINE.map(lambda text: text.replace(";", ",")).filter(lambda text: text != "*")
PAPER = PART.map(lambda text: text.replace(OR, "/").replace(AND, "/").strip()).filter(bool)
CODES = [one.code for one in places.communes(PROVINCE)]
DAY = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
MINUTES = st.integers(0, 24 * 60)
PHONE = st.from_regex(r"0(205|24|28)[2-8][0-9]{6,7}|0[35789][0-9]{8}|1[89]00[0-9]{4,6}", fullmatch=True)


def some_of(values: list[str]) -> st.SearchStrategy[list[str]]:
    """Some of ``values``, in their order, at least one."""
    chosen = st.sets(st.sampled_from(values), min_size=1)
    return chosen.map(lambda kept: [one for one in values if one in kept])


def codes(listed: CodeList) -> st.SearchStrategy[list[str]]:
    single = [code for code in listed.order if code != "*"]
    return some_of(single) | st.just(["*"]) if "*" in listed.order else some_of(single)


def spans() -> st.SearchStrategy[list[list[str]]]:
    """Opening times of one day, in order, none touching another."""
    times = st.lists(MINUTES, min_size=2, max_size=6, unique=True).map(sorted)
    clock = times.map(lambda found: [f"{minute // 60:02d}:{minute % 60:02d}" for minute in found])
    return clock.map(lambda at: [list(pair) for pair in zip(at[::2], at[1::2], strict=False)])


def hours() -> st.SearchStrategy[Value]:
    closed = DAY.map(lambda day: {"date": day, "closed": True})
    open_then = st.builds(lambda day, at: {"date": day, "hours": at}, DAY, spans())
    exceptions = st.lists(closed | open_then, max_size=4, unique_by=lambda one: one["date"]).map(
        lambda found: sorted(found, key=lambda one: str(one["date"]))
    )
    weekly = st.dictionaries(st.sampled_from(DAYS), spans())
    week = st.builds(lambda week, other: tidy({"weekly": week, "exceptions": other}), weekly, exceptions)
    return week.filter(bool)


def files(among: tuple[str, ...]) -> st.SearchStrategy[list[dict[str, str]]]:
    stem = PART.filter(lambda text: len(text) < 190 and not {"/", "\\"} & set(text))
    name = st.builds("{}.{}".format, stem, st.sampled_from(among))
    sha256 = st.text("0123456789abcdef", min_size=64, max_size=64)
    return st.lists(st.builds(lambda name, hash_: {"name": name, "sha256": hash_}, name, sha256), min_size=1)


def decimals(kind: Decimal) -> st.SearchStrategy[str]:
    number = st.decimals(str(kind.least), str(kind.most), places=6)
    return number.map(lambda found: f"{found:f}")


def month() -> st.SearchStrategy[str]:
    year = st.integers(1900, 2099)
    return st.builds(lambda year, month: f"{year}-{month:02d}", year, st.integers(1, 12)) | year.map(str)


def values_of(kind: Type) -> st.SearchStrategy[Any]:
    """Any value that a field of this type may hold."""
    listed = {Code: lambda: st.sampled_from(kind.codes.order), Codes: lambda: codes(kind.codes)}  # type: ignore[attr-defined]
    of_type: dict[type, st.SearchStrategy[Any]] = {
        Text: LINE,
        Texts: st.lists(PART, min_size=1, max_size=4),
        Day: DAY,
        Month: month(),
        Int: st.integers(0, 999_999_999),
        Bool: st.booleans(),
        Commune: st.sampled_from(CODES),
        Communes: some_of(sorted(CODES)) | st.just(["*"]),
        Ref: LINE,
        Refs: st.lists(PART, min_size=1, max_size=4) | st.just(["*"]),
        PhoneNumber: PHONE.filter(is_phone),
        Email: st.from_regex(r"[a-z.]{1,20}@[a-z-]{1,20}\.vn", fullmatch=True),
        WebAddress: st.from_regex(r"https?://[a-z]{1,20}\.vn/[a-z/?=&;]{0,20}", fullmatch=True),
        Hours: hours(),
        Files: files(kind.among if isinstance(kind, Files) else ()),
        Alternatives: st.lists(st.lists(PAPER, min_size=1, max_size=3), min_size=1, max_size=3),
    }
    if isinstance(kind, Decimal):
        return decimals(kind)
    return listed[type(kind)]() if type(kind) in listed else of_type[type(kind)]


def is_phone(text: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(text, "VN"))
