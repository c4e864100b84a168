"""``verify``: the whole chain, or a saved copy of it, held against its hashes and signatures."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from app.cli.command import command_of, fail
from app.faults import OutOfDate
from app.ledger.source import DatabaseSource, FileSource, Source
from app.ledger.verify import contains, verify
from app.web.instance import instance
from app.web.session import reading


@command_of("verify", ready=False)
@click.option("--from", "file", type=click.Path(path_type=Path), help="Kiểm tra một tệp danh-sach.json.")
@click.option("--anchor", help="N:HASH mà chuỗi công bố phải chứa.")
def command(file: Path | None, anchor: str | None) -> None:
    """Check the whole ledger, or a copy of it, without any private key."""
    try:
        instance().prepare()
        line, ok = _checked(_source(file), anchor)
    except OutOfDate:
        raise
    except Exception as error:  # whatever goes wrong here is neither OK nor WRONG
        fail(3, f"Không kiểm tra được: {error}")
    click.echo(line)
    if not ok:
        sys.exit(1)


def _source(file: Path | None) -> Source:
    return FileSource(json.loads(file.read_bytes())) if file else DatabaseSource(reading())


def _checked(source: Source, anchor: str | None) -> tuple[str, bool]:
    number, _, hash_ = (anchor or "0").partition(":")
    verdict = verify(source)
    if verdict.ok and anchor and not contains(source, int(number), hash_):
        return f"WRONG publication {number} entry -: the chain does not contain the anchor", False
    return str(verdict), verdict.ok
