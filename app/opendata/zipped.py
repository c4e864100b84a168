"""A zip file written anew so that its bytes depend on its parts alone, on no clock, system or zlib."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_DAY_ONE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def steady(content: bytes) -> bytes:
    """Return the zip file ``content`` with the same parts in the same order."""
    with ZipFile(BytesIO(content)) as parts:
        return archive({part.filename: parts.read(part) for part in parts.infolist()})


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of ``parts`` by name, in their order.

    Stored, not deflated: what deflating makes of them differs from one zlib to the next.
    """
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as book:
        for name, content in parts.items():
            plain = ZipInfo(name, _DAY_ONE)
            plain.create_system = _UNIX
            book.writestr(plain, content)
    return written.getvalue()
