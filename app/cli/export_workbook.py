"""``export-workbook``: the accepted records as a workbook that reads back unchanged."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from app.cli.command import command_of
from app.cli.progress import progress
from app.faults import NotAllowed
from app.records import accepted
from app.web.instance import instance
from app.web.session import reading
from app.workbook import export

_FILE = click.Path(dir_okay=False, path_type=Path)


@command_of("export-workbook")
@click.argument("file", type=_FILE)
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
def command(file: Path, force: bool) -> None:
    """Write all accepted records, what only staff may see too, as a workbook to read and load again."""
    if file.exists() and not force:
        raise NotAllowed(f"Đã có tệp {file}: chọn tên khác, hoặc thêm --force để ghi đè.")
    records = list(accepted.every(reading()))
    try:
        _write(file, records)
    except OSError as error:
        raise NotAllowed(f"Không ghi được tệp {file}: {error.strerror}.") from error
    click.echo(f"{file}: {len(records)} mục, có cả thông tin chỉ cán bộ được xem.")


def _write(file: Path, records: list[accepted.Record]) -> None:
    """Let the file appear whole or not at all, readable by its owner only."""
    told = progress(records, "Xuất sổ tính", len(records))
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".") as folder:
        started = Path(folder) / file.name
        started.touch(mode=0o600)
        export(started, instance().settings.province, told)
        started.replace(file)
