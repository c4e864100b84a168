"""Registers to test against, made by the real commands: shared to be read, copied to be written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from app import create_app
from app.accounts import passwords
from app.desk import long_work
from config import from_environment
from tests import databases, postgres
from tests.pages import Visitor

BASE_URL = "https://tgpl.example.vn"


class _Compiled(BytecodeCache):
    """The templates, compiled once in this process and not anew for every register."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@contextmanager
def register_in(folder: Path, **env: str) -> Iterator[Flask]:
    """Yield the application over the register in ``folder``, and let go of its database afterwards."""
    app = create_app(from_environment({"INSTANCE_DIR": str(folder), "BASE_URL": BASE_URL, **env}))
    app.testing = True
    app.jinja_env.bytecode_cache = _COMPILED
    try:
        yield app
    finally:
        app.extensions["instance"].close()


def run(app: Flask, *command: str, exits: int = 0) -> str:
    """Run a command of the command line, expect its exit code, return what it printed."""
    result = app.test_cli_runner().invoke(args=list(command))
    said = result.output
    assert result.exit_code == exits, f"{command} exits {result.exit_code}: {said}{result.exception!r}"
    return said


@pytest.fixture(scope="session", autouse=True)
def _no_database_sorts_text() -> Iterator[None]:
    event.listen(Engine, "before_execute", databases.refuse_to_sort_text)
    yield
    event.remove(Engine, "before_execute", databases.refuse_to_sort_text)


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_hashed_cheaply() -> Iterator[None]:
    """By the same argon2id. What a hash costs in use is looked at in test_accounts_entering."""
    with pytest.MonkeyPatch.context() as here:
        here.setattr(passwords, "_HASHER", PasswordHasher.from_parameters(CHEAPEST))
        yield


@pytest.fixture(autouse=True)
def _every_work_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test waits for its work, however slow the machine: none outlives it."""
    monkeypatch.setattr(long_work, "WAIT_SECONDS", 60)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[postgres.Cluster]:
    """The tests' own PostgreSQL. Where there is none, a test that needs it fails, unless it is left out."""
    if postgres.left_out():
        pytest.skip("PostgreSQL is left out: WITHOUT_POSTGRESQL is set")
    if not postgres.is_here():
        pytest.fail(postgres.MISSING, pytrace=False)
    with postgres.cluster() as cluster:
        yield cluster


@pytest.fixture
def in_postgresql(postgresql: postgres.Cluster) -> Iterator[None]:
    """Every database that the test opens is one in PostgreSQL."""
    with databases.in_postgresql(postgresql):
        yield


@pytest.fixture(params=["sqlite", "postgresql"])
def each_database(request: pytest.FixtureRequest) -> str:
    """The test is done twice: with its databases in files, and with its databases in PostgreSQL."""
    if request.param == "postgresql":
        request.getfixturevalue("in_postgresql")
    return str(request.param)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instance folder of the sample register; nobody may write there."""
    folder = tmp_path_factory.mktemp("sample")
    with register_in(folder) as app:
        run(app, "seed")
    return folder


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Iterator[Flask]:
    """The sample register, to read."""
    with register_in(sample_folder) as app:
        yield app


@pytest.fixture(scope="session")
def sample_in_postgresql(
    postgresql: postgres.Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The sample register in PostgreSQL, to read: published and served by a role that owns no table."""
    folder = tmp_path_factory.mktemp("sample-in-postgresql")
    database, role = postgresql.create(), postgresql.create_role()
    with register_in(folder, DATABASE_URL=postgresql.url(database)) as app:
        run(app, "upgrade", "--grant-to", role)
    with register_in(folder, DATABASE_URL=postgresql.url(database, role)) as app:
        run(app, "seed")
        yield app


@pytest.fixture
def living(sample_folder: Path, tmp_path: Path) -> Iterator[Flask]:
    """A sample register of one's own, to write to."""
    folder = tmp_path / "living"
    shutil.copytree(sample_folder, folder)
    with register_in(folder) as app:
        yield app


@pytest.fixture
def living_in_postgresql(
    sample_in_postgresql: Flask, postgresql: postgres.Cluster, tmp_path: Path
) -> Iterator[Flask]:
    """The same in PostgreSQL, made from the sample register there and served by the same role."""
    like = sample_in_postgresql.extensions["instance"]
    like.close()  # nobody may be connected to what is copied; it connects again when asked
    url = make_url(like.settings.database_url)
    folder, database = tmp_path / "living", postgresql.create(str(url.database))
    shutil.copytree(like.settings.instance_dir, folder)
    with register_in(folder, DATABASE_URL=postgresql.url(database, str(url.username))) as app:
        yield app
    postgresql.drop(database)


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instance folder of a register without publications; nobody may write there."""
    folder = tmp_path_factory.mktemp("empty")
    with register_in(folder) as app:
        app.extensions["instance"].prepare()
    return folder


@pytest.fixture
def empty(empty_folder: Path, tmp_path: Path) -> Iterator[Flask]:
    """A register without publications, ready to be filled."""
    folder = tmp_path / "empty"
    shutil.copytree(empty_folder, folder)
    with register_in(folder) as app:
        yield app


@pytest.fixture
def visitor(sample: Flask) -> Visitor:
    """Somebody who reads the sample register."""
    return Visitor(sample)


@pytest.fixture
def empty_visitor(empty: Flask) -> Visitor:
    """Somebody who reads a register without publications."""
    return Visitor(empty)


@pytest.fixture
def session(living: Flask) -> Iterator[Session]:
    """A session on a living sample register, inside its application."""
    with living.app_context(), Session(living.extensions["instance"].engine) as session:
        yield session
