"""What each entry did to its listing, and who is called when an office cannot help any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.canonical import encode
from app.catalogue import published
from app.catalogue.card import card
from app.catalogue.steps import Difference, differences
from app.ledger import read
from app.ledger.append import Line
from app.ledger.commitment import redaction, without
from tests.rooms.small_register import (
    SmallRegister,
    lawyer,
    listed,
    organisation,
    three_offices_and_four_lawyers,
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[SmallRegister]:
    made = three_offices_and_four_lawyers(tmp_path)
    yield made
    made.engine.dispose()


def told(register: SmallRegister, listing_id: str) -> list[tuple[str, dict[str, tuple[str, str]]]]:
    """Return each act upon the listing with what it changed: label -> words before and after."""
    now = register.at("2026-01-01")
    with register.session() as session:
        steps = published.steps(session, register.head(), now, now.history(listing_id))
    return [(step.line.act, dict(map(worded, differences(step, now)))) for step in steps]


def worded(one: Difference) -> tuple[str, tuple[str, str]]:
    def words(row: object) -> str:
        values = getattr(row, "values", ())
        return "; ".join(part.text for part in values) or getattr(row, "state", "")

    return one.label, (words(one.old), words(one.new))


def test_a_change_tells_only_what_it_changed(register: SmallRegister) -> None:
    later = lawyer("Lý Thị Mới", contact_via="TC-001", practice="Văn phòng Mẫu")
    register.publish("2025-08-01", listed("LS-0001", later, "changed", holds_from=date(2025, 8, 1)))
    (first, whole), (act, changed) = told(register, "LS-0001")
    assert (first, act) == ("listed", "changed")
    assert whole["Họ và tên"] == ("", "Lý Thị Lê")
    assert changed == {
        "Họ và tên": ("Lý Thị Lê", "Lý Thị Mới"),
        "Nơi hành nghề": ("", "Văn phòng Mẫu"),
        "Liên hệ qua": ("Trung tâm trợ giúp pháp lý nhà nước tỉnh Mẫu", "Văn phòng luật sư Hoa Hồi"),
    }


def test_a_correction_is_held_against_what_it_replaces(register: SmallRegister) -> None:
    first = register.at("2025-07-01").versions["LS-0001"].entry
    moved = listed("LS-0001", lawyer("Lý Thị Lê", practice="A"), "changed", holds_from=date(2025, 8, 1))
    register.publish("2025-08-01", moved)
    register.publish("2025-09-01", listed("LS-0001", lawyer("Lý Thị Lễ"), "corrected", target=first))
    assert told(register, "LS-0001")[-1] == ("corrected", {"Họ và tên": ("Lý Thị Lê", "Lý Thị Lễ")})


def test_a_redaction_names_the_fields_and_leaves_no_old_word(register: SmallRegister) -> None:
    entry = register.at("2025-07-01").versions["LS-0001"].entry
    register.publish("2025-08-01", Line("LS-0001", "redacted", None, redaction(["bar"]), entry))
    with register.session() as session:
        body = read.bodies(session, [entry])[entry]
    register.replace_body(entry, encode(without(body, {"bar"})))
    (_, whole), (act, taken) = told(register, "LS-0001")
    assert whole["Đoàn luật sư"] == ("", "redacted")
    assert (act, taken) == ("redacted", {"Đoàn luật sư": ("", "redacted")})


def test_a_withdrawal_changes_no_field(register: SmallRegister) -> None:
    register.publish("2025-08-01", Line("LS-0001", "withdrawn", None, {}))
    assert told(register, "LS-0001")[-1] == ("withdrawn", {})


def test_who_took_whose_place_is_known_both_ways(register: SmallRegister) -> None:
    old = organisation("Văn phòng luật sư Hoa Hồi", status="ended", ended_on="2025-08-01", successor="TC-002")
    register.publish("2025-08-01", listed("TC-001", old, "ended", holds_from=date(2025, 8, 1)))
    now = register.at("2025-09-01")
    assert [one.listing_id for one in now.predecessors("TC-002")] == ["TC-001"]
    assert now.predecessors("TC-001") == ()


def test_the_centre_is_called_where_the_office_cannot_be_chosen(register: SmallRegister) -> None:
    gone = organisation("Văn phòng luật sư Hoa Hồi", status="ended", ended_on="2025-08-01")
    reached = lawyer("Hứa Văn Tìm", via="TC-001")
    register.publish("2025-07-01", listed("LS-0005", reached, holds_from=date(2025, 7, 1)))
    register.publish("2025-08-01", listed("TC-001", gone, "ended", holds_from=date(2025, 8, 1)))
    before, after = register.at("2025-07-31"), register.at("2025-08-01")
    assert card(before.versions["LS-0005"], before).via.name == "Văn phòng luật sư Hoa Hồi"  # type: ignore[union-attr]
    shown = card(after.versions["LS-0005"], after)
    assert (shown.standing.code, shown.via.url) == ("active", "/trung-tam/TT-01")  # type: ignore[union-attr]
    assert shown.phone.digits == "02053812345"  # type: ignore[union-attr]
    assert card(after.versions["LS-0003"], after).standing.code == "lapsed", "only assigned by it"
