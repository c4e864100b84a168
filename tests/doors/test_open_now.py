"""Pages of today say whether an office is open; no cache makes that a lie, and no other page says it."""

from __future__ import annotations

from datetime import datetime

import pytest

from app import clock
from tests.pages import Visitor

OFFICE = "/trung-tam/TT-01"
TUESDAY = (2026, 12, 1)
SAYINGS = ("Đang mở cửa", "Đóng cửa", "Nghỉ trưa", "Nghỉ lễ", "mở lại")


def text_at(visitor: Visitor, path: str, hour: int, minute: int = 0) -> str:
    with clock.pretend(datetime(*TUESDAY, hour, minute)):
        return visitor.get(path).text


@pytest.mark.parametrize("path", [OFFICE, "/tim-kiem?q=trung+tam"])
def test_a_page_of_today_says_so(visitor: Visitor, path: str) -> None:
    assert "Đang mở cửa, đến 11:30" in text_at(visitor, path, 9)
    assert "Nghỉ trưa, mở lại 13:30 hôm nay" in text_at(visitor, path, 12)
    assert "Đóng cửa, mở lại 07:30 thứ Tư 02/12" in text_at(visitor, path, 20)


def test_a_person_is_reached_when_the_office_is_open(visitor: Visitor) -> None:
    assert "Đang mở cửa" in text_at(visitor, "/tro-giup-vien/TGV-0001", 9)


@pytest.mark.parametrize(
    "path",
    [
        f"{OFFICE}?ngay=2026-11-30",
        f"{OFFICE}?ngay=2026-12-01",
        f"{OFFICE}?hieu-luc=2026-12-01",
        f"{OFFICE}/ban/1",
        f"{OFFICE}/lich-su",
        f"{OFFICE}.json",
        "/tim-kiem?q=trung+tam&ngay=2026-12-01",
        "/tim-kiem.json?q=trung+tam",
        "/danh-sach/to-chuc",
        "/danh-sach.json",
    ],
)
def test_no_page_of_another_day_and_no_data_says_so(visitor: Visitor, path: str) -> None:
    with clock.pretend(datetime(*TUESDAY, 9)):
        answer = visitor.client.get(path)
    assert answer.status_code == 200
    assert not [words for words in SAYINGS if words in answer.text]


@pytest.mark.parametrize(
    ("moment", "age"),
    [((9, 0, 0), 60), ((11, 29, 30), 30), ((11, 29, 59), 1), ((11, 30, 0), 60), ((23, 59, 50), 10)],
)
def test_no_cache_keeps_the_page_past_its_moment(
    visitor: Visitor, moment: tuple[int, int, int], age: int
) -> None:
    with clock.pretend(datetime(*TUESDAY, *moment)):
        answer = visitor.client.get(OFFICE)
    assert answer.headers["Cache-Control"] == f"public, max-age={age}, must-revalidate"


def test_part_of_a_second_is_never_rounded_up(visitor: Visitor) -> None:
    with clock.pretend(datetime(*TUESDAY, 11, 29, 50, 900_000)):
        assert "max-age=9," in visitor.client.get(OFFICE).headers["Cache-Control"]


def test_who_kept_the_page_gets_another_once_it_is_no_longer_true(visitor: Visitor) -> None:
    with clock.pretend(datetime(*TUESDAY, 11, 29, 59)):
        kept = {"If-None-Match": visitor.client.get(OFFICE).headers["ETag"]}
        assert visitor.client.get(OFFICE, headers=kept).status_code == 304
    with clock.pretend(datetime(*TUESDAY, 11, 30)):
        assert visitor.client.get(OFFICE, headers=kept).status_code == 200
