"""Attached files, each stored once under its SHA-256. Knows what may be kept, not which listing shows it.

A file is known by its content, never by the name or the type that a browser claims.
"""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from pathlib import Path, PurePath

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.attachments import DOCUMENTS, MEDIA_TYPES, SOUND, extension, path
from app.canonical import sha256, tidy
from app.db import Base
from app.faults import Fault

MOST_BYTES = 20_000_000
MOST_BYTES_OF_SOUND = 150_000
"""Half a minute of speech: what somebody in a mountain commune can wait for and pay for."""
LONGEST_NAME = 200

_MAGIC = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAMS = {"doc": "WordDocument", "xls": "Workbook"}
_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


class Attachment(Base):
    """One stored content and the name under which it first came."""

    __tablename__ = "attachment"
    __table_args__ = (CheckConstraint("length(sha256) = 64", name="sha256"),)

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    size: Mapped[int]


class Unkeepable(Fault):
    """A file that may not be attached."""


def keep(
    session: Session, folder: Path, name: str, data: bytes, among: tuple[str, ...] = DOCUMENTS
) -> dict[str, str]:
    """Store ``data`` under ``folder`` unless it is there; return ``{"name", "sha256"}`` for a document.

    Raises Unkeepable for too large a file, a name that is none or of a type not ``among`` those asked for, or
    a content that is not of the name's type.
    """
    kept_as = plain_name(name)
    kind = _kind(kept_as, among)
    _refuse(kind, data)
    digest = sha256(data)
    if session.get(Attachment, digest) is None:
        media_type = MEDIA_TYPES[kind]
        session.add(Attachment(sha256=digest, name=kept_as, media_type=media_type, size=len(data)))
        session.flush()
    if not path(folder, digest).exists():
        write(path(folder, digest), data)
    return {"name": kept_as, "sha256": digest}


def known(session: Session, digest: str) -> bool:
    """Whether a content with this SHA-256 was ever kept."""
    return session.get(Attachment, digest) is not None


def let_go(session: Session, digest: str) -> None:
    """Forget a content; its file is for the caller to remove once this is committed."""
    kept = session.get(Attachment, digest)
    if kept is not None:
        session.delete(kept)


def plain_name(name: str) -> str:
    """Return ``name`` without folders, in one line and without what separates files in a cell."""
    last = PurePath(tidy(name).replace("\\", "/")).name
    plain = " ".join("".join(one if one.isprintable() and one != ";" else " " for one in last).split())
    if not plain or len(plain) > LONGEST_NAME:
        raise Unkeepable(f"Tên tệp phải có từ 1 đến {LONGEST_NAME} ký tự.")
    return plain


def _kind(name: str, among: tuple[str, ...]) -> str:
    kind = extension(name)
    if kind not in among:
        raise Unkeepable(f"Chỉ nhận tệp {', '.join(among)}.")
    return kind


def _refuse(kind: str, data: bytes) -> None:
    if kind in SOUND and len(data) > MOST_BYTES_OF_SOUND:
        most, came = MOST_BYTES_OF_SOUND // 1000, len(data) // 1000
        raise Unkeepable(
            f"Tệp âm thanh quá lớn ({came} kB): nhiều nhất {most} kB. "
            "Hãy thu khoảng 30 giây và lưu MP3 một kênh, 32 kbit/s."
        )
    if len(data) > MOST_BYTES:
        raise Unkeepable(f"Tệp quá lớn: nhiều nhất {MOST_BYTES // 1_000_000} MB.")
    if not _is(kind, data):
        raise Unkeepable(f"Nội dung tệp không phải là {kind}, hoặc tệp có macro: hãy lưu lại đúng loại.")


def _is(kind: str, data: bytes) -> bool:
    """Whether the content is what the name says."""
    if kind in _MAGIC:
        return data.startswith(_MAGIC[kind])
    if kind in _STREAMS:
        return data.startswith(_OLE) and _STREAMS[kind].encode("utf-16-le") in data
    return _is_archive_of(kind, data)


def _is_archive_of(kind: str, data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.namelist()
            if any(part.lower().endswith("vbaproject.bin") for part in parts):
                return False
            if kind in _PARTS:
                return _PARTS[kind] in parts
            return parts[:1] == ["mimetype"] and archive.read("mimetype") == MEDIA_TYPES["odt"].encode()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def write(where: Path, data: bytes) -> None:
    """Let the file appear whole or not at all, whoever else writes the same."""
    where.parent.mkdir(parents=True, exist_ok=True)
    descriptor, started = tempfile.mkstemp(dir=where.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(started, where)
