"""The type of attachments: each is known by its name and the SHA-256 of its content, and stored once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.attachments import DOCUMENTS, extension
from app.canonical import Value
from app.kinds.typed import Unreadable, plain
from app.kinds.types import split


@dataclass(frozen=True, slots=True)
class Files:
    """``[{"name", "sha256"}, …]``; in words ``NAME sha256:…``. ``among`` are the extensions it may have."""

    among: tuple[str, ...] = DOCUMENTS
    name: str = "files"

    def read(self, text: str, province: str) -> Value:
        return [_file(part, self.among) for part in split(text)]

    def show(self, value: Value) -> str:
        return "; ".join(f"{one['name']} sha256:{one['sha256']}" for one in value)


def _file(text: str, among: tuple[str, ...]) -> dict[str, str]:
    found = re.fullmatch(r"([^/\\]{1,200}) sha256:([0-9a-f]{64})", plain(text))
    if not found or extension(found.group(1)) not in among:
        raise Unreadable(f"tệp đã tải lên ({', '.join(among)}), viết TÊN sha256:MÃ")
    return {"name": found.group(1), "sha256": found.group(2)}
