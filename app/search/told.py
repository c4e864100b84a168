"""Why a listing was found, and how the query had to be read for it. Knows bit sets and texts, no rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from app.catalogue.version import Version
from app.kinds import codes
from app.search import ways as prices
from app.search.alike import SOUND
from app.search.masks import Masks, Said
from app.search.meaning import Meaning
from app.search.parse import Part, meanings
from app.search.read_as import ReadAs, Replaced, understood
from app.search.words import NAME, NUMBER, PLACE, forms, run, whole_number
from app.vietnamese import fold, words

_CODED = {
    "field": (codes.FIELDS_OF_LAW, ("fields_of_law", "specialities")),
    "form": (codes.FORMS_OF_AID, ("forms_of_aid",)),
    "language": (codes.LANGUAGES, ("languages",)),
    "gender": (codes.GENDER, ("gender",)),
}


def read_as(masks: Masks, parts: Sequence[Part], best: int | None) -> ReadAs:
    """Return how a query of ``parts`` was understood; ``best`` is the position of its first answer."""
    met = [part.filler or _met(masks, part, best) for part in parts]
    version = masks.versions[best] if best is not None else None
    helping = any(meaning.field for meaning in meanings(parts))
    place = next((part for part in parts if part.meaning and part.meaning.place), None)
    near = place and place.meaning and best is not None and _only_near(masks, place, best)
    return ReadAs(
        words=tuple(_marked(masks, parts, met, version)),
        dropped=tuple(
            part.typed
            for part, it_is in zip(parts, met, strict=True)
            if not it_is and best is not None and not (helping and part.plain)
        ),
        replaced=tuple(dict.fromkeys(_replaced(masks, parts, version))),
        understood=tuple(understood(parts)),
        choices=tuple(
            choice for meaning in meanings(parts) if meaning.place for choice in meaning.place.choices
        ),
        topics=frozenset(meaning.topic for meaning in meanings(parts) if meaning.topic),
        nearby=place.meaning.label if near and place and place.meaning else "",
    )


def why(masks: Masks, parts: Sequence[Part], version: Version) -> tuple[str, ...]:
    """Return the keys of the fields that matched; for the place of an office, the ref to it."""
    sought = _sought(parts)
    said = masks.said(version)
    keys = [key for key, group, text in said if group != NUMBER and _matches(sought, text)]
    keys += [key for meaning in meanings(parts) for key in _coded(meaning, version)]
    keys += [key for key, group, text in said if group == NUMBER and _is_number(parts, text)]
    office = masks.register.office_of(version)
    if any(masks.serving(code) >> masks.place_of(version) & 1 for code in _communes(parts)):
        keys.append("service_communes" if not office else version.kind.office_key)
    lies_there = any(
        prices.there(masks, meaning.place) >> masks.place_of(version) & 1
        for meaning in meanings(parts)
        if meaning.place
    )
    if lies_there and not office:
        keys.append("commune")
    elif office and (lies_there or _at(masks.said(office), sought)):
        keys.append(version.kind.office_key)
    return tuple(dict.fromkeys(keys))


def failed(masks: Masks, parts: Sequence[Part]) -> Iterator[str]:
    """Yield the words that nobody has in any way; none of a query that touches danger or names a person."""
    words = [word for part in parts if part.plain for word in part.folded]
    named = any(masks.term(NAME, word) & masks.persons for word in words)
    if named or any(meaning.topic for meaning in meanings(parts)) or any(part.number for part in parts):
        return
    for part in parts:
        if part.plain and not any(mask for _, mask in prices.met(masks, part)):
            yield part.words[0].folded


class Sought(NamedTuple):
    """Folded words by which something can have been found, and runs of words that belong together."""

    words: frozenset[str]
    runs: tuple[str, ...]


def _matches(sought: Sought, text: str) -> bool:
    if not sought.words.isdisjoint(forms(text)):
        return True
    return any(each in run(text) for each in sought.runs)


def _is_number(parts: Sequence[Part], text: str) -> bool:
    return any(part.number and part.number in whole_number(text) for part in parts)


def _at(said: Sequence[Said], sought: Sought) -> bool:
    return any(group == PLACE and _matches(sought, text) for _, group, text in said)


def _communes(parts: Sequence[Part]) -> Iterator[str]:
    yield from (code for meaning in meanings(parts) if meaning.place for code in meaning.place.codes)


def _only_near(masks: Masks, part: Part, best: int) -> bool:
    """Whether the first answer lies in another commune, near the one that was meant."""
    costs = [cost for cost, mask in prices.met(masks, part) if mask >> best & 1]
    return bool(costs) and min(costs) >= prices.NEARBY


def _met(masks: Masks, part: Part, best: int | None) -> bool:
    return best is not None and any(mask >> best & 1 for _, mask in prices.met(masks, part))


def _sought(parts: Sequence[Part]) -> Sought:
    plain = [part.ways[0] for part in parts if part.plain]
    runs = [f" {' '.join(part.folded)} " for part in parts if not part.plain and not part.filler]
    return Sought(frozenset(chain.from_iterable(plain)), tuple(runs))


def _coded(meaning: Meaning, version: Version) -> Iterator[str]:
    for name, (_, keys) in _CODED.items():
        if getattr(meaning, name):
            yield from (key for key in keys if key in version.document)


def _marked(
    masks: Masks,
    parts: Sequence[Part],
    met: Sequence[bool],
    best: Version | None,
) -> Iterator[str]:
    """Yield the words to mark in what is shown: as typed, as read, and what a trouble is called by law."""
    for part, it_is in zip(parts, met, strict=True):
        if part.filler or not it_is:
            continue
        coded = list(_wordings(part.meaning)) if part.meaning else []
        yield from coded or (word.typed for word in part.words)
        if part.plain and best:
            yield from _instead(masks, part, best)


def _wordings(meaning: Meaning) -> Iterator[str]:
    for name, (known, _) in _CODED.items():
        if value := getattr(meaning, name):
            yield from words(known.wording(value))


def _replaced(masks: Masks, parts: Sequence[Part], best: Version | None) -> Iterator[Replaced]:
    """Yield what was read differently to find the first answer; words that only help were not."""
    helping = any(meaning.field for meaning in meanings(parts))
    for part in parts:
        if any(word.origin for word in part.words):
            typed = dict.fromkeys(word.origin or word.typed for word in part.words)
            yield Replaced(" ".join(typed), part.read or part.typed)
            continue
        if best is None:
            continue
        if part.read and part.cost >= SOUND:
            yield Replaced(part.typed, part.read)
        elif part.plain and not helping:
            yield from (Replaced(part.typed, word) for word in _instead(masks, part, best))


def _instead(masks: Masks, part: Part, best: Version) -> Iterator[str]:
    """Yield the word of ``best``, as written there, that stands for a word it does not have as typed."""
    typed, ways = part.words[0].folded, part.ways[0]
    written = [text for _, _, text in masks.said(best) if not forms(text).isdisjoint(ways)]
    if len(ways) == 1 or any(typed in forms(text) for text in written):
        return
    others = [(ways[fold(word)], word) for text in written for word in words(text) if fold(word) in ways]
    if others:
        yield min(others)[1]
