"""``prepare``: what `make run` does before the server starts."""

from __future__ import annotations

import click

from app.cli.command import command_of
from app.ledger import read
from app.reports import closing
from app.web.instance import instance
from app.web.session import reading, unit_of_work


@command_of("prepare")
def command() -> None:
    """Make the register ready to serve; publish the sample register if it is empty and only we reach it."""
    settings = instance().settings
    if settings.sample_data and settings.on_loopback and read.head(reading()) is None:
        from app.cli.seed import publish_sample  # noqa: PLC0415  a register that is there starts without it

        publish_sample()
    instance().search.catch_up(reading())
    with unit_of_work() as session:
        closing.forget(session)
    click.echo(f"Sổ công bố: {settings.base_url}")
    if settings.sample_sign_ins.exists():
        click.echo(f"Dữ liệu mẫu; tài khoản mẫu ở {settings.sample_sign_ins}")
