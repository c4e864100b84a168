"""``load``: workbooks into an empty register."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from app.cli.command import command_of
from app.publishing.propose import Proposal
from app.publishing.publish import Instrument
from app.web.instance import instance
from app.web.session import reading, unit_of_work
from app.workbook import EMPTY_REGISTER, lines, read
from app.workbook.load import load, refuse_living

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command_of("load")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--decision", required=True, help="Số quyết định công bố.")
@click.option("--decision-date", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Ngày quyết định.")
@click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra, không ghi gì.")
def command(files: tuple[Path, ...], decision: str, decision_date: datetime, dry_run: bool) -> None:
    """Load workbooks into an empty register: all of them as one publication, or nothing."""
    refuse_living(reading())
    found = read(files, EMPTY_REGISTER, instance().settings.province)
    for line in lines([*found.problems, *found.warnings]):
        click.echo(line)
    if not found.problems and not dry_run:
        under = Instrument(decision_number=decision, decision_date=decision_date.date())
        _publish(files, found.proposals(), under)
    click.echo(found.counts)
    if found.problems:
        sys.exit(1)


def _publish(files: Sequence[Path], proposals: Sequence[Proposal], under: Instrument) -> None:
    here = instance()
    reading().rollback()
    with unit_of_work() as session:
        load(session, here.signer, files, proposals, under, register=here.settings.province)
    here.search.catch_up(reading())
