"""The first page of the desk: what waits, for the person here."""

from __future__ import annotations

from flask import render_template

from app import clock
from app.accounts import sessions
from app.desk import reports, waiting, words
from app.desk.door import desk
from app.desk.guard import may
from app.desk.person import me
from app.web.access import READERS
from app.web.language import _
from app.web.session import reading


@desk.get("")
def home() -> str:
    """Show where the day begins."""
    today, who = clock.today(), me()
    before = sessions.last_before(reading(), who.sign_in, who.id)
    return render_template(
        "desk/home.html",
        heading=_("Hôm nay, %(weekday)s %(day)s", weekday=words.weekday(today), day=words.day(today)),
        roles=sorted(words.role(role) for role in who.roles),
        before=words.moment(before.began_at) if before else "",
        network=before.network if before else "",
        tiles=[*waiting.tiles(), *reports.tiles()] if may(who, READERS) else None,
    )
