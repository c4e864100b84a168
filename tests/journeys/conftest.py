"""The browser of all journeys: one, however many files they stand in (a second cannot start beside it).

And a server for those that write: over a register of their own. Who only reads shares one within its file.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import chromium, desktop, scriptless, serve, tab

__all__ = ["chromium", "desktop", "folder", "scriptless", "site", "tab"]


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    """A sample register of this journey's own."""
    return Path(shutil.copytree(sample_folder, tmp_path / "desk"))


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    """The address of a server over it."""
    with serve(folder) as address:
        yield address
