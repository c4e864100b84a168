"""Abbreviations that people write, and what they stand for. Data, used when an entry is indexed."""

from __future__ import annotations

ABBREVIATIONS = (
    ("TGPL", "trợ giúp pháp lý"),
    ("TGVPL", "trợ giúp viên pháp lý"),
    ("VPLS", "văn phòng luật sư"),
    ("LS", "luật sư"),
    ("TVV", "tư vấn viên"),
    ("CTV", "cộng tác viên"),
    ("TT", "trung tâm"),
    ("TT", "thị trấn"),
    ("TX", "thị xã"),
    ("TP", "thành phố"),
    ("CN", "chi nhánh"),
    ("UBND", "ủy ban nhân dân"),
)
