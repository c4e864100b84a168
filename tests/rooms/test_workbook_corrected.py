"""The copy that goes back to be mended: what is wrong is coloured, commented and listed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app import kinds
from app.workbook import Uncorrectable, write_corrected, write_template
from app.workbook import corrected as room
from app.workbook.headers import ID
from app.workbook.sheets import MISTAKES
from tests.rooms.spreadsheets import Formula, write_ods, write_xls
from tests.rooms.workbooks import CENTRE, ORGANISATION, PROVINCE, column, put, reading, said, sheet, workbook

RED = "FFFFC7CE"


def copied(path: Path) -> tuple[Path, Any]:
    """Return the corrected copy of a workbook and what it holds."""
    target = path.with_name("sua.xlsx")
    write_corrected(path, target, reading(path, repairing=True).problems)
    return target, load_workbook(target)


def marked(page: Any) -> dict[str, str]:
    return {
        cell.coordinate: cell.comment.text
        for row in page.iter_rows()
        for cell in row
        if cell.fill.start_color.rgb == RED and cell.comment
    }


def values(page: Any) -> dict[str, Any]:
    return {cell.coordinate: cell.value for row in page.iter_rows() for cell in row if cell.value is not None}


def test_each_bad_cell_is_coloured_commented_and_led_to_from_the_first_sheet(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", {**CENTRE, "status": "đang chạy", "phone": "12"}),
        sheet("organisation", ORGANISATION),
        ("Trung tam's", [["Mã"]]),
    )
    _, book = copied(path)
    assert book.sheetnames == [MISTAKES, "Trung tâm", "Tổ chức tham gia", "Trung tam's"]
    assert book.active.title == MISTAKES
    phone = f"{book['Trung tâm'].cell(2, column('centre', 'phone')).coordinate}"
    bad = marked(book["Trung tâm"])
    assert set(bad) == {"D2", phone}
    assert bad["D2"] == "cần một trong: đang thực hiện; đã chấm dứt"
    assert marked(book["Tổ chức tham gia"]) == {}
    rows = [[cell.value for cell in row] for row in book[MISTAKES].iter_rows()]
    assert rows[0] == ["Trang", "Ô", "Cột", "Đọc được", "Cần sửa thành"]
    assert ["Trung tâm", "D2", "Tình trạng", "đang chạy", bad["D2"]] in rows
    links = [cell.hyperlink.location for row in book[MISTAKES].iter_rows() for cell in row if cell.hyperlink]
    assert sorted(links) == sorted(["'Trung tam''s'!A1", "'Trung tâm'!D2", f"'Trung tâm'!{phone}"])
    for link in links:
        title, _, at = link.rpartition("!")
        assert book[title.strip("'").replace("''", "'")][at].coordinate == at


def test_what_was_mended_in_the_copy_is_read_and_its_marks_are_gone(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", {**CENTRE, "status": "?", "phone": "12"}))
    target, book = copied(path)
    book["Trung tâm"]["D2"] = CENTRE["status"]
    book.save(target)
    again = target.rename(tmp_path / "b.xlsx")
    assert [one.column for one in reading(again).problems] == ["Điện thoại"]
    target, book = copied(again)
    assert book.sheetnames == [MISTAKES, "Trung tâm"]
    assert len(marked(book["Trung tâm"])) == 1
    book["Trung tâm"].cell(2, column("centre", "phone")).value = CENTRE["phone"]
    book.save(target)
    assert said(reading(target)) == []


def test_the_template_keeps_its_drop_downs_notes_and_formats(tmp_path: Path) -> None:
    write_template(tmp_path / "a.xlsx", PROVINCE)
    book = load_workbook(tmp_path / "a.xlsx")
    book["Trung tâm"]["D3"] = "?"
    book.save(tmp_path / "a.xlsx")
    before = load_workbook(tmp_path / "a.xlsx")["Trung tâm"]
    page = copied(tmp_path / "a.xlsx")[1]["Trung tâm"]
    assert page.data_validations.count == before.data_validations.count > 0
    assert page["B1"].comment.text == before["B1"].comment.text
    assert page["D3"].comment.author != before["B1"].comment.author
    assert page.column_dimensions["B"].width == before.column_dimensions["B"].width


@pytest.mark.parametrize("write", [write_xls, write_ods])
def test_another_format_goes_back_as_xlsx_with_each_cell_in_its_place(
    tmp_path: Path, write: Callable[..., Path]
) -> None:
    title, rows = sheet("centre", {**CENTRE, "status": "?", "basis_number": Formula()})
    rows[1][column("centre", "address") - 1] = "=HYPERLINK(1)\x02" if write is write_xls else "=HYPERLINK(1)"
    _, book = copied(write(tmp_path / "a.tep", (title, rows)))
    page = book["Trung tâm"]
    assert [cell.value for cell in page[1]] == rows[0]
    address = page.cell(2, column("centre", "address"))
    assert str(address.value).startswith("=HYPERLINK(1)")
    assert address.data_type == "s"
    assert "D2" in marked(page)


def test_what_looks_like_a_formula_is_text_in_the_list(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), twist=put("centre", "status", "=1+1"))
    page = copied(path)[1][MISTAKES]
    assert (page["D2"].value, page["D2"].data_type) == ("=1+1", "s")


def test_mistakes_in_merged_cells_are_marked_where_they_begin(tmp_path: Path) -> None:
    def merge(page: Worksheet) -> None:
        page.merge_cells("F2:F3")

    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE, CENTRE), twist=merge)
    assert set(marked(copied(path)[1]["Trung tâm"])) == {"F2"}


def test_more_mistakes_than_anybody_mends_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_MARKED", 2)
    path = workbook(tmp_path / "a.xlsx", sheet("centre", *[{**CENTRE, "status": "?"}] * 5))
    book = copied(path)[1]
    assert len(marked(book["Trung tâm"])) == 2
    assert book[MISTAKES]["A4"].value == "… và 3 lỗi nữa."


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_keeps_values_colours_and_comments(tmp_path: Path) -> None:
    """The clerk's own program opens the copy and saves it: nothing that was marked is lost on the way."""
    write_template(tmp_path / "a.xlsx", PROVINCE)
    book = load_workbook(tmp_path / "a.xlsx")
    for row in ({**CENTRE, "status": "?", "phone": "0205 3 812 345"}, {**CENTRE, "status": "đang thực hiện"}):
        book["Trung tâm"].append([row.get(key) for key in (ID.key, *kinds.find("centre").by_key)])
    book.save(tmp_path / "a.xlsx")
    target, ours = copied(tmp_path / "a.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "theirs")]
    subprocess.run([*command, str(target)], check=True, capture_output=True, timeout=120)  # noqa: S603
    theirs = load_workbook(tmp_path / "theirs" / target.name)
    assert theirs.sheetnames == ours.sheetnames
    for page in ours.worksheets:
        assert values(theirs[page.title]) == values(page)
        assert marked(theirs[page.title]) == marked(page)
    assert len(marked(theirs["Trung tâm"])) >= 1


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("x"),
        lambda path: workbook(path, ("Trung tâm", [["Mã"], *([["x"]] * 21_000)])),
    ],
)
def test_what_cannot_be_gone_through_is_not_marked(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "a.xlsx")
    with pytest.raises(Uncorrectable):
        write_corrected(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [])
    assert not (tmp_path / "b.xlsx").exists()
