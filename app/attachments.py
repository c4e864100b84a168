"""Where attached files lie and what they are. Knows neither who attached one nor which listing names it."""

from __future__ import annotations

from pathlib import Path, PurePath

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "png": "image/png",
    "jpg": "image/jpeg",
    "mp3": "audio/mpeg",
}
"""The types that may be attached, by the extension of the name."""

SOUND = ("mp3",)
DOCUMENTS = tuple(kind for kind in MEDIA_TYPES if kind not in SOUND)


def folder(instance_dir: Path) -> Path:
    """Return the folder of attachments of one instance."""
    return instance_dir / "attachments"


def path(folder: Path, digest: str) -> Path:
    """Return where a content lies under ``folder``, by its SHA-256."""
    return folder / digest[:2] / digest


def extension(name: str) -> str:
    """Return the extension of a file's name as `MEDIA_TYPES` writes it; "" where it has none."""
    return PurePath(name).suffix.lower().removeprefix(".").replace("jpeg", "jpg")
