"""The whole ledger as one file: the same bytes everywhere, no field of a page, and an older copy inside."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from flask import Flask

from app.opendata.verifier import LEDGER, Ledger, compare
from tests.conftest import register_in
from tests.doors.happenings import change
from tests.pages import Visitor
from tests.sample import LATEST

ZIP = "/du-lieu/so-cong-bo.zip"


def test_the_whole_ledger_verifies_and_names_its_head(visitor: Visitor) -> None:
    answer = visitor.client.get(ZIP)
    head = visitor.json(f"/cong-bo/{LATEST}.json")["hash"]
    assert Ledger(answer.data).head == f"{LATEST} {head}"
    assert (answer.headers["X-Publication"], answer.headers["X-Head"]) == (str(LATEST), head)
    assert answer.headers["Content-Type"] == "application/zip"
    assert f'"mau-so-cong-bo-lan-{LATEST}.zip"' in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(answer.data)) as archive:
        assert head in archive.read("DOC-TOI.txt").decode()


def test_it_has_the_same_bytes_after_a_restart(sample_folder: Path) -> None:
    with register_in(sample_folder) as one, register_in(sample_folder) as other:
        assert Visitor(one).client.get(ZIP).data == Visitor(other).client.get(ZIP).data


def test_what_only_a_page_tells_is_a_commitment_here(visitor: Visitor) -> None:
    licence = visitor.json("/api/v1/listings/TC-001")["licence_number"]
    with zipfile.ZipFile(BytesIO(visitor.client.get(ZIP).data)) as archive:
        text = archive.read(LEDGER).decode()
    assert "licence_number" in text
    assert licence not in text


def test_a_copy_kept_from_before_lies_in_todays(living: Flask) -> None:
    visitor = Visitor(living)
    before = visitor.client.get(ZIP).data
    change(living, "TC-002", phone="02053000024")
    after = visitor.client.get(ZIP).data
    said = compare(Ledger(after), Ledger(before))
    assert f"đến lần công bố {LATEST}" in said
    assert Ledger(after).head.startswith(f"{LATEST + 1} ")


def test_a_list_kept_from_a_publication_lies_in_todays_ledger(visitor: Visitor) -> None:
    today = Ledger(visitor.client.get(ZIP).data)
    for number in (1, 4, LATEST):
        compare(today, Ledger(visitor.client.get(f"/cong-bo/{number}/danh-sach.json").data))


def test_an_empty_register_has_an_empty_ledger(empty_visitor: Visitor) -> None:
    answer = empty_visitor.client.get(ZIP)
    assert Ledger(answer.data).head == "0 -"
    assert "X-Head" not in answer.headers


def test_a_publication_says_what_its_codes_prove_and_what_they_do_not(visitor: Visitor) -> None:
    page = visitor.get("/cong-bo/4")
    assert page.link("Cả sổ công bố (ZIP)") == ZIP
    assert "Không thay chữ ký của cơ quan" in page.text
    assert "viết lại cả sổ rồi ký lại từ đầu" in page.text
    file = visitor.json("/cong-bo/4/danh-sach.json")["publications"][3]
    assert file["signature"] in page.text
    assert file["key_id"] in page.text
