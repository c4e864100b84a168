"""What each listing costs: how far a query must be bent until the listing has every part of it. Pure.

Each part offers sets of listings, each at a price; the cheapest way through all parts counts. So one sum
orders everything: as typed, without marks, sounding alike, mistyped, nearby, with a word dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from app import places
from app.search import parse
from app.search.alike import SOUND
from app.search.bits import any_of, every
from app.search.masks import Masks
from app.search.meaning import Meaning, Place
from app.search.parse import Part
from app.search.words import NAME
from app.vietnamese import fold, words

ELSEWHERE = 1
"""A word stands neither in a name nor in a place."""
SCATTERED = 280
"""The same, where words are read leniently: a name that sounds alike is nearer than words all over a text."""
UNMARKED = 400
"""A word typed with marks is found without them, or with others."""
NEARBY = 4_000
"""An office in the nearest commune that has one; one more for each commune farther."""
UNNAMED = 100_000
"""A word that only helps is not in the name; so much that all else stays below it."""
DROPPED = 10_000_000

STEP = 50
"""What costs less than this more than the one before is as good an answer."""

NEIGHBOURS = 12
NEARBY_COMMUNES = 4

WHOLE_NAME = 3
"""Words that a whole name has at least."""

Priced = tuple[int, int]
"""(cost, listings)."""

Met = Sequence[Priced]
"""The listings that have a part of a query, each at its lowest cost."""


def tiers(masks: Masks, offers: Sequence[Iterable[Priced]]) -> list[Priced]:
    """Return the listings by what they cost, the cheapest first, each listing once.

    At least one part must be met: a listing for which all were dropped is none.
    """
    ways = {0: masks.everything}
    for offer in offers:
        ways = _joined(ways, lowest(offer))
    return [(cost, mask) for cost, mask in ways.items() if cost < DROPPED * max(1, len(offers))]


def offers(masks: Masks, parts: Sequence[Part], mets: Sequence[Met], *, story: bool = False) -> list[Met]:
    """Return what each part that says something offers, given what meets each of ``parts``.

    In a ``story``, and where a trouble is told, words left over help and do not exclude.
    """
    meant = [part.meaning for part in parts if part.meaning and not part.filler]
    helping = story or any(meaning.field for meaning in meant)
    named = any(part.names_office for part in parts)
    naming = not (named or any(meaning.asks_where_or_why for meaning in meant))
    made: list[Met] = []
    for part, its in zip(parts, mets, strict=True):
        if part.filler:
            made += [_helping(masks, masks.named(part.folded), part.terms)] if naming else []
        elif not (helping and part.plain):
            made.append([*its, *_called_so(masks, parts, part), (DROPPED, masks.everything)])
    return made + ([_helping(masks, masks.everything, run) for run in _runs(parts)] if helping else [])


def at_named_office(
    masks: Masks, parts: Sequence[Part], mets: Sequence[Met]
) -> tuple[Sequence[Part], Sequence[Met]]:
    """Return both; where persons are asked for at a named office, its name is one part, and they have it."""
    for start in [at for at, part in enumerate(parts) if _asks(masks, part, masks.offices)]:
        for end in range(len(parts), start + 1, -1):
            if _asks_for_persons(masks, (*parts[:start], *parts[end:])):
                name = parse.named_office(parts[start:end])
                if named := masks.named(name.folded) & masks.offices:
                    theirs: Met = [(0, named | masks.people_of(named))]
                    return (*parts[:start], name, *parts[end:]), [*mets[:start], theirs, *mets[end:]]
    return parts, mets


def law_anywhere(masks: Masks, parts: Sequence[Part], mets: Sequence[Met]) -> Sequence[Met]:
    """Return ``mets``; where law is asked for, it meets every place: it is the same in every commune."""
    if not any(_asks(masks, part, masks.law) for part in parts):
        return mets
    return [
        lowest([(0, masks.law), *met]) if part.meaning and part.meaning.place else met
        for part, met in zip(parts, mets, strict=True)
    ]


def _asks_for_persons(masks: Masks, parts: Sequence[Part]) -> bool:
    """Whether ``parts`` ask for a kind of person, or are somebody's name."""
    if any(_asks(masks, part, masks.persons) for part in parts):
        return True
    names = [part.words[0].folded for part in parts if part.plain]
    return 1 < len(names) == len(parts) and masks.named(names) & masks.persons != 0


def _asks(masks: Masks, part: Part, those: int) -> bool:
    """Whether ``part`` asks for a kind that is among ``those``."""
    return bool(part.meaning and part.meaning.kind and masks.of_kind(part.meaning.kind) & those)


