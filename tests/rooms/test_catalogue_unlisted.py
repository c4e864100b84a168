"""Search words and banners are in the register and in no list of it; they hold while they are in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.catalogue.banners import alerts, banners
from app.catalogue.groups import GROUPS
from app.catalogue.lists import official
from app.catalogue.register import Register
from app.catalogue.vocabulary import Word, vocabulary
from tests.rooms.every_kind import IDS, one_of_each, public, unlisted
from tests.rooms.small_register import SmallRegister, listed

OUTAGE = {"name": "Trang tạm ngừng ngày 20/03.", "banner_type": "outage", "outage_on": "2026-03-20"}
ALERT = {"name": "Nghỉ tiếp dân ngày 05/03.", "banner_type": "alert", "office": "TT-01"}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = SmallRegister(tmp_path)
    made.publish("2026-03-01", *one_of_each())
    yield made
    made.engine.dispose()


def counts(register: Register) -> list[tuple[str, int]]:
    lists = [official(register, name) for name in dict.fromkeys(group.collection for group in GROUPS)]
    return [(one.counts, len(one.choosable)) for one in lists]


def test_no_list_and_no_count_knows_them(small: SmallRegister) -> None:
    before = small.at("2026-03-02")
    small.publish("2026-03-02", *unlisted())
    after = small.at("2026-03-02")
    assert after.n == before.n + 1
    assert counts(after) == counts(before)
    assert [one.listing_id for one in after.ordered] == [one.listing_id for one in before.ordered]
    assert {"TN-0001", "BN-0001", "TA-0001", "SL-0001"} == after.versions.keys() - before.versions.keys()


def test_a_search_word_says_what_is_typed_and_what_is_meant(small: SmallRegister) -> None:
    small.publish("2026-03-02", listed("TN-0001", public("vocabulary", name="từ riêng")))
    [word] = vocabulary(small.at("2026-03-02"))
    assert word == Word("TN-0001", ("từ riêng", "tu vi du", "từ vd"), "field_of_law", ("civil",))
    assert vocabulary(small.at("2026-03-02", 1)) == ()


@pytest.mark.parametrize(
    ("means", "values"),
    [
        ({"means": "kind", "kinds": ["organisation", "lawyer"]}, ("organisation", "lawyer")),
        ({"means": "abbreviation", "stands_for": "trợ giúp pháp lý"}, ("trợ giúp pháp lý",)),
        ({"means": "commune", "communes": ["05977", "06529"]}, ("05977", "06529")),
        ({"means": "language", "languages": ["tay"]}, ("tay",)),
    ],
)
def test_each_meaning_has_its_values(
    small: SmallRegister, means: dict[str, object], values: tuple[str, ...]
) -> None:
    word = public("vocabulary", **means)
    del word["fields_of_law"]
    small.publish("2026-03-02", listed("TN-0001", word))
    [found] = vocabulary(small.at("2026-03-02"))
    assert (found.means, found.values) == (means["means"], values)


def test_a_word_counts_from_its_day_to_its_end(small: SmallRegister) -> None:
    small.publish("2026-03-02", listed("TN-0001", public("vocabulary", effective_to="2026-03-10")))
    ended = {"status": "ended", "ended_on": "2026-03-05"}
    small.publish(
        "2026-03-05",
        listed("TN-0001", public("vocabulary", **ended), "ended", holds_from=date(2026, 3, 5)),
        listed("TN-0002", public("vocabulary", effective_from="2026-03-20")),
    )
    named = {day: [one.id for one in vocabulary(small.at(f"2026-03-{day}"))] for day in ("04", "05", "20")}
    assert named == {"04": ["TN-0001"], "05": [], "20": ["TN-0002"]}


def test_banners_and_alerts_show_while_they_hold_outages_first(small: SmallRegister) -> None:
    lasting = {"effective_from": "2026-03-02", "effective_to": "2026-03-20"}
    small.publish(
        "2026-03-02",
        listed("BN-0001", public("banner", name="Tin chung.", effective_to="2026-03-03")),
        listed("BN-0002", public("banner", **OUTAGE, **lasting)),
        listed("BN-0003", public("banner", **ALERT, **lasting)),
    )
    on = {day: small.at(f"2026-03-{day}") for day in ("01", "03", "04", "20", "21")}
    shown = {day: [one.text for one in banners(register)] for day, register in on.items()}
    assert shown == {
        "01": ["Tin chung."],
        "03": [OUTAGE["name"], "Tin chung."],
        "04": [OUTAGE["name"]],
        "20": [OUTAGE["name"]],
        "21": [],
    }
    assert [one.url for one in alerts(on["20"], "TT-01")] == ["/tin-ngan/BN-0003"]
    assert alerts(on["20"], "TC-001") == alerts(on["21"], "TT-01") == ()


def test_their_standing_is_said_as_of_the_law(small: SmallRegister) -> None:
    small.publish("2026-03-02", *unlisted())
    register = small.at("2026-03-02")
    standing = register.standing(register.versions[IDS["vocabulary"]])
    assert (standing.code, standing.sentence) == ("active", "Đang áp dụng.")
    late = small.at("2026-04-01")
    assert late.standing(late.versions["BN-0001"]).sentence == "Hết hiệu lực ngày 31/03/2026."
