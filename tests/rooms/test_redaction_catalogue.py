"""Whatever field of whatever kind is taken away, the register can still be listed, shown and told as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.catalogue.api import listing_json
from app.catalogue.banners import banners
from app.catalogue.card import card
from app.catalogue.groups import GROUPS
from app.catalogue.lists import official
from app.catalogue.register import Register
from app.catalogue.rows import rows
from app.catalogue.version import Content
from app.catalogue.vocabulary import vocabulary
from app.ledger import read
from app.ledger.commitment import reveal
from app.search.masks import Masks
from app.search.scan import Scan
from tests.rooms.every_kind import IDS, one_of_each, unlisted
from tests.rooms.small_register import SmallRegister

DAY = date(2026, 3, 15)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = SmallRegister(tmp_path)
    made.publish("2026-03-01", *one_of_each(), *unlisted())
    yield made
    made.engine.dispose()


def registers_without_one_field(small: SmallRegister) -> Iterator[tuple[str, str, Register]]:
    """Yield (listing, key, register in which just that was taken away) for every field of every kind."""
    with small.session() as session:
        chain = read.publications(session)
        lines = read.entries(session)
        bodies = read.bodies(session, [line.number for line in lines])
    whole = {number: Content(reveal(body)) for number, body in bodies.items()}
    entries = {line.listing_id: [line] for line in lines}
    for line in lines:
        document = whole[line.number].document
        for key in document:
            left = {one: value for one, value in document.items() if one != key}
            contents = whole | {line.number: Content(left, frozenset({key}))}
            yield (
                line.listing_id,
                key,
                Register(chain, entries, n=1, day=DAY, chosen=lines, contents=contents),
            )


def shown(register: Register) -> None:
    """Ask the register everything that pages, files and the API ask."""
    for collection in {group.collection for group in GROUPS}:
        official(register, collection)
    for version in register.ordered:
        card(version, register)
        listing_json(version, register, "https://tgpl.example.vn", "page")
        register.people_of(version.listing_id)
    vocabulary(register)
    banners(register)
    Masks(register, Scan(register)).anywhere("mau")


def test_every_field_can_be_missed(small: SmallRegister) -> None:
    tried = set()
    for listing_id, key, register in registers_without_one_field(small):
        shown(register)
        version = register.versions[listing_id]
        states = {row.key: row.state for row in rows(version, register)}
        assert states[key] == "redacted", f"{listing_id} {key}"
        tried.add(listing_id)
    assert tried == {*IDS.values()}


def test_a_banner_without_its_words_its_office_or_its_end_is_shown_nowhere(small: SmallRegister) -> None:
    for listing_id, key, register in registers_without_one_field(small):
        if listing_id == "BN-0001":
            assert bool(banners(register)) == (key not in ("name", "effective_to"))


def test_of_what_nothing_is_left_nothing_is_listed_and_nobody_sent_there(small: SmallRegister) -> None:
    with small.session() as session:
        chain, lines = read.publications(session), read.entries(session)
        bodies = read.bodies(session, [line.number for line in lines])
    for gone in lines:
        contents = {number: Content(reveal(body)) for number, body in bodies.items()}
        contents[gone.number] = Content({}, frozenset(bodies[gone.number]["fields"]))
        entries = {line.listing_id: [line] for line in lines}
        register = Register(chain, entries, n=1, day=DAY, chosen=lines, contents=contents)
        shown(register)
        assert gone.listing_id not in {one.listing_id for one in register.ordered}
        assert not register.choosable(register.versions[gone.listing_id])
