"""The search words in force that clerks added to those of the program. A function of a register."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds.vocabulary import VALUE_OF


@dataclass(frozen=True, slots=True)
class Word:
    """What people type, in one or several ways, and what they mean by it.

    ``means`` is field_of_law, kind, abbreviation, commune or language; ``values`` are codes, of an
    abbreviation the words it stands for. ``id`` is the listing's.
    """

    id: str
    spellings: tuple[str, ...]
    means: str
    values: tuple[str, ...]


def vocabulary(register: Register) -> tuple[Word, ...]:
    """Return the words in force in ``register``, in the order of their names."""
    return register.derived(_words)


def _words(register: Register) -> tuple[Word, ...]:
    return tuple(word for version in register.of_kind("vocabulary") if (word := _word(version, register)))


def _word(version: Version, register: Register) -> Word | None:
    """Return ``version`` as a word; None where it is not in force or what matters was taken away."""
    document = version.document
    value = document.get(VALUE_OF.get(document.get("means", ""), ""))
    spellings = [document.get("name"), *document.get("spellings", [])]
    written = tuple(dict.fromkeys(one for one in spellings if one))
    if not written or not value or not register.choosable(version):
        return None
    values = tuple(value) if isinstance(value, list) else (value,)
    return Word(version.listing_id, written, document["means"], values)
