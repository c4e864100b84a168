"""The fictional register at any size, as fast as it can be had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.catalogue import published
from app.catalogue.register import Register
from app.catalogue.version import Content
from app.ledger import read
from app.ledger.views import EntryView, PublicationView
from app.search.engine import Engine
from tests.relevance import fictional
from tests.relevance.opened import DAY
from tests.rooms.small_register import SmallRegister, listed

MOST_PUBLISHED = 10_000
"""Above this neither ledger nor index is written: publishing takes minutes, and the bit sets are the same."""


@contextmanager
def register(
    folder: Path, count: int, published_up_to: int = MOST_PUBLISHED
) -> Iterator[tuple[Register, Engine]]:
    """Yield ``count`` listings and an engine over them, which scans above ``published_up_to``."""
    engine = Engine(folder, fictional.PROVINCE)
    if count > published_up_to:
        yield _in_memory(count), engine
        return
    small = SmallRegister(folder)
    try:
        small.publish("2026-06-01", *(listed(*one) for one in fictional.listings(count)))
        with Session(small.engine) as session:
            engine.catch_up(session)
            yield published.load(session, read.head(session), DAY), engine
    finally:
        small.engine.dispose()


def _in_memory(count: int) -> Register:
    noon = datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    publication = PublicationView(1, "0" * 64, None, "", noon, None, {"instrument": "decision"})
    listings = fictional.listings(count)
    entries = [
        EntryView(number, 1, listing_id, "listed", date(2024, 1, 1), None, "")
        for number, (listing_id, _) in enumerate(listings, start=1)
    ]
    contents = {number: Content(document) for number, (_, document) in enumerate(listings, start=1)}
    by_listing = {entry.listing_id: (entry,) for entry in entries}
    return Register([publication], by_listing, n=1, day=DAY, chosen=entries, contents=contents)
