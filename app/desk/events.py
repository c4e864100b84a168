"""What happened and what the law asks then: recorded, answered by a publication, told to the Ministry."""

from __future__ import annotations

from datetime import date

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from app import clock, kinds
from app.accounts.permissions import PROPOSE, may
from app.desk import words
from app.desk.door import HOME, desk
from app.desk.listings import PATH, record
from app.desk.numbers import number
from app.desk.person import me
from app.desk.told import tell
from app.desk.work import work
from app.duties import due
from app.duties import record as verbs
from app.duties.law import EVENTS
from app.duties.rules import Happening
from app.faults import NotAllowed, NotFound, NothingChanged, RuleBroken, RulesBroken
from app.kinds import Unreadable
from app.kinds.types import Day
from app.ledger import read
from app.records import accepted
from app.records.events import HAPPENED, Event
from app.web import links
from app.web.language import _
from app.web.session import reading


@desk.get("/muc/<listing_id>/su-kien")
def new_event(listing_id: str) -> str:
    """Ask what happened to a listing, and when."""
    return _form(listing_id, [])


@desk.post("/muc/<listing_id>/su-kien")
def record_event(listing_id: str) -> ResponseReturnValue:
    """Record what happened; from here the clocks run."""
    kind, document = record(listing_id)
    if not may(me().roles, PROPOSE, kind.key, document):
        raise NotAllowed(_("Vai trò của bạn không ghi được việc của mục này."))
    broken = _unreadable() or _missing()
    number = None if broken else _recorded(listing_id, broken)
    if number is None:
        return make_response(_form(listing_id, broken), 422)
    tell(_("Đã ghi. Dưới đây là việc phải làm và thời hạn."), (_("Về mục này"), f"{PATH}/{listing_id}"))
    return redirect(links.link(f"{HOME}/su-kien/{number}"), 303)


def _missing() -> list[RuleBroken]:
    return [] if _day("happened_on") else [RuleBroken("happened_on", _("Hãy ghi ngày xảy ra."))]


def _recorded(listing_id: str, broken: list[RuleBroken]) -> int | None:
    """Record what was typed and return its number; None, with the reason in ``broken``, if it cannot be."""
    sent, happened_on = request.form, _day("happened_on") or clock.today()
    happening = Happening(
        sent.get("what", ""), happened_on, listing_id, dossier_on=_day("dossier_on"), note=sent.get("note")
    )
    try:
        with work() as doing:
            recorded = verbs.record(doing.session, happening)
            doing.note("event.recorded", f"event:{recorded.id}", listing=listing_id, what=recorded.what)
            return recorded.id
    except RulesBroken as fault:
        broken += [rule for _who, rule in fault.broken]
    except NothingChanged as fault:
        broken.append(RuleBroken("what", str(fault)))
    return None


@desk.get("/su-kien/<int:number>")
def event(number: int) -> str:
    """Show an event and what it asks for."""
    return _page(_find(reading(), number), [])


@desk.post("/su-kien/<int:number>")
def answer_event(number: int) -> ResponseReturnValue:
    """Note that the Ministry was told, or which entry of the ledger answered."""
    broken = list(_unreadable())
    if broken:
        return make_response(_page(_find(reading(), number), broken), 422)
    try:
        with work() as doing:
            _answer(doing.session, _find(doing.session, number))
            doing.note("event.answered", f"event:{number}")
    except RulesBroken as fault:
        return make_response(_page(_find(reading(), number), [rule for _who, rule in fault.broken]), 422)
    tell(_("Đã ghi."), (_("Việc đến hạn"), f"{HOME}/cho/den-han"))
    return redirect(links.link(f"{HOME}/su-kien/{number}"), 303)


@desk.post("/su-kien/<int:number>/bo")
def take_back_event(number: int) -> ResponseReturnValue:
    """Let go of an event recorded by mistake."""
    with work() as doing:
        found = _find(doing.session, number)
        listing_id = found.listing_id
        verbs.take_back(doing.session, found)
        doing.note("event.taken_back", f"event:{number}")
    tell(_("Đã bỏ việc ghi nhầm."))
    return redirect(links.link(f"{PATH}/{listing_id}" if listing_id else HOME), 303)


def _answer(session: Session, found: Event) -> None:
    entry, letter, reported_on = (
        request.form.get("entry", ""),
        request.form.get("letter", ""),
        _day("reported_on"),
    )
    if (answered := number(entry)) is not None:
        verbs.mark_published(session, found, answered)
    if reported_on:
        verbs.mark_reported(found, reported_on, letter)
    elif letter.strip():
        raise RulesBroken([("", RuleBroken("reported_on", _("Hãy ghi ngày gửi văn bản.")))])


def _find(session: Session, number: int) -> Event:
    found = session.get(Event, number)
    if found is None:
        raise NotFound(_("Không có việc này."))
    return found


def _form(listing_id: str, problems: list[RuleBroken]) -> str:
    kind, document = record(listing_id)
    sent = request.form
    return render_template(
        "desk/new_event.html",
        here=PATH,
        heading=_("Ghi việc đã xảy ra: %(name)s", name=document.get("name", listing_id)),
        listing_id=listing_id,
        events=[(code, HAPPENED.wording(code)) for code, asks in EVENTS.items() if kind.key in asks.kinds],
        typed={key: sent.get(key, "") for key in ("what", "happened_on", "dossier_on", "note")},
        problems=problems,
    )


def _page(found: Event, problems: list[RuleBroken]) -> str:
    session, listing_id = reading(), found.listing_id or ""
    document = accepted.document(session, listing_id) or {} if listing_id else {}
    entries = read.listing_entries(session, listing_id) if listing_id else []
    return render_template(
        "desk/event.html",
        heading=f"{_capital(HAPPENED.wording(found.what))}: {document.get('name', listing_id)}",
        event=found,
        listing_id=listing_id,
        kind=kinds.of_id(listing_id),
        duties=due.of_event(session, found.id, clock.today()),
        day=words.day,
        iso=date.fromisoformat,
        entries=[
            (
                str(one.number),
                _("bản %(entry)s, lần công bố %(number)s", entry=one.number, number=one.publication),
            )
            for one in reversed(entries)
        ],
        typed={
            "letter": request.form.get("letter", found.letter or ""),
            "reported_on": request.form.get("reported_on", ""),
        },
        problems=problems,
    )


def _day(key: str) -> date | None:
    """Return the day typed, None for none and for what is none: that `_unreadable` tells."""
    try:
        text = request.form.get(key, "").strip()
        return date.fromisoformat(Day().read(text, "")) if text else None
    except Unreadable:
        return None


def _unreadable() -> list[RuleBroken]:
    broken = []
    for key in ("happened_on", "dossier_on", "reported_on"):
        text = request.form.get(key, "").strip()
        try:
            if text:
                Day().read(text, "")
        except Unreadable as unreadable:
            broken.append(
                RuleBroken(
                    key,
                    _("Đã đọc “%(read)s”, cần %(expected)s.", read=text[:40], expected=unreadable.expected),
                )
            )
    return broken


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
