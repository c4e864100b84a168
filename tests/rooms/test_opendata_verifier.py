"""The program in so-cong-bo.zip: needs nothing but Python, and finds whatever is not as it was signed."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Collection
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from app.canonical import encode
from app.ledger import read
from app.ledger.commitment import without
from app.ledger.export import as_text, export
from app.ledger.models import Snapshot
from app.ledger.signing import Signer
from app.ledger.source import FileSource
from app.ledger.verify import verify
from app.opendata import verifier
from app.opendata.ledger_zip import VERIFIER, ledger_zip
from app.opendata.verifier import Ledger, main, opened
from tests.rooms.ledger_fixtures import Ledger as Published
from tests.rooms.ledger_fixtures import changed, listed, new_ledger, publish_a_history, redacted

Hide = Callable[[str], Collection[str]]


def nothing(_listing: str) -> Collection[str]:
    return ()


def content(ledger: Published, number: int, hide: Hide = nothing) -> dict[str, list[dict[str, object]]]:
    with ledger.reading() as session:
        entries = range(1, read.last_entry(session, number) + 1)
        return export(session, number, entries, hide)


def zipped(ledger: Published, number: int, hide: Hide = nothing) -> bytes:
    return ledger_zip(content(ledger, number, hide), "https://tgpl.example.vn")


def saved(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def told(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str]:
    code = main(list(arguments))
    return code, capfdbinary.readouterr().out.decode()


def two_small_publications(folder: Path) -> bytes:
    with new_ledger(folder) as ledger:
        ledger.publish(listed("LS-0001", "2024-01-01", name="Lý", phone="1"), day="2024-01-02")
        ledger.publish(changed("LS-0001", "2024-03-01", name="Lê", phone="1"), day="2024-03-01")
        return zipped(ledger, 2, lambda _: {"phone"})


def test_it_imports_nothing_but_python() -> None:
    tree = ast.parse(Path(verifier.__file__).read_text())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {getattr(node, "module", None) or node.names[0].name for node in imports}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_it_runs_from_the_zip_without_network_or_packages(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        data = zipped(ledger, 4)
        expected = verify(FileSource(content(ledger, 4)))
    new = saved(tmp_path, "moi.zip", data)
    with zipfile.ZipFile(new) as archive:
        archive.extract(VERIFIER, tmp_path)
    command = [sys.executable, "-I", "-S", str(tmp_path / VERIFIER), new]
    run = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  our own program
    assert run.stdout.decode().startswith(f"{expected}\nĐiều này chứng minh")
    assert "ký lại từ đầu" in run.stdout.decode()


def test_one_changed_byte_anywhere_in_the_zip_is_found(tmp_path: Path) -> None:
    data = two_small_publications(tmp_path)
    assert Ledger(data).head.startswith("2 ")
    for place in range(len(data)):
        flipped = data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :]
        with pytest.raises(ValueError, match="WRONG"):
            opened(flipped)


def test_one_changed_byte_anywhere_in_the_ledger_is_found_without_the_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(two_small_publications(tmp_path))) as archive:
        data = archive.read(verifier.LEDGER)
    assert Ledger(data).head.startswith("2 ")
    for place in range(len(data)):
        flipped = data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :]
        with pytest.raises(ValueError, match="WRONG"):
            opened(flipped)


def test_a_saved_ledger_lies_unchanged_in_a_later_one(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        old, new = (saved(tmp_path, f"{number}.zip", zipped(ledger, number)) for number in (2, 4))
    code, said = told(capfdbinary, new, "--da-luu", old)
    assert code == 0
    assert "Sổ bạn lưu (đến lần công bố 2) nằm nguyên vẹn trong sổ mới." in said


def test_a_list_saved_from_a_publication_lies_unchanged_in_a_later_ledger(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        with ledger.reading() as session:
            file = as_text(export(session, 2, [1, 4], lambda _: {"phone"}))
        old = saved(tmp_path, "danh-sach.json", file.encode())
        new = saved(tmp_path, "moi.zip", zipped(ledger, 4))
    assert told(capfdbinary, new, "--da-luu", old)[0] == 0


def test_a_cut_tail_is_found_with_a_saved_copy_and_only_with_one(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        cut, old = (saved(tmp_path, f"{number}.zip", zipped(ledger, number)) for number in (3, 4))
    code, alone = told(capfdbinary, cut)
    assert (code, "cắt bớt phần cuối" in alone) == (0, True), "it says that it cannot know"
    code, said = told(capfdbinary, cut, "--da-luu", old)
    assert (code, said.splitlines()[0].partition(": ")[0]) == (1, "WRONG publication 4 entry -")
    assert "cắt bớt phần cuối" in said


def test_a_register_rewritten_and_signed_again_is_found_only_with_a_saved_copy(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with new_ledger(tmp_path) as ledger:
        ledger.publish(listed("LS-0001", "2024-01-01", name="Lý"))
        ledger.publish(listed("LS-0002", "2024-01-01", name="Lê"))
        old = saved(tmp_path, "cu.zip", zipped(ledger, 2))
    (tmp_path / "again").mkdir()
    with new_ledger(tmp_path / "again") as ledger:
        ledger.signer = Signer(Ed25519PrivateKey.generate())
        ledger.publish(listed("LS-0001", "2024-01-01", name="Lý"))
        ledger.publish(listed("LS-0002", "2024-01-01", name="Người khác"))
        new = saved(tmp_path, "moi.zip", zipped(ledger, 2))
    assert told(capfdbinary, new)[0] == 0
    code, said = told(capfdbinary, new, "--da-luu", old)
    assert (code, said.startswith("WRONG publication 1 entry -: ")) == (1, True)


def test_what_was_redacted_since_is_counted_and_what_was_hidden_is_found(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with new_ledger(tmp_path) as ledger:
        ledger.publish(listed("TT-01", "2024-01-01", name="Trung tâm", phone="1"))
        old = saved(tmp_path, "cu.zip", zipped(ledger, 1))
        hidden = saved(tmp_path, "giau.zip", zipped(ledger, 1, lambda _: {"phone"}))
        ledger.publish(redacted("TT-01", 1, "phone"))
        with ledger.writing() as session:
            snapshot = session.get_one(Snapshot, 1)
            snapshot.body = encode(without(json.loads(snapshot.body), {"phone"}))
        new = saved(tmp_path, "moi.zip", zipped(ledger, 2))
    code, said = told(capfdbinary, new, "--da-luu", old)
    assert (code, "1 trường đã được gỡ, đều có ghi" in said) == (0, True)
    code, said = told(capfdbinary, hidden, "--da-luu", old)
    assert (code, said.startswith("WRONG publication 1 entry 1: phone")) == (1, True)


def test_it_names_the_broken_file_and_the_missing_one(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    new = saved(tmp_path, "moi.zip", two_small_publications(tmp_path))
    broken = saved(tmp_path, "cu.zip", Path(new).read_bytes()[:-40])
    code, said = told(capfdbinary, new, "--da-luu", broken)
    assert (code, "cu.zip" in said) == (1, True)
    assert told(capfdbinary, str(tmp_path / "khong-co.zip"))[0] == 3
    assert told(capfdbinary, saved(tmp_path, "x.json", b"[1.5]"))[0] == 1
    assert told(capfdbinary, saved(tmp_path, "y.json", b"{}"))[0] == 1


@settings(max_examples=25, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80), st.integers(0, 63))
def test_it_judges_signatures_as_the_library_does(seed: bytes, message: bytes, place: int) -> None:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    assert verifier.signed(public, signature, message)
    assert not verifier.signed(public, signature, message + b"x")
    wrong = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
    with suppress(ValueError):  # which says that it is no point of the curve any more
        assert not verifier.signed(public, wrong, message)
