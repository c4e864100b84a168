"""Static copies handed out by nginx and by Apache, at the root of a host and below a path of one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.conftest import BASE_URL, register_in
from tests.copied import Copied
from tests.file_servers import SERVERS, files_served_by, program

BASES = (BASE_URL, "https://langson.example.vn/so-tgpl")
SHOWN = 10


def crawled(instance: Path) -> Iterator[str]:
    """Copy the register in ``instance``, crawl the copies; yield what each copy did, and what it did not.

    A line that begins with ``WRONG`` is a promise broken.
    """
    for base in BASES:
        with tempfile.TemporaryDirectory() as place, register_in(instance, BASE_URL=base) as app:
            copied = Copied(app, Path(place) / "copy", base)
            for server in SERVERS:
                if program(server) is None:
                    yield f"{server} is not installed, and left out"
                    continue
                with files_served_by(server, copied.folder) as port:
                    wrong = [*copied.differences(port), *copied.broken_links(port)]
                yield f"{base} by {server}: {len(copied.answers)} addresses, {len(wrong)} of them wrong"
                yield from (f"WRONG {one}" for one in islice(wrong, SHOWN))
