"""Overwriting leaves the register as it was, and is for whoever owns the tables."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from app.ledger.source import DatabaseSource
from app.ledger.verify import verify
from app.publishing.erasure import overwrite
from tests.rooms.staff import FIRST, office_in


def test_the_register_stands_after_its_files_are_written_anew(each_database: str, tmp_path: Path) -> None:
    with office_in(tmp_path) as office:
        office.publish(*FIRST)
        assert overwrite(office.engine)
        with Session(office.engine) as session:
            assert verify(DatabaseSource(session)).ok
        office.publish(*FIRST[1:2])


def test_a_role_that_owns_no_table_leaves_it_to_the_owner(sample_in_postgresql: Flask) -> None:
    assert not overwrite(sample_in_postgresql.extensions["instance"].engine)
