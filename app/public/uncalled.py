"""Numbers and mails to read, not to call: of another day, they might reach a stranger by now. Pure."""

from __future__ import annotations

from dataclasses import replace

from app.catalogue.rows import Part, Row


def uncalled(row: Row) -> Row:
    """Return ``row`` with its numbers and mails as words."""
    return replace(row, values=tuple(map(_uncalled, row.values)))


def _uncalled(part: Part) -> Part:
    return Part(part.text) if (part.url or "").startswith(("tel:", "mailto:")) else part
