"""One running register: settings, database, keys. Makes an empty one ready; never upgrades by itself."""

from __future__ import annotations

import os
import secrets
from functools import cached_property
from pathlib import Path

from flask import current_app
from sqlalchemy import Connection, inspect, text

from app.accounts import audit_triggers
from app.db import for_writing, make_engine
from app.faults import OutOfDate
from app.ledger import grants
from app.ledger.signing import Signer
from app.search.engine import Engine
from config import Settings

REVISION = text("SELECT version_num FROM alembic_version")
VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"


class Instance:
    """The register behind one application object."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        settings.instance_dir.mkdir(parents=True, exist_ok=True)
        self.engine = make_engine(settings.database_url)
        self.search = Engine(settings.instance_dir, settings.province)

    @cached_property
    def signer(self) -> Signer:
        """The key that signs publications, made once where none was given."""
        return Signer.load_or_create(self.settings.signing_key_file)

    def secret_key(self) -> str:
        """Return the key for form tokens, made once where none was given."""
        path = self.settings.instance_dir / "secret-key"
        if self.settings.secret_key:
            return self.settings.secret_key
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(32))
        return path.read_text()

    def prepare(self) -> None:
        """Migrate an empty database and give it its keys and first accounts.

        Raises OutOfDate for a database that an older version of this program has filled.
        """
        with for_writing(self.engine).begin() as connection:
            tables = inspect(connection).get_table_names()
            if not tables:
                _migrate(connection)
            elif "alembic_version" not in tables or connection.scalar(REVISION) != _newest_revision():
                raise OutOfDate(
                    "Cơ sở dữ liệu thuộc phiên bản cũ: chạy “flask --app app upgrade” (run upgrade)."
                )
        _ = self.signer, self.secret_key()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def upgrade(self, grant_to: str | None = None) -> None:
        """Bring the database to the newest revision; let the role ``grant_to`` use it, where one is named.

        Raises NotAllowed as `grants.grant` does.
        """
        with for_writing(self.engine).begin() as connection:
            _migrate(connection)
            if grant_to:
                grants.grant(connection, grant_to, [audit_triggers.TABLE])


def _newest_revision() -> str:
    return max(path.stem.partition("_")[0] for path in VERSIONS.glob("[0-9]*.py"))


def _migrate(connection: Connection) -> None:
    from app.web.schema import migrate  # noqa: PLC0415  an up-to-date register starts without Alembic

    migrate(connection)


def instance() -> Instance:
    """Return the instance behind the current application."""
    found: Instance = current_app.extensions["instance"]
    return found
