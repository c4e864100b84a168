"""``digest``: one letter a day about what waits, to each person of the desk who has an address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import click

from app import clock
from app.accounts import roster
from app.accounts.permissions import APPROVE, PROPOSE, may
from app.cli.command import command_of, fail
from app.duties.waiting import Who
from app.mail.digest import Recipient, send_digests
from app.mail.server import Server, server_of
from app.reports import closing
from app.web.instance import instance
from app.web.session import reading, unit_of_work


@command_of("digest")
def command() -> None:
    """Send what waits by mail, at most one letter a day to each person, and none for nothing."""
    settings, today = instance().settings, clock.today()
    with unit_of_work() as session:
        closing.forget(session)
    if settings.smtp_url is None:
        click.echo("Chưa đặt SMTP_URL: không gửi thư nào.")
        return
    server = _server(settings.smtp_url, settings.base_url)
    people = list(_people(today))
    reading().rollback()
    done = send_digests(unit_of_work, server, people, settings.base_url, today)
    click.echo(f"Đã gửi {done.sent} thư; {done.quiet} người không có việc mới.")
    if done.failed:
        fail(3, "\n".join(f"Chưa gửi được cho {name}: {why}." for name, why in done.failed.items()))


def _server(url: str, base_url: str) -> Server:
    try:
        return server_of(url, base_url)
    except ValueError as error:
        fail(3, str(error))


def _people(today: date) -> Iterator[Recipient]:
    for account in roster.people(reading()):
        its = roster.roles(account, today)
        if account.email and its:
            who = Who(account.id, partial(may, its, PROPOSE), partial(may, its, APPROVE))
            yield Recipient(account.username, account.email, who)
