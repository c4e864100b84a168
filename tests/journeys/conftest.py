"""The browser of all journeys: one, however many files they stand in (a second cannot start beside it)."""

from __future__ import annotations

from tests.browser import chromium, desktop, scriptless, tab

__all__ = ["chromium", "desktop", "scriptless", "tab"]
