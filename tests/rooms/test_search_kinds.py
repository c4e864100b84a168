"""Each kind is found by its own words and by what people call it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.search.engine import Engine
from tests.rooms.every_kind import one_of_each
from tests.rooms.small_register import SmallRegister


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = SmallRegister(tmp_path)
    made.publish("2026-03-01", *one_of_each())
    yield made
    made.engine.dispose()


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("TGVPL", "TGV-0001"),
        ("TGV", "TGV-0001"),
        ("trợ giúp viên", "TGV-0001"),
        ("TVV", "TVV-0001"),
        ("TVVPL", "TVV-0001"),
        ("CTV", "CTV-0001"),
        ("cong tac vien", "CTV-0001"),
        ("CN 1", "CN-01"),
        ("TTHC", "TTHC-01"),
        ("thu tuc", "TTHC-01"),
        ("giấy khai sinh", "DT-01"),
        ("giay chung nhan", "DT-01"),
        ("thành lập chi nhánh", "TB-0001"),
    ],
)
def test_every_kind_is_found_by_what_it_is_called(small: SmallRegister, q: str, found: str) -> None:
    engine = Engine(small.folder)
    with small.session() as session:
        engine.ready(session, small.head().number)
    assert found in [version.listing_id for version in engine.search(small.at("2026-03-02"), q).versions]
