"""Từ ngữ tìm kiếm that clerks add to those of the program: what people type, and what they mean by it."""

from __future__ import annotations

from app.kinds import every
from app.kinds.codes import FIELDS_OF_LAW, LANGUAGES, LAW_STATUS, CodeList
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, needed_when
from app.kinds.grounds import LAW_END
from app.kinds.listed import KIND
from app.kinds.types import Code, Codes, Communes, Text, Texts

MEANS = CodeList(
    "means",
    "Danh sách này",
    (
        ("field_of_law", "lĩnh vực trợ giúp pháp lý"),
        ("kind", "loại mục trong danh sách"),
        ("abbreviation", "chữ viết tắt"),
        ("commune", "xã, phường"),
        ("language", "ngôn ngữ"),
    ),
)

VALUE_OF = {
    "field_of_law": "fields_of_law",
    "kind": "kinds",
    "abbreviation": "stands_for",
    "commune": "communes",
    "language": "languages",
}
"""What is meant -> the one field that says which."""


VOCABULARY = Kind(
    key="vocabulary",
    prefix="TN",
    digits=4,
    path="tu-ngu",
    sheet="Từ ngữ tìm kiếm",
    vi="Từ ngữ tìm kiếm",
    en="Search word",
    nature=Nature.SITE,
    collection="",
    fields=(
        *every.head("Từ ngữ", status=LAW_STATUS),
        Field("spellings", "Cách gõ khác", "Other spellings", Texts(200)),
        Field("means", "Nghĩa là", "Means", Code(MEANS), need=REQUIRED),
        Field(
            "fields_of_law",
            "Lĩnh vực trợ giúp pháp lý",
            "Fields of law",
            Codes(FIELDS_OF_LAW),
            need=needed_when("means", "field_of_law", "khi nghĩa là lĩnh vực"),
        ),
        Field(
            "kinds",
            "Loại mục",
            "Kinds",
            Codes(KIND),
            need=needed_when("means", "kind", "khi nghĩa là loại mục"),
        ),
        Field(
            "stands_for",
            "Viết đầy đủ",
            "Stands for",
            Text(200),
            need=needed_when("means", "abbreviation", "khi là chữ viết tắt"),
        ),
        Field(
            "communes",
            "Xã/phường",
            "Communes",
            Communes(),
            need=needed_when("means", "commune", "khi nghĩa là xã, phường"),
        ),
        Field(
            "languages",
            "Ngôn ngữ",
            "Languages",
            Codes(LANGUAGES),
            need=needed_when("means", "language", "khi nghĩa là ngôn ngữ"),
        ),
        *every.tail(LAW_END, successors=("vocabulary",)),
    ),
)
