"""The kinds of entry, each declared once. Pure data: knows no register, no database and no page.

`KINDS` are those of the published lists, as the data dictionary has them. `UNLISTED` are published like any
other, under a decision and in the ledger, but stand in no list, no search result and no file of a list.
"""

from __future__ import annotations

from app.kinds.banner import BANNER
from app.kinds.declaration import Field, Kind, Nature, Need, Searched, Seen
from app.kinds.listed import KINDS
from app.kinds.recording import RECORDING
from app.kinds.shown_figure import SHOWN_FIGURE
from app.kinds.types import Unreadable
from app.kinds.vocabulary import VOCABULARY

__all__ = [
    "EVERY_KIND",
    "KINDS",
    "UNLISTED",
    "Field",
    "Kind",
    "Nature",
    "Need",
    "Searched",
    "Seen",
    "Unreadable",
    "find",
    "of_id",
]

UNLISTED: tuple[Kind, ...] = (VOCABULARY, BANNER, RECORDING, SHOWN_FIGURE)
EVERY_KIND: tuple[Kind, ...] = (*KINDS, *UNLISTED)

_BY_KEY = {kind.key: kind for kind in EVERY_KIND}
_BY_PREFIX = {kind.prefix: kind for kind in EVERY_KIND}
_BY_PATH = {kind.path: kind for kind in KINDS}


def find(key: str) -> Kind:
    """Return the kind with this key. Raises KeyError."""
    return _BY_KEY[key]


def of_id(listing_id: str) -> Kind | None:
    """Return the kind that ids such as ``LS-0042`` belong to, or None."""
    return _BY_PREFIX.get(listing_id.partition("-")[0])


def of_path(path: str) -> Kind | None:
    """Return the kind of the lists whose word in addresses is ``path``, or None."""
    return _BY_PATH.get(path)
