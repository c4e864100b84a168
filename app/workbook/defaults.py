"""What a row may leave out because the law or the register has one answer. Knows no workbook."""

from __future__ import annotations

from collections.abc import Iterable

from app.kinds.centre import CENTRE
from app.kinds.lawyer import LAWYER
from app.workbook.known import Known
from app.workbook.table import Row


def fill(rows: Iterable[Row], known: Known) -> None:
    """Let a lawyer without one be reached through the assigning organisation, else through the one centre."""
    rows = list(rows)
    centre = _one_centre(rows, known)
    for row in rows:
        if row.kind is LAWYER and "contact_via" not in row.document:
            office = _organisation(row) or centre
            if "organisation" in row.unread:
                row.unread.add("contact_via")
            elif office:
                row.document["contact_via"] = office


def _organisation(row: Row) -> str | None:
    """The organisation that assigns a lawyer who works for the register in no other capacity."""
    only_assigned = row.document.get("engagements") == ["assigned"]
    return row.document.get("organisation") if only_assigned else None


def _one_centre(rows: Iterable[Row], known: Known) -> str | None:
    brought = {row.handle for row in rows if row.kind is CENTRE and row.document.get("status") != "ended"}
    centres = brought | set(known.ids_of(CENTRE.key))
    return centres.pop() if len(centres) == 1 else None
