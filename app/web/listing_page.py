"""The public page of a listing, offered for the desk's preview: neither door imports the other."""

from __future__ import annotations

from collections.abc import Callable

from app.catalogue.register import Register
from app.catalogue.version import Version

Render = Callable[[Version, Register, str], str]

_offered: list[Render] = []


def offer(render: Render) -> Render:
    """Let ``render(version, register, back)`` be the page; ``back`` leads from the preview to its form."""
    _offered[:] = [render]
    return render


def page(version: Version, register: Register, back: str) -> str:
    """Return the page of ``version`` as it would stand in ``register``."""
    return _offered[0](version, register, back)
