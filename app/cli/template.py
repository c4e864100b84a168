"""``template``: an empty workbook to fill in."""

from __future__ import annotations

import click

from app.cli.command import command_of
from app.web.instance import instance
from app.workbook import write_template

NAME = "mau-nhap.xlsx"


@command_of("template")
def command() -> None:
    """Write an empty workbook to fill in, and print where it lies."""
    settings = instance().settings
    path = settings.instance_dir / NAME
    write_template(path, settings.province)
    click.echo(path)
