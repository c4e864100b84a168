from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.canonical import encode
from app.catalogue import published
from app.faults import NotFound
from app.ledger import read
from app.ledger.append import Line
from app.ledger.commitment import redaction, without
from tests.rooms.small_register import (
    SmallRegister,
    lawyer,
    listed,
    office,
    three_offices_and_four_lawyers,
)


@pytest.fixture
def register(each_database: str, tmp_path: Path) -> Iterator[SmallRegister]:
    made = three_offices_and_four_lawyers(tmp_path)
    yield made
    made.engine.dispose()


def test_before_the_first_publication_the_register_is_empty(tmp_path: Path) -> None:
    nothing = SmallRegister(tmp_path).at("2025-01-01")
    assert (nothing.n, dict(nothing.versions), nothing.centre()) == (0, {}, None)


def test_an_earlier_publication_knows_only_what_stood_then(register: SmallRegister) -> None:
    assert set(register.at("2025-07-01", n=1).versions) == {"TT-01", "TC-001", "TC-002"}
    assert register.at("2025-07-01").get("LS-0001") is not None


def test_a_change_holds_from_its_own_day(register: SmallRegister) -> None:
    register.publish(
        "2025-08-01", listed("LS-0001", lawyer("Lý Thị Mới"), "changed", holds_from=date(2025, 9, 1))
    )
    names = {day: register.at(day).versions["LS-0001"].name for day in ("2025-08-31", "2025-09-01")}
    assert names == {"2025-08-31": "Lý Thị Lê", "2025-09-01": "Lý Thị Mới"}


def test_the_same_question_is_answered_from_memory(register: SmallRegister) -> None:
    assert register.at("2025-07-01") is register.at("2025-07-01")
    assert register.at("2025-07-01") is not register.at("2025-07-02")


def test_two_registers_in_one_process_do_not_mix(register: SmallRegister, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = SmallRegister(tmp_path / "other")
    other.publish("2025-03-01", listed("TT-01", office("Trung tâm khác")))
    assert other.at("2025-07-01").versions["TT-01"].name == "Trung tâm khác"
    assert set(register.at("2025-07-01").versions) > {"TT-01", "LS-0001"}
    assert other.at("2025-07-01").identity != register.at("2025-07-01").identity
    other.engine.dispose()


def test_a_withdrawn_listing_was_issued_and_is_gone(register: SmallRegister) -> None:
    register.publish("2025-08-01", Line("LS-0002", "withdrawn", None, {}))
    now = register.at("2025-09-01")
    assert (now.get("LS-0002"), now.issued("LS-0002"), now.withdrawn("LS-0002")) == (None, True, True)
    assert not register.at("2025-09-01", n=2).withdrawn("LS-0002")
    assert not now.issued("LS-0099")


def test_what_is_redacted_leaves_the_memory_of_every_publication(register: SmallRegister) -> None:
    assert register.at("2025-07-01", n=1).versions["TC-001"].document["phone"]
    entry = register.at("2025-07-01").versions["TC-001"].entry
    register.publish("2025-08-01", Line("TC-001", "redacted", None, redaction(["phone"]), entry))
    with register.session() as session:
        body = read.bodies(session, [entry])[entry]
    register.replace_body(entry, encode(without(body, {"phone"})))
    for n in (1, 2, 3):
        found = register.at("2025-07-01", n=n).versions["TC-001"]
        assert "phone" not in found.document
        assert found.redacted == {"phone"}


def test_people_are_reached_through_their_office(register: SmallRegister) -> None:
    now = register.at("2025-07-01")
    office_of = now.office_of(now.versions["LS-0003"])
    assert office_of is now.versions["TC-001"]
    assert [person.listing_id for person in now.people_of("TC-001")] == ["LS-0003"]
    assert [person.listing_id for person in now.people_of("TT-01")] == ["LS-0001", "LS-0002"]
    assert now.office_of(now.versions["TT-01"]) is None


def test_the_centre_to_call_is_one_in_force(register: SmallRegister) -> None:
    gone = office("Trung tâm cũ", status="ended", ended_on="2025-08-01")
    register.publish("2025-08-01", listed("TT-01", gone, "ended", holds_from=date(2025, 8, 1)))
    assert register.at("2025-07-31").centre() is not None
    assert register.at("2025-08-02").centre() is None


def test_an_edition_stands_in_the_register_of_its_own_day(register: SmallRegister) -> None:
    entry = register.at("2025-07-01").versions["LS-0003"].entry
    moved = lawyer("Hoàng Văn Đoàn", via="TT-01")
    register.publish("2025-08-01", listed("LS-0003", moved, "changed", holds_from=date(2025, 8, 1)))
    with register.session() as session:
        then, version = published.edition(session, register.head(), "LS-0003", entry)
        assert (then.n, then.day, version.document["contact_via"]) == (2, date(2024, 1, 1), "TC-001")
        with pytest.raises(NotFound):
            published.edition(session, register.head(), "LS-0001", entry)


def test_the_versions_of_a_listing_leave_out_what_was_corrected(register: SmallRegister) -> None:
    entry = register.at("2025-07-01").versions["LS-0001"].entry
    corrected = listed("LS-0001", lawyer("Lý Thị Lễ"), "corrected", target=entry)
    register.publish("2025-08-01", corrected)
    now = register.at("2025-09-01")
    with register.session() as session:
        versions = published.versions(session, register.head(), now, "LS-0001")
    assert [version.name for version in versions] == ["Lý Thị Lễ"]
    assert [line.act for line in now.history("LS-0001")] == ["listed", "corrected"]
