"""The API for programs, version 1: keys may be added, never removed or renamed."""

from __future__ import annotations

from app.public.api import entries, listings, publications, searching
from app.public.api.door import api

__all__ = ["api", "entries", "listings", "publications", "searching"]
