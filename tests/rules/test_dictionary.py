"""The kinds are the data dictionary, row by row: keys, labels, types, who sees a field, when it is needed."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from app.kinds import KINDS, Field, Kind, Nature
from app.kinds.declaration import OPTIONAL, REQUIRED
from app.kinds.types import Code, Codes

DATA = Path(__file__).parent / "data"
TABLE = DATA / "dictionary.csv"
BESIDE_THE_SNAPSHOT = {"id"}
OF_ORGANISATIONS = {"suspended_on", "suspension_number", "suspension_date", "suspension_issuer"}
BASIS = {"basis_number", "basis_date", "basis_issuer"}
"""The dictionary says "only where said" of them and then names no case in which one must be filled."""


REFERS = {
    "centre": {"director": "aid_officer"},
    "branch": {"centre": "centre", "head": "aid_officer"},
    "organisation": {"beneficiaries": "eligibility"},
    "aid_officer": {"workplace": "centre branch"},
    "lawyer": {"contact_via": "centre branch organisation", "organisation": "organisation"},
    "consultant": {"organisation": "organisation"},
    "collaborator": {"centre": "centre"},
}
"""Of which kinds the entries are that a field may name, as the dictionary says."""
LISTED_BESIDE = {"specialities": "fields_of_law", "assistance_languages": "languages"}
"""Fields whose list the dictionary gives under another key."""


class Row(NamedTuple):
    """One row of the dictionary; ``kind`` may be a block. An empty ``type`` is one that it leaves open."""

    kind: str
    key: str
    label: str
    type: str
    seen: str
    need: str


with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = [Row(**row) for row in csv.DictReader(file)]


def rows_of(kind: Kind) -> list[Row]:
    """Return the rows that hold for ``kind``: its blocks' and its own."""
    blocks = {"every", kind.nature.value, kind.key}
    absent = BESIDE_THE_SNAPSHOT | (OF_ORGANISATIONS if kind.key != "organisation" else set())
    return [row for row in ROWS if row.kind in blocks and row.key not in absent]


def for_persons(cell: str, kind: Kind) -> str:
    """Return what a cell such as ``list; persons: staff`` says of ``kind``."""
    general, _, persons = cell.partition("; persons: ")
    return persons if persons and kind.nature is Nature.PERSON else general


def needed(row: Row, kind: Kind) -> str:
    """Return R, r or nothing."""
    wanted, _, where = row.need.partition(" for ")
    return "" if row.key in BASIS or (where and kind.key not in where.split(" and ")) else wanted[:1]


def need_of(field: Field) -> str:
    return {REQUIRED: "R", OPTIONAL: ""}.get(field.need, "r")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_each_row_of_the_dictionary_is_a_field_to_the_letter(kind: Kind) -> None:
    rows = rows_of(kind)
    assert {row.key for row in rows} == set(kind.by_key)
    for row in rows:
        field = kind.by_key[row.key]
        declared = (field.vi, field.type.name, field.seen.value, need_of(field))
        wanted = (
            for_persons(row.label, kind),
            row.type or field.type.name,
            for_persons(row.seen, kind),
            needed(row, kind),
        )
        assert declared == wanted, f"{kind.key}.{row.key}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_fields_of_each_block_stand_in_the_order_of_the_dictionary(kind: Kind) -> None:
    for block in ("every", kind.nature.value, kind.key):
        keys = [row.key for row in rows_of(kind) if row.kind == block]
        assert [key for key in kind.by_key if key in keys] == keys


def test_the_kinds_stand_in_the_order_of_the_dictionary() -> None:
    blocks = list(dict.fromkeys(row.kind for row in ROWS))
    assert blocks == ["every", "office", "person", *(kind.key for kind in KINDS)]


def test_every_row_of_the_dictionary_is_covered() -> None:
    covered = {(row.kind, row.key) for kind in KINDS for row in rows_of(kind)}
    beside = {("every", "id")}
    assert covered | beside == {(row.kind, row.key) for row in ROWS}
    assert (len(ROWS), sum(len(kind.fields) for kind in KINDS)) == (138, 360)


def codes_of(name: str) -> list[tuple[str, str]]:
    with (DATA / "codes.csv").open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["wording"]) for row in csv.DictReader(file) if row["list"] == name]


def list_of(key: str, kind: Kind) -> str:
    """Return under which name the dictionary gives the codes of a field."""
    if key != "status":
        return LISTED_BESIDE.get(key, key)
    if kind.nature is Nature.LAW:
        return "status of law"
    return "status of organisation" if kind.key == "organisation" else "status of most"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_each_closed_list_is_that_of_the_dictionary_in_its_order_dated_and_with_its_source(
    kind: Kind,
) -> None:
    for field in kind.fields:
        if isinstance(field.type, Code | Codes):
            codes = field.type.codes
            assert codes.source
            assert date.fromisoformat(codes.compared_on)
            if field.key != "end_ground":  # of these the research gives the reasons, not the codes
                assert list(codes.pairs) == codes_of(list_of(field.key, kind)), f"{kind.key}.{field.key}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_each_reference_may_name_the_kinds_of_the_dictionary(kind: Kind) -> None:
    named = {field.key: " ".join(field.refers_to) for field in kind.fields if field.refers}
    assert named.pop("successor").split()
    assert named == REFERS.get(kind.key, {})
