"""The search words that clerks publish, as phrases and abbreviations like those of the program."""

from __future__ import annotations

from collections.abc import Iterator

from app import kinds, places
from app.catalogue.register import Register
from app.catalogue.vocabulary import Word, vocabulary
from app.kinds import codes
from app.search import meaning
from app.search.meaning import Meaning
from app.vietnamese import fold

Phrase = tuple[str, Meaning]


def phrases(register: Register) -> list[Phrase]:
    """Return what clerks taught in ``register``, abbreviations left out."""
    return [
        (spelling, means)
        for word in vocabulary(register)
        for means in _means(word)
        for spelling in word.spellings
    ]


def abbreviations(register: Register) -> dict[str, str]:
    """Return abbreviation, folded -> the words it stands for."""
    return {
        fold(spelling): word.values[0]
        for word in vocabulary(register)
        if word.means == "abbreviation"
        for spelling in word.spellings
    }


def _means(word: Word) -> Iterator[Meaning]:
    """Yield the meaning of ``word``; where it has several values, the places together, else the first."""
    first = word.values[0]
    match word.means:
        case "field_of_law":
            yield Meaning(label=codes.FIELDS_OF_LAW.wording(first), field=first)
        case "kind":
            yield Meaning(label=kinds.find(first).sheet, kind=kinds.find(first).path)
        case "language":
            yield Meaning(label=codes.LANGUAGES.wording(first), language=first)
        case "commune":
            known = tuple(commune for code in word.values if (commune := places.commune(code)))
            if known:
                yield meaning.place(word.spellings[0], known)
