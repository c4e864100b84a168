"""The unlisted kinds: kept apart from the dictionary's ten, and the rules that are theirs, on both sides."""

from __future__ import annotations

from datetime import date

import pytest

from app import kinds
from app.canonical import Document
from app.kinds import EVERY_KIND, KINDS, UNLISTED, Unreadable
from app.kinds.banner import LONGEST
from app.publishing import rules
from app.publishing.rules import Batch, Held
from app.publishing.rules.unlisted import (
    one_sound_each,
    one_thing_each,
    outage_keeps_its_day,
    outage_told_in_time,
)

VOCABULARY, BANNER, RECORDING, SHOWN_FIGURE = UNLISTED
MONDAY = date(2026, 12, 7)


def test_they_are_additions_under_ids_and_words_of_their_own() -> None:
    assert [(kind.prefix, kind.path) for kind in UNLISTED] == [
        ("TN", "tu-ngu"),
        ("BN", "tin-ngan"),
        ("TA", "loi-thu-am"),
        ("SL", "so-lieu"),
    ]
    for names in ("key", "prefix", "path", "sheet"):
        assert len({getattr(kind, names) for kind in EVERY_KIND}) == len(EVERY_KIND)
    assert not [kind for kind in UNLISTED if kind.listed or kinds.of_path(kind.path)]
    assert all(kind.listed and kinds.of_path(kind.path) is kind for kind in KINDS)
    assert all(kinds.of_id(kind.public_id(1)) is kind for kind in UNLISTED)


@pytest.mark.parametrize(
    ("kind_key", "document", "broken"),
    [
        ("vocabulary", {"means": "kind", "kinds": ["lawyer"]}, []),
        ("vocabulary", {"means": "kind", "kinds": ["lawyer"], "communes": ["06529"]}, ["communes"]),
        ("vocabulary", {"stands_for": "trợ giúp pháp lý"}, ["stands_for"]),
        ("banner", {"banner_type": "alert", "office": "TT-01"}, []),
        ("banner", {"banner_type": "info", "office": "TT-01"}, ["office"]),
        ("banner", {"banner_type": "alert", "office": "TT-01", "outage_on": "2026-12-31"}, ["outage_on"]),
    ],
)
def test_each_says_one_thing(kind_key: str, document: Document, broken: list[str]) -> None:
    assert [one.field for one in one_thing_each(kinds.find(kind_key), document)] == broken


@pytest.mark.parametrize("means", ["field_of_law", "kind", "abbreviation", "commune", "language"])
def test_every_meaning_needs_its_value(means: str) -> None:
    needed = {field.key for field in VOCABULARY.missing({"means": means})}
    assert len(needed & {"fields_of_law", "kinds", "stands_for", "communes", "languages"}) == 1


def test_a_banner_is_short() -> None:
    name = BANNER.by_key["name"]
    assert name.type.read("a" * LONGEST, "20") == "a" * LONGEST
    with pytest.raises(Unreadable, match=str(LONGEST)):
        name.type.read("a" * (LONGEST + 1), "20")


def test_a_banner_ends_by_itself() -> None:
    assert "effective_to" in {field.key for field in BANNER.missing({"banner_type": "info"})}
    assert "effective_to" not in {field.key for field in VOCABULARY.missing({"means": "kind"})}


@pytest.mark.parametrize(
    ("outage_on", "shown_from", "broken"),
    [
        ("2026-12-16", "2026-12-07", False),  # the seventh working day after a Monday
        ("2026-12-15", "2026-12-07", True),
        ("2026-12-15", "2026-11-01", True),  # a day that began before the posting was seen by nobody
        ("2026-12-16", "2026-12-08", True),
        ("2026-12-17", "2026-12-08", False),
    ],
)
def test_a_planned_outage_is_told_seven_working_days_ahead(
    outage_on: str, shown_from: str, broken: bool
) -> None:
    document = {"banner_type": "outage", "outage_on": outage_on, "effective_from": shown_from}
    found = outage_told_in_time(BANNER, document, MONDAY)
    assert [one.field for one in found] == ["outage_on"] * broken
    assert all("Đ13" in one.article for one in found)


def test_it_is_shown_until_the_day_comes() -> None:
    early = {"outage_on": "2026-12-31", "effective_to": "2026-12-30"}
    assert "effective_to" in {one.field for one in rules.check(BANNER, early)}
    assert not outage_told_in_time(BANNER, {"banner_type": "info"}, MONDAY)


@pytest.mark.parametrize(("now", "broken"), [("2026-12-20", True), (None, True), ("2026-12-31", False)])
def test_the_day_of_an_outage_stays(now: str | None, broken: bool) -> None:
    before: Document = {"name": "Bảo trì", "status": "active", "outage_on": "2026-12-31"}
    after = before | {"name": "Bảo trì trang", "outage_on": now}
    batch = Batch({"BN-0001": Held(BANNER, before)}, {"BN-0001": Held(BANNER, after)}, frozenset({"BN-0001"}))
    assert [one.field for one in outage_keeps_its_day(batch)] == ["outage_on"] * broken


def test_the_rules_are_asked_of_their_own_kinds_alone() -> None:
    assert one_thing_each.concerns(VOCABULARY)
    assert not outage_told_in_time.concerns(VOCABULARY)
    assert not [
        kind for kind in KINDS if outage_keeps_its_day.concerns(kind) or one_thing_each.concerns(kind)
    ]


def test_a_recorded_message_is_one_file() -> None:
    sounds = [{"name": f"{number}.mp3", "sha256": f"{number}" * 64} for number in (1, 2)]
    assert not list(one_sound_each(RECORDING, {"sound": sounds[:1]}))
    assert [one.field for one in one_sound_each(RECORDING, {"sound": sounds})] == ["sound"]


def test_a_recorded_message_holds_no_document() -> None:
    with pytest.raises(Unreadable, match="mp3"):
        RECORDING.by_key["sound"].type.read(f"loi.pdf sha256:{'0' * 64}", "20")
