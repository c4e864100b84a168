"""The index after a redaction: no word of it is left on disk, and none is found meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.canonical import encode
from app.catalogue.register import Register
from app.ledger import read
from app.ledger.append import Line
from app.ledger.commitment import redaction, without
from app.search.engine import REQUEST_INDEXES, Engine
from tests.rooms.small_register import (
    SmallRegister,
    lawyer,
    listed,
    organisation,
    three_offices_and_four_lawyers,
)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = three_offices_and_four_lawyers(tmp_path)
    yield made
    made.engine.dispose()


def ready(engine: Engine, small: SmallRegister) -> int:
    with small.session() as session:
        return engine.ready(session, small.head().number)


def found(engine: Engine, register: Register, q: str) -> list[str]:
    return [version.listing_id for version in engine.search(register, q).versions]


def taken_away(small: SmallRegister) -> None:
    """Take the name of TC-004, which an index knows, from the ledger."""
    entry = small.at("2025-07-01").versions["TC-004"].entry
    with small.session() as session:
        body = read.bodies(session, [entry])[entry]
    small.publish("2025-06-21", Line("TC-004", "redacted", None, redaction(["name"]), entry))
    small.replace_body(entry, encode(without(body, {"name"})))


def test_a_reindex_that_comes_first_after_a_redaction_leaves_no_word_either(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    small.publish("2025-06-20", listed("TC-004", organisation("Văn phòng Zyxw")))
    ready(engine, small)
    taken_away(small)
    with small.session() as session:
        engine.reindex(session)
    left = [path for path in (small.folder / "index").rglob("*") if path.is_file()]
    assert left
    assert not [path for path in left if b"zyxw" in path.read_bytes()]


def test_while_a_large_index_is_built_anew_nothing_redacted_is_found(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    many = [
        listed(f"LS-{serial}", lawyer(f"Lý Văn {serial}")) for serial in range(1000, 1000 + REQUEST_INDEXES)
    ]
    small.publish("2025-06-20", listed("TC-004", organisation("Văn phòng Zyxw")), *many)
    with small.session() as session:
        engine.catch_up(session)
    assert found(engine, small.at("2025-07-01"), "zyxw") == ["TC-004"]
    taken_away(small)
    assert ready(engine, small) == 4, "the documents are scanned meanwhile"
    assert found(engine, small.at("2025-07-01"), "zyxw") == []
    assert found(engine, small.at("2025-07-01"), "ly van 1001")[:1] == ["LS-1001"]
    with small.session() as session:
        assert engine.catch_up(session) == 4
    assert found(engine, small.at("2025-07-01"), "zyxw") == []
