"""The whole register on PostgreSQL: by the command line and the pages, and equal to the one on SQLite."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import JSON, Engine, select
from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.db import Base, Json
from app.records import accepted
from tests import databases
from tests.conftest import register_in, run
from tests.doors.test_command_line import CENTRE, DECISION, LAWYER, filled
from tests.pages import Visitor

PAGES = (
    "/api/v1/listings?limit=500&status=all",
    "/api/v1/search?q=dat+dai&limit=100",
    "/danh-sach/to-chuc.json",
    "/danh-sach/nguoi-thuc-hien.json",
)


def engine(app: Flask) -> Engine:
    return app.extensions["instance"].engine


def told(value: Any) -> Any:
    """Return ``value`` without the hashes, which rest on salts and keys made anew."""
    if isinstance(value, dict):
        return {key: told(one) for key, one in value.items() if "hash" not in key and key != "key_id"}
    return [told(one) for one in value] if isinstance(value, list) else value


def test_a_workbook_is_loaded_searched_listed_and_verified(in_postgresql: None, tmp_path: Path) -> None:
    with register_in(tmp_path, DATABASE_URL=databases.empty(tmp_path), SAMPLE_DATA="0") as app:
        run(app, "prepare")
        said = run(app, "load", str(filled(app, centre=CENTRE, lawyer=LAWYER)), *DECISION)
        assert said.splitlines()[-1] == "new=2 changed=0 unchanged=0 refused=0"
        visitor = Visitor(app)
        assert visitor.get("/tim-kiem?q=nong+thu+hien").link("Nông Thử Hiền") == "/luat-su/LS-0001"
        assert "Nông Thử Hiền" in visitor.get("/danh-sach/nguoi-thuc-hien").text
        assert visitor.json("/readyz") == {"status": "ready"}
        assert re.fullmatch(r"OK 1 [0-9a-f]{64}\n", run(app, "verify"))


@pytest.mark.parametrize("path", PAGES)
def test_the_sample_register_reads_the_same_on_both(
    sample_in_postgresql: Flask, sample: Flask, path: str
) -> None:
    assert told(Visitor(sample_in_postgresql).json(path)) == told(Visitor(sample).json(path))


def test_the_accepted_records_are_the_same_on_both(sample_in_postgresql: Flask, sample: Flask) -> None:
    with Session(engine(sample_in_postgresql)) as here, Session(engine(sample)) as there:
        assert list(accepted.every(here)) == list(accepted.every(there))


def test_a_question_that_has_the_database_sort_text_is_found_out(session: Session) -> None:
    with pytest.raises(AssertionError, match="in its own way"):
        session.scalars(select(Account).order_by(Account.name.desc()))


def test_what_is_absent_is_null_in_every_column() -> None:
    columns = [column for table in Base.metadata.tables.values() for column in table.columns]
    assert not [column for column in columns if isinstance(column.type, JSON) and column.type is not Json]
