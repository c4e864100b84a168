from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vietnamese import DECODERS, decode_tcvn3, decode_vni, suspect
from app.vietnamese.legacy import FROM_TCVN3, FROM_VNI
from app.vietnamese.syllable import FORMS, tones_of
from app.vietnamese.tones import with_tone

TO_TCVN3 = {letter: chr(code) for code, letter in FROM_TCVN3.items()}
TO_VNI = {letter: written for written, letter in FROM_VNI.items()}
TO_VNI |= {letter.upper(): written.upper() for letter, written in TO_VNI.items()}
WAYS = [("TCVN3", TO_TCVN3), ("VNI", TO_VNI)]

SYLLABLES = sorted(with_tone(form, tone) for form in FORMS for tone in tones_of(form))
MARKED = [word for word in SYLLABLES if not word.isascii()]
SENTENCES = [
    "Người được trợ giúp pháp lý có quyền tự mình hoặc thông qua người thân thích yêu cầu trợ giúp pháp lý",
    "Bằng khoán, sổ đỏ, thửa ruộng; hỗ trợ trẻ em, người khuyết tật, người cao tuổi có khó khăn về tài chính",
    "Trung tâm Trợ giúp pháp lý nhà nước tỉnh Lạng Sơn, số 5 đường Hoàng Văn Thụ",
]


def encoded(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("encoding", "written", "meant"),
    [
        ("TCVN3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("TCVN3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("TCVN3", "QuyÕt ®Þnh cña Së T\u00ad ph¸p", "Quyết định của Sở Tư pháp"),
        ("TCVN3", "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TCVN3", "X·", "Xã"),
        ("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("VNI", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("VNI", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("VNI", "Caên cöù Luaät Toå chöùc HÑND vaø UBND", "Căn cứ Luật Tổ chức HĐND và UBND"),
    ],
)
def test_known_samples_are_recognised_and_read(encoding: str, written: str, meant: str) -> None:
    assert suspect(written) == encoding
    assert DECODERS[encoding](written) == meant


def test_tcvn3_has_the_codes_of_its_standard() -> None:
    low = bytes([0xA9, 0xAD, 0xAE, 0xB5, 0xB8, 0xC6, 0xCB, 0xD6, 0xDC, 0xE1, 0xE9, 0xEE, 0xF9, 0xFE]).decode(
        "latin-1"
    )
    assert decode_tcvn3(low) == "âưđàáặậệĩỏộợựỵ"


@pytest.mark.parametrize(("encoding", "letters"), WAYS)
def test_every_syllable_comes_back(encoding: str, letters: dict[str, str]) -> None:
    for word in SYLLABLES:
        assert DECODERS[encoding](encoded(word, letters)) == word


def test_capitals_come_back_from_vni() -> None:
    for word in SYLLABLES:
        assert decode_vni(encoded(word.upper(), TO_VNI)) == word.upper()
        assert decode_vni(encoded(word.title(), TO_VNI)) == word.title()


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("encoding", "letters"), WAYS)
def test_sentences_come_back_and_their_encoding_is_named(
    encoding: str, letters: dict[str, str], sentence: str
) -> None:
    written = encoded(sentence, letters)
    assert suspect(written) == encoding
    assert DECODERS[encoding](written) == sentence
    assert suspect(sentence) is None


@pytest.mark.parametrize(("encoding", "letters"), WAYS)
@given(
    words=st.lists(
        st.sampled_from([word for word in SYLLABLES if not word.isascii()]), min_size=12, max_size=30
    )
)
def test_a_column_of_any_words_is_named(encoding: str, letters: dict[str, str], words: list[str]) -> None:
    written = " ".join(encoded(word, letters) for word in words)
    assert suspect(written) == encoding


def test_no_vietnamese_word_in_unicode_is_suspected() -> None:
    assert not [word for word in SYLLABLES if suspect(word)]
    assert not [word for word in SYLLABLES if suspect(word.upper())]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Luat su",
        "0205 3812 345",
        "25°C",
        "© 2026",
        "Müller",
        "José García",
        "Café",
        "El Niño",
        "hé",
        "Bà Hoà, 3m²",
    ],
)
def test_other_latin_text_is_not_suspected(text: str) -> None:
    assert suspect(text) is None


@given(st.text())
def test_any_text_can_be_asked_about_and_plain_ascii_is_never_changed(text: str) -> None:
    suspect(text)
    for decode in DECODERS.values():
        ascii_only = text.encode("ascii", "ignore").decode()
        assert decode(ascii_only) == ascii_only
