"""The exit promise: the whole public register as static files, and what web servers need to serve them."""

from __future__ import annotations

from app.public.copying.export import export

__all__ = ["export"]
