"""``load``: workbooks into an empty register as one publication, or into a living one to be approved."""

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
from app.workbook import EMPTY_REGISTER, Known, Reading, RecordsKnown, lines, read, told
from app.workbook.load import hand_in, load, refuse_living, refuse_sample

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command_of("load")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--decision", help="Số quyết định công bố.")
@click.option("--decision-date", type=click.DateTime(["%Y-%m-%d"]), help="Ngày quyết định.")
@click.option("--submit", "submits", is_flag=True, help="Vào sổ đang dùng: chuyển cho người khác duyệt.")
@click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra, không ghi gì.")
def command(
    files: tuple[Path, ...],
    decision: str | None,
    decision_date: datetime | None,
    submits: bool,
    dry_run: bool,
) -> None:
    """Load workbooks: all of them as one publication or one change set, or nothing."""
    if submits:
        _submit(files, dry_run=dry_run)
    elif decision and decision_date:
        under = Instrument(decision_number=decision, decision_date=decision_date.date())
        _load(files, under, dry_run=dry_run)
    else:
        raise click.UsageError("cần --decision và --decision-date, hoặc --submit để chuyển duyệt")


def _load(files: Sequence[Path], under: Instrument, *, dry_run: bool) -> None:
    refuse_living(reading())
    found = _read(files, EMPTY_REGISTER, repairing=False)
    if not found.problems and not dry_run:
        _publish(files, found.proposals(), under)
    _close(found)


def _publish(files: Sequence[Path], proposals: Sequence[Proposal], under: Instrument) -> None:
    here = instance()
    reading().rollback()
    with unit_of_work() as session:
        load(session, here.signer, files, proposals, under, register=here.settings.province)
    here.search.catch_up(reading())


def _submit(files: Sequence[Path], *, dry_run: bool) -> None:
    refuse_sample(reading())
    known = RecordsKnown(reading())
    found = _read(files, known, repairing=True)
    for line in told(found, known):
        click.echo(line)
    if not found.problems and not dry_run and (proposals := found.proposals()):
        reading().rollback()
        with unit_of_work() as session:
            click.echo(f"Nhóm thay đổi {hand_in(session, files, proposals).id}: chờ người khác duyệt.")
    _close(found)


def _read(files: Sequence[Path], known: Known, *, repairing: bool) -> Reading:
    """Repair only what another person will see before it is published."""
    found = read(files, known, instance().settings.province, repairing=repairing)
    for line in (*lines([*found.problems, *found.warnings]), *lines(found.notes, "ghi chú")):
        click.echo(line)
    return found


def _close(found: Reading) -> None:
    click.echo(found.counts)
    if found.problems:
        sys.exit(1)
