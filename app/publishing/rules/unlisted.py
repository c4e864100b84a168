"""What the site says of itself: an outage in time, and words and banners that say one thing each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.canonical import Document
from app.kinds import Kind
from app.kinds.banner import OUTAGE_LAW, TOLD_OF
from app.kinds.types import Day
from app.kinds.vocabulary import VALUE_OF
from app.publishing.rules.batch import Batch
from app.publishing.rules.rule import Finding, rule
from app.workdays import add_working_days

OUTAGE_DAYS = 7

_VALUES = {"vocabulary": ("means", VALUE_OF), "banner": ("banner_type", TOLD_OF)}


@rule("", *_VALUES)
def one_thing_each(kind: Kind, document: Document) -> Iterator[Finding]:
    """A search word has one meaning and a banner is of one type: what belongs to another stays empty."""
    chooser, values = _VALUES[kind.key]
    for code, key in values.items():
        if key in document and document.get(chooser) != code:
            field = kind.by_key[key]
            yield Finding(key, f"“{field.vi}” chỉ điền {field.need.words}.")


@rule("", "recording")
def one_sound_each(kind: Kind, document: Document) -> Iterator[Finding]:
    """A recorded message is one file: whoever listens hears what the transcript says."""
    if len(document.get("sound", ())) > 1:
        yield Finding("sound", "Mỗi lời thu âm chỉ có một tệp: hãy bỏ dấu ở tệp cũ.")


@rule(OUTAGE_LAW, "banner")
def outage_told_in_time(kind: Kind, document: Document, posted_on: date) -> Iterator[Finding]:
    """A planned outage is shown at least seven working days ahead, from its posting or the later day on which
    it begins to show."""
    shown_from = max(posted_on.isoformat(), document.get("effective_from", ""))
    first = add_working_days(date.fromisoformat(shown_from), OUTAGE_DAYS).isoformat()
    if "" < document.get("outage_on", "") < first:
        message = f"Phải báo trước ít nhất {OUTAGE_DAYS} ngày làm việc: sớm nhất ngày {Day().show(first)}."
        yield Finding("outage_on", message)


@rule(OUTAGE_LAW, "banner")
def outage_keeps_its_day(batch: Batch) -> Iterator[Finding]:
    """The day of a planned outage does not change in a listing: another day is told anew, in time."""
    for listing_id in sorted(batch.touched & batch.before.keys() & batch.after.keys()):
        before, after = batch.before[listing_id], batch.after[listing_id]
        if before.kind.key != "banner":
            continue
        if before.document.get("outage_on") != after.document.get("outage_on"):
            message = "Không đổi ngày tạm ngừng của tin đã đăng: hãy chấm dứt tin này và đăng tin mới."
            yield Finding("outage_on", message, listing=listing_id)
