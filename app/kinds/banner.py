"""Tin ngắn that pages show by themselves while they hold: planned outages, alerts on an office, news."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.kinds import every
from app.kinds.codes import LAW_STATUS, CodeList
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Need, needed_when
from app.kinds.grounds import LAW_END
from app.kinds.types import Code, Day, Ref, Text

OUTAGE_LAW = "NĐ 224/2026/NĐ-CP Đ13"

BANNER_TYPE = CodeList(
    "banner_type",
    f"{OUTAGE_LAW}; Danh sách này",
    (
        ("outage", "tạm ngừng trang theo kế hoạch"),
        ("alert", "tin của một nơi"),
        ("info", "tin chung"),
    ),
)

TOLD_OF = {"outage": "outage_on", "alert": "office"}
"""What is told -> the one field that says of what."""

_BY_ITSELF = Need("bắt buộc: tin tự thôi hiện sau ngày này", lambda _document: True)


LONGEST = 120
"""Above a page on a phone the first call must stay in sight; what needs more words has the public note."""


def _opening() -> tuple[Field, ...]:
    """Return what every entry opens with, kept short and with an end."""
    fields = every.head("Nội dung", status=LAW_STATUS)
    narrower: dict[str, dict[str, Any]] = {
        "name": {"type": Text(LONGEST)},
        "effective_to": {"need": _BY_ITSELF},
    }
    return tuple(replace(one, **narrower.get(one.key, {})) for one in fields)


BANNER = Kind(
    key="banner",
    prefix="BN",
    digits=4,
    path="tin-ngan",
    sheet="Tin ngắn",
    vi="Tin ngắn",
    en="Banner",
    nature=Nature.SITE,
    collection="",
    fields=(
        *_opening(),
        Field("banner_type", "Loại tin", "Type", Code(BANNER_TYPE), need=REQUIRED),
        Field(
            "office",
            "Nơi có tin",
            "Office",
            Ref(),
            need=needed_when("banner_type", "alert", "với tin của một nơi"),
            refers_to=("centre", "branch", "organisation"),
        ),
        Field(
            "outage_on",
            "Tạm ngừng trang từ ngày",
            "Outage on",
            Day(),
            need=needed_when("banner_type", "outage", "khi tạm ngừng trang theo kế hoạch"),
            law=OUTAGE_LAW,
        ),
        *every.tail(LAW_END, successors=("banner",)),
    ),
)
