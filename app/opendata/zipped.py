"""A zip file written anew so that its bytes depend on its parts alone, on no clock, system or zlib."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_DAY_ONE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def steady(content: bytes) -> bytes:
    """Return the zip file ``content`` with the same parts in the same order.

    Stored, not deflated: what deflating makes of them differs from one zlib to the next.
    """
    written = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(written, "w", ZIP_STORED) as archive:
        for part in parts.infolist():
            plain = ZipInfo(part.filename, _DAY_ONE)
            plain.create_system = _UNIX
            archive.writestr(plain, parts.read(part))
    return written.getvalue()
