"""How the name of a place is written: kind words, abbreviations, punctuation. Must not know any place."""

from __future__ import annotations

import re
import unicodedata

from app.vietnamese import exact, fold, words

_KINDS = {"xa", "phuong", "thi tran", "dac khu", "huyen", "quan", "thi xa", "thanh pho", "tinh"}
_ABBREVIATED = {
    "x": "xã", "p": "phường", "tt": "thị trấn", "đk": "đặc khu", "h": "huyện", "q": "quận",
    "tx": "thị xã", "tp": "thành phố", "t": "tỉnh",
}  # fmt: skip
_ABBREVIATION = re.compile(rf"({'|'.join(_ABBREVIATED)})(?:\s*\.\s*|\s+)(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;()]|\s[-–]\s|\s(?=cũ\b)", re.IGNORECASE)


def split_kind(name: str) -> tuple[str, str]:
    """``"Thị trấn Lộc Bình"`` to ``("thi tran", "Lộc Bình")``; the kind is ``""`` where none is written."""
    for length in (1, 2):
        parts = name.split(maxsplit=length)
        if len(parts) > length and (kind := fold(" ".join(parts[:length]))) in _KINDS:
            return kind, parts[length]
    return "", name


def name_without_kind(name: str) -> str:
    """``"Xã Lộc Bình"`` to ``"Lộc Bình"``."""
    return split_kind(name)[1]


def spelling(name: str) -> str:
    """One writing for each name as spoken: marks count; case, tone placement and punctuation do not."""
    return " ".join(words(exact(name)))


def segments(text: str) -> list[str]:
    """``"TT. Lộc Bình (cũ), H.Lộc Bình"`` to ``["thị trấn Lộc Bình", "cũ", "huyện Lộc Bình"]``."""
    parts = (part.strip(" .") for part in _BETWEEN.split(unicodedata.normalize("NFC", text)))
    return [_expanded(part) for part in parts if part]


def _expanded(part: str) -> str:
    short = _ABBREVIATION.match(part)
    return f"{_ABBREVIATED[short[1].lower()]} {part[short.end() :]}" if short else part
