"""The fields of a form: how each is asked for, and how what was typed is read. Knows no session, no request.

What cannot be read is kept as it was typed, with the reason beside it: a draft loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from app import places
from app.attachments import SOUND
from app.canonical import Document, Value, tidy
from app.faults import RuleBroken
from app.kinds import Field, Kind, Unreadable
from app.kinds.alternatives import Alternatives
from app.kinds.contact import PhoneNumber
from app.kinds.files import Files
from app.kinds.hours import DAYS, NAMES, Hours
from app.kinds.hours import lines as hour_lines
from app.kinds.types import Bool, Code, Codes, Commune, Communes, Day, Month, Ref, Refs, Text, Texts
from app.web.language import N_, _

Typed = Mapping[str, Sequence[str]]
"""Name -> all that was sent under it."""

Names = Mapping[str, str]
"""Id -> name of every listing that may be referred to."""

SPANS = 2
"""Spans a day that the form offers; more can be typed as exceptions of the workbook's notation."""


class Widget(NamedTuple):
    """One field of a form. ``shape`` names the macro; ``value`` is text, codes, files or rows of hours."""

    key: str
    label: str
    shape: str
    value: object
    options: list[tuple[str, str]]
    hint: str
    needed: str
    staff: bool


class HourRow(NamedTuple):
    """A weekday and its spans, each (opens, closes)."""

    day: str
    name: str
    spans: list[tuple[str, str]]


def widget(field: Field, document: Document, names: Names) -> Widget:
    """Return how ``field`` is asked for, filled with what ``document`` says."""
    value = document.get(field.key)
    shape, options = _shape(field)
    return Widget(
        field.key,
        field.vi,
        shape,
        _filled(field, shape, value, names),
        options,
        " · ".join(filter(None, [field.hint or _hint(field), field.law])),
        field.need.words,
        not field.public,
    )


def read(
    kind: Kind, typed: Typed, province: str, resolve: Callable[[Field, str], str]
) -> tuple[Document, list[RuleBroken]]:
    """Return the document that was typed and what could not be read; a field that was not sent stays away.

    ``resolve`` turns what was typed for a reference into an id. Raises nothing: see the module.
    """
    document: Document = {}
    broken: list[RuleBroken] = []
    for field in kind.fields:
        if field.key == "id":
            continue
        text, value = _sent(field, typed), None
        try:
            value = _read(field, text, province, resolve) if text else None
        except Unreadable as unreadable:
            value = text
            broken.append(
                RuleBroken(
                    field.key,
                    _(
                        "“%(label)s”: đã đọc “%(read)s”, cần %(expected)s.",
                        label=field.vi,
                        read=_short(text),
                        expected=unreadable.expected,
                    ),
                )
            )
        if value not in (None, "", []):
            document[field.key] = value
    return tidy(document), broken


def said(field: Field, value: Value, names: Names) -> str:
    """Return ``value`` in words, whatever was typed for it; "" for none."""
    if value in (None, "", []):
        return ""
    if field.refers:
        many = value if isinstance(value, list) else [value]
        return "; ".join(field.show("*") if one == "*" else _reference(one, names) for one in many)
    try:
        return field.show(value)
    except Exception:  # what was typed and could not be read is shown as it was typed
        return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


_SHAPES: tuple[tuple[tuple[type, ...], str], ...] = (
    ((Hours,), "hours"),
    ((Files,), "files"),
    ((Codes,), "ticks"),
    ((Code, Bool), "choice"),
    ((Day,), "day"),
    ((Month,), "month"),
    ((PhoneNumber,), "phone"),
    ((Commune,), "commune"),
    ((Ref,), "ref"),
    ((Refs, Texts, Communes, Alternatives), "area"),
)


def _shape(field: Field) -> tuple[str, list[tuple[str, str]]]:
    shape = next((name for types, name in _SHAPES if isinstance(field.type, types)), "text")
    if isinstance(field.type, Text) and (field.type.long or field.type.longest > 500):
        shape = "area"
    options: list[tuple[str, str]] = []
    if isinstance(field.type, Code | Codes):
        options = list(field.type.codes.pairs)
    elif isinstance(field.type, Bool):
        options = [("Có", "Có"), ("Không", "Không")]
    return shape, options


