"""Numbers of one person, told from those of offices, documents, days and sums of money. Pure."""

from __future__ import annotations

import re

_DATE = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d)")
_SUM = re.compile(r"(?<!\d)\d{1,3}(?:[. ]\d{3})+(?=\s*(?:đồng|đ\b|VN[DĐ]))")
_GAP = r"[ .\-–()]{0,3}"

_MOBILE = re.compile(rf"(?<!\d)(?:\+?84|0){_GAP}[35789](?:{_GAP}\d){{8}}(?!\d)")
_OFFICE = (
    r"(?!02\d{9}(?!\d)|1[89]00\d{4}(?:\d\d)?(?!\d))"  # landlines of 11 digits; toll-free and service lines
)
_DOCUMENT = r"(?!\d|/\D)"  # a number with a mark behind it, such as 123456789/QĐ, is a document's
_IDENTITY = re.compile(
    rf"(?<![\d/]){_OFFICE}\d{{9,12}}{_DOCUMENT}"
    rf"|(?<!\d)\d{{3}}(?:[ .\-]\d{{3}}){{2,3}}(?![ .\-]?\d){_DOCUMENT}"
    rf"|(?<!\d)0\d{{3}}(?:[ .\-]\d{{4}}){{2}}(?![ .\-]?\d){_DOCUMENT}"
)
_BIRTH = re.compile(r"\b(?<!học )sinh (?:ngày|năm)\b|\b(?:ngày|năm) sinh\W{0,3}\d", re.IGNORECASE)


def mobile(text: str) -> str:
    """Return the first mobile number in ``text``, however grouped, or an empty text."""
    return _first(_MOBILE, _plain(text))


def identity(text: str) -> str:
    """Return the first number of nine to twelve digits that no office or document has, or an empty text."""
    return _first(_IDENTITY, _MOBILE.sub("…", _plain(text)))


def birth(text: str) -> str:
    """Return the first words that tell when somebody was born, or an empty text."""
    return _first(_BIRTH, text)


def _plain(text: str) -> str:
    """Return ``text`` without days and sums of money, whose digits would read as numbers of people."""
    return _SUM.sub("…", _DATE.sub("…", text))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group().strip() if found else ""
