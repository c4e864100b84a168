"""Everything that was ever published as one flat file: a line for each act, and for each field it changed.

Of what is listed for the first time only the act stands here; the list of its publication has its fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.catalogue.differences import held
from app.catalogue.publications import document
from app.catalogue.register import Register
from app.catalogue.steps import Step, changed
from app.kinds import Seen
from app.ledger.acts import LISTED
from app.opendata.comparison import shown
from app.opendata.csv_file import words, written

COLUMNS = ("date", "publication", "id", "name", "field", "old", "new", "document")
ACT = "act"
"""Stands as the field where a line tells what was done to the listing as a whole."""


def changes_csv(steps: Iterable[Step], register: Register) -> bytes:
    """Return the file of ``steps``, the oldest first."""
    lines = [list(COLUMNS)]
    for step in steps:
        publication = register.publication(step.line.publication)
        name = step.version.name if step.version else ""
        begins = [
            publication.day.isoformat(),
            str(publication.number),
            *map(words, (step.line.listing_id, name)),
        ]
        rests_on = words(document(publication))
        lines += [[*begins, *told, rests_on] for told in _told(step)]
    return written(lines)


def _told(step: Step) -> Iterator[list[str]]:
    yield [ACT, "", step.line.act]
    for field in changed(step) if step.line.act != LISTED else ():
        if field.seen is Seen.LIST:
            after = None if step.taken else step.after
            yield [field.key, shown(field, held(step.before, field)), shown(field, held(after, field))]
