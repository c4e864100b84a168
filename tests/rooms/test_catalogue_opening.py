"""An office's next opening is promised only where the same hours still count on that day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.catalogue.opening import CHANGING, opening_of
from app.clock import VIET_NAM
from tests.rooms.small_register import SmallRegister, listed, office

EVENING = datetime(2025, 3, 10, 18, tzinfo=VIET_NAM)  # a Monday, after the only hours of the week
PROMISE = "Đóng cửa, mở lại 07:30 thứ Hai 17/03"


def told(register: SmallRegister) -> str:
    shown = register.at("2025-03-10")
    centre = shown.get("TT-01")
    assert centre
    return opening_of(centre, shown, EVENING).sentence


def test_the_next_opening_is_promised_where_nothing_is_to_change(tmp_path: Path) -> None:
    register = SmallRegister(tmp_path)
    register.publish("2025-03-01", listed("TT-01", office("Trung tâm Mẫu")))
    assert told(register) == PROMISE


def test_hours_published_to_hold_before_then_take_the_promise_back(tmp_path: Path) -> None:
    register = SmallRegister(tmp_path)
    register.publish("2025-03-01", listed("TT-01", office("Trung tâm Mẫu")))
    other = office("Trung tâm Mẫu", opening_hours={"weekly": {"tue": [["08:00", "09:00"]]}})
    register.publish("2025-03-05", listed("TT-01", other, "changed", holds_from=date(2025, 3, 12)))
    assert told(register) == CHANGING


def test_an_office_that_ends_before_then_promises_nothing(tmp_path: Path) -> None:
    register = SmallRegister(tmp_path)
    register.publish("2025-03-01", listed("TT-01", office("Trung tâm Mẫu", effective_to="2025-03-14")))
    assert told(register) == CHANGING
