"""One changed byte anywhere in the four tables, or in a published file, is found, and its place is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.ledger import triggers
from app.ledger.export import export
from app.ledger.source import DatabaseSource, FileSource
from app.ledger.verify import Verdict, contains, head_verifies, verify
from tests.rooms.ledger_fixtures import Ledger, new_ledger, publish_a_history

PLACES = {
    "ledger_publication": "number",
    "ledger_entry": "number",
    "ledger_snapshot": "entry_number",
    "ledger_key": "id",
}
PUBLICATION_OF = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 4, 8: 4}
FLIPS = (0x01, 0x20, 0x80)
COUNTING = [1, 2, 4, 5, 8]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        yield ledger


@pytest.fixture
def unguarded(ledger: Ledger) -> Iterator[Session]:
    """A session in which the database itself refuses nothing any more."""
    with ledger.engine.connect() as connection:
        triggers.drop(connection)
        connection.commit()
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
            connection.connection.cursor().execute(f"PRAGMA {pragma}")
        with Session(connection) as session:
            yield session


def flipped(value: str) -> Iterator[bytes]:
    data = value.encode()
    for place in sorted({0, len(data) // 3, len(data) // 2, max(len(data) - 3, 0), len(data) - 1}):
        for flip in FLIPS:
            yield data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :]


def replacements(value: Any) -> list[Any]:
    match value:
        case int():
            return [value + 100, value + 1, value - 1, b"\x01", "one"]
        case str():
            return [None, value + " ", value.encode(), *((data, "text") for data in flipped(value))]
    return [1, "x", ""]


def verdict_after(session: Session, table: str, row: Any, column: str, value: Any) -> Verdict | None:
    """Return the verdict with ``value`` in one column, or None where SQLite itself cannot put it there."""
    value, new = (value[0], "CAST(:value AS TEXT)") if isinstance(value, tuple) else (value, ":value")
    statement = text(f"UPDATE {table} SET {column} = {new} WHERE {PLACES[table]} = :row")  # noqa: S608
    savepoint = session.begin_nested()
    try:
        session.execute(statement, {"value": value, "row": row})
        return verify(DatabaseSource(session))
    except IntegrityError:
        return None
    finally:
        savepoint.rollback()


def places_of(table: str, row: dict[str, Any], column: str, value: Any) -> set[tuple[Any, Any]]:
    """Return where a changed ``column`` may be told: where the row was, or where its new number puts it."""
    if table == "ledger_publication":
        return {(row["number"], None)} | ({(value, None)} if column == "number" else set())
    if table == "ledger_key":
        return {(row["from_publication"], None)} | ({(0, None)} if column == "from_publication" else set())
    entry = row.get("entry_number") or row["number"]
    home = PUBLICATION_OF[entry]
    # a publication that cannot be read at all is met while the one before is still being walked
    publications = {home} | ({value, home - 1} if column == "publication" else set())
    entries = {None, entry} | ({value} if column == PLACES[table] else set())
    return {(publication, place) for publication in publications for place in entries}


def test_the_whole_ledger_verifies(ledger: Ledger) -> None:
    with ledger.reading() as session:
        verdict = verify(DatabaseSource(session))
        assert str(verdict) == f"OK 4 {verdict.hash}"
        assert contains(DatabaseSource(session), 4, verdict.hash)
        assert not contains(DatabaseSource(session), 3, verdict.hash)
        assert head_verifies(session)


def test_an_empty_ledger_verifies(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger, ledger.reading() as session:
        assert str(verify(DatabaseSource(session))) == "OK 0 -"
        assert head_verifies(session)


@pytest.mark.parametrize("table", PLACES)
def test_one_changed_byte_in_any_column_is_found_and_placed(unguarded: Session, table: str) -> None:
    rows = [dict(row) for row in unguarded.execute(text(f"SELECT * FROM {table}")).mappings()]  # noqa: S608
    tried = 0
    for row in rows:
        for column, old in row.items():
            for value in replacements(old):
                verdict = verdict_after(unguarded, table, row[PLACES[table]], column, value)
                if verdict is None:
                    continue
                tried += 1
                where = f"{table} {row[PLACES[table]]} {column} = {value!r}: {verdict}"
                assert verdict.problem is not None, where
                found = (verdict.problem.publication, verdict.problem.entry)
                assert found in places_of(table, row, column, value), where
    assert tried > 10 * len(rows)


def a_file(ledger: Ledger, number: int = 4) -> str:
    with ledger.reading() as session:
        content = export(session, number, COUNTING[: number + 1], lambda _: {"languages"})
    return json.dumps(content, ensure_ascii=False)


def test_a_file_of_the_ledger_verifies_with_hidden_fields_and_without_old_snapshots(ledger: Ledger) -> None:
    content = json.loads(a_file(ledger))
    verdict = verify(FileSource(content))
    assert (verdict.ok, verdict.number) == (True, 4)
    assert [snapshot["entry"] for snapshot in content["snapshots"]] == COUNTING
    assert isinstance(json.loads(content["snapshots"][1]["body"])["fields"]["languages"], str)


def test_a_file_of_an_earlier_publication_ends_there(ledger: Ledger) -> None:
    content = json.loads(a_file(ledger, 1))
    assert verify(FileSource(content)).number == 1
    assert len(content["keys"]) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_one_changed_byte_in_a_file_is_found(ledger: Ledger, data: st.DataObject) -> None:
    original = a_file(ledger).encode()
    place = data.draw(st.integers(0, len(original) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != original[place]))
    tampered = original[:place] + bytes([byte]) + original[place + 1 :]
    try:
        content = json.loads(tampered)
        assert not verify(FileSource(content)).ok or content == json.loads(original)
    except ValueError:
        pass  # no JSON any more, or no file of the ledger


@pytest.mark.parametrize("table", ["publications", "entries", "keys"])
@pytest.mark.parametrize("copies", [0, 2])
def test_a_row_that_is_missing_or_stands_twice_is_found(ledger: Ledger, table: str, copies: int) -> None:
    original = json.loads(a_file(ledger))
    for place in range(len(original[table])):
        rows = original[table]
        content = original | {table: rows[:place] + rows[place : place + 1] * copies + rows[place + 1 :]}
        assert not verify(FileSource(content)).ok


def test_a_missing_snapshot_is_a_problem_in_the_database(unguarded: Session) -> None:
    unguarded.execute(text("DELETE FROM ledger_snapshot WHERE entry_number = 5"))
    assert str(verify(DatabaseSource(unguarded))).startswith("WRONG publication 2 entry 5: ")


def test_a_field_taken_away_without_a_redaction_is_found(unguarded: Session, ledger: Ledger) -> None:
    with ledger.reading() as session:
        hidden = export(session, 4, [4], lambda _: {"name"})["snapshots"][0]["body"]
    unguarded.execute(
        text("UPDATE ledger_snapshot SET body = :body WHERE entry_number = 4"), {"body": hidden}
    )
    assert str(verify(DatabaseSource(unguarded))) == (
        "WRONG publication 2 entry 4: taken away without a redaction: name"
    )


def test_a_head_that_does_not_verify_is_told_at_once(unguarded: Session) -> None:
    unguarded.execute(text("UPDATE ledger_entry SET listing_id = 'LS-0009' WHERE number = 8"))
    assert not head_verifies(unguarded)
    unguarded.execute(text("UPDATE ledger_publication SET hash = 'x' WHERE number = 4"))
    assert not head_verifies(unguarded)


@pytest.mark.parametrize("content", [None, [], {}, {"publications": {}}, {"publications": [1]}])
def test_something_else_than_a_file_of_the_ledger_is_refused(content: Any) -> None:
    with pytest.raises(ValueError, match="not a file of the ledger"):
        FileSource(content)
