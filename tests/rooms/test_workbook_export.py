"""What is exported reads back as it stands, whatever it says; what cannot is refused by name before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.canonical import Document, tidy
from app.kinds import EVERY_KIND, Field, Kind
from app.kinds.alternatives import Alternatives
from app.kinds.files import Files
from app.kinds.lawyer import LAWYER
from app.kinds.types import Text, Texts
from app.publishing.shape import misshapen
from app.records import accepted
from app.web.session import reading as session_of
from app.workbook import RecordsKnown, export
from app.workbook.writing import Unwritable
from tests.rooms.every_kind import IDS, document
from tests.rooms.workbooks import PROVINCE, KnownRegister, reading, said
from tests.rules.values import values_of

OTHERS = {kind.key: kind.public_id(2) for kind in EVERY_KIND}
HOSTILE = [
    "=1+1",
    '=HYPERLINK("https://example.vn","x")',
    "+84 205 3800 000",
    "@x",
    "-5",
    "'a",
    "a\x00b",
    "a\u202eb",
    "x" * 100_000,
    "Trung tâm".encode().decode() + " thị trấn Đồng Đăng".replace("ị", "i\u0323"),
    "N" * 200,
    "  a  b ",
    '"a" “b”',
    "a; b",
    "a\u037eb",
    "a | b",
    "a + b",
    "🙂 👨\u200d👩\u200d👧",
    "_x0041_x0042_",
    "<r>a</r>",
    "<r><t>a</t></r>",
    "<b>&amp;</b> ]]>",
    "a\r\nb\tc",
    "#REF!",
    "TRUE",
    "nt",
    "\ufeffa\u00a0b",
    "*",
]


def around(said: dict[str, Document]) -> dict[str, Document]:
    """A register with what ``said`` of the first entry of each kind, and others that they may point to."""
    reached = {"contact_via": OTHERS["centre"]}  # what no accepted lawyer lacks: a reading would fill it in
    others: dict[str, Document] = {OTHERS[one.key]: {"name": "Khác"} for one in EVERY_KIND}
    others[OTHERS[LAWYER.key]] |= reached
    return others | said | {IDS[LAWYER.key]: reached | said[IDS[LAWYER.key]]}


def returned(folder: Path, documents: dict[str, Document]) -> list[str]:
    """Export, read again, and return what is said of it; nothing where nothing changed."""
    known = KnownRegister(documents)
    export(folder / "a.xlsx", PROVINCE, known.every())
    found = reading(folder / "a.xlsx", known=known)
    changed = [f"{row.code} {key}" for row in found.rows for key in row.changed]
    assert len(found.rows) == len(documents)
    return said(found) + changed


def stubborn(field: Field, text: str) -> Any:
    """A value of the field with ``text`` in it, or None where it holds no text."""
    of_type = {
        Text: text,
        Texts: [text, "b"],
        Alternatives: [[text, "b"], ["c"]],
        Files: [{"name": text, "sha256": "0" * 64}],
    }
    return of_type.get(type(field.type))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_of_every_kind_comes_back_as_it_was_or_is_refused_by_name(
    tmp_path: Path, text: str
) -> None:
    documents: dict[str, Document] = {}
    for kind in EVERY_KIND:
        whole = document(kind.key)
        for field in kind.fields:
            whole |= {field.key: value} if (value := stubborn(field, text)) is not None else {}
        whole = tidy(whole)
        refused = {broken.field for broken in misshapen(kind.key, whole)}
        documents[IDS[kind.key]] = {key: value for key, value in whole.items() if key not in refused}
        documents[IDS[kind.key]].setdefault("name", "Tên")
    files = frozenset({"0" * 64})
    known = KnownRegister(documents, files=files)
    export(tmp_path / "a.xlsx", PROVINCE, known.every())
    found = reading(tmp_path / "a.xlsx", known=known)
    assert said(found) == []
    assert [(row.code, row.changed) for row in found.rows if row.changed] == []


def drawn(kind: Kind, data: st.DataObject) -> Document:
    """Any document of a kind, lawful or not; what it points to stands in the register."""
    said: Document = {"name": data.draw(values_of(kind.by_key["name"].type))}
    for field in kind.fields:
        if field.key != "name" and not isinstance(field.type, Files) and data.draw(st.booleans()):
            said[field.key] = data.draw(_pointing(field) if field.refers else values_of(field.type))
    refused = {broken.field for broken in misshapen(kind.key, said)}
    return tidy({key: value for key, value in said.items() if key not in refused})


def _pointing(field: Field) -> st.SearchStrategy[Any]:
    one = st.sampled_from([OTHERS[key] for key in field.refers_to])
    return one if field.type.name == "ref" else one.map(lambda only: [only])


@settings(max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_documents_that_are_exported_and_read_again_are_unchanged(
    tmp_path: Path, data: st.DataObject
) -> None:
    """One of each kind in one workbook: it is the writing of a workbook that takes its time."""
    said = {IDS[kind.key]: drawn(kind, data) for kind in EVERY_KIND}
    assert returned(tmp_path, around(said)) == []


def test_the_sample_register_is_exported_and_read_again_unchanged(sample: Flask, tmp_path: Path) -> None:
    with sample.app_context():
        known = RecordsKnown(session_of())
        export(tmp_path / "a.xlsx", PROVINCE, accepted.every(session_of()))
        found = reading(tmp_path / "a.xlsx", known=known)
    assert said(found) == []
    assert found.proposals() == []
    assert found.counts.unchanged == len(list(known.every()))


@pytest.fixture
def records() -> Iterator[accepted.Record]:
    return ((listing_id, kind, document(kind)) for kind, listing_id in IDS.items())


def test_all_sheets_stand_in_the_export_with_what_only_staff_see(
    tmp_path: Path, records: Iterator[accepted.Record]
) -> None:
    export(tmp_path / "a.xlsx", PROVINCE, records)
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Hướng dẫn", *(kind.sheet for kind in EVERY_KIND), "Danh mục"]
    headers = [cell.value for cell in book["Cộng tác viên"][1]]
    row = dict(zip(headers, [cell.value for cell in book["Cộng tác viên"][2]], strict=True))
    assert (row["Mã"], row["Chức danh trước khi nghỉ hưu"]) == ("CTV-0001", "thẩm phán")


def test_what_no_cell_holds_is_refused_by_name_and_never_cut(tmp_path: Path) -> None:
    long = [(IDS["centre"], "centre", document("centre", former_names=["x" * 400] * 100))]
    assert [broken.field for broken in misshapen("centre", long[0][2])] == ["former_names"]
    with pytest.raises(Unwritable, match="TT-01 “Tên cũ”"):
        export(tmp_path / "a.xlsx", PROVINCE, long)
