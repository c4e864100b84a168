"""The door for what people tell us: three forms, no cookie, no third party, no trace of who wrote."""

from __future__ import annotations

from app.feedback import mistake, money, satisfaction
from app.feedback.door import feedback

__all__ = ["feedback", "mistake", "money", "satisfaction"]
