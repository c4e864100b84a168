"""What is redacted by command is gone from every page, file and byte on disk; what proves it stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from app.accounts.roster import named
from app.ledger import read
from app.publishing.propose import Proposal, propose, submit
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, fingerprint
from app.records import accepted
from app.web.session import unit_of_work
from tests.conftest import run
from tests.doors.happenings import forget_redactions
from tests.pages import Visitor, words
from tests.sample import NEXT

TWO = ("--author", "mau-chuyen-vien", "--approver", "mau-nguoi-duyet")
WRONG = ("--ground", "wrong_private_data", *TWO)
HOTLINE = "02053999888"
ADDRESS = "Số 7 ngõ Zyxwquốc"
PAGE = "/to-chuc/TC-002"


@pytest.fixture
def register(living: Flask) -> Iterator[Flask]:
    """A living register in which TC-002 has just published a number and an address of its own."""
    publish_change(living, hotline=HOTLINE, address=ADDRESS)
    yield living
    forget_redactions()


def publish_change(app: Flask, **fields: str) -> int:
    """Let the sample people publish a change of TC-002; return the number of its entry."""
    with app.app_context(), unit_of_work() as session:
        clerk, approver = named(session, "mau-chuyen-vien"), named(session, "mau-nguoi-duyet")
        document = (accepted.document(session, "TC-002") or {}) | fields
        asked = Proposal("organisation", document, "TC-002", "changed")
        changes = propose(session, clerk, "thử", [asked]).changes
        submit(session, changes, clerk)
        approve(changes[0], approver, fingerprint(changes[0]))
        publish(
            session, app.extensions["instance"].signer, approver, changes, Instrument("notice"), register="20"
        )
        return read.listing_entries(session, "TC-002")[-1].number


def newest(app: Flask) -> int:
    return int(Visitor(app).json("/api/v1/listings/TC-002")["entry"])


def files_saying(folder: Path, *words: str) -> list[str]:
    """Return the files under ``folder`` in whose bytes one of ``words`` stands, as text or escaped."""
    needles = [form for word in words for form in (word.encode(), json.dumps(word)[1:-1].encode())]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_no_byte_of_it_is_left_in_the_instance_folder(register: Flask) -> None:
    folder = register.extensions["instance"].settings.instance_dir
    found = Visitor(register).get("/tim-kiem?q=zyxwquoc")
    assert found.link("Công ty luật Mẫu Đào") == PAGE
    before = files_saying(folder, HOTLINE, ADDRESS, "zyxwquoc", "zyxwquốc")
    assert any(name.startswith("register.db") for name in before)
    assert any(name.startswith("index/") for name in before)
    run(register, "redact", str(newest(register)), "hotline", "address", *WRONG)
    assert files_saying(folder, HOTLINE, ADDRESS, "zyxwquoc", "Zyxwquốc", "zyxwquốc") == []
    assert PAGE not in Visitor(register).get("/tim-kiem?q=zyxwquoc").source


def test_whoever_read_the_old_index_lets_go_of_it_with_the_next_question(register: Flask) -> None:
    visitor = Visitor(register)
    visitor.get("/tim-kiem?q=zyxwquoc")
    run(register, "redact", str(newest(register)), "address", *WRONG)
    visitor.get("/tim-kiem?q=zyxwquoc")
    held = Path("/proc/self/maps").read_text().splitlines()
    index = str(register.extensions["instance"].settings.instance_dir / "index")
    assert not [line for line in held if index in line and line.endswith("(deleted)")]


def test_the_page_its_old_versions_and_the_data_say_that_it_was_taken_away(register: Flask) -> None:
    visitor = Visitor(register)
    entry = newest(register)
    before = visitor.get(PAGE).headers["ETag"]
    run(register, "redact", str(entry), "hotline", "address", *WRONG)
    for path in (PAGE, f"{PAGE}/ban/{entry}"):
        page = visitor.get(path)
        rows = [words(row) for row in page.all("dl.facts div")]
        assert "Đường dây nóngđã gỡ" in rows
        assert "Địa chỉđã gỡ" in rows
        assert not {HOTLINE, "0205 3999 888", ADDRESS} & {*rows, page.source}
    assert visitor.get(PAGE).headers["ETag"] != before
    data = visitor.json(f"{PAGE}.json")
    assert not data.keys() & {"hotline", "address"}
    assert data["name"] == "Công ty luật Mẫu Đào"


def test_a_version_taken_whole_is_gone_and_in_no_list(register: Flask) -> None:
    visitor = Visitor(register)
    entry = newest(register)
    body = visitor.json(f"/cong-bo/{NEXT}/danh-sach.json")["snapshots"]
    fields = next(json.loads(one["body"]) for one in body if one["entry"] == entry)["fields"]
    run(register, "redact", str(entry), *fields, "--only", *WRONG)
    assert "đã gỡ" in visitor.get(f"{PAGE}/ban/{entry}", 410).text
    visitor.get(PAGE, 410)
    visitor.json(f"{PAGE}.json", 410)
    assert PAGE not in visitor.get("/danh-sach/to-chuc").source
    listings = visitor.json("/api/v1/listings?status=all&limit=500")["items"]
    assert "TC-002" not in {one["id"] for one in listings}
    visitor.get("/danh-sach/nguoi-thuc-hien")
    visitor.get("/tim-kiem?q=luat")


def test_the_publication_says_on_what_ground_in_words(register: Flask) -> None:
    run(register, "redact", str(newest(register)), "hotline", *WRONG)
    page = Visitor(register).get(f"/cong-bo/{NEXT + 1}")
    assert "thông tin riêng của một người bị ghi sai" in page.text
    assert "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Đ13" in page.text
    assert "gỡ thông tin" in page.text
    assert HOTLINE not in page.source


def test_the_file_of_an_older_publication_has_the_commitment_and_still_verifies(
    register: Flask, tmp_path: Path
) -> None:
    visitor = Visitor(register)
    entry = newest(register)
    before = visitor.get(f"/cong-bo/{NEXT}/danh-sach.json")
    assert HOTLINE in before.source
    run(register, "redact", str(entry), "hotline", *WRONG)
    after = visitor.get(f"/cong-bo/{NEXT}/danh-sach.json")
    assert after.headers["ETag"] != before.headers["ETag"]
    body = next(one["body"] for one in json.loads(after.source)["snapshots"] if one["entry"] == entry)
    assert isinstance(json.loads(body)["fields"]["hotline"], str)
    saved = tmp_path / "danh-sach.json"
    saved.write_text(after.source)
    assert run(register, "verify", "--from", str(saved)).startswith(f"OK {NEXT} ")
    assert run(register, "verify").startswith(f"OK {NEXT + 1} ")


def test_a_redaction_needs_two_accounts_a_ground_and_a_public_field(register: Flask) -> None:
    entry = str(newest(register))
    same = ("--author", "mau-nguoi-duyet", "--approver", "mau-nguoi-duyet")
    assert "không được duyệt" in run(
        register, "redact", entry, "hotline", "--ground", "court_order", *same, exits=1
    )
    nobody = ("--author", "mau-chuyen-vien", "--approver", "khong-ai")
    assert "khong-ai" in run(
        register, "redact", entry, "hotline", "--ground", "court_order", *nobody, exits=1
    )
    assert "personal_phone" in run(register, "redact", entry, "personal_phone", *WRONG, exits=1)
    assert "court_order" in run(register, "redact", entry, "hotline", "--ground", "x", *TWO, exits=2)
    run(register, "redact", entry, "--ground", "court_order", *TWO, exits=2)
    assert run(register, "verify").startswith(f"OK {NEXT} ")


def test_one_operator_who_did_both_is_named_in_the_note(register: Flask) -> None:
    alone = ("--ground", "court_order", "--author", "nhap-lieu", "--approver", "van-hanh")
    day = date(2026, 11, 1).isoformat()
    document = ("--instrument", "letter", "--decision", "9-MẪU/CV", "--decision-date", day)
    run(register, "redact", str(newest(register)), "hotline", *alone, *document)
    text = Visitor(register).get(f"/cong-bo/{NEXT + 1}").text
    assert "Một người vận hành" in text
    assert "Công văn số 9-MẪU/CV ngày 01/11/2026" in text


def test_what_is_left_on_disk_can_be_overwritten_again(register: Flask) -> None:
    assert run(register, "overwrite") == ""