def _runs(parts: Sequence[Part]) -> Iterator[list[str]]:
    """Yield words left over that stand side by side, two or more: in a story they may be somebody's name."""
    for plain, group in groupby(parts, key=lambda part: part.plain):
        words = [part.words[0].folded for part in group] if plain else []
        if len(words) > 1:
            yield words


def names_somebody(masks: Masks, parts: Sequence[Part]) -> bool:
    """Whether words that stand side by side are a person's whole name: nobody types that by chance."""
    return any(len(run) >= WHOLE_NAME and masks.named(run) & masks.persons for run in _runs(parts))


def _called_so(masks: Masks, parts: Sequence[Part], part: Part) -> Iterator[Priced]:
    """Yield who has the name beside a kind: not everybody knows who is a lawyer, and who an aid officer."""
    if part.meaning and part.meaning.kind and not part.names_office:
        yield from ((UNNAMED, masks.named(run) & masks.persons) for run in _runs(parts))


def _joined(ways: dict[int, int], offer: Sequence[Priced]) -> dict[int, int]:
    """Return cost -> listings after one more part, the cheapest first; each listing stands once in both."""
    sums: dict[int, int] = {}
    for cost, mask in ways.items():
        for more, offered in offer:
            if both := mask & offered:
                sums[cost + more] = sums.get(cost + more, 0) | both
    return dict(sorted(sums.items()))


def lowest(offer: Iterable[Priced]) -> list[Priced]:
    """Return each listing of ``offer`` at its lowest price, the cheapest first."""
    prices: dict[int, int] = {}
    for cost, mask in offer:
        if mask:
            prices[cost] = prices.get(cost, 0) | mask
    seen, made = 0, []
    for cost in sorted(prices):
        if fresh := prices[cost] & ~seen:
            made.append((cost, fresh))
            seen |= fresh
    return made


def _helping(masks: Masks, among: int, terms: Sequence[str]) -> list[Priced]:
    named = every(masks.term(NAME, term) for term in terms) & ~masks.law
    return [(0, named & among), (UNNAMED, masks.everything)]


def met(masks: Masks, part: Part, *, lenient: bool = False) -> Iterator[Priced]:
    """Yield the listings that have ``part``, in each way that it may be read, with what that costs."""
    if part.number:
        yield 0, masks.numbers(part.number)
    elif part.meaning is None:
        yield from _word(masks, part, SCATTERED if lenient else ELSEWHERE)
    else:
        yield from _meant(masks, part, part.meaning)


def _word(masks: Masks, part: Part, elsewhere: int) -> Iterator[Priced]:
    word = part.words[0]
    terms = [(word.exact, 0), *((heard, SOUND) for heard in word.heard)] if word.marked else []
    terms += [(folded, cost + (UNMARKED if word.marked else 0)) for folded, cost in part.ways[0].items()]
    for term, cost in terms:
        yield cost, masks.called(term) & ~masks.law
        yield cost + elsewhere, masks.anywhere(term)


def _meant(masks: Masks, part: Part, meaning: Meaning) -> Iterator[Priced]:
    """What the words mean, or a name that has them: an office may be called like a commune."""
    yield 0, masks.named(part.folded)
    if meaning.field:
        yield part.cost, every(masks.anywhere(word) for word in part.folded) & masks.law
    if part.cost:
        yield 0, masks.placed(part.folded)
        yield part.cost, masks.named([fold(word) for word in words(part.read)])
    if meaning.place:
        yield from _there(masks, part, meaning.place)
    else:
        yield part.cost, meant(masks, meaning)


def meant(masks: Masks, meaning: Meaning) -> int:
    """Return the listings of which ``meaning`` holds, its place left out."""
    coded = {name: getattr(meaning, name) for name in ("field", "form", "language", "gender")}
    held = [masks.value(name, value) for name, value in coded.items() if value]
    if meaning.kind:
        held.append(masks.of_kind(meaning.kind))
    return every(held) & masks.everything


def _there(masks: Masks, part: Part, place: Place) -> Iterator[Priced]:
    serving = any_of(masks.serving(code) for code in place.codes)
    yield part.cost, there(masks, place) | serving | masks.placed(part.folded)
    for step, mask in enumerate(nearby(masks, place)):
        yield part.cost + NEARBY + step, mask


def there(masks: Masks, place: Place) -> int:
    """Return the listings in ``place``, persons by their office."""
    return any_of(masks.value("commune", code) for code in place.codes)


def nearby(masks: Masks, place: Place) -> Iterator[int]:
    """Yield the listings of the nearest communes around ``place`` that have any to choose, nearest first."""
    around = places.neighbours(place.codes[0], NEIGHBOURS + len(place.codes)) if place.codes else ()
    others = (masks.value("commune", one.code) for one in around if one.code not in place.codes)
    yield from [mask for mask in others if mask & masks.choosable][:NEARBY_COMMUNES]
