"""A stranger who has read docs/ledger.md, and nothing of our code, can check the ledger."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.ledger.export import export
from app.ledger.source import FileSource
from app.ledger.verify import verify
from tests.rooms.ledger_fixtures import new_ledger, publish_a_history

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
EXAMPLE = json.loads(PAGE.split("```json\n")[1].split("```")[0])


def canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(data: str | bytes) -> str:
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def commitment(field: Any) -> str:
    return field if isinstance(field, str) else digest(bytes.fromhex(field[0]) + canonical(field[1]).encode())


def strangers_check(file: dict[str, Any]) -> str:
    """Check ``file`` as the page says, by assertions; return the hash of its head."""
    keys = {key["id"]: base64.b64decode(key["public_key"]) for key in file["keys"]}
    assert all(digest(raw)[:32] == key for key, raw in keys.items())
    previous = None
    for publication in file["publications"]:
        text, header = publication["header"], json.loads(publication["header"])
        assert canonical(header) == text
        assert digest(text) == publication["hash"]
        assert header.get("previous_hash") == publication.get("previous_hash") == previous
        signature = base64.b64decode(publication["signature"])
        Ed25519PublicKey.from_public_bytes(keys[header["key_id"]]).verify(signature, text.encode())
        assert header["entries_hash"] == digest(canonical(lines_of(file, header["number"])))
        assert header.get("note_hash") == next(
            map(commitment, json.loads(publication["body"]).values()), None
        )
        previous = publication["hash"]
    hashes = {entry["number"]: entry["snapshot_hash"] for entry in file["entries"]}
    for snapshot in file["snapshots"]:
        fields = json.loads(snapshot["body"]).get("fields", {})
        pairs = [[key, commitment(fields[key])] for key in sorted(fields)]
        assert digest(canonical(pairs)) == hashes[snapshot["entry"]]
    return str(previous)


def lines_of(file: dict[str, Any], publication: int) -> list[dict[str, Any]]:
    return [
        {"listing": entry["listing_id"]}
        | {key: value for key, value in entry.items() if key not in ("listing_id", "publication")}
        for entry in file["entries"]
        if entry["publication"] == publication
    ]


def test_the_example_of_the_page_verifies() -> None:
    head = strangers_check(EXAMPLE)
    assert str(verify(FileSource(EXAMPLE))) == f"OK 1 {head}"
    assert f"the verdict is `OK 1 {head}`" in PAGE


def test_every_step_of_the_example_is_as_the_page_says() -> None:
    [pairs, lines] = re.findall(r"^  (\[.*\])$", PAGE, re.MULTILINE)
    [publication], [entry], [snapshot] = EXAMPLE["publications"], EXAMPLE["entries"], EXAMPLE["snapshots"]
    name = json.loads(snapshot["body"])["fields"]["name"]
    note = json.loads(publication["body"])["note"]
    assert ["name", commitment(name)] in json.loads(pairs)
    assert digest(pairs) == entry["snapshot_hash"]
    assert digest(lines) == json.loads(publication["header"])["entries_hash"]
    for step in (commitment(name), digest(pairs), digest(lines), commitment(note), publication["hash"]):
        assert f"`{step}`" in PAGE


def test_a_stranger_can_check_a_real_ledger(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        with ledger.reading() as session:
            file = export(session, 4, range(1, 9), lambda _: {"phone"})
    assert strangers_check(json.loads(json.dumps(file))) == verify(FileSource(file)).hash
