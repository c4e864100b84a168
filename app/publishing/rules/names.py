"""Names of people who are in a case, told by the word before them and by their capitals. Pure."""

from __future__ import annotations

import re

_IN_A_CASE = re.compile(r"\b(?:bị cáo|bị can|bị hại|nạn nhân|đương sự)\b", re.IGNORECASE)
_POLITE = re.compile(r"[\s:]+(?:(?:là|tên|ông|bà|anh|chị|em|cháu)\s+)*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:(?:\. |[ .])[^\W\d_]+)*\.?")

_BODIES = """
    Bộ Chi Công Cơ Điều Điểm Đoàn Hội Khoản Luật Nghị Nhà Pháp Phòng Quyết Sở Thông Tòa Tổ Trung Ủy Viện Việt
"""
"""First words of bodies, laws and places, which stand with capitals too."""

_FAMILIES = """
    BẾ BÙI CAM CAO CHU CHÂU DIỆP DƯƠNG ĐÀM ĐÀO ĐẶNG ĐINH ĐOÀN ĐỖ ĐỒNG GIÁP HÀ HOÀNG HỒ HUỲNH HỨA KHỔNG LA
    LÃ LÂM LÀNH LÊ LIỄU LINH LỘC LỤC LƯƠNG LƯU LÝ MA MÃ MẠC MAI MÔNG NGHIÊM NGÔ NGUYỄN NHÂM NÔNG PHAN PHẠM
    PHÙNG QUÁCH SẦM TẠ TĂNG TẦN THÁI THẠCH THÂN TÔ TỐNG TRẦN TRIỆU TRỊNH TRƯƠNG VI VÕ VŨ VƯƠNG
"""
"""Where a whole line is in capitals, a name is told by its family name alone."""

_NO_NAMES = frozenset({"CAO TUỔI", "ĐOÀN KẾT", "ĐỒNG BÀO", "ĐỒNG THỜI", "LƯU Ý", "MA TÚY", "VI PHẠM"})


def in_a_case(text: str) -> str:
    """Return the first person named as accused, victim or party in ``text``, or an empty text."""
    for word in _IN_A_CASE.finditer(text):
        if (polite := _POLITE.match(text, word.end())) is None:
            continue
        if name := _name(text, polite.end(), shouted=word.group().isupper()):
            return text[word.start() : polite.end()] + name
    return ""


def _name(text: str, start: int, *, shouted: bool) -> str:
    """Return the name that begins at ``start``: two words with capitals, or a family name among capitals."""
    found = _NAME.match(text, start)
    words: list[str] = []
    for word in found.group().split(" ") if found else ():
        if not word[0].isupper():
            break
        words.append(word)
    if not words or words[0] in _BODIES.split() or " ".join(words[:2]) in _NO_NAMES:
        return ""
    if shouted and words[0] not in _FAMILIES.split():
        return ""
    return " ".join(words) if len(words) > 1 or "." in words[0].rstrip(".") else ""
