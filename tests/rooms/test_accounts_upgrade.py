"""Accounts of a register from before the desk: kept with all that refers to them, and able to be reset."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.accounts import audit, invitations, roster
from app.db import for_writing, make_engine
from tests import databases

BEFORE = "0010"
PEOPLE = (
    "INSERT INTO account (id, username, name, role, password_hash, sample) VALUES"
    " (1, 'nhap-lieu', 'Nhập liệu', 'clerk', NULL, false),"
    " (2, 'van-hanh', 'Vận hành', 'operator', NULL, false),"
    " (3, 'mau-chuyen-vien', 'Chuyên viên Mẫu', 'clerk', 'x', true),"
    " (4, 'mau-nguoi-duyet', 'Người duyệt Mẫu', 'approver', 'x', true)"
)
WORK = (
    "INSERT INTO change_set (id, title, author_id, created_at)"
    " VALUES (1, 'thử', 3, '2026-01-01T08:00:00+07:00')"
)


def test_accounts_keep_their_work_and_the_sample_clerk_becomes_the_departments(
    each_database: str, tmp_path: Path
) -> None:
    engine = make_engine(databases.empty(tmp_path / "old.db"))
    databases.migrate(engine, BEFORE)
    with for_writing(engine).begin() as connection:
        connection.execute(text(PEOPLE))
        connection.execute(text(WORK))
    databases.migrate(engine)
    with Session(for_writing(engine)) as session, session.begin():
        roles = {
            row.username: row.role for row in session.execute(text("SELECT username, role FROM account"))
        }
        assert roles == {
            "nhap-lieu": "clerk",
            "van-hanh": "operator",
            "mau-chuyen-vien": "clerk_department",
            "mau-nguoi-duyet": "approver",
        }
        if each_database == "sqlite":
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        assert session.scalar(text("SELECT author_id FROM change_set")) == 3
        clerk = roster.person(session, "mau-chuyen-vien")
        assert roster.state(clerk) == "invited"
        assert invitations.invite(session, clerk)
        audit.note(session, audit.by(clerk), "account.invited")
    engine.dispose()
