"""The files that published documents name: their addresses, and which may be handed out. Reads no disk."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds.files import Files

File = dict[str, str]
"""``{"name", "sha256"}``."""


def address(file: File) -> str:
    """Return the path of ``file`` from the root of the site."""
    return f"/tep/{file['sha256']}/{quote(file['name'])}"


def named_by(version: Version) -> Iterator[File]:
    """Yield the files that the public may read of ``version``."""
    for field in version.kind.public_fields:
        if isinstance(field.type, Files):
            yield from version.document.get(field.key, ())


def published(register: Register, sha256: str) -> File | None:
    """Return the file of this content that a listing names, whatever its standing, or None."""
    named = (file for version in register.versions.values() for file in named_by(version))
    return next((file for file in named if file["sha256"] == sha256), None)
