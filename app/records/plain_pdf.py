"""Whether a file is a PDF that only shows pages: no script, program, file inside or lock. Knows bytes alone.

Names may be spelled with ``#xx`` and dictionaries packed into object streams; both are undone before looking.
What cannot be looked into is not plain.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|XFA|ImportData|SubmitForm|Encrypt)\b"
)
_SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_NUMBERED = re.compile(rb"\s*\d+\s+\d+")
_MOST_PACKED = 8_000_000
_TAIL = 2048


def is_plain(data: bytes) -> bool:
    """Return whether ``data`` is a whole PDF in which nothing runs, hides or is locked."""
    if not (data.startswith(b"%PDF-") and b"startxref" in data[-_TAIL:] and b"%%EOF" in data[-_TAIL:]):
        return False
    told = _told(data)
    try:
        packed = list(_packed(data))
    except zlib.error:
        return False
    return told.count(b"/ObjStm") == len(packed) and not any(
        _ACTIVE.search(part) for part in (told, *map(_told, packed))
    )


def _told(data: bytes) -> bytes:
    """Return ``data`` with every letter of a name written out."""
    return _SPELLED.sub(lambda found: bytes.fromhex(found[1].decode()), data)


def _packed(data: bytes) -> Iterator[bytes]:
    """Yield what the object streams hold. Raises zlib.error for one that is not simply deflated."""
    for found in _PACKED.finditer(data):
        opening = zlib.decompressobj()
        opened = opening.decompress(memoryview(data)[found.end() :], _MOST_PACKED)
        if opening.unconsumed_tail or not _NUMBERED.match(opened):
            raise zlib.error("packed in another way, or too much of it")
        yield opened
