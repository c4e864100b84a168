"""Publications go in numbered without a gap, in order, once; what may not go in is refused."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.faults import NothingChanged
from app.ledger import read
from app.ledger.append import Line
from app.ledger.commitment import reveal
from app.ledger.source import DatabaseSource
from app.ledger.verify import verify
from tests.rooms.ledger_fixtures import (
    DRAFT,
    Ledger,
    changed,
    corrected,
    listed,
    new_ledger,
    publish_a_history,
    redacted,
    withdrawn,
)


@pytest.fixture
def ledger(each_database: str, tmp_path: Path) -> Iterator[Ledger]:
    with new_ledger(tmp_path) as ledger:
        yield ledger


def test_an_empty_ledger_has_no_head(ledger: Ledger) -> None:
    with ledger.reading() as session:
        assert read.head(session) is None
        assert read.publications(session) == []
        assert read.entries(session) == []
        assert read.last_serial(session, "LS-") == 0


def test_what_was_appended_is_read_back(ledger: Ledger) -> None:
    ledger.publish(listed("LS-0001", "2024-01-01", name="Hà", languages=[], fax=None))
    with ledger.reading() as session:
        head = read.head(session)
        [entry] = read.listing_entries(session, "LS-0001")
        assert head is not None
        assert (head.number, head.day, head.previous_hash) == (1, date(2024, 1, 2), None)
        assert head.published_at.isoformat() == "2024-01-02T09:30:00+07:00"
        assert (head.instrument, head.issuer, head.sample) == ("decision", "department", False)
        assert (head.decision_number, head.decision_date) == ("01/QĐ-STP", date(2024, 1, 2))
        assert head.note == "Danh sách công bố lần đầu"
        assert (entry.number, entry.publication, entry.holds_from) == (1, 1, date(2024, 1, 1))
        assert reveal(read.bodies(session, [1])[1]) == {"name": "Hà"}


def test_publications_and_entries_are_numbered_without_a_gap(ledger: Ledger) -> None:
    publish_a_history(ledger)
    with ledger.reading() as session:
        assert [publication.number for publication in read.publications(session)] == [4, 3, 2, 1]
        assert [entry.number for entry in read.entries(session)] == [1, 2, 3, 4, 5, 6, 7, 8]
        assert [entry.number for entry in read.entries(session, after=1, up_to=3)] == [4, 5, 6]


def test_each_publication_names_the_hash_of_the_one_before(ledger: Ledger) -> None:
    publish_a_history(ledger)
    with ledger.reading() as session:
        chain = read.publications(session)
    assert [later.previous_hash for later in chain[:-1]] == [earlier.hash for earlier in chain[1:]]


def test_a_key_is_written_down_when_it_first_signs(ledger: Ledger) -> None:
    publish_a_history(ledger)
    with ledger.reading() as session:
        keys = {key["from_publication"]: key["id"] for key in DatabaseSource(session).signing_keys()}
        signed_with = [publication.key_id for publication in reversed(read.publications(session))]
    assert signed_with == [keys[1], keys[1], keys[3], keys[3]]


def test_the_time_of_publication_never_goes_back(ledger: Ledger) -> None:
    ledger.publish(listed("LS-0001", "2024-01-01", name="Hà"), day="2024-03-01")
    ledger.publish(listed("LS-0002", "2024-01-01", name="Mai"), day="2024-02-01")
    with ledger.reading() as session:
        assert {publication.day for publication in read.publications(session)} == {date(2024, 3, 1)}


def test_a_publication_may_have_no_note_and_an_entry_no_field(ledger: Ledger) -> None:
    ledger.publish(Line("LS-0001", "withdrawn", None, {}), draft=replace(DRAFT, note="  "))
    with ledger.reading() as session:
        publication = read.publication(session, 1)
        assert publication is not None
        assert publication.note is None
        assert read.bodies(session, [1]) == {1: {}}
        assert verify(DatabaseSource(session)).ok


def test_the_last_serial_counts_past_the_padding(ledger: Ledger) -> None:
    ledger.publish(*(listed(name, "2024-01-01", name=name) for name in ("LS-9999", "LS-10000", "TT-01")))
    with ledger.reading() as session:
        assert read.last_serial(session, "LS-") == 10000
        assert read.last_serial(session, "TT-") == 1
        assert read.last_serial(session, "T-") == 0


def test_bodies_are_read_however_many_are_asked_for(ledger: Ledger) -> None:
    ledger.publish(*(listed(f"LS-{serial:04}", "2024-01-01", name="Hà") for serial in range(1, 1202)))
    with ledger.reading() as session:
        assert read.bodies(session, range(1, 2000)).keys() == set(range(1, 1202))


def test_a_publication_of_nothing_is_refused(ledger: Ledger) -> None:
    with pytest.raises(NothingChanged):
        ledger.publish()


def test_the_same_content_twice_is_refused(ledger: Ledger) -> None:
    ledger.publish(listed("LS-0001", "2024-01-01", name="Hà"))
    with pytest.raises(NothingChanged, match="LS-0001"):
        ledger.publish(changed("LS-0001", "2024-02-01", name=" Hà ", fax=""))
    with pytest.raises(NothingChanged):
        ledger.publish(corrected("LS-0001", 1, "2024-01-01", name="Hà"))
    with ledger.reading() as session:
        assert len(read.publications(session)) == 1


def test_a_correction_may_mend_the_date_alone(ledger: Ledger) -> None:
    ledger.publish(listed("LS-0001", "2024-01-01", name="Hà"))
    assert ledger.publish(corrected("LS-0001", 1, "2023-12-01", name="Hà")) == 2


def test_a_change_is_held_against_the_newest_version_not_against_a_redaction(ledger: Ledger) -> None:
    ledger.publish(listed("LS-0001", "2024-01-01", name="Hà", phone="0205"))
    ledger.publish(redacted("LS-0001", 1, "phone"))
    with pytest.raises(NothingChanged):
        ledger.publish(changed("LS-0001", "2024-02-01", name="Hà", phone="0205"))


def test_what_is_corrected_or_redacted_must_be_there(ledger: Ledger) -> None:
    publish_a_history(ledger)
    with pytest.raises(ValueError, match="not there to be corrected"):
        ledger.publish(corrected("LS-0001", 1, "2024-01-01", name="an entry of TT-01"))
    with pytest.raises(ValueError, match="not there to be corrected"):
        ledger.publish(corrected("LS-0002", 3, "2024-01-01", name="corrected before"))
    with pytest.raises(ValueError, match="not there to be redacted"):
        ledger.publish(redacted("LS-0009", 1, "name"))
    with pytest.raises(ValueError, match="not there to be redacted"):
        ledger.publish(redacted("TT-01", 6, "redacted"))


@pytest.mark.parametrize(
    ("act", "holds_from", "document", "target"),
    [
        ("lost", date(2024, 1, 1), {}, None),
        ("listed", None, {}, None),
        ("listed", date(2024, 1, 1), {}, 1),
        ("corrected", date(2024, 1, 1), {}, None),
        ("redacted", None, {"name": "Hà"}, 1),
    ],
)
def test_a_line_that_does_not_hold_together_is_refused(
    act: str, holds_from: date | None, document: dict[str, str], target: int | None
) -> None:
    with pytest.raises(ValueError, match=r"act|target|day|redaction"):
        Line("LS-0001", act, holds_from, document, target)


def test_a_header_outside_its_closed_lists_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="instrument"):
        ledger.publish(withdrawn("LS-0001"), draft=replace(DRAFT, instrument="rumour"))


def test_many_publishing_at_once_leave_no_gap_and_lose_nothing(ledger: Ledger) -> None:
    def publish(serial: int) -> int:
        return ledger.publish(listed(f"LS-{serial:04}", "2024-01-01", name="Hà"))

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(publish, range(1, 41)))
    with ledger.reading() as session:
        verdict = verify(DatabaseSource(session))
        listings = {entry.listing_id for entry in read.entries(session)}
    assert sorted(numbers) == list(range(1, 41))
    assert (verdict.ok, verdict.number, len(listings)) == (True, 40, 40)
