"""What the register says, for a page in another language: codes in its words, names as they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.catalogue.card import Phone, card
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.public import tongues
from app.public.words import sentence, years
from app.web.language import N_, SOURCE, _, language

TOLD = ("forms_of_aid", "fields_of_law", "specialities", "languages", "premises_access", "gender")
"""The fields of closed codes that a page in another language shows."""

_DAYS = (N_("T2"), N_("T3"), N_("T4"), N_("T5"), N_("T6"), N_("T7"), N_("CN"))
_DAY = re.compile(rf"\b({'|'.join(_DAYS)})\b")


class Words(NamedTuple):
    """Words of the register and the language in which they are: the source where nobody translated them."""

    text: str
    lang: str


class Provider(NamedTuple):
    """An office or a person in a few words; ``via`` is the office that answers for a person."""

    name: str
    url: str
    kind: str
    phone: Phone | None
    via: str
    address: str
    fields: str
    hours: list[str]


def words(text: str) -> Words:
    """Return ``text`` in the language of this answer if its catalogue has it, to the letter."""
    translated = _(text)
    return Words(translated, SOURCE if translated == text else language())


def provider(version: Version, register: Register) -> Provider:
    """Return the few words about ``version``."""
    shown = card(version, register)
    reached = register.reached_at(version)
    office = card(reached, register) if reached else shown
    fields = said(version, "fields_of_law") or said(version, "specialities")
    return Provider(
        shown.name,
        tongues.at(shown.url),
        version.kind.en,
        shown.phone,
        shown.via.name if shown.via else "",
        office.address,
        sentence(tuple(fields)),
        [_DAY.sub(lambda day: _(day[0]), line) for line in office.hours],
    )


def facts(version: Version) -> list[tuple[str, str]]:
    """Return (label, words) of what is said of ``version`` in closed codes."""
    return [
        (version.kind.by_key[key].en, sentence(tuple(found))) for key in TOLD if (found := said(version, key))
    ]


def experience(count: int | None) -> list[tuple[str, str]]:
    """Return the line about a person's years."""
    return [(_("Kinh nghiệm"), years(count))] if count is not None else []


def said(version: Version, key: str) -> list[str]:
    """Return what ``version`` says in a field of codes, each in the language of this answer."""
    field, value = version.kind.by_key.get(key), version.document.get(key)
    if field is None or not value:
        return []
    return [_(field.show([one])) for one in value] if isinstance(value, list) else [_(field.show(value))]
