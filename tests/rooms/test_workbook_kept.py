"""A workbook that waits: every process tells the same of it, and a dead work is known from a living one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.workbook import kept
from app.workbook.kept import Abandoned, Forgotten, Kept
from app.workbook.progress import CELLS, OPENING, Said, heard_by, say
from app.workbook.upload import Refused
from tests.rooms.workbooks import CENTRE, reading, sheet, workbook

HOLDS_AND_WAITS = """
import sys, pathlib
from app.workbook import kept
lock = kept.begin(kept.Kept(pathlib.Path(sys.argv[1])), "tell")
print("begun", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def waiting(tmp_path: Path) -> Kept:
    book = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE))
    return kept.keep(tmp_path / "uploads", io.BytesIO(book.read_bytes()), "danh sách.xlsx", 7)


def test_a_workbook_waits_under_its_name_for_whoever_knows_its_token(waiting: Kept) -> None:
    root = waiting.folder.parent
    found = kept.find(root, waiting.token)
    assert (found.file.name, found.by, found.state, found.outcome) == ("danh sách.xlsx", 7, kept.IDLE, {})
    assert (kept.of(root, 7), kept.of(root, 8)) == ([found], [])
    for token in ("", "..", "x" * 22, f"{waiting.token}/book"):
        with pytest.raises(Forgotten):
            kept.find(root, token)


def test_of_what_is_refused_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        kept.keep(tmp_path, io.BytesIO(b"x"), "a.xlsx", 7)
    assert list(tmp_path.iterdir()) == []


def test_one_works_at_a_time_and_is_heard_of(waiting: Kept) -> None:
    lock = kept.begin(waiting, "tell")
    assert lock
    with kept.under(lock, waiting, "tell"):
        assert kept.begin(waiting, "submit") is None
        say(CELLS, "Trung tâm", 3, 9)
        assert waiting.state == kept.AT_WORK
        assert waiting.work == ("tell", (CELLS, "Trung tâm", 3, 9))
        waiting.conclude({"told": 1})
    assert (waiting.state, waiting.outcome) == (kept.IDLE, {"told": 1})


def test_a_work_whose_process_was_killed_has_died_and_can_begin_again(waiting: Kept) -> None:
    command = [sys.executable, "-c", HOLDS_AND_WAITS, str(waiting.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # noqa: S603
        assert other.stdout
        assert other.stdout.readline() == b"begun\n"
        assert waiting.state == kept.AT_WORK
        assert kept.begin(waiting, "tell") is None
        other.kill()
    assert (waiting.state, waiting.work[0]) == (kept.DIED, "tell")
    lock = kept.begin(waiting, "tell")
    assert lock
    with kept.under(lock, waiting, "tell"):
        pass
    assert waiting.state == kept.IDLE


def test_work_on_what_is_thrown_away_ends_in_its_midst(waiting: Kept) -> None:
    lock = kept.begin(waiting, "tell")
    assert lock
    with kept.under(lock, waiting, "tell"):
        kept.forget(waiting)
        with pytest.raises(Abandoned):
            say(CELLS)
    assert list(waiting.folder.parent.iterdir()) == []
    with pytest.raises(Forgotten):
        _ = waiting.state


def test_what_nobody_came_back_for_goes_after_a_week(waiting: Kept) -> None:
    kept.forget_old(waiting.folder.parent)
    assert waiting.state == kept.IDLE
    os.utime(waiting.folder, (0, 0))
    kept.forget_old(waiting.folder.parent)
    assert not waiting.folder.exists()


def test_a_reading_says_how_far_it_has_come(tmp_path: Path) -> None:
    heard: list[Said] = []
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), sheet("organisation"))
    with heard_by(heard.append):
        reading(path)
    assert [(one.where, one.done, one.of) for one in heard if one.step == CELLS] == [("Trung tâm", 0, 1)]
    assert heard[0].step == OPENING
    assert heard[-1].step == "together"
