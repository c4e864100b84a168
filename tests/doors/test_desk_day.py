"""A day at the desk: what waits, what happened and is due by law, what was done and by whom."""

from __future__ import annotations

import csv
import io

import pytest
from flask import Flask

from app import clock
from app.accounts.permissions import ADMINISTRATOR, APPROVER, AUDITOR, CLERK_DEPARTMENT
from tests.desk import seated
from tests.pages import Visitor


@pytest.fixture
def clerk(living: Flask) -> Visitor:
    return seated(living, CLERK_DEPARTMENT)


def today() -> str:
    return f"{clock.today():%d/%m/%Y}"


def test_each_number_of_the_first_page_opens_its_list(clerk: Visitor) -> None:
    home = clerk.get("/can-bo")
    tiles = home.all("ul.waiting a")
    assert tiles
    for tile in tiles:
        number = "".join(tile.find("strong").itertext())  # type: ignore[union-attr]
        opened = clerk.get(str(tile.get("href")))
        assert len(opened.all("ul.tasks li")) == int(number), opened.path
        for line in opened.all("ul.tasks a")[:2]:
            assert clerk.get(str(line.get("href"))).status == 200


def test_what_happened_starts_the_clock_and_a_letter_stops_it(clerk: Visitor) -> None:
    page = clerk.get("/can-bo/muc/TC-001/su-kien")
    path = "/can-bo/muc/TC-001/su-kien"
    recorded = clerk.submit(page, path, 303, what="certificate_amended", happened_on=today())
    event = clerk.get(recorded.headers["Location"])
    assert "Bộ Tư pháp" in event.text
    assert "Thay đổi nội dung Giấy đăng ký tham gia" in event.heading
    due = clerk.get("/can-bo/cho/chua-bao-bo")
    assert "TC-001" in due.source or "Mẫu Hồi" in due.text
    clerk.submit(event, event.path, 422, letter="", reported_on=today())
    clerk.submit(event, event.path, 303, letter="12-MẪU/STP", reported_on=today())
    assert clerk.get(event.path).find("input#letter").get("value") == "12-MẪU/STP"


def test_an_event_that_cannot_be_says_why_and_keeps_what_was_typed(clerk: Visitor) -> None:
    page = clerk.get("/can-bo/muc/TC-001/su-kien")
    path = "/can-bo/muc/TC-001/su-kien"
    again = clerk.submit(page, path, 422, what="contract_signed", happened_on="31/02/2026")
    assert "Đã đọc “31/02/2026”" in again.text
    assert again.find("input#happened_on").get("value") == "31/02/2026"
    clerk.submit(page, path, 422, what="", happened_on=today())
    clerk.submit(page, path, 422, what="certificate_amended", happened_on="01/01/2199")


def test_an_event_recorded_by_mistake_is_taken_back(clerk: Visitor) -> None:
    page = clerk.get("/can-bo/muc/TC-001/su-kien")
    recorded = clerk.submit(
        page, "/can-bo/muc/TC-001/su-kien", 303, what="certificate_amended", happened_on=today()
    )
    event = clerk.get(recorded.headers["Location"])
    clerk.submit(event, f"{event.path}/bo", 303)
    clerk.get(event.path, 404)


def test_an_auditor_sees_who_did_what_and_takes_it_along(living: Flask, clerk: Visitor) -> None:
    clerk.submit(clerk.get("/can-bo/muc/TC-001"), "/can-bo/muc/TC-001/sua", 303)
    auditor = seated(living, AUDITOR)
    page = auditor.get("/can-bo/nhat-ky?viec=change.")
    assert "Nhật ký nguyên vẹn" in page.text
    assert "Bắt đầu soạn" in page.text
    assert "việc: Sửa; mục: TC-001" in page.text
    assert auditor.get(str(page.find("table.work td a").get("href"))).status == 200
    file = auditor.client.get("/can-bo/nhat-ky.csv?viec=change.").get_data(as_text=True)
    lines = csv.DictReader(io.StringIO(file.removeprefix("\ufeff")))
    assert [line["deed"] for line in lines] == ["change.opened"]
    assert "Không có dòng nào" in auditor.get("/can-bo/nhat-ky?ai=khong-co").text
    assert "Bắt đầu soạn" in auditor.get("/can-bo/nhat-ky?viec=change.opened&ve=TC-001").text


def test_nobody_else_reads_the_record_of_deeds(living: Flask) -> None:
    for role in (APPROVER, CLERK_DEPARTMENT, ADMINISTRATOR):
        seated(living, role).get("/can-bo/nhat-ky", 403)
