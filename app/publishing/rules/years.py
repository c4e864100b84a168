"""Terms of whole years, as the law counts them: to the same day of a later year."""

from __future__ import annotations

from datetime import date


def years_after(start: str, years: int) -> str:
    """Return the same day ``years`` later, both in ISO; 28 February for a 29th that is not there."""
    day = date.fromisoformat(start)
    try:
        return day.replace(year=day.year + years).isoformat()
    except ValueError:
        return day.replace(year=day.year + years, day=28).isoformat()
