"""The folders of the index, each named by schema, register and serial, and the lock of their one writer.

``CURRENT`` names it and is replaced atomically, so that every process sees a whole index or the one before.
Knows no Whoosh.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCHEMA = 3
"""Raised whenever other terms or other fields are indexed: an index of another schema is not opened."""

POINTER = "CURRENT"
_NAME = re.compile(r"(\d+)-([0-9a-f]{12})-(\d{6,})")

Stamp = tuple[int, int]


@contextmanager
def sole_writer(root: Path, *, wait: bool) -> Iterator[bool]:
    """Yield whether this is now the one writer under ``root``, of all threads and processes.

    With ``wait`` it always is, in the end. A process that dies lets go.
    """
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (root / "WRITER").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def stamp(root: Path) -> Stamp | None:
    """Return what changes whenever the pointer is replaced; None where there is none."""
    try:
        status = os.stat(root / POINTER)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino


def current(root: Path, identity: str) -> Path | None:
    """Return the current folder if it is of this schema and of the register ``identity``, else None."""
    found = _NAME.fullmatch(_pointed_at(root))
    if not found or (found[1], found[2]) != (str(SCHEMA), identity[:12]):
        return None
    folder = root / found[0]
    return folder if folder.is_dir() else None


def begin(root: Path, identity: str) -> Path:
    """Return a new, empty folder, not yet current. For the holder of the writers' lock."""
    serials = [int(found[3]) for path in root.iterdir() if (found := _NAME.fullmatch(path.name))]
    folder = root / f"{SCHEMA}-{identity[:12]}-{max(serials, default=0) + 1:06d}"
    folder.mkdir(mode=0o700)
    return folder


def make_current(folder: Path, *, keep_previous: bool) -> None:
    """Point at ``folder`` and remove the others, save for the one before where it is to be kept.

    A process that reads a removed folder holds its files open and goes on.
    """
    root = folder.parent
    previous = _pointed_at(root) if keep_previous else ""
    written = root / f"{POINTER}.tmp"
    with written.open("w", encoding="ascii") as file:
        file.write(folder.name)
        file.flush()
        os.fsync(file.fileno())
    os.replace(written, root / POINTER)
    for path in root.iterdir():
        if _NAME.fullmatch(path.name) and path.name not in (folder.name, previous):
            shutil.rmtree(path, ignore_errors=True)


def _pointed_at(root: Path) -> str:
    try:
        return (root / POINTER).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""
