"""What people type or paste, made plain: the same text whatever keyboard, system or spreadsheet it came by.

Knows no type of field. What could make a line read as another is refused, never quietly taken out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
_DITTO = re.compile(
    r"[\W_]*(?:nt|n\. ?t|như (?:(?:ô|dòng|hàng) )?trên)[\W_]*|[\"“”″〃]+|''|//", re.IGNORECASE
)


class Unreadable(ValueError):
    """What was read is not of the type. ``expected`` says in Vietnamese what is."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def plain(text: str) -> str:
    """Return ``text`` in NFC, with plain spaces and line ends and nothing invisible. Raises Unreadable."""
    seen = _SPACE.sub(" ", _INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    kept = unicodedata.normalize("NFC", seen)
    if unwanted := _UNWANTED.search(kept):
        raise Unreadable(f"chữ thường, không có ký tự điều khiển (U+{ord(unwanted.group()):04X})")
    kept = kept.strip()
    if escape := _ESCAPE.search(kept):
        raise Unreadable(f"chữ thường, không có mã của bảng tính ({escape.group()})")
    if _DITTO.fullmatch(kept):
        raise Unreadable("giá trị viết đầy đủ, không viết tắt “như trên”")
    return kept


def is_ditto(text: str) -> bool:
    """Whether ``text`` only says "as above": ``nt``, ``như trên``, a ditto mark."""
    return bool(_DITTO.fullmatch(single(text)))


def oddities(text: str) -> Iterator[str]:
    """Yield in Vietnamese what `plain` mends in ``text`` without a word."""
    if not unicodedata.is_normalized("NFC", text):
        yield "dấu rời khỏi chữ (NFD, thường từ máy Mac)"
    if _SPACE.search(text) or _INVISIBLE.search(text):
        yield "khoảng trắng đặc biệt hoặc ký tự ẩn (thường do chép từ trang web)"


def single(text: str) -> str:
    """Return ``text`` as names are compared: NFC, trimmed, single spaces, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())
