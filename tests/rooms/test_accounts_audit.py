"""The record of what staff did: it grows, it chains, and it is never changed, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from app.accounts import audit, audit_triggers
from app.accounts.audit import Actor, Deed
from app.db import for_writing
from tests.rooms.staff import Office, office_in

SOMEBODY = Actor(None, "hoa", "10.0.0.1")


@pytest.fixture
def noted(each_database: str, tmp_path: Path) -> Iterator[Office]:
    """An office in which five things were done."""
    with office_in(tmp_path) as office:
        with office.work() as session:
            for number in range(1, 6):
                audit.note(session, SOMEBODY, "change.submitted", f"change:{number}", {"listing": "TC-001"})
        yield office


def test_lines_are_numbered_and_chained(noted: Office) -> None:
    with noted.work() as session:
        lines = list(session.query(Deed).order_by(Deed.number))
        assert [line.number for line in lines] == [1, 2, 3, 4, 5]
        assert [line.previous_hash for line in lines[1:]] == [line.hash for line in lines[:-1]]
        assert lines[0].detail == '{"listing":"TC-001"}'
        assert audit.verify(session) == audit.Verdict(5, lines[-1].hash)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE staff_deed SET about = ''", "DELETE FROM staff_deed WHERE number = 5"],
)
def test_the_database_refuses_to_change_or_forget_a_line(noted: Office, statement: str) -> None:
    with pytest.raises(IntegrityError, match="staff_deed is append-only"), noted.work() as session:
        session.execute(text(statement))


def test_nothing_replaces_a_line_nor_empties_the_table(noted: Office) -> None:
    on_sqlite = noted.engine.dialect.name == "sqlite"
    replacing = "INSERT OR REPLACE INTO staff_deed SELECT * FROM staff_deed WHERE number = 1"
    with pytest.raises(IntegrityError, match="staff_deed is append-only"), noted.work() as session:
        session.execute(text(replacing if on_sqlite else "TRUNCATE staff_deed"))


@pytest.mark.parametrize(
    ("damage", "wrong"),
    [
        ("UPDATE staff_deed SET username = 'lan' WHERE number = 3", 3),
        ("UPDATE staff_deed SET detail = '{}' WHERE number = 5", 5),
        ("DELETE FROM staff_deed WHERE number = 2", 2),
        ("DELETE FROM staff_deed WHERE number = 1", 1),
    ],
)
def test_verifying_finds_the_line_that_was_touched(noted: Office, damage: str, wrong: int) -> None:
    with noted.work() as session:
        audit_triggers.drop(session.connection())
        session.execute(text(damage))
        assert audit.verify(session).wrong == wrong


def test_the_role_that_serves_may_add_and_nothing_else(sample_in_postgresql: Flask) -> None:
    engine = for_writing(sample_in_postgresql.extensions["instance"].engine)
    for statement in ("UPDATE staff_deed SET about = ''", "DELETE FROM staff_deed", "TRUNCATE staff_deed"):
        with pytest.raises(ProgrammingError, match="permission denied"), engine.connect() as connection:
            connection.execute(text(statement))
