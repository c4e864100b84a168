"""A list as CSV: what stands in it, what does not, and that no cell is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.canonical import encode
from app.catalogue.register import Register
from app.kinds import KINDS, Field, Seen
from app.kinds.types import Text, Texts
from app.ledger import read
from app.ledger.commitment import redaction, without
from app.opendata.csv_file import cell, csv_file, safe
from app.opendata.extract import Extract
from tests.rooms.every_kind import IDS, one_of_each
from tests.rooms.opened import header, table
from tests.rooms.small_register import (
    SmallRegister,
    listed,
    organisation,
    three_offices_and_four_lawyers,
)

BASE = "https://tgpl.example.vn"
WHOLE = tuple({kind.collection for kind in KINDS})
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
NAME, LISTED = Field("name", "Tên", "Name", Text()), Field("former_names", "Tên cũ", "Former", Texts())


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = three_offices_and_four_lawyers(tmp_path)
    yield made
    made.engine.dispose()


@pytest.fixture
def everything(tmp_path: Path) -> Iterator[Register]:
    made = SmallRegister(tmp_path)
    made.publish("2026-03-01", *one_of_each())
    yield made.at("2026-03-02")
    made.engine.dispose()


def of(register: Register, *collections: str) -> bytes:
    return csv_file(Extract("Danh sách", collections or WHOLE, register, BASE))


def parsed(written: str) -> str:
    [[text]] = csv.reader(io.StringIO(written + "\r\n", newline=""), strict=True)
    return text


def test_a_file_opens_with_a_mark_ends_its_lines_as_the_standard_says_and_begins_with_keys(
    small: SmallRegister,
) -> None:
    content = of(small.at("2025-07-01"), "to-chuc")
    assert content.startswith(b"\xef\xbb\xbfid,kind,url,name,status,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    assert header(content)[-3:] == ["publication", "published_at", "entry"]


def test_the_header_is_that_of_the_list_whoever_stands_in_it(small: SmallRegister) -> None:
    empty = Register((), {}, n=0, day=small.at("2025-07-01").day, chosen=(), contents={})
    for collection in WHOLE:
        assert header(of(empty, collection)) == header(of(small.at("2025-07-01"), collection))
    assert table(of(empty)) == {}


def test_the_header_holds_every_field_of_lists_once_and_no_other(everything: Register) -> None:
    keys = header(of(everything))
    fields = [field for kind in KINDS for field in kind.fields]
    told = {field.key for field in fields if field.seen is Seen.LIST}
    assert len(keys) == len(set(keys))
    assert {field.key for field in fields} & set(keys) == told
    assert keys[-7:-3] == ["office", "office_name", "office_phone", "office_commune"]


def test_a_field_that_only_the_page_tells_is_empty_where_another_kind_tells_it(everything: Register) -> None:
    rows = table(of(everything))
    for kind in KINDS:
        row = rows[IDS[kind.key]]
        for field in kind.fields:
            if field.seen is not Seen.LIST:
                assert not row.get(field.key), f"{kind.key} tells {field.key}"
    assert rows["TC-001"]["contract_number"] == "00/HĐ-VD"
    assert rows["LS-0001"]["contract_number"] == ""


def test_cells_hold_codes_ids_and_days_as_data_writes_them(everything: Register) -> None:
    rows = table(of(everything))
    office, person = rows["CN-01"], rows["LS-0001"]
    assert office["languages"] == "viet;tay;nung"
    assert office["opening_hours"] == "T2-T6 07:30-11:30, 13:30-17:00; 31/12/2026 nghỉ"
    assert (office["centre"], office["head"], office["ordinal"]) == ("TT-01", "TGV-0001", "1")
    assert (office["commune"], office["phone"]) == ("05977", "02053800000")
    assert (person["kind"], person["status"], person["gender"]) == ("lawyer", "active", "female")
    assert (person["effective_from"], person["experience_since"]) == ("2026-03-01", "2012-03")
    assert (person["publication"], person["published_at"]) == ("1", "2026-03-01T12:00:00+07:00")
    assert rows["DT-01"]["needs_hardship"] in ("true", "false")
    assert person["url"] == f"{BASE}/luat-su/LS-0001"


def test_a_person_carries_the_office_to_call(small: SmallRegister) -> None:
    row = table(of(small.at("2025-07-01"), "nguoi-thuc-hien"))["LS-0003"]
    assert [row[key] for key in ("office", "office_name", "office_phone", "office_commune")] == [
        "TC-001",
        "Văn phòng luật sư Hoa Hồi",
        "02053840011",
        "06529",
    ]
    assert "office" not in header(of(small.at("2025-07-01"), "to-chuc"))


def test_a_text_of_digits_stands_in_quotes_and_a_number_does_not(small: SmallRegister) -> None:
    line = of(small.at("2025-07-01"), "to-chuc").decode().split("\r\n")[1]
    assert '"05977"' in line
    assert '"02053812345"' in line
    assert line.endswith(",1,2025-03-01T12:00:00+07:00,1")


def test_what_cannot_be_chosen_stands_at_the_end_with_its_status(small: SmallRegister) -> None:
    rows = table(of(small.at("2027-02-01"), "nguoi-thuc-hien"))
    assert [(row["id"], row["status"]) for row in rows.values()] == [
        ("LS-0003", "active"),
        ("LS-0001", "lapsed"),
        ("LS-0004", "ended"),
        ("LS-0002", "lapsed"),
    ]


def test_what_was_taken_away_is_absent_for_ever(small: SmallRegister) -> None:
    with small.session() as session:
        body = read.bodies(session, [2])[2]
    small.publish("2025-08-01", listed("TC-001", redaction(["phone"]), "redacted", holds_from=None, target=2))
    small.replace_body(2, encode(without(body, ["phone"])))
    for n in (1, 3):
        row = table(of(small.at("2025-09-01", n)))["TC-001"]
        assert (row["name"], row["phone"]) == ("Văn phòng luật sư Hoa Hồi", "")


@given(st.text(st.characters(exclude_characters="\x00"), min_size=1))
def test_no_text_is_a_formula_and_every_text_reads_back(text: str) -> None:
    read_back = parsed(cell(NAME, text))
    assert not read_back.startswith(FORMULAS)
    assert read_back in (text, f"'{text}")


@given(st.lists(st.text(st.characters(exclude_characters=";\x00"), min_size=1), min_size=1))
def test_no_part_of_a_list_is_a_formula_either(texts: list[str]) -> None:
    parts = parsed(cell(LISTED, texts)).split(";")
    assert len(parts) == len(texts)
    assert not [part for part in parts if part.startswith(FORMULAS)]


@pytest.mark.parametrize(
    "hostile", ["=1+1", "+84205", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", '=cmd|"/c calc"!A1']
)
def test_a_hostile_text_is_text_in_the_file(hostile: str, tmp_path: Path) -> None:
    made = SmallRegister(tmp_path)
    made.publish("2025-03-01", listed("TC-001", organisation("Văn phòng", address=hostile.strip())))
    address: Any = table(of(made.at("2025-03-02")))["TC-001"]["address"]
    assert address in (safe(hostile.strip()), hostile.strip())
    assert not address.startswith(FORMULAS)
    assert safe(hostile) == f"'{hostile}"
    made.engine.dispose()
