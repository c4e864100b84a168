"""A register that was filled by the first three kinds grows to ten and loses nothing on the way, nor back."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app import places
from app.db import for_writing, make_engine
from app.records import accepted
from tests import databases
from tests.house.checkout import ROOT

ROWS = """
INSERT INTO listing (id, kind, name, status, effective_from, confirmed_on, successor) VALUES
    ('TT-01', 'centre', 'Trung tâm', 'active', '2025-01-01', '2025-01-01', NULL),
    ('TC-001', 'organisation', 'Văn phòng', 'active', '2025-01-01', '2025-01-01', 'TC-001'),
    ('LS-0001', 'lawyer', 'Vi Văn Thử', 'active', '2025-01-01', '2025-01-01', NULL);
INSERT INTO centre (id, address, commune, phone, opening_hours, forms_of_aid, fields_of_law) VALUES
    ('TT-01', 'Số 1', '06529', '02053000000', '{}', '["advice"]', '["*"]');
INSERT INTO organisation (id, organisation_type, participation, representative, licence_number, licence_date,
    licence_issuer, certificate_number, scope, beneficiaries, address, commune, phone, forms_of_aid,
    fields_of_law) VALUES
    ('TC-001', 'law_practice', 'registration', 'Vi Văn Thử', '1', '2020-01-01', 'Sở', '2', 'Tỉnh', '["*"]',
    'Số 1', '06529', '02053000000', '["advice"]', '["*"]');
INSERT INTO lawyer (id, bar, engagements, contact_via, gender, experience_since, specialities, forms_of_aid)
    VALUES ('LS-0001', 'Đoàn', '["assigned"]', 'TC-001', 'female', '2015', '["criminal"]', '["advice"]')
"""
TABLES = ("listing", "centre", "organisation", "lawyer")


def at(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.attributes["connection"] = connection
    return config


def held(connection: Connection) -> list[list[object]]:
    return [list(connection.execute(text(f"SELECT * FROM {table} ORDER BY id"))) for table in TABLES]  # noqa: S608


@pytest.fixture
def filled(tmp_path: Path) -> Engine:
    """A register of three kinds with a listing of each."""
    engine = make_engine(f"sqlite:///{tmp_path / 'register.db'}")
    with for_writing(engine).begin() as connection:
        command.upgrade(at(connection), "0004")
        for statement in ROWS.split(";"):
            connection.execute(text(statement))
    return engine


def test_rows_stay_as_they_were_both_ways(filled: Engine) -> None:
    with filled.begin() as connection:
        before = held(connection)
    for move, revision in ((command.upgrade, "head"), (command.downgrade, "0004"), (command.upgrade, "head")):
        with for_writing(filled).begin() as connection:
            move(at(connection), revision)
        with filled.begin() as connection:
            assert held(connection) == before
            assert list(connection.execute(text("PRAGMA foreign_key_check"))) == []
    filled.dispose()


NOTICE = """
INSERT INTO listing (id, kind, name, status, effective_from, confirmed_on) VALUES
    ('TB-0001', 'notice', 'Thông báo', 'active', '2025-01-01', '2025-01-01');
INSERT INTO notice (id, notice_type) VALUES ('TB-0001', 'branch_founded')
"""


def test_a_notice_that_did_not_say_until_when_must_say_so_with_its_next_change(
    each_database: str, tmp_path: Path
) -> None:
    engine = make_engine(databases.empty(tmp_path / "register.db"))
    for move, revision in ((command.upgrade, "0011"), (command.upgrade, "head"), (command.downgrade, "0011")):
        with for_writing(engine).begin() as connection:
            move(at(connection), revision)
            for statement in NOTICE.split(";") if move is command.upgrade and revision == "0011" else ():
                connection.execute(text(statement))
            if revision == "head":
                held = accepted.document(Session(connection), "TB-0001")
                assert held is not None
                assert "posted_until" not in held
    engine.dispose()


def test_references_and_codes_are_held_after_the_upgrade(filled: Engine) -> None:
    with for_writing(filled).begin() as connection:
        command.upgrade(at(connection), "head")
    for wrong in (
        "UPDATE lawyer SET contact_via = 'TC-009'",
        "UPDATE lawyer SET gender = 'x'",
        "UPDATE listing SET status = 'suspended', suspended_on = '2025-01-01' WHERE id = 'LS-0001'",
    ):
        with pytest.raises(IntegrityError), for_writing(filled).begin() as connection:
            connection.execute(text(wrong))
    filled.dispose()


def test_sixteen_communes_are_known_to_have_no_difficult_hamlet_and_no_other_is(filled: Engine) -> None:
    with for_writing(filled).begin() as connection:
        command.upgrade(at(connection), "head")
        told = connection.execute(text("SELECT commune, hamlet, level, source FROM area_difficulty")).all()
    filled.dispose()
    assert len(told) == 16
    assert {(hamlet, level) for _, hamlet, level, _ in told} == {(None, "none")}
    assert all(places.commune(code) and "29/01/2026" in source for code, _, _, source in told)
