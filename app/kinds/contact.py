"""Types of ways to reach an office: phone, mail, web address. Numbers are kept as digits, shown grouped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from app.canonical import Value
from app.kinds.typed import Unreadable, plain

COUNTRY = "VN"

_NUMBERS = 10_000
"""How many numbers are remembered as they are shown: those of a register, which stand on page after page."""


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A Vietnamese number kept as its national digits, such as ``02053812345``."""

    name: str = "phone"

    def read(self, text: str, province: str) -> Value:
        try:
            number = phonenumbers.parse(text, COUNTRY)
        except phonenumbers.NumberParseException:
            raise Unreadable("số điện thoại, ví dụ 0205 3812 345") from None
        if not phonenumbers.is_valid_number_for_region(number, COUNTRY) or number.extension:
            raise Unreadable("số điện thoại Việt Nam đủ chữ số, ví dụ 0205 3812 345")
        return re.sub(r"\D", "", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))

    def show(self, value: Value) -> str:
        return grouped(value)


@lru_cache(_NUMBERS)
def grouped(digits: str) -> str:
    """Return national digits as people read them, such as ``0205 3812 345``."""
    number = phonenumbers.parse(digits, COUNTRY)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


@lru_cache(_NUMBERS)
def dialled(digits: str) -> str:
    """Return the E.164 form for a ``tel:`` link. A toll-free 1800 or 1900 number is dialled as it stands."""
    if digits.startswith(("1800", "1900")):
        return digits
    number = phonenumbers.parse(digits, COUNTRY)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(_NUMBERS)
def is_mobile(digits: str) -> bool:
    """Return whether a number can read a text message."""
    kind = phonenumbers.number_type(phonenumbers.parse(digits, COUNTRY))
    return kind == phonenumbers.PhoneNumberType.MOBILE


@dataclass(frozen=True, slots=True)
class Email:
    """A mail address."""

    name: str = "email"

    def read(self, text: str, province: str) -> Value:
        kept = plain(text)
        if not re.fullmatch(r"[^\s@<>\"]{1,64}@[\w-]+(\.[\w-]+)+", kept):
            raise Unreadable("thư điện tử, ví dụ vanphong@example.vn")
        return kept

    def show(self, value: Value) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address with http or https; nothing else may become a link."""

    name: str = "url"

    def read(self, text: str, province: str) -> Value:
        kept = plain(text)
        if not re.fullmatch(r"https?://[^\s<>\"']{3,300}", kept):
            raise Unreadable("địa chỉ bắt đầu bằng https:// hoặc http://")
        return kept

    def show(self, value: Value) -> str:
        return str(value)
