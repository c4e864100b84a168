"""The command line as an operator meets it: what it prints, how it exits, and what it leaves behind."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook

from app import create_app
from tests.conftest import register_in, run
from tests.pages import Visitor
from tests.sample import LATEST

DECISION = ("--decision", "12-MẪU/QĐ-STP", "--decision-date", "2026-11-20")
CENTRE = {
    "Tên": "Trung tâm trợ giúp pháp lý nhà nước (thử)",
    "Tình trạng": "đang thực hiện",
    "Hiệu lực từ ngày": "01/11/2026",
    "Địa chỉ": "Số 1 đường Thử",
    "Xã/phường": "Phường Lương Văn Tri",
    "Điện thoại": "0205 3000 000",
    "Lịch tiếp người được trợ giúp pháp lý": "T2-T6 07:30-11:30, 13:30-17:00",
    "Hình thức trợ giúp pháp lý": "tham gia tố tụng; tư vấn pháp luật",
    "Lĩnh vực trợ giúp pháp lý": "*",
    "Ngày xác nhận thông tin gần nhất": "01/11/2026",
}
LAWYER = {
    "Họ và tên": "Nông Thử Hiền",
    "Tình trạng": "đang thực hiện",
    "Hiệu lực từ ngày": "01/11/2026",
    "Giới tính": "nữ",
    "Kinh nghiệm tính từ": "2014",
    "Lĩnh vực chuyên môn": "hình sự",
    "Hình thức trợ giúp pháp lý": "tham gia tố tụng; tư vấn pháp luật",
    "Đoàn luật sư": "Đoàn luật sư (thử)",
    "Tư cách thực hiện": "theo hợp đồng với Trung tâm",
    "Số hợp đồng": "1-THỬ",
    "Ngày ký hợp đồng": "01/11/2026",
    "Hợp đồng đến ngày": "31/10/2029",
    "Ngày xác nhận thông tin gần nhất": "01/11/2026",
}


def filled(app: Flask, **rows: dict[str, str]) -> Path:
    """Return the empty workbook of `template` with one row of each sheet filled in by hand."""
    path = Path(run(app, "template").strip())
    book = load_workbook(path)
    for sheet, row in (("Trung tâm", rows["centre"]), ("Luật sư", rows["lawyer"])):
        headers = [cell.value for cell in book[sheet][1]]
        for label, text in row.items():
            book[sheet].cell(row=3, column=headers.index(label) + 1, value=text)
    book.save(path)
    return path


def test_the_template_filled_by_hand_is_loaded_searched_and_verified(empty: Flask) -> None:
    path = filled(empty, centre=CENTRE, lawyer=LAWYER)
    said = run(empty, "load", str(path), *DECISION)
    assert said.splitlines()[-1] == "new=2 changed=0 unchanged=0 refused=0"
    page = Visitor(empty).get("/tim-kiem?q=nong+thu+hien")
    assert page.link("Nông Thử Hiền") == "/luat-su/LS-0001"
    assert re.fullmatch(r"OK 1 [0-9a-f]{64}\n", run(empty, "verify"))
    assert "một người vận hành" in Visitor(empty).get("/cong-bo/1").text


def test_a_dry_run_writes_nothing(empty: Flask) -> None:
    path = filled(empty, centre=CENTRE, lawyer=LAWYER)
    assert run(empty, "load", str(path), *DECISION, "--dry-run").splitlines()[-1].startswith("new=2")
    assert run(empty, "verify") == "OK 0 -\n"


def test_every_problem_is_told_with_its_place_and_nothing_is_written(empty: Flask) -> None:
    wrong = LAWYER | {"Ngày ký hợp đồng": "31/02/2026", "Giới tính": "x"}
    path = filled(empty, centre=CENTRE | {"Xã/phường": "Xã Không Có"}, lawyer=wrong)
    said = run(empty, "load", str(path), *DECISION, exits=1)
    for told in ("Xã Không Có", "31/02/2026", "Giới tính", "Trung tâm", "Luật sư"):
        assert told in said
    assert said.splitlines()[-1] == "new=0 changed=0 unchanged=0 refused=2"
    assert run(empty, "verify") == "OK 0 -\n"


def test_a_living_register_is_not_loaded_into_nor_seeded(living: Flask) -> None:
    path = filled(living, centre=CENTRE, lawyer=LAWYER)
    assert "dữ liệu mẫu" in run(living, "load", str(path), *DECISION, exits=1)
    assert "dữ liệu mẫu" in run(living, "seed", exits=1)


def test_verify_says_where_one_changed_byte_is(living: Flask) -> None:
    with sqlite3.connect(living.extensions["instance"].settings.instance_dir / "register.db") as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        damage = "UPDATE ledger_snapshot SET body = replace(body, ?, ?) WHERE entry_number = 5"
        raw.execute(damage, ("Lành Mẫu Sơn", "Lành Mẫu Sớn"))
    raw.close()
    assert run(living, "verify", exits=1).startswith("WRONG publication 1 entry 5: ")


def test_verify_reads_a_saved_file_and_holds_it_to_an_anchor(sample: Flask, tmp_path: Path) -> None:
    head = Visitor(sample).json("/api/v1/publications")["items"][0]
    saved = tmp_path / "danh-sach.json"
    saved.write_text(json.dumps(Visitor(sample).json("/cong-bo/3/danh-sach.json")))
    assert run(sample, "verify", "--from", str(saved)).startswith("OK 3 ")
    assert (
        run(sample, "verify", "--anchor", f"{head['number']}:{head['hash']}")
        == f"OK {LATEST} {head['hash']}\n"
    )
    assert run(sample, "verify", "--anchor", f"3:{head['hash']}", exits=1).startswith("WRONG publication 3 ")
    saved.write_text("[]")
    run(sample, "verify", "--from", str(saved), exits=3)
    run(sample, "verify", "--anchor", "nonsense", exits=3)


def test_verify_calls_a_register_that_cannot_be_read_neither_right_nor_wrong(living: Flask) -> None:
    database = living.extensions["instance"].settings.instance_dir / "register.db"
    living.extensions["instance"].close()
    database.write_bytes(b"no database at all" * 500)
    assert run(living, "verify", exits=3).startswith("Không kiểm tra được: ")


def test_one_flipped_byte_in_the_file_of_the_database_is_told_with_its_place(living: Flask) -> None:
    here = living.extensions["instance"]
    here.close()
    database = here.settings.instance_dir / "register.db"
    held = bytearray(database.read_bytes())
    held[held.index(b'"decision_number":"03-') + len('"decision_number":"03-')] ^= 1
    database.write_bytes(held)
    assert run(living, "verify", exits=1).startswith("WRONG publication 3 entry -: ")


def test_prepare_seeds_only_an_empty_loopback_register_that_may_be_a_sample(tmp_path: Path) -> None:
    with register_in(tmp_path / "real", SAMPLE_DATA="0") as app:
        run(app, "prepare")
        assert run(app, "verify") == "OK 0 -\n"
    with register_in(tmp_path / "public", HOST="0.0.0.0") as app:  # noqa: S104  the point of the test
        run(app, "prepare")
        assert run(app, "verify") == "OK 0 -\n"


def test_prepare_again_keeps_everything(living: Flask) -> None:
    before = run(living, "verify")
    assert "sample-sign-ins.txt" in run(living, "prepare")
    assert run(living, "verify") == before


def test_secrets_are_readable_by_their_owner_only(sample_folder: Path) -> None:
    for name in ("signing-key.pem", "secret-key", "sample-sign-ins.txt"):
        assert (sample_folder / name).stat().st_mode & 0o777 == 0o600, name


def test_an_older_database_that_is_not_empty_asks_for_upgrade(living: Flask) -> None:
    with sqlite3.connect(living.extensions["instance"].settings.instance_dir / "register.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    raw.close()
    assert "upgrade" in run(living, "verify", exits=2)


def test_reindex_builds_the_same_index(living: Flask) -> None:
    before = Visitor(living).json("/api/v1/search?q=luat+su")
    run(living, "reindex")
    assert Visitor(living).json("/api/v1/search?q=luat+su") == before


@pytest.mark.parametrize("command", [("load", "khong-co.xlsx", *DECISION), ("load", *DECISION)])
def test_a_command_without_its_file_is_a_usage_error(empty: Flask, command: tuple[str, ...]) -> None:
    run(empty, *command, exits=2)


@pytest.mark.parametrize("port", ["abc", "0", "²", "99999", "9" * 5000])
def test_a_setting_that_cannot_be_read_ends_the_program_with_one_line(
    monkeypatch: pytest.MonkeyPatch, port: str
) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit, match=r"^PORT must be a whole number from 1 to 65535, not .*$"):
        create_app()
