"""``overwrite``: what the database no longer says is overwritten on disk."""

from __future__ import annotations

from app.cli.command import command_of, fail
from app.publishing.erasure import overwrite
from app.web.instance import instance

BUSY = "Chưa ghi đè được: dừng máy chủ rồi chạy lại; với PostgreSQL, chạy bằng vai trò sở hữu các bảng."


@command_of("overwrite")
def command() -> None:
    """Overwrite on disk what redactions took away; `redact` does it by itself where it can."""
    if not overwrite(instance().engine):
        fail(3, BUSY)
