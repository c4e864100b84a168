"""``upgrade``: the database of an older version becomes one of this version."""

from __future__ import annotations

import click

from app.cli.command import command_of
from app.web.instance import instance


@command_of("upgrade", ready=False)
@click.option(
    "--grant-to", metavar="ROLE", help="PostgreSQL: vai trò mà ứng dụng dùng, không sở hữu bảng nào."
)
def command(grant_to: str | None) -> None:
    """Bring the database of an older version to this one; on PostgreSQL, let the server's role use it."""
    instance().upgrade(grant_to)
