"""Registers to test against, made by the real commands: shared to be read, copied to be written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app import create_app
from config import from_environment
from tests.pages import Visitor

BASE_URL = "https://tgpl.example.vn"


@contextmanager
def register_in(folder: Path, **env: str) -> Iterator[Flask]:
    """Yield the application over the register in ``folder``, and let go of its database afterwards."""
    app = create_app(from_environment({"INSTANCE_DIR": str(folder), "BASE_URL": BASE_URL, **env}))
    app.testing = True
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


@pytest.fixture
def living(sample_folder: Path, tmp_path: Path) -> Iterator[Flask]:
    """A sample register of one's own, to write to."""
    folder = tmp_path / "living"
    shutil.copytree(sample_folder, folder)
    with register_in(folder) as app:
        yield app


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Flask]:
    """A register without publications, ready to be filled."""
    with register_in(tmp_path / "empty") as app:
        app.extensions["instance"].prepare()
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
