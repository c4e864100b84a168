"""What an entry can do to a listing: a closed set of words. Pure; knows nothing else."""

from __future__ import annotations

from typing import Final

LISTED: Final = "listed"
CHANGED: Final = "changed"
CORRECTED: Final = "corrected"
ENDED: Final = "ended"
REINSTATED: Final = "reinstated"
WITHDRAWN: Final = "withdrawn"
REDACTED: Final = "redacted"

ACTS: Final = frozenset({LISTED, CHANGED, CORRECTED, ENDED, REINSTATED, WITHDRAWN, REDACTED})

TARGETED: Final = frozenset({CORRECTED, REDACTED})
"""Acts upon one earlier entry of the same listing."""

DATELESS: Final = frozenset({WITHDRAWN, REDACTED})
"""Acts that are no version of a listing, so that nothing holds from them."""