_HINTS: tuple[tuple[type, str], ...] = (
    (Day, N_("ngày/tháng/năm, ví dụ 05/03/2026")),
    (Month, N_("tháng/năm hoặc năm, ví dụ 03/2012")),
    (Commune, N_("tên hiện nay hoặc tên cũ, ví dụ thị trấn Lộc Bình")),
    (Communes, N_("mỗi dòng một xã, phường; “cả tỉnh” là tất cả")),
    (Ref, N_("gõ mã hoặc tên, rồi chọn")),
    (Refs, N_("mỗi dòng một mã hoặc tên")),
    (Texts, N_("mỗi dòng một mục")),
    (Files, N_("PDF, Word, Excel hoặc ảnh")),
    (Alternatives, N_("mỗi dòng là một cách chứng minh; giấy tờ phải có cùng nhau nối bằng dấu +")),
)


def _hint(field: Field) -> str:
    if field.type == Files(SOUND):
        return _("MP3, khoảng 30 giây, nhiều nhất 150 kB")
    return next((_(words) for type_, words in _HINTS if isinstance(field.type, type_)), "")


def _filled(field: Field, shape: str, value: Value, names: Names) -> object:
    match shape:
        case "hours":
            return _hours(value)
        case "ticks":
            return value if isinstance(value, list) else []
        case "choice":
            return said(field, value, names) if isinstance(field.type, Bool) else (value or "")
        case "files":
            return [
                (f"{one['name']} sha256:{one['sha256']}", one["name"])
                for one in value or []
                if isinstance(one, dict)
            ]
        case "area":
            return _lines(field, value, names)
    return said(field, value, names)


def _lines(field: Field, value: Value, names: Names) -> str:
    """Lists are typed a line each, as nobody has to know what separates them in a cell."""
    words = said(field, value, names)
    if isinstance(field.type, Refs | Texts | Communes):
        return words.replace("; ", "\n")
    return words.replace(" | ", "\n") if isinstance(field.type, Alternatives) else words


def _hours(value: Value) -> dict[str, object]:
    hours = value if isinstance(value, dict) else {}
    weekly = hours.get("weekly", {})
    rows = [
        HourRow(day, name, _padded([(opens, closes) for opens, closes in weekly.get(day, [])]))
        for day, name in zip(DAYS, NAMES, strict=True)
    ]
    exceptions = hour_lines({"exceptions": hours.get("exceptions", [])})
    return {
        "rows": rows,
        "exceptions": "\n".join(exceptions),
        "unread": value if isinstance(value, str) else "",
    }


def _padded(spans: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [*spans, *[("", "")] * (SPANS - len(spans))]


def _sent(field: Field, typed: Typed) -> str:
    """Return what was sent for ``field`` in the words that its type reads."""
    texts = [text.strip() for text in typed.get(field.key, ()) if text.strip()]
    if isinstance(field.type, Hours):
        return _sent_hours(field.key, typed)
    if isinstance(field.type, Codes):
        return "; ".join(field.show([code]) for code in texts if code in field.type.codes.order)
    if isinstance(field.type, Code):
        return field.show(texts[0]) if texts else ""
    whole = "; ".join(texts) if isinstance(field.type, Files) else "\n".join(texts)
    if isinstance(field.type, Refs | Texts | Communes):
        return "; ".join(line.strip() for line in whole.splitlines() if line.strip())
    if isinstance(field.type, Alternatives):
        return " | ".join(line.strip() for line in whole.splitlines() if line.strip())
    return whole


def _sent_hours(key: str, typed: Typed) -> str:
    rules = []
    for day, name in zip(DAYS, NAMES, strict=True):
        opens, closes = typed.get(f"{key}.{day}.tu", ()), typed.get(f"{key}.{day}.den", ())
        spans = [
            f"{a.strip()}-{b.strip()}" for a, b in zip(opens, closes, strict=False) if a.strip() or b.strip()
        ]
        rules += [f"{name} {', '.join(spans)}"] if spans else []
    exceptions = "\n".join(typed.get(f"{key}.ngoai-le", ())).splitlines()
    return "; ".join([*rules, *(line.strip() for line in exceptions if line.strip())])


def _read(field: Field, text: str, province: str, resolve: Callable[[Field, str], str]) -> Value:
    if isinstance(field.type, Ref):
        return resolve(field, text)
    if isinstance(field.type, Refs):
        read = field.type.read(text, province)
        return read if read == ["*"] else [resolve(field, one) for one in read]
    return field.type.read(text, province)


def _reference(listing_id: str, names: Names) -> str:
    return f"{listing_id} · {names[listing_id]}" if listing_id in names else listing_id


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"


def communes(province: str) -> Iterable[str]:
    """Return the names of today's communes, to choose from while typing."""
    return [commune.name for commune in places.communes(province)]
