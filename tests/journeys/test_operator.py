"""The operator's story on a running server: two workers, a workbook loaded beside them, all find it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.browser import ROOT, serve
from tests.rooms.workbooks import CENTRE, LAWYER, ORGANISATION, sheet, workbook

pytestmark = pytest.mark.journey

PATIENCE = 10
ASKED_OF_EACH = 8
ENTRIES = {"centre": CENTRE, "organisation": ORGANISATION, "lawyer": LAWYER}


def flask(folder: Path, *command: str) -> str:
    """Run a command of the command line in a process of its own and return what it printed."""
    environment = {**os.environ, "INSTANCE_DIR": str(folder), "SAMPLE_DATA": "0"}
    done = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "flask", "--app", "app", *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def found(site: str, query: str) -> int:
    with urllib.request.urlopen(f"{site}/api/v1/search?q={query}", timeout=5) as answer:  # noqa: S310
        total: int = json.load(answer)["total"]
        return total


def test_what_is_loaded_beside_a_running_server_is_found_by_every_worker(tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    flask(folder, "prepare")
    book = workbook(tmp_path / "so.xlsx", *(sheet(kind, entry) for kind, entry in ENTRIES.items()))
    with serve(folder, workers=2, SAMPLE_DATA="0") as site:
        assert found(site, "luat+su") == 0
        said = flask(folder, "load", str(book), "--decision", "1-MẪU/QĐ", "--decision-date", "2026-11-20")
        assert said.splitlines()[-1] == "new=3 changed=0 unchanged=0 refused=0"
        until = time.monotonic() + PATIENCE
        while found(site, "luat+su") == 0:
            assert time.monotonic() < until, "the server does not find what was published"
        assert all(found(site, "luat+su") for _ in range(ASKED_OF_EACH)), "one worker is behind"
    assert flask(folder, "verify").startswith("OK 1 ")
