"""Workbooks that were handed in and wait in a folder: who brought each, how far it was read, what came of it.

All of that lies in files, so that every process of the server tells the same. Who works on a workbook holds
a lock that ends with its process: work that began, did not end and holds no lock has died. Knows no page.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import IO, Any

from app import clock
from app.faults import NotFound
from app.workbook import upload
from app.workbook.progress import Said, heard_by

KEPT_SECONDS = 7 * 24 * 3600
IDLE, AT_WORK, DIED = STATES = ("idle", "at work", "died")

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_BY, _BOOK, _LOCK, _WORK, _OUTCOME, _MARKED = (
    "by.json",
    "book",
    "lock",
    "work.json",
    "outcome.json",
    "marked.xlsx",
)
_LOOKS, _PAUSE = 10, 0.02
_SAID_SECONDS = 0.5
_FORGOTTEN = "Tệp này không còn: mỗi tệp chỉ giữ bảy ngày. Hãy gửi lại."


class Forgotten(NotFound):
    """The workbook was thrown away, or went with the days."""


class Abandoned(Exception):
    """The workbook was thrown away while it was worked on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A workbook that waits in ``folder``, which is named by its token."""

    folder: Path

    @property
    def token(self) -> str:
        """What its address holds: nobody guesses it."""
        return self.folder.name

    @property
    def file(self) -> Path:
        """The workbook itself, under the name that it came with."""
        return next((self.folder / _BOOK).iterdir())

    @property
    def by(self) -> int:
        """The id of the account that brought it."""
        return int(json.loads((self.folder / _BY).read_text()))

    @property
    def marked(self) -> Path:
        """Where its corrected copy lies, once there is one."""
        return self.folder / _MARKED

    @property
    def outcome(self) -> dict[str, Any]:
        """What the last finished work on it left; empty before any has finished."""
        path = self.folder / _OUTCOME
        left: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
        return left

    def conclude(self, outcome: dict[str, Any]) -> None:
        """Leave ``outcome``, plain values, in place of an earlier one."""
        _write(self.folder / _OUTCOME, outcome)

    @property
    def state(self) -> str:
        """One of `STATES`. Raises Forgotten."""
        with _lock_file(self) as file:
            if not _locked(file):
                return AT_WORK
            return DIED if (self.folder / _WORK).exists() else IDLE

    @property
    def work(self) -> tuple[str, Said]:
        """The name of the work that is going on, or that died, and how far it came."""
        try:
            name, *said = json.loads((self.folder / _WORK).read_text())
        except FileNotFoundError:  # it ended just now
            return "", Said("")
        return name, Said(*said)


def keep(root: Path, stream: IO[bytes], name: str, by: int) -> Kept:
    """Take in a workbook for the account ``by``. Raises Refused, and then keeps nothing."""
    folder = root / secrets.token_urlsafe(16)
    (folder / _BOOK).mkdir(mode=0o700, parents=True)
    try:
        upload.receive(stream, name, folder / _BOOK)
    except BaseException:
        shutil.rmtree(folder)
        raise
    _write(folder / _BY, by)
    return Kept(folder)


def find(root: Path, token: str) -> Kept:
    """Return the workbook with this token. Raises Forgotten."""
    folder = root / token
    if not _TOKEN.fullmatch(token) or not (folder / _BY).is_file():
        raise Forgotten(_FORGOTTEN)
    return Kept(folder)


def of(root: Path, by: int) -> list[Kept]:
    """Return the workbooks that the account ``by`` brought and that still wait, the newest first."""
    folders = sorted((path.parent for path in root.glob(f"*/{_BY}")), key=_age)
    return [one for one in map(Kept, folders) if one.by == by]


def forget(kept: Kept) -> None:
    """Throw a workbook away; work on it that is going on ends by itself."""
    going = kept.folder.with_name(secrets.token_hex(8))
    os.replace(kept.folder, going)  # at once, so that whoever writes there finds it gone
    shutil.rmtree(going)


def forget_old(root: Path) -> None:
    """Throw away what nobody came back for."""
    for one in root.iterdir():
        if clock.now().timestamp() - one.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(one) if one.is_dir() else one.unlink()


def begin(kept: Kept, name: str) -> IO[str] | None:
    """Begin the work ``name`` and return the lock to do it under; None where somebody is at it already.

    Raises Forgotten.
    """
    file = _lock_file(kept)
    for _look in range(_LOOKS):  # who only asks for the state holds the lock for a moment too
        if _locked(file):
            _write(kept.folder / _WORK, [name, *Said("")])
            return file
        sleep(_PAUSE)
    file.close()
    return None


@contextmanager
def under(lock: IO[str], kept: Kept, name: str) -> Iterator[None]:
    """Let a work that has begun be heard of, and end it. Where it raises it is told as one that died.

    Raises Abandoned out of the midst of the work once the workbook was thrown away.
    """
    with lock, heard_by(_Notes(kept, name)):
        yield
        (kept.folder / _WORK).unlink(missing_ok=True)


class _Notes:
    """Writes down what is said of a work, now and then."""

    def __init__(self, kept: Kept, name: str) -> None:
        self._kept, self._name = kept, name
        self._step, self._next = "", 0.0

    def __call__(self, said: Said) -> None:
        if said.step == self._step and monotonic() < self._next:
            return
        self._step, self._next = said.step, monotonic() + _SAID_SECONDS
        try:
            _write(self._kept.folder / _WORK, [self._name, *said])
        except FileNotFoundError as gone:
            raise Abandoned from gone


def _age(folder: Path) -> float:
    return -(folder / _BY).stat().st_mtime


def _lock_file(kept: Kept) -> IO[str]:
    try:
        return (kept.folder / _LOCK).open("w")
    except FileNotFoundError as gone:
        raise Forgotten(_FORGOTTEN) from gone


def _locked(file: IO[str]) -> bool:
    """Take the lock, which goes when ``file`` is closed or its process ends; whether nobody else has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write(path: Path, value: object) -> None:
    """Let the file appear whole: others read it meanwhile."""
    written = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    written.write_text(json.dumps(value, ensure_ascii=False))
    os.replace(written, path)
