"""The page `docs/duties.md`, written from the tables of the law: run this module to write it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.duties.law import CLOCKS, EVENTS, Asks, Clock
from app.duties.rules import EVERY
from app.records.events import HAPPENED
from app.workdays.deadlines import DEFAULT_DAYS, MINISTRY_DAYS, PUBLISH_DAYS

PAGE = Path(__file__).parents[2] / "docs" / "duties.md"
MODULE = "app.duties.handbook"

_OPENING = f"""# Duties

What the law asks of the desk once something has happened, by when, and the article it rests on. Written from
the tables of `app/duties/` by `python -m {MODULE}`; a test compares. The rules of publication are in
[rules.md](rules.md).

A clerk records the event; the days follow from it and are kept as reckoned then. Working days are those of
`app/workdays/`; days that the law does not call working days are calendar days; the day of the event is never
counted. Where a valid dossier's day is recorded, publishing and telling run from that day.

The home page also counts contracts that end within 90, 30 or 7 days or have ended (TT 08/2017/TT-BTP Đ15),
entries that nobody has confirmed for more than 180 days, people whose office has ended or lapsed, and the
changes that wait for the person who looks.
"""


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([_OPENING, *_events(), *_clocks(), *_rules()])


def _events() -> Iterator[str]:
    yield "## To publish, and to tell the Ministry of Justice\n"
    yield "| event | publish within | article | tell the Ministry within | article |\n|---|---|---|---|---|"
    for code, asks in EVENTS.items():
        wording = HAPPENED.wording(code)
        published = f"{_published(asks)} | {asks.publish_law or '-'}"
        yield f"| {wording} | {published} | {_told(asks)} | {asks.tell_law or '-'} |"
    yield ""


def _published(asks: Asks) -> str:
    if asks.publish is None:
        return "-"
    usual = f"{DEFAULT_DAYS} working days, the register's own; a clerk may set another day"
    return f"{PUBLISH_DAYS} working days" if asks.fixed else usual


def _told(asks: Asks) -> str:
    if not asks.tell_law:
        return "-"
    return f"{MINISTRY_DAYS} working days" if asks.tell else "no term"


def _clocks() -> Iterator[str]:
    yield "## What must follow\n"
    yield "| after | within | is due | article | answered by |\n|---|---|---|---|---|"
    for one in CLOCKS:
        after = "hết hạn nhận hồ sơ lựa chọn" if one.from_filing else HAPPENED.wording(one.starts)
        yield f"| {after} | {_within(one)} | {one.sentence} | {one.law} | {_answers(one)} |"
    yield ""


def _within(one: Clock) -> str:
    if not one.days.count:
        return "the day itself"
    return f"{one.days}, có thể thêm {one.longer}" if one.longer else str(one.days)


def _answers(one: Clock) -> str:
    return "; ".join(map(HAPPENED.wording, one.ends)) or "the day itself"


def _rules() -> Iterator[str]:
    yield "## What may be recorded\n\n| rule | article |\n|---|---|"
    for rule in EVERY:
        yield f"| {rule.says} | {rule.law or 'the register itself'} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
