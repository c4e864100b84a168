from __future__ import annotations

from app import kinds
from app.search.words import NAME, PLACE, TEXT, exact_term, forms, terms

CENTRE = kinds.find("centre")
LAWYER = kinds.find("lawyer")


def test_a_word_is_kept_bare_and_with_its_marks() -> None:
    assert forms("Lộc") == {"loc", "=lộc"}


def test_a_word_with_đ_is_kept_with_d() -> None:
    assert "doan" in forms("Đoàn")


def test_both_schools_of_tone_are_one_word() -> None:
    assert exact_term("Hoà") == exact_term("hòa")


def test_an_abbreviation_is_found_by_what_it_stands_for_and_the_other_way_round() -> None:
    assert {"van", "phong", "luat", "su"} <= forms("VPLS Hoa Hồi")
    assert "vpls" in forms("Văn phòng luật sư Hoa Hồi")


def test_part_of_a_word_is_no_abbreviation() -> None:
    assert "luat" not in forms("Lslan")


def test_every_field_lies_in_the_group_that_its_kind_declares() -> None:
    found = terms(CENTRE, {"name": "Trung tâm", "address": "Đường Bắc Sơn", "phone": "02053812345"})
    assert "trung" in found[NAME]
    assert "bac" in found[PLACE]
    assert "02053812345" in found[TEXT]


def test_a_commune_is_found_by_its_old_wards_and_district() -> None:
    found = terms(CENTRE, {"commune": "06529"})[PLACE]
    assert {"thi", "tran", "huyen", "=bình", "khanh", "xuan"} <= found


def test_codes_are_found_by_their_wording() -> None:
    assert {"hon", "nhan", "=đình"} <= terms(CENTRE, {"fields_of_law": ["family"]})[TEXT]


def test_all_fields_of_law_are_found_by_each_but_not_by_the_one_left_out() -> None:
    found = terms(CENTRE, {"fields_of_law": ["*"]})[TEXT]
    assert {"hinh", "dat", "lao"} <= found
    assert "doanh" not in found


def test_what_the_public_may_not_see_finds_nothing() -> None:
    found = terms(LAWYER, {"personal_phone": "0912345678", "internal_note": "zzz", "former_names": ["Yyy"]})
    assert not {"0912345678", "zzz", "yyy"} & set().union(*found.values())


def test_papers_are_found_by_their_words_whichever_way_they_prove() -> None:
    found = terms(kinds.find("eligibility"), {"proof_papers": [["Thẻ"], ["Giấy khai sinh", "Sổ hộ nghèo"]]})
    assert {"the", "khai", "=nghèo"} <= found[TEXT]


def test_a_collaborator_is_found_by_the_communes_served_old_names_too() -> None:
    collaborator = kinds.find("collaborator")
    assert {"loc", "khanh", "xuan"} <= terms(collaborator, {"communes": ["06529"]})[PLACE]
    assert not terms(collaborator, {"communes": ["*"]})[PLACE]
