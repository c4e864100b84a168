"""The two registers of judged queries, opened once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.relevance import opened
from tests.relevance.opened import Opened


@pytest.fixture(scope="session")
def judged_sample(sample: Flask) -> Opened:
    """The sample register and its judged queries."""
    return opened.sample(sample)


@pytest.fixture(scope="session")
def judged_fictional(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The fictional register and its judged queries."""
    with opened.made_up(tmp_path_factory.mktemp("fictional")) as register:
        yield register
