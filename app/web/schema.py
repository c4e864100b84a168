"""Migrations, run by the program itself; apart, so that a server that is up to date never loads them."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.accounts.roster import add_command_line_accounts

MIGRATIONS = Path(__file__).parents[2] / "migrations"


def migrate(connection: Connection) -> None:
    """Bring the database to the newest revision, with the accounts that every register has."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    with Session(connection, join_transaction_mode="rollback_only") as session:
        add_command_line_accounts(session)
        session.flush()
