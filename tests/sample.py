"""The sample register as tests name it: the number of its last publication, and of the next one."""

from __future__ import annotations

from app import seeding

LATEST = seeding.count()
"""The number of its last publication."""

NEXT = LATEST + 1
"""The number of the publication that a test adds to it."""
