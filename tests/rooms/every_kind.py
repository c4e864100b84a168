"""One fictional entry of each kind, as a document: the template's example rows, pointed at one another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app import kinds
from app.attachments import folder, path
from app.canonical import Document, Value
from app.kinds import EVERY_KIND, KINDS, UNLISTED
from app.ledger.append import Line
from app.records import attachments
from app.workbook.examples import EXAMPLES
from tests.rooms.small_register import listed

IDS = {kind.key: kind.public_id(1) for kind in EVERY_KIND}
POSTED = {"notice": {"posted_until": "2026-03-31"}}
"""The template's day is far off, since the law counts it from the day of posting; ours comes."""

_BY_NAME = {EXAMPLES[key]["name"]: listing_id for key, listing_id in IDS.items()}


def document(kind_key: str, **more: Any) -> Document:
    """Return the document of a kind's example, changed by ``more``."""
    kind = kinds.find(kind_key)
    commune = {"commune": "Phường Đông Kinh"} if "commune" in kind.by_key else {}
    said = {**commune, **EXAMPLES[kind_key]}
    read = {key: kind.by_key[key].type.read(text, "20") for key, text in said.items()}
    return {key: _pointed(value) for key, value in read.items()} | POSTED.get(kind_key, {}) | more


def public(kind_key: str, **more: Any) -> Document:
    """Return what the ledger holds of `document`."""
    whole = document(kind_key, **more)
    return {field.key: whole[field.key] for field in kinds.find(kind_key).public_fields if field.key in whole}


def one_of_each() -> Iterator[Line]:
    """Yield a line for each kind of the lists, under the first id of each."""
    for kind in KINDS:
        yield listed(IDS[kind.key], public(kind.key))


def unlisted() -> Iterator[Line]:
    """Yield a line for each unlisted kind, under the first id of each."""
    for kind in UNLISTED:
        yield listed(IDS[kind.key], public(kind.key))


def keep_sound(instance_dir: Path) -> None:
    """Let there be a file where the example of a recorded message says that its sound lies."""
    (sound,) = document("recording")["sound"]
    attachments.write(path(folder(instance_dir), sound["sha256"]), b"ID3")


def _pointed(value: Value) -> Value:
    return _BY_NAME.get(value, value) if isinstance(value, str) else value
