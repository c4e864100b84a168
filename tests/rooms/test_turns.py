"""Those that write take turns, those that read see one state: threads and processes, on each database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.ledger import read
from app.ledger.source import DatabaseSource
from app.ledger.verify import verify
from app.publishing.propose import Proposal
from tests import databases
from tests.conftest import register_in, run
from tests.house.checkout import ROOT
from tests.rooms.ledger_fixtures import Ledger, listed, new_ledger
from tests.rooms.staff import FIRST, ORGANISATION, office_in

PUBLISHER = """
import sys
from app.db import make_engine
from tests.rooms.ledger_fixtures import Ledger, listed

ledger = Ledger(make_engine(sys.argv[1]))
print("ready", flush=True)
input()
for serial in range(1, 11):
    ledger.publish(listed(f"LS-{serial:04}", "2024-01-01", name="Hà"))
"""


@pytest.fixture
def ledger(each_database: str, tmp_path: Path) -> Iterator[Ledger]:
    with new_ledger(tmp_path) as ledger:
        yield ledger


def test_two_processes_publishing_at_once_leave_no_gap_and_lose_nothing(ledger: Ledger) -> None:
    url = ledger.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-c", PUBLISHER, url]
    with subprocess.Popen(  # noqa: S603  our own words
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        print("now", file=other.stdin, flush=True)
        for serial in range(11, 21):
            ledger.publish(listed(f"LS-{serial:04}", "2024-01-01", name="Hà"))
    with ledger.reading() as session:
        assert str(verify(DatabaseSource(session))).startswith("OK 20 ")
        assert {entry.listing_id for entry in read.entries(session)} == {f"LS-{n:04}" for n in range(1, 21)}


def test_those_who_publish_at_once_are_given_different_ids(each_database: str, tmp_path: Path) -> None:
    with office_in(tmp_path) as office:
        office.publish(FIRST[0])

        def publish(serial: int) -> int:
            return office.publish(
                Proposal("organisation", ORGANISATION | {"name": f"Văn phòng Mẫu {serial}"})
            )

        with ThreadPoolExecutor(4) as pool:
            assert sorted(pool.map(publish, range(12))) == list(range(2, 14))
        with Session(office.engine) as session:
            assert len({entry.listing_id for entry in read.entries(session)}) == 13
            assert verify(DatabaseSource(session)).ok


def test_those_who_start_at_once_ready_one_database(each_database: str, tmp_path: Path) -> None:
    url = databases.empty(tmp_path / "register.db")
    with register_in(tmp_path, DATABASE_URL=url) as one, register_in(tmp_path, DATABASE_URL=url) as other:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda app: app.extensions["instance"].prepare(), (one, other)))
        assert run(one, "verify") == run(other, "verify") == "OK 0 -\n"


def test_what_was_read_before_a_change_is_still_so_when_it_is_made(ledger: Ledger) -> None:
    with ledger.writing() as session:
        session.add(Account(username="count", name="0", role="clerk"))

    def count(_: int) -> None:
        with ledger.writing() as session:
            account = session.scalars(select(Account).where(Account.username == "count")).one()
            account.name = str(int(account.name) + 1)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(20)))
    with ledger.reading() as session:
        assert session.scalar(select(Account.name).where(Account.username == "count")) == "20"


def test_one_who_reads_sees_one_state_though_another_publishes_meanwhile(ledger: Ledger) -> None:
    ledger.publish(listed("LS-0001", "2024-01-01", name="Hà"))
    with ledger.reading() as session:
        assert len(read.publications(session)) == 1
        ledger.publish(listed("LS-0002", "2024-01-01", name="Mai"))
        assert len(read.entries(session)) == 1
        assert str(verify(DatabaseSource(session))).startswith("OK 1 ")
        session.rollback()
        assert str(verify(DatabaseSource(session))).startswith("OK 2 ")


def test_one_who_waited_sees_what_the_one_before_has_done(ledger: Ledger) -> None:
    with ThreadPoolExecutor(1) as pool:
        with ledger.writing() as session:
            session.add(Account(username="first", name="first", role="clerk"))
            session.flush()
            waiting = pool.submit(usernames, ledger)
        assert "first" in waiting.result()


def usernames(ledger: Ledger) -> set[str]:
    with ledger.writing() as session:
        return set(session.scalars(select(Account.username)))
