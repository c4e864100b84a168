"""``reindex``: the search index, built anew from the ledger."""

from __future__ import annotations

from app.cli.command import command_of
from app.web.instance import instance
from app.web.session import reading


@command_of("reindex")
def command() -> None:
    """Build the search index anew from the ledger."""
    instance().search.reindex(reading())
