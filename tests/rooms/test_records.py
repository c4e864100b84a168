"""The tables of records say what the kinds declare, no more and no less."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from app.kinds import EVERY_KIND, Kind
from app.kinds.declaration import REQUIRED
from app.records.tables import TABLES

KEPT_BESIDE = {"id", "kind"}
SUSPENSION = {"suspended_on", "suspension_number", "suspension_date", "suspension_issuer"}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.key)
def test_each_kind_has_a_column_for_each_field(kind: Kind) -> None:
    columns = {attribute.key for attribute in inspect(TABLES[kind.key]).column_attrs} - KEPT_BESIDE
    assert columns - SUSPENSION == set(kind.by_key) - SUSPENSION


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.key)
def test_a_column_is_not_null_exactly_where_publication_always_needs_the_field(kind: Kind) -> None:
    mapper = inspect(TABLES[kind.key])
    needed = {field.key for field in kind.fields if field.need is REQUIRED}
    filled = {one.key for one in mapper.column_attrs if not one.columns[0].nullable} - KEPT_BESIDE
    assert filled == needed


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.key)
def test_a_reference_is_a_foreign_key_to_listing(kind: Kind) -> None:
    mapper = inspect(TABLES[kind.key])
    single = {field.key for field in kind.fields if field.refers and field.type.name == "ref"}
    pointing = {one.key for one in mapper.column_attrs if one.columns[0].foreign_keys} - KEPT_BESIDE
    assert pointing - {"successor"} == single - {"successor"}
