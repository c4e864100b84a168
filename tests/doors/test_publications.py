"""The publications: what each changed, on which document, and the file by which anybody can check it."""

from __future__ import annotations

import re

from flask import Flask

from app.canonical import encode
from app.ledger.source import FileSource
from app.ledger.verify import verify
from tests.doors.happenings import change
from tests.pages import Visitor, words
from tests.sample import LATEST, NEXT

KEYS = [
    "number",
    "published_at",
    "instrument",
    "decision_number",
    "decision_date",
    "hash",
    "previous_hash",
    "key_id",
    "url",
    "note",
]


def test_the_newest_publication_stands_first(visitor: Visitor) -> None:
    page = visitor.get("/cong-bo")
    first = words(page.find("tbody tr"))
    assert first.startswith(
        f"Lần {LATEST} 19/10/2026 Quyết định số 11-MẪU/QĐ-STP ngày 16/10/2026 Gỡ 1 trường"
    )
    assert page.link("Lần 1") == "/cong-bo/1"


def test_a_publication_tells_what_it_changed_in_words_and_where_to_read_it(visitor: Visitor) -> None:
    page = visitor.get("/cong-bo/3")
    assert [words(act) for act in page.all("section.acts h3")] == ["mới công bố", "thay đổi", "chấm dứt"]
    ended = words(page.all("section.acts")[-1])
    assert "Triệu Mẫu Bình Luật sư Bản 19. Có hiệu lực từ ngày 01/03/2025." in ended
    assert "Tình trạngTrước: đang thực hiệnNay: đã chấm dứt" in ended
    assert page.link("Bản 19") == "/luat-su/LS-0005/ban/19"


def test_a_correction_tells_what_it_replaces(visitor: Visitor) -> None:
    text = visitor.get("/cong-bo/4").text
    assert "Bản 24. Có hiệu lực từ ngày 10/03/2025. Thay cho Bản 21." in text
    assert "Trước: 0205 3000 077Nay: 0205 3000 078" in text


def test_numbers_in_what_changed_are_to_be_read_and_not_called(visitor: Visitor) -> None:
    calls = [link for link in visitor.get("/cong-bo/4").all("main a[href]") if "tel:" in link.get("href", "")]
    assert not calls


def test_a_publication_shows_document_note_and_integrity_code(visitor: Visitor) -> None:
    page = visitor.get("/cong-bo/4")
    data = visitor.json("/cong-bo/4.json")
    assert "Quyết định số 04-MẪU/QĐ-STP ngày 13/06/2025" in page.text
    assert data["note"] in page.text
    assert "Mã kiểm tra toàn vẹn" in page.text
    assert data["hash"] in page.text
    assert data["key_id"] in page.text
    assert "chữ ký số" not in page.text.lower()


def test_a_publication_as_data_has_the_keys_of_the_contract(visitor: Visitor) -> None:
    data = visitor.json("/cong-bo/4.json")
    assert list(data) == KEYS
    assert data["url"] == "https://tgpl.example.vn/cong-bo/4"
    assert data["published_at"] == "2025-06-16T08:45:00+07:00"
    assert re.fullmatch("[0-9a-f]{64}", data["hash"])
    first = visitor.json("/cong-bo/1.json")
    assert "previous_hash" not in first, "absent rather than null"
    assert data == visitor.json("/api/v1/publications/4")


def test_all_publications_as_data(visitor: Visitor) -> None:
    data = visitor.json("/cong-bo.json")
    assert list(data) == ["items", "publication", "total"]
    assert [one["number"] for one in data["items"]] == [*range(LATEST, 0, -1)]


def test_a_publication_to_come_is_not_found(visitor: Visitor) -> None:
    visitor.get(f"/cong-bo/{NEXT}", 404)
    visitor.get("/cong-bo/0", 404)
    visitor.json("/cong-bo/99999999999999999999.json", 404)
    visitor.json(f"/cong-bo/{NEXT}/danh-sach.json", 404)


def test_the_file_of_every_publication_verifies_by_itself(visitor: Visitor) -> None:
    for number in range(1, NEXT):
        verdict = verify(FileSource(visitor.json(f"/cong-bo/{number}/danh-sach.json")))
        assert str(verdict) == f"OK {number} {visitor.json(f'/cong-bo/{number}.json')['hash']}"


def test_the_file_holds_what_counts_on_its_own_day_and_only_commitments_of_page_fields(
    visitor: Visitor,
) -> None:
    file = visitor.json("/cong-bo/2/danh-sach.json")
    bodies = {one["entry"]: one["body"] for one in file["snapshots"]}
    assert 18 in bodies
    assert 3 not in bodies, "TC-002 had changed by then"
    assert '"name":["' in bodies[18]
    assert "licence_number" in bodies[18]
    assert "22-MẪU/ĐKHĐ" not in bodies[18]
    assert encode(visitor.json("/danh-sach.json")).count("licence_number") == 0


def test_the_file_of_a_publication_stays_the_same_whatever_comes_later(living: Flask) -> None:
    visitor = Visitor(living)
    before = visitor.client.get("/cong-bo/3/danh-sach.json")
    change(living, "TC-002", phone="02053000024")
    after = visitor.client.get("/cong-bo/3/danh-sach.json")
    assert visitor.get("/cong-bo").headers["X-Publication"] == str(NEXT)
    assert before.data == after.data
    assert before.headers["ETag"] == after.headers["ETag"]
    assert "max-age=300, must-revalidate" in after.headers["Cache-Control"]
    assert after.headers["X-Publication"] == "3"
