"""From one recorded event to the duties that follow from it, done ones too. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.duties.item import DONE, DUE, OVERDUE, Duty, shown
from app.duties.law import CLOCKS, EVENTS, Clock
from app.records.events import HAPPENED

PUBLISH, TELL = "publish", "tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event and what is known around it.

    ``later``: event -> the first day, from this event on, on which it happened to the same subject.
    ``settled``: the codes of clocks whose answer the records themselves show.
    """

    id: int
    what: str
    kind: str
    name: str
    happened_on: date
    listing_id: str = ""
    dossier_on: date | None = None
    publish_due: date | None = None
    ministry_due: date | None = None
    published_entry: int | None = None
    reported_on: date | None = None
    letter: str | None = None
    filing_to: date | None = None
    engagements: tuple[str, ...] = ()
    later: Mapping[str, date] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()

    @property
    def start(self) -> date:
        """The day from which publishing and telling run."""
        return self.dossier_on or self.happened_on

    @property
    def asks_to_tell(self) -> bool:
        """Whether the Ministry is to be told, with a term or without."""
        return bool(EVENTS[self.what].tell_law or self.ministry_due)


def duties_of(told: Told, today: date) -> list[Duty]:
    """Return what ``told`` asks for as of ``today``: to publish, to tell the Ministry, what must follow."""
    return [*_list_duties(told, today), *_followed(told, today)]


def _list_duties(told: Told, today: date) -> Iterator[Duty]:
    asks, happened = EVENTS[told.what], f"{HAPPENED.wording(told.what)}, ngày {shown(told.happened_on)}."
    if told.publish_due:
        yield _duty(
            told,
            today,
            code=PUBLISH,
            sentence=f"Công bố: {happened}",
            article=asks.article,
            due=told.publish_due,
            done=told.published_entry is not None,
        )
    if told.asks_to_tell:
        yield _duty(
            told,
            today,
            code=TELL,
            sentence=f"Báo Bộ Tư pháp: {happened}",
            article=asks.tell_law,
            due=told.ministry_due,
            done=told.reported_on is not None,
        )


def _followed(told: Told, today: date) -> Iterator[Duty]:
    for one in CLOCKS:
        start = told.filing_to if one.from_filing else told.happened_on
        if one.starts == told.what and start:
            yield _follow(told, today, one, start)


def _follow(told: Told, today: date, one: Clock, start: date) -> Duty:
    due = one.days.after(start)
    latest = one.longer.after(due) if one.longer else None
    answered = one.code in told.settled or any(event in told.later for event in one.ends)
    put_off = f" (nếu có lý do chính đáng: chậm nhất {shown(latest)})" if latest else ""
    return _duty(
        told,
        today,
        code=one.code,
        sentence=f"{one.sentence}{put_off}.",
        article=one.law,
        due=due,
        done=due < today if one.window else answered,
        start=start,
        latest=latest,
    )


def _duty(
    told: Told,
    today: date,
    *,
    code: str,
    sentence: str,
    article: str,
    due: date | None,
    done: bool,
    start: date | None = None,
    latest: date | None = None,
) -> Duty:
    return Duty(
        kind=told.kind,
        listing_id=told.listing_id,
        name=told.name,
        sentence=sentence,
        day=due,
        path=f"/can-bo/su-kien/{told.id}",
        code=code,
        article=article,
        started_on=start or told.start,
        state=DONE if done else OVERDUE if due and due < today else DUE,
        days_left=(due - today).days if due else None,
        latest=latest,
        reported_on=told.reported_on,
        letter=told.letter,
    )
