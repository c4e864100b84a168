"""How results are shown: the words about each, the chips that narrow or widen, what stands apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from app import clock, kinds
from app.catalogue.banners import Banner
from app.catalogue.card import Card, Phone, card
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature
from app.public import open_now, tongues
from app.public.as_of import PUBLISHED
from app.public.asked import Asked
from app.public.marking import excerpt, marked
from app.public.narrowing import NARROWINGS, OPEN, Narrowing
from app.public.paging import PAGE
from app.public.parameters import Given
from app.public.tables import Row
from app.public.words import Choice, Link, sentence, wording, years
from app.search import vocabulary
from app.search.find import Results
from app.vietnamese import fold, words
from app.web.language import _
from app.web.links import address

APART_SHOWN = 10
MATCHED_SHOWN = 2
SAID_ANYWAY = (
    "name",
    "kind",
    "commune",
    "address",
    "phone",
    "fields_of_law",
    "specialities",
    "gender",
    "participation",
)
"""Fields that stand in the few words about each result: no need to say that they matched."""


class Result(NamedTuple):
    """One listing found; ``who`` answers its phone, ``opening`` and ``alerts`` say what is so there now.

    ``matched`` is (label, words) of what else matched.
    """

    name: Markup
    url: str
    phone: Phone | None
    who: str
    about: Markup
    matched: list[tuple[str, Markup]]
    opening: str = ""
    alerts: Sequence[Banner] = ()


class Group(NamedTuple):
    """Results under one heading; "" for those that match best."""

    heading: str
    results: list[Result]


class Facet(NamedTuple):
    """One way to narrow the results, with how many each choice leaves."""

    title: str
    choices: list[Choice]


def groups(versions: Sequence[Version], start: int, register: Register, found: Results) -> list[Group]:
    """Return what the page shows of ``versions``, those that match less apart; ``start`` is where it begins.

    The law is asked of the centre: its number stands there once, not with each provision.
    """
    shown = [_result(version, register, found, first=at == 0) for at, version in enumerate(versions)]
    firmly = max(0, found.loosely - start)
    heading = _("Gần đó, hoặc gần giống") if found.loosely < found.total else ""
    parted = [Group("", shown[:firmly]), Group(heading, shown[firmly:])]
    return [group for group in parted if group.results]


def around(given: Given, asked: Asked, found: Results) -> dict[str, object]:
    """Return what a page says around the results: how the query was read, how to narrow it."""
    return {
        "total": found.total,
        "read_as": found.read_as.sentence,
        "to_the_letter": to_the_letter(given, found),
        "taken": taken(given, asked),
        "understood": understood(given, found),
        "choices_of_place": choices(given, found),
        "emergencies": emergencies(found),
        "facets": facets(given, asked, found),
    }


def taken(given: Given, asked: Asked) -> list[Link]:
    """Return what the results are narrowed to, each leading to the same page without it.

    Kinds are named as on their sheets: the full name would push the first call below the fold of a phone.
    """
    chosen = asked.filters.chosen()
    narrowed = [(one.page, one.label(chosen[one.filter])) for one in NARROWINGS if one.filter in chosen]
    if asked.filters.open_at:
        narrowed.append((OPEN, _("Đang mở cửa")))
    if PUBLISHED in given:
        narrowed.append((PUBLISHED, _("đến ngày %(day)s", day=_day(given[PUBLISHED]))))
    return [Link(words, _with(given, name, "")) for name, words in narrowed]


def understood(given: Given, found: Results) -> list[Link]:
    """Return what the words were taken for, each leading to the same page without those words."""
    return [Link(part.label, _with(given, "q", part.without)) for part in found.read_as.understood]


def choices(given: Given, found: Results) -> list[Link]:
    """Return the communes that an old name may mean, to choose from."""
    place = next((part for part in found.read_as.understood if part.about == "commune"), None)
    rest = {**given, "q": place.without} if place else given
    return [Link(choice.label, _with(rest, "xa", choice.code)) for choice in found.read_as.choices]


def to_the_letter(given: Given, found: Results) -> Link | None:
    """Return the way to what was typed, taken to the letter, where it was read differently."""
    typed = given.get("q", "")
    return Link(typed, _with(given, "q", f'"{typed}"')) if found.read_as.replaced else None


def emergencies(found: Results) -> list[Emergency]:
    """Return the numbers to show above results that touch danger."""
    return [
        Emergency(one.name, one.words, Phone(one.digits, one.digits, f"tel:{one.digits}"))
        for one in vocabulary.emergencies(found.read_as.topics)
    ]


class Emergency(NamedTuple):
    """Whom to call in danger, and when."""

    name: str
    words: str
    phone: Phone


def facets(given: Given, asked: Asked, found: Results) -> list[Facet]:
    """Return the filters not yet used that leave something."""
    chosen = asked.filters.chosen()
    unused = (one for one in NARROWINGS if one.filter not in chosen)
    all_facets = [Facet(_(one.title), _choices(given, one, found.counts[one.filter])) for one in unused]
    return [facet for facet in [_open_now(given, asked, found), *all_facets] if facet.choices]


def _open_now(given: Given, asked: Asked, found: Results) -> Facet:
    """Return the way to those who are open now; of another day nobody can say."""
    title = _("Giờ làm việc")
    number = 0 if asked.filters.open_at or PUBLISHED in given else found.opened(clock.now())
    return Facet(title, [Choice(_("Đang mở cửa"), _with(given, OPEN, "1"), number)] if number else [])


def _choices(given: Given, narrowing: Narrowing, counts: dict[str, int]) -> list[Choice]:
    """Return the values that leave something: communes by how much, the others in their own order."""
    order = [each.path for each in kinds.KINDS] if narrowing.filter == "kind" else []
    order = list(narrowing.codes.order) if narrowing.codes else order
    known = sorted(
        counts.items(),
        key=lambda one: (order.index(one[0]) if one[0] in order else -one[1], one[0]),
    )
    return [
        Choice(narrowing.label(value), _with(given, narrowing.page, narrowing.word(value)), count)
        for value, count in known
    ]


def apart(found: Results, register: Register) -> Sequence[Row]:
    """Return rows for what matches but cannot be chosen, each with the reason."""
    return [
        [Link(version.name, version.path), register.standing(version).sentence]
        for version in found.apart[:APART_SHOWN]
    ]


def _result(version: Version, register: Register, found: Results, *, first: bool) -> Result:
    shown = card(version, register)
    matched = list(_matched(version, found))
    if version.kind.nature is Nature.LAW:
        return _provision(shown, found, matched, called=first)
    office = register.reached_at(version)
    return _provider(shown, found, matched)._replace(
        opening=open_now.sentence(office, register), alerts=open_now.alerts(office, register)
    )


def _matched(version: Version, found: Results) -> Iterator[tuple[str, Markup]]:
    """Yield the fields that hold a word looked for which is not seen anyway, with their own words."""
    sought = {fold(word) for word in found.read_as.words}
    seen = set().union(*(_words(version, key) for key in SAID_ANYWAY))
    for key in found.why(version):
        field = version.kind.by_key.get(key)
        if field and not field.refers and sought & _words(version, key) - seen:
            yield field.vi, excerpt(field.show(version.document[key]), found.read_as.words)


def _words(version: Version, key: str) -> set[str]:
    return {fold(word) for word in words(wording(version, key))}


def _provider(shown: Card, found: Results, matched: list[tuple[str, Markup]]) -> Result:
    via = _("liên hệ qua %(office)s", office=shown.via.name) if shown.via else ""
    experience = shown.experience_years
    known = _("%(years)s kinh nghiệm", years=years(experience)) if experience is not None else ""
    said = [shown.role, shown.address, via, sentence(shown.fields_of_law), known]
    name = marked(shown.name, found.read_as.words)
    return Result(name, shown.url, shown.phone, _who(shown), _about(said, found), matched[:MATCHED_SHOWN])


def _provision(shown: Card, found: Results, matched: list[tuple[str, Markup]], *, called: bool) -> Result:
    name = marked(shown.name, found.read_as.words)
    about = _about([shown.role, shown.summary], found)
    return Result(
        name, shown.url, shown.phone if called else None, _who(shown), about, matched[:MATCHED_SHOWN]
    )


def _who(shown: Card) -> str:
    """Return who answers the phone, as it is read out."""
    if shown.via is None:
        return shown.name
    return _("%(name)s, qua %(office)s", name=shown.name, office=shown.via.name)


def _about(said: Iterable[str], found: Results) -> Markup:
    return marked("\N{NO-BREAK SPACE}· ".join(filter(None, said)), found.read_as.words)


def _with(given: Given, name: str, value: str) -> str:
    """Return the first page of these results with another ``value`` for ``name``."""
    return address(tongues.at("/tim-kiem"), {**given, name: value, PAGE: ""})


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
