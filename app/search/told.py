"""How a query had to be read for what was found. Knows bit sets and texts, no rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.kinds import codes
from app.search.alike import SOUND
from app.search.masks import Masks
from app.search.meaning import Meaning
from app.search.parse import Part, meanings, topics
from app.search.read_as import ReadAs, Replaced, understood
from app.search.ways import NEARBY, Met
from app.search.words import NAME, forms
from app.vietnamese import fold, words

_CODES = {
    "field": codes.FIELDS_OF_LAW,
    "form": codes.FORMS_OF_AID,
    "language": codes.LANGUAGES,
    "gender": codes.GENDER,
}


def read_as(
    masks: Masks, parts: Sequence[Part], mets: Sequence[Met], best: int | None, *, story: bool = False
) -> ReadAs:
    """Return how a query of ``parts``, each met by so many, was understood.

    ``best`` is the position of the first answer. A ``story`` that means nothing is unclear.
    """
    met = [part.filler or _has(its, best) for part, its in zip(parts, mets, strict=True)]
    written = [text for _, _, text in masks.said(best).wordings] if best is not None else []
    instead = [_instead(part, written) if part.plain else "" for part in parts]
    helping = any(meaning.field for meaning in meanings(parts))
    return ReadAs(
        words=tuple(_marked(parts, met, instead, helping=helping or story)),
        dropped=tuple(
            part.typed
            for part, it_is in zip(parts, met, strict=True)
            if not it_is and best is not None and not (helping and part.plain)
        ),
        replaced=tuple(dict.fromkeys(_replaced(parts, instead, found=best is not None))),
        understood=tuple(understood(parts)),
        choices=tuple(
            choice for meaning in meanings(parts) if meaning.place for choice in meaning.place.choices
        ),
        topics=topics(parts),
        nearby=_only_near(parts, mets, best),
        unclear=story and not any(meanings(parts)),
    )


def failed(masks: Masks, parts: Sequence[Part], mets: Sequence[Met]) -> Iterator[str]:
    """Yield the words that nobody has in any way; none of a query that touches danger or names a person."""
    words = [word for part in parts if part.plain for word in part.folded]
    named = any(masks.term(NAME, word) & masks.persons for word in words)
    if named or topics(parts) or any(part.number for part in parts):
        return
    for part, met in zip(parts, mets, strict=True):
        if part.plain and not any(mask for _, mask in met):
            yield part.words[0].folded


def _has(met: Met, best: int | None) -> bool:
    return best is not None and any(mask >> best & 1 for _, mask in met)


def _only_near(parts: Sequence[Part], mets: Sequence[Met], best: int | None) -> str:
    """Return the place that was meant, where the first answer lies only near it."""
    for part, met in zip(parts, mets, strict=True):
        if part.meaning and part.meaning.place and best is not None:
            costs = [cost for cost, mask in met if mask >> best & 1]
            return part.meaning.label if costs and min(costs) >= NEARBY else ""
    return ""


def _marked(
    parts: Sequence[Part], met: Sequence[bool], instead: Sequence[str], *, helping: bool
) -> Iterator[str]:
    """Yield the words to mark in what is shown: as typed, as read, and what a trouble is called by law.

    Words that are ``helping`` stand here and there by chance.
    """
    for part, it_is, other in zip(parts, met, instead, strict=True):
        if part.filler or not it_is or (helping and part.plain):
            continue
        coded = list(_wordings(part.meaning)) if part.meaning else []
        yield from coded or (word.typed for word in part.words)
        if other:
            yield other


def _wordings(meaning: Meaning) -> Iterator[str]:
    for name, known in _CODES.items():
        if value := getattr(meaning, name):
            yield from words(known.wording(value))


def _replaced(parts: Sequence[Part], instead: Sequence[str], *, found: bool) -> Iterator[Replaced]:
    """Yield what was read differently to find the first answer; words that only help were not."""
    helping = any(meaning.field for meaning in meanings(parts))
    for part, other in zip(parts, instead, strict=True):
        if any(word.origin for word in part.words):
            typed = dict.fromkeys(word.origin or word.typed for word in part.words)
            yield Replaced(" ".join(typed), part.read or part.typed)
        elif found and part.read and part.cost >= SOUND:
            yield Replaced(part.typed, part.read)
        elif other and not helping:
            yield Replaced(part.typed, other)


def _instead(part: Part, written: Sequence[str]) -> str:
    """Return the word, as it is ``written``, that stands for one that is not there as it was typed, or ""."""
    typed, ways = part.words[0].folded, part.ways[0]
    if len(ways) == 1 or any(typed in forms(text) for text in written):
        return ""
    alike = [text for text in written if not forms(text).isdisjoint(ways)]
    others = [(ways[fold(word)], word) for text in alike for word in words(text) if fold(word) in ways]
    return min(others)[1] if others else ""
