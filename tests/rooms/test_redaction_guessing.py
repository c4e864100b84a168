"""Nobody finds a redacted number by trying all numbers: no hash over it is left to which a salt is known.

All ten million numbers behind 0205 are tried, as the ledger hashes a value, and a thousand with every salt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import MetaData, Table, inspect, select
from sqlalchemy.orm import Session

from app.canonical import encode
from app.ledger import read
from app.publishing.propose import Proposal
from app.publishing.publish import Instrument
from app.publishing.redact import People, Wanted, redact
from app.publishing.review import fingerprint
from app.records import accepted
from app.records.changes import Change
from tests.rooms.staff import FIRST, Office, office_in

SECRET = "02053871234"
_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_SALT = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        made.publish(*FIRST)
        made.publish(Proposal("centre", made.record("TT-01") | {"hotline": SECRET}, "TT-01", "changed"))
        yield made


def everything(office: Office) -> str:
    """Return every cell of every table: what somebody reads who has stolen the database."""
    with office.engine.connect() as connection:
        tables = [
            Table(name, MetaData(), autoload_with=connection)
            for name in inspect(connection).get_table_names()
        ]
        return "\n".join(str(tuple(row)) for table in tables for row in connection.execute(select(table)))


def guessed(stolen: str, numbers: Iterable[str]) -> set[str]:
    """Return those of ``numbers`` of which ``stolen`` has a hash, with any salt in it or without one."""
    hashes = set(_HASH.findall(stolen))
    salts = [b"", *(bytes.fromhex(one) for one in set(_SALT.findall(stolen)))]
    return {
        number
        for number in numbers
        for form in (number.encode(), encode(number).encode())
        for salt in salts
        if sha256(salt + form).hexdigest() in hashes
    }


def betrayed(hashes: set[bytes]) -> list[str]:
    """Return those of all numbers behind 0205 that ``hashes`` hold, hashed as a value is without its salt."""
    found: list[str] = []
    lasts = [b'%04d"' % last for last in range(10_000)]
    for first in range(1000):
        head = b'"0205%03d' % first
        tried = [sha256(head + last).digest() for last in lasts]
        if not hashes.isdisjoint(tried):
            found += [f"0205{first:03}{last:04}" for last, one in enumerate(tried) if one in hashes]
    return found


def redact_it(office: Office) -> None:
    with office.work() as session:
        people = People(office.person(session, "clerk"), office.person(session, "approver"))
        wanted = Wanted(4, ("hotline",), "wrong_private_data")
        redact(session, office.signer, people, wanted, Instrument("notice"), register="20")


def test_without_its_salt_the_number_is_not_found_among_all_and_with_it_at_once(office: Office) -> None:
    numbers = [f"{SECRET[:8]}{last:03d}" for last in range(1000)]
    with Session(office.engine) as session:
        salt, _ = read.bodies(session, [4])[4]["fields"]["hotline"]
    redact_it(office)
    stolen = everything(office)
    assert SECRET not in stolen
    assert salt not in stolen
    assert guessed(stolen, numbers) == set()
    assert guessed(f"{stolen}\n{salt}", numbers) == {SECRET}, "the commitment is there, and the attack works"


def test_none_of_all_numbers_of_the_province_is_found_but_one_that_is_planted(office: Office) -> None:
    redact_it(office)
    hashes = {bytes.fromhex(one) for one in _HASH.findall(everything(office))}
    assert hashes
    planted = "02059999999"
    assert betrayed(hashes | {sha256(encode(planted).encode()).digest()}) == [planted]


def test_no_hash_over_a_whole_record_or_change_betrays_it_either(office: Office) -> None:
    record = office.record("TT-01")
    office.publish(Proposal("centre", record | {"hotline": "02053000001"}, "TT-01", "changed"))
    with Session(office.engine) as session:
        changes = session.scalars(select(Change).where(Change.listing_id == "TT-01")).all()
        known = {accepted.fingerprint(record), *(fingerprint(change) for change in changes)}
    assert len(known & set(_HASH.findall(everything(office)))) == 3, "of the record and of two changes"
    redact_it(office)
    assert not known & set(_HASH.findall(everything(office)))
