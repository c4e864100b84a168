"""The key that signs: made once, readable by its owner only; and what even its holder cannot make pass."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.canonical import encode, sha256
from app.ledger import signing
from app.ledger.export import export
from app.ledger.signing import Signer
from app.ledger.source import FileSource
from app.ledger.verify import verify
from tests.rooms.ledger_fixtures import Ledger, new_ledger, publish_a_history


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        yield ledger


def test_a_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "instance" / "signing-key.pem"
    first = Signer.load_or_create(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert Signer.load_or_create(path).key_id == first.key_id
    assert [file.name for file in path.parent.iterdir()] == ["signing-key.pem"]


def test_processes_that_start_together_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        signers = pool.map(lambda _: Signer.load_or_create(tmp_path / "key.pem"), range(16))
        assert len({signer.key_id for signer in signers}) == 1


def test_a_key_of_another_sort_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    key = Ed448PrivateKey.generate()
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(ValueError, match="not Ed25519"):
        Signer.load_or_create(path)


def test_a_signature_holds_for_its_text_and_its_key_only(tmp_path: Path) -> None:
    one, other = (Signer.load_or_create(tmp_path / name) for name in ("one.pem", "other.pem"))
    signature = one.sign("Sở Tư pháp")
    assert signing.verify(one.public_key, signature, "Sở Tư pháp")
    assert not signing.verify(one.public_key, signature, "Sở Tư Pháp")
    assert not signing.verify(other.public_key, signature, "Sở Tư pháp")
    assert not signing.verify(one.public_key, "no base64", "Sở Tư pháp")


def test_a_signature_has_one_text() -> None:
    assert signing.from_base64("AA==") == b"\0"
    with pytest.raises(ValueError, match="canonical"):
        signing.from_base64("AB==")


def signed_anew(ledger: Ledger, change: Callable[[dict[str, Any]], Any]) -> str:
    """Return the verdict on a file whose last header the holder of the key has changed and signed again."""
    with ledger.reading() as session:
        content = export(session, 4, [], lambda _: ())
    last = content["publications"][-1]
    header = json.loads(last["header"])
    change(header)
    text = encode(header)
    last |= {"header": text, "hash": sha256(text), "signature": ledger.signer.sign(text)}
    last |= {column: header[column] for column in ("published_at", "previous_hash") if column in header}
    return str(verify(FileSource(content)))


def test_the_holder_of_the_key_could_sign_anew(ledger: Ledger) -> None:
    assert signed_anew(ledger, lambda header: header.update(decision_number="02/QĐ-STP")).startswith("OK 4 ")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"published_at": "2023-01-01T00:00:00+07:00"}, "dated before"),
        ({"published_at": "2025-01-01T00:00:00Z"}, "published_at cannot be"),
        ({"published_at": "yesterday at 10:00+07:00"}, "published_at cannot be"),
        ({"previous_hash": "0" * 64}, "not that of the one before"),
        ({"previous_hash": None}, "every publication but the first"),
        ({"decision_date": "2024-02-30"}, "decision_date cannot be"),
        ({"number": True}, "number cannot be"),
        ({"schema": 2}, "schema cannot be"),
        ({"sample": 0}, "sample cannot be"),
        ({"issuer": ["department"]}, "issuer cannot be"),
        ({"ground": "Free Text"}, "ground cannot be"),
        ({"remark": "hello"}, "unknown key 'remark'"),
        ({"register": None}, "has no register"),
        ({"note_hash": None}, "note"),
        ({"entries_hash": "0" * 64}, "entries"),
    ],
)
def test_a_header_against_the_rules_does_not_pass_even_signed(
    ledger: Ledger, changes: dict[str, Any], problem: str
) -> None:
    verdict = signed_anew(ledger, lambda header: header.update(changes))
    assert verdict.startswith("WRONG publication 4 entry -: ")
    assert problem in verdict


@pytest.mark.parametrize("header", ["[]", '"text"', "{}", "{ }", "", "nothing", "[" * 100_000])
def test_what_is_no_header_is_told_at_its_publication(ledger: Ledger, header: str) -> None:
    with ledger.reading() as session:
        content = export(session, 4, [], lambda _: ())
    content["publications"][1]["header"] = header
    assert str(verify(FileSource(content))).startswith("WRONG publication 2 entry -: ")


@pytest.mark.parametrize(
    ("table", "added", "problem"),
    [
        ("entries", {"number": 9, "publication": 5}, "WRONG publication 5 entry 9"),
        ("snapshots", {"entry": 9, "body": "{}"}, "WRONG publication 4 entry 9"),
        ("snapshots", {"entry": 0, "body": "{}"}, "WRONG publication"),
        ("entries", {}, "WRONG publication"),
    ],
)
def test_a_row_that_belongs_nowhere_is_found(
    ledger: Ledger, table: str, added: dict[str, Any], problem: str
) -> None:
    with ledger.reading() as session:
        content = export(session, 4, [], lambda _: ())
    content[table].append(added)
    assert str(verify(FileSource(content))).startswith(problem)


def test_a_key_that_signed_nothing_is_found(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.reading() as session:
        content = export(session, 4, [], lambda _: ())
    idle = Signer.load_or_create(tmp_path / "idle.pem")
    row = {"id": idle.key_id, "public_key": signing.to_base64(idle.public_key), "from_publication": 2}
    content["keys"].append(row)
    assert "has signed nothing" in str(verify(FileSource(content)))
