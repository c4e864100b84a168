"""The files that published documents name, and their addresses. Reads no disk and no register."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from app.canonical import Document
from app.kinds import Field, Kind
from app.kinds.files import Files

File = dict[str, str]
"""``{"name", "sha256"}``."""


def address(file: File) -> str:
    """Return the path of ``file`` from the root of the site."""
    return f"/tep/{file['sha256']}/{quote(file['name'])}"


def fields_of(kind: Kind) -> list[Field]:
    """Return the fields in which listings of ``kind`` name files for the public."""
    return [field for field in kind.public_fields if isinstance(field.type, Files)]


def named_in(kind: Kind, document: Document) -> Iterator[File]:
    """Yield the files that the public may read of a ``document``."""
    for field in fields_of(kind):
        yield from document.get(field.key, ())
