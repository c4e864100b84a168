"""Taking in a workbook that somebody sends: only so much of it, under a plain name. Knows no web page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from app.faults import Fault
from app.workbook import archive

LONGEST_NAME = 200
SUFFIXES = tuple(f".{one}" for one in archive.FORMATS)
_CHUNK = 1 << 16


class Refused(Fault):
    """A file that is not taken in. ``str`` says in Vietnamese why."""


def receive(stream: IO[bytes], name: str, folder: Path) -> Path:
    """Write ``stream`` to a new file ``name`` in ``folder`` and return it; nothing stays of what is refused.

    Raises Refused as soon as too much has come, for a name that is none, or for what is no workbook.
    """
    _refuse_name(name)
    path = folder / name
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _copy(stream, file)
        if fault := archive.fault_of(path):
            raise Refused(f"{name}: {fault}.")
    except BaseException:
        path.unlink()
        raise
    return path


def _refuse_name(name: str) -> None:
    if "/" in name or "\\" in name or not name.isprintable() or name.startswith("."):
        raise Refused("Tên tệp không được chứa đường dẫn hay ký tự lạ: hãy đổi tên tệp rồi gửi lại.")
    if not name or len(name.encode()) > LONGEST_NAME:
        raise Refused("Tên tệp trống hoặc quá dài: hãy đặt tên ngắn hơn.")
    suffix = Path(name).suffix.lower()
    if suffix == ".xlsm":
        raise Refused("Không nhận sổ tính có macro (.xlsm): hãy lưu lại dạng Excel Workbook (.xlsx).")
    if suffix not in SUFFIXES:
        raise Refused(f"Chỉ nhận sổ tính {', '.join(SUFFIXES)}.")


def _copy(stream: IO[bytes], file: IO[bytes]) -> None:
    received = 0
    while chunk := stream.read(_CHUNK):
        received += len(chunk)
        if received > archive.MOST_BYTES:
            raise Refused(f"Tệp quá lớn: nhiều nhất {archive.MOST_BYTES // 1_000_000} MB.")
        file.write(chunk)
