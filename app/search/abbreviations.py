"""Abbreviations that people write, and what they stand for. Data, used when an entry is indexed."""

from __future__ import annotations

ABBREVIATIONS = (
    ("TGPL", "trợ giúp pháp lý"),
    ("TGVPL", "trợ giúp viên pháp lý"),
    ("TGV", "trợ giúp viên"),
    ("VPLS", "văn phòng luật sư"),
    ("LS", "luật sư"),
    ("TVV", "tư vấn viên"),
    ("TVPL", "tư vấn pháp luật"),
    ("TVVPL", "tư vấn viên pháp luật"),
    ("CTV", "cộng tác viên"),
    ("TTHC", "thủ tục hành chính"),
    ("TT", "trung tâm"),
    ("TT", "thị trấn"),
    ("TX", "thị xã"),
    ("TP", "thành phố"),
    ("CN", "chi nhánh"),
    ("UBND", "ủy ban nhân dân"),
)
