"""Reads the data files of this room. Knows none of their contents."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def read(name: str) -> dict[str, Any]:
    """Return what ``name`` beside this file holds."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
