"""What bulk files may not tell: what only a listing's own page shows. Its commitment stands for it."""

from __future__ import annotations

from collections.abc import Collection

from app import kinds
from app.kinds import Seen


def kept_back(listing_id: str) -> Collection[str]:
    """Return the keys of the fields of ``listing_id`` that are not for bulk."""
    kind = kinds.of_id(listing_id)
    return kind.keys_seen(Seen.PAGE) if kind else ()
