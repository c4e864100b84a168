"""The command line. Each command makes an empty register ready, does one thing, and tells how it went.

0 done · 1 refused, nothing written · 2 the database is older than this program · 3 could not be done at all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click
from flask import Flask
from flask.cli import with_appcontext
from rich.console import Console
from rich.progress import Progress

from app import seeding
from app.faults import Fault, OutOfDate
from app.ledger import read
from app.ledger.source import DatabaseSource, FileSource, Source
from app.ledger.verify import contains, verify
from app.publishing.publish import Instrument
from app.web.instance import Instance, instance
from app.web.session import reading, unit_of_work
from app.workbook import EMPTY_REGISTER, lines, write_template
from app.workbook import read as read_workbooks
from app.workbook.load import load, refuse_living

P = ParamSpec("P")

TEMPLATE_NAME = "mau-nhap.xlsx"


def _command(name: str, *, ready: bool = True) -> Callable[[Callable[P, None]], click.Command]:
    """Make a command that readies the register first and turns faults into a line and an exit code."""

    def decorate(function: Callable[P, None]) -> click.Command:
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                if ready:
                    instance().prepare()
                function(*args, **kwargs)
            except OutOfDate as fault:
                _fail(2, str(fault))
            except Fault as fault:
                _fail(1, str(fault))

        return click.command(name)(with_appcontext(run))

    return decorate


def _fail(code: int, message: str) -> None:
    click.echo(message, err=True)
    sys.exit(code)


@_command("prepare")
def prepare_() -> None:
    """Make the register ready to serve; publish the sample register if it is empty and only we reach it."""
    settings = instance().settings
    if settings.sample_data and settings.on_loopback and read.head(reading()) is None:
        _seed()
    _catch_up()
    click.echo(f"Sổ công bố: {settings.base_url}")
    if (sign_ins := settings.instance_dir / seeding.SIGN_INS).exists():
        click.echo(f"Dữ liệu mẫu; tài khoản mẫu ở {sign_ins}")


@_command("seed")
def seed_() -> None:
    """Publish the sample register, through the real path, into an empty register."""
    refuse_living(reading())
    _seed()
    _catch_up()


def _seed() -> None:
    here = instance()
    seeding.add_people(unit_of_work, here.settings.instance_dir)
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Dữ liệu mẫu", total=len(list(seeding.SEED.glob("*.toml"))))
        for _number in seeding.seed(unit_of_work, here.signer, here.settings.province):
            progress.advance(task)
    reading().rollback()  # what this process read before it published is no longer so


def _catch_up() -> None:
    instance().search.catch_up(reading())


@_command("load")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--decision", required=True, help="Số quyết định công bố.")
@click.option("--decision-date", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Ngày quyết định.")
@click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra, không ghi gì.")
def load_(files: tuple[Path, ...], decision: str, decision_date: datetime, dry_run: bool) -> None:
    """Load workbooks into an empty register: all of them as one publication, or nothing."""
    here = instance()
    refuse_living(reading())
    found = read_workbooks(files, EMPTY_REGISTER, here.settings.province)
    for line in lines([*found.problems, *found.warnings]):
        click.echo(line)
    if not found.problems and not dry_run:
        _publish_workbooks(here, files, found.proposals(), decision, decision_date)
    click.echo(found.counts)
    if found.problems:
        sys.exit(1)


def _publish_workbooks(
    here: Instance, files: tuple[Path, ...], proposals: Any, decision: str, decision_date: datetime
) -> None:
    under = Instrument(decision_number=decision, decision_date=decision_date.date())
    reading().rollback()
    with unit_of_work() as session:
        load(session, here.signer, files, proposals, under, register=here.settings.province)
    _catch_up()


@_command("template")
def template_() -> None:
    """Write an empty workbook to fill in, and print where it lies."""
    path = instance().settings.instance_dir / TEMPLATE_NAME
    write_template(path, instance().settings.province)
    click.echo(path)


@_command("verify")
@click.option("--from", "file", type=click.Path(path_type=Path), help="Kiểm tra một tệp danh-sach.json.")
@click.option("--anchor", help="N:HASH mà chuỗi công bố phải chứa.")
def verify_(file: Path | None, anchor: str | None) -> None:
    """Check the whole ledger, or a copy of it, without any private key."""
    try:
        source: Source = FileSource(json.loads(file.read_bytes())) if file else DatabaseSource(reading())
        number, _, hash_ = anchor.partition(":") if anchor else ("", "", "")
        verdict = verify(source)
        missing = bool(anchor) and verdict.ok and not contains(source, int(number), hash_)
    except Exception as error:  # whatever goes wrong here is neither OK nor WRONG
        _fail(3, f"Không kiểm tra được: {error}")
        return
    line = (
        f"WRONG publication {number} entry -: the chain does not contain the anchor" if missing else verdict
    )
    click.echo(line)
    if missing or not verdict.ok:
        sys.exit(1)


@_command("upgrade", ready=False)
@click.option("--grant-to", metavar="ROLE", help="PostgreSQL: vai trò của ứng dụng, không sở hữu bảng nào.")
def upgrade_(grant_to: str | None) -> None:
    """Bring the database of an older version to this one; on PostgreSQL, let a role use it."""
    instance().upgrade(grant_to)


@_command("reindex")
def reindex_() -> None:
    """Build the search index anew from the ledger."""
    instance().search.reindex(reading())


def install(app: Flask) -> None:
    """Add the commands to ``flask --app app``."""
    for command in (prepare_, seed_, load_, template_, verify_, upgrade_, reindex_):
        app.cli.add_command(command)
