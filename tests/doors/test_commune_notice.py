"""The notice to print: everything that must be posted, on one sheet, the same bytes each time."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from app import places
from app.ledger import read
from app.web.session import reading
from tests.doors.happenings import change
from tests.pages import Visitor
from tests.sample import LATEST


def pages(app: Flask, code: str) -> list[str]:
    answer = app.test_client().get(f"/xa/{code}.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.data)).pages]


def test_the_front_is_read_from_afar_and_the_back_holds_the_rest(sample: Flask) -> None:
    front, back = pages(sample, "06529")
    assert "Trợ giúp pháp lý miễn phí" in front
    assert "Xã Lộc Bình" in front
    assert "0205 3000 000" in front
    assert "Người thuộc hộ nghèo" in front
    assert "Chi nhánh số 4" in front
    assert "Quyền của người được trợ giúp pháp lý" in back
    assert "Nghĩa vụ" in back
    assert all(f"Chi nhánh số {number}" in back for number in range(1, 6))


def test_both_sides_say_how_to_check_them_and_that_they_are_a_sample(sample: Flask) -> None:
    with sample.app_context():
        head = read.head(reading())
    assert head
    for side in pages(sample, "06529"):
        assert head.hash in side.replace(" ", "")
        assert head.key_id in side.replace(" ", "")
        assert f"Lần công bố {LATEST}" in side
        assert "https://tgpl.example.vn/xa/06529" in side
        assert "DỮ LIỆU MẪU" in side


@pytest.mark.parametrize("code", [commune.code for commune in places.communes("20")])
def test_every_notice_is_one_sheet(sample: Flask, code: str) -> None:
    assert len(pages(sample, code)) == 2


def test_a_notice_can_be_read_aloud(sample: Flask) -> None:
    answer = sample.test_client().get("/xa/06529.pdf")
    catalogue = PdfReader(BytesIO(answer.data)).root_object
    assert catalogue["/MarkInfo"]["/Marked"]
    assert str(catalogue["/Lang"]).startswith("vi")
    assert len(answer.data) < 120_000


def test_a_notice_follows_the_register(living: Flask) -> None:
    before = living.test_client().get("/xa/06040.pdf")
    change(living, "CN-01", phone="02053000199")
    after = living.test_client().get("/xa/06040.pdf")
    assert "0205 3000 199" in " ".join(pages(living, "06040"))
    assert (before.headers["X-Publication"], after.headers["X-Publication"]) == (str(LATEST), str(LATEST + 1))
    assert after.headers["X-Head"] != before.headers["X-Head"]


def test_twice_the_same_notice_is_the_same_bytes(sample: Flask) -> None:
    first, second = (sample.test_client().get("/xa/06040.pdf") for _ in range(2))
    assert first.data == second.data
    assert first.headers["ETag"] == second.headers["ETag"]
    assert first.headers["Content-Disposition"] == 'inline; filename="mau-tro-giup-phap-ly-06040.pdf"'


@pytest.mark.parametrize("path", ["/xa/00004.pdf", "/xa/99999.pdf"])
def test_there_is_no_notice_for_other_provinces(visitor: Visitor, path: str) -> None:
    visitor.get(path, 404)


def test_nor_before_the_first_publication(empty_visitor: Visitor) -> None:
    empty_visitor.get("/xa/06529.pdf", 404)
