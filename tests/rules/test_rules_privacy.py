"""The guard of free public text: what it asks about, and what it leaves alone."""

from __future__ import annotations

import pytest

from app import kinds
from app.publishing.rules.privacy import no_personal_data

CENTRE, LAWYER, ORGANISATION = (kinds.find(key) for key in ("centre", "lawyer", "organisation"))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Gọi 0912 345 678", "di động"),
        ("gọi 0912.345.678", "di động"),
        ("gọi (0912) 345-678", "di động"),
        ("gọi +84 912 345 678", "di động"),
        ("0 9 1 2 3 4 5 6 7 8", "di động"),
        ("từ năm 2026 0912345678", "di động"),
        ("CCCD 020190001234", "giấy tờ"),
        ("CCCD 020 190 001 234", "giấy tờ"),
        ("chứng minh 082 123 456", "giấy tờ"),
        ("chứng minh 180012345", "giấy tờ"),
        ("số 1234567890", "giấy tờ"),
        ("số 12345678901", "giấy tờ"),
        ("sinh năm 1980", "năm sinh"),
        ("SINH NGÀY 03/02/1980", "năm sinh"),
        ("Năm sinh: 1980", "năm sinh"),
        ("bào chữa cho bị cáo Lành Mẫu An", "vụ việc"),
        ("BỊ CÁO LÀNH MẪU AN", "vụ việc"),
        ("Bị can: Hoàng Mẫu Thụ", "vụ việc"),
        ("bị hại NÔNG MẪU A", "vụ việc"),
        ("bị hại N.T.H", "vụ việc"),
        ("nạn nhân là chị Vi Mẫu C.", "vụ việc"),
        ("đương sự ông Nông Mẫu B", "vụ việc"),
    ],
)
def test_personal_data_in_free_public_text_is_asked_about(text: str, sign: str) -> None:
    [broken] = no_personal_data(CENTRE, {"public_note": text})
    assert (broken.field, broken.question, sign in broken.message) == ("public_note", True, True)


@pytest.mark.parametrize(
    "text",
    [
        "Gọi 0205 3812 345 hoặc 1800 1233",
        "02053812345; 0205 3812 345 - 0205 3812 346",
        "1900 6192; 1900123456; 1900 123 456",
        "Nghỉ từ 28/01/2026 đến 03/02/2026",
        "Nghỉ 05.03.2026-07.03.2026, 05-03-2026",
        "Sáng 07.30 - 11.30, chiều 13.30 - 17.00",
        "Các năm 2017-2018-2019",
        "Quyết định 1355/QĐ-TTg; Quyết định số 123456789/QĐ-UBND",
        "Luật số 11/2017/QH14, Luật 59/2024/QH15, TT 09/2022/TT-BTP",
        "Mã 2.000829; 1.001233",
        "Tối đa 150.000.000 đồng",
        "Bảo vệ bị hại, nạn nhân bạo lực gia đình",
        "HỖ TRỢ NẠN NHÂN BẠO LỰC GIA ĐÌNH, NẠN NHÂN MA TÚY",
        "nạn nhân ở Đông Kinh",
        "bị hại theo Điều 62 Bộ luật Tố tụng hình sự",
        "quyền của đương sự. Ông Lành Mẫu A là luật sư",
        "Hội Nạn nhân chất độc da cam Việt Nam",
        "Học sinh, sinh viên; học sinh năm cuối",
        "Tờ khai ghi họ tên, ngày, tháng, năm sinh",
    ],
)
def test_ordinary_public_text_passes(text: str) -> None:
    assert no_personal_data(CENTRE, {"public_note": text}) == []


def test_texts_within_lists_are_read_too() -> None:
    procedure, eligibility = kinds.find("procedure"), kinds.find("eligibility")
    assert no_personal_data(procedure, {"dossier": ["Đơn", "gửi 0912345678"]})
    assert no_personal_data(eligibility, {"proof_papers": [["thẻ"], ["giấy", "gọi 0912345678"]]})


def test_staff_fields_may_hold_what_public_ones_may_not() -> None:
    assert no_personal_data(LAWYER, {"internal_note": "0912345678", "personal_phone": "0912345678"}) == []


def test_an_office_may_have_a_mobile_number_of_its_own() -> None:
    assert no_personal_data(CENTRE, {"phone": "0912345678", "zalo": "0912345678"}) == []


def test_document_numbers_are_not_taken_for_identity_numbers() -> None:
    assert no_personal_data(ORGANISATION, {"licence_number": "012345678"}) == []
