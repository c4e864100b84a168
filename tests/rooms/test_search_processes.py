from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.search.engine import Engine
from tests.rooms.small_register import SmallRegister, lawyer, listed, three_offices_and_four_lawyers

ROOT = Path(__file__).resolve().parent.parent.parent

WORKER = """
import sys
from datetime import date
from pathlib import Path
from sqlalchemy.orm import Session
from app.catalogue import published
from app.db import make_engine
from app.ledger import read
from app.search.engine import Engine

folder = Path(sys.argv[1])
database, engine = make_engine(f"sqlite:///{folder / 'register.db'}"), Engine(folder)
for q in sys.stdin:
    with Session(database) as session:
        head = read.head(session)
        n = engine.ready(session, head.number)
        results = engine.search(published.load(session, head, date(2025, 7, 1), n), q.strip())
        print(n, *(version.listing_id for version in results.versions), flush=True)
"""


class Worker:
    """Another process that searches the same instance."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", WORKER, str(folder)]
        self.process = subprocess.Popen(  # noqa: S603 -- our own program
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, q: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(q, file=self.process.stdin, flush=True)
        return self.process.stdout.readline().strip()

    def stop(self) -> None:
        self.process.communicate()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = three_offices_and_four_lawyers(tmp_path)
    yield made
    made.engine.dispose()


def test_every_worker_finds_what_was_just_published(small: SmallRegister) -> None:
    workers = [Worker(small.folder), Worker(small.folder)]
    try:
        assert [worker.ask("hoa hoi") for worker in workers] == ["2 TC-001"] * 2
        small.publish("2025-06-20", listed("LS-0010", lawyer("Triệu Thị Xoan")))
        assert [worker.ask("trieu xoan") for worker in workers] == ["3 LS-0010"] * 2
        with small.session() as session:
            Engine(small.folder).reindex(session)
        assert [worker.ask("trieu xoan") for worker in workers] == ["3 LS-0010"] * 2
    finally:
        for worker in workers:
            worker.stop()


def test_threads_that_search_while_others_publish_see_whole_publications(small: SmallRegister) -> None:
    engine, wrong = Engine(small.folder), list[object]()
    done = threading.Event()

    def search() -> None:
        try:
            while not done.is_set():
                with small.session() as session:
                    n = engine.ready(session, small.head().number)
                pair = engine.search(small.at("2025-07-01", n), '"cặp"').total
                if pair != 2 * (n - 2):
                    wrong.append((n, pair))
        except Exception as failure:
            wrong.append(failure)

    readers = [threading.Thread(target=search) for _ in range(3)]
    for reader in readers:
        reader.start()
    for serial in range(6):
        twins = (listed(f"LS-{10 * serial + twin}", lawyer("Lý Thị Cặp")) for twin in (101, 102))
        small.publish(f"2025-06-{10 + serial}", *twins)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
