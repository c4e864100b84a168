"""The API for programs, version 1: keys may be added, never removed or renamed."""

from __future__ import annotations

from app.public.api import describing, entries, listings, publications, searching, vocabulary
from app.public.api.door import api

__all__ = ["api", "describing", "entries", "listings", "publications", "searching", "vocabulary"]
