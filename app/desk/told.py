"""What was done, said once on the next page, with the ways on from there."""

from __future__ import annotations

from flask import flash


def tell(text: str, *ways: tuple[str, str]) -> None:
    """Say ``text`` on the next page; ``ways`` are (words, path): the next step, and how to undo."""
    flash({"text": text, "ways": ways})  # type: ignore[arg-type]
