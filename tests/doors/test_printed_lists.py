"""Official lists as PDF and DOCX, read back by other programs and held against the JSON."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from pypdf import PdfReader

from app.public.lists import LISTS
from tests.conftest import register_in
from tests.pages import Visitor
from tests.sample import LATEST

PATHS = [listed.path for listed in LISTS.values()]
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def words(text: str) -> str:
    return " ".join(text.split())


def pdf_text(content: bytes) -> str:
    return words(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def rows(content: bytes) -> list[list[str]]:
    book = Document(io.BytesIO(content))
    return [[cell.text for cell in row.cells] for table in book.tables for row in table.rows[1:]]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("suffix", TYPES)
def test_a_document_names_its_publication_and_its_head(visitor: Visitor, path: str, suffix: str) -> None:
    answer = visitor.client.get(f"{path}.{suffix}")
    assert (answer.status_code, answer.mimetype) == (200, TYPES[suffix])
    assert answer.headers["X-Publication"] == str(LATEST)
    head = visitor.json(f"/cong-bo/{LATEST}.json")["hash"]
    assert answer.headers["X-Head"] == head
    assert f"-lan-{LATEST}.{suffix}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("path", PATHS)
def test_a_docx_has_a_row_for_each_listing_in_the_order_of_the_json(visitor: Visitor, path: str) -> None:
    content = visitor.client.get(f"{path}.docx").data
    data = visitor.json(f"{path}.json")
    listed = data["items"] + data["apart"]
    told = rows(content)
    assert [row[-1] for row in told if row[-1]] == [one["id"] for one in listed]
    for row, one in zip(told, listed, strict=True):
        assert one["name"] in row[1]
    text = "\n".join(part.text for part in Document(io.BytesIO(content)).paragraphs)
    assert f"Số mục: {len(listed)}" in text
    assert f"Lần công bố: {LATEST}" in text
    assert visitor.json(f"/cong-bo/{LATEST}.json")["hash"] in text
    assert "DỮ LIỆU MẪU" in text


@pytest.mark.parametrize("path", PATHS)
def test_a_pdf_holds_every_listing_and_is_tagged(visitor: Visitor, path: str) -> None:
    content = visitor.client.get(f"{path}.pdf").data
    data = visitor.json(f"{path}.json")
    text = pdf_text(content).replace(" ", "")
    for one in data["items"] + data["apart"]:
        assert one["id"] in text
    assert f"Sốmục:{len(data['items'] + data['apart'])}" in text
    assert visitor.json(f"/cong-bo/{LATEST}.json")["hash"] in text
    assert PdfReader(io.BytesIO(content)).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_dates_inside_a_docx_are_the_publications(visitor: Visitor) -> None:
    about = Document(io.BytesIO(visitor.client.get("/danh-sach/to-chuc.docx").data)).core_properties
    published = visitor.json(f"/cong-bo/{LATEST}.json")["published_at"]
    assert about.created == about.modified
    assert about.created is not None
    assert about.created.strftime("%M:%S") == published[14:19]
    assert about.title == "Tổ chức thực hiện trợ giúp pháp lý"


@pytest.mark.parametrize("suffix", TYPES)
def test_a_document_is_the_same_after_a_restart(sample: Flask, sample_folder: Path, suffix: str) -> None:
    path = f"/danh-sach/nguoi-thuc-hien.{suffix}"
    first = sample.test_client().get(path).data
    from app.public import downloads

    downloads._kept = type(downloads._kept)(downloads.FILES_KEPT)
    with register_in(sample_folder) as again:
        assert again.test_client().get(path).data == first


def test_an_old_list_says_so_on_paper(visitor: Visitor) -> None:
    answer = visitor.client.get("/danh-sach/to-chuc.pdf?ngay=2024-01-01")
    assert "Bản cũ: như đã công bố đến ngày 01/01/2024" in pdf_text(answer.data)
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("suffix", TYPES)
def test_an_empty_register_has_documents_that_say_so(empty_visitor: Visitor, suffix: str) -> None:
    answer = empty_visitor.client.get(f"/danh-sach/to-chuc.{suffix}")
    assert answer.status_code == 200
    assert "X-Head" not in answer.headers
