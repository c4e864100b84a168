"""``export-site``: the whole public register as static files, with what a web server needs to serve them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from app.cli.command import command_of, fail
from app.cli.progress import progress
from app.faults import NotAllowed
from app.public import copying
from app.public.copying.fetching import Broken
from app.public.copying.folder import MANIFEST
from app.web.instance import instance


@command_of("export-site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Write or renew the copy in FOLDER; only what changed is written again."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MANIFEST).exists():
        raise NotAllowed(f"Thư mục {folder} có thứ khác: chọn một thư mục trống, hoặc bản sao đã có.")
    try:
        done = copying.export(folder, instance().signer, _watch)
    except OSError as error:
        raise NotAllowed(f"Không ghi được vào {folder}: {error.strerror}.") from error
    except Broken as error:
        fail(3, f"Có địa chỉ không trả lời: {error}")
    if not done.files:
        click.echo(f"{folder}: không có gì mới.")
        return
    click.echo(f"{folder}: {done.files} tệp, ghi mới {done.written}.")


def _watch(addresses: Iterable[str], total: int) -> Iterator[str]:
    return progress(addresses, "Sao trang tĩnh", total)
