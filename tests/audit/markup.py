"""The Nu HTML checker of the W3C over every kind of page, the public's and the desk's."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from flask import Flask

from tests.audit.desk_pages import desk_pages
from tests.kinds_of_page import KINDS_OF_PAGE
from tests.pages import Page, Visitor

CHECKER = Path("node_modules", "vnu-jar", "build", "dist", "vnu.jar")


def every_page(app: Flask) -> dict[str, Page]:
    """Return one page of every kind by its name; the desk's begin with ``desk-``. Writes to the register."""
    visitor = Visitor(app)
    public = {name: visitor.get(path) for name, path in KINDS_OF_PAGE.items()}
    return public | {f"desk-{name}": page for name, page in desk_pages(app).items()}


def complaints(tools: Path, pages: Mapping[str, Page], folder: Path) -> list[str]:
    """Return what the checker says, errors and warnings alike, having put the pages into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        (folder / f"{name}.html").write_bytes(page.body)
    files = [f"{name}.html" for name in pages]
    command = ["java", "-Xss4m", "-jar", str(tools / CHECKER), "--format", "json", *files]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    return [_said(message) for message in json.loads(run.stderr)["messages"]]


def _said(message: Mapping[str, str]) -> str:
    file = message.get("url", "?").rpartition("/")[2]
    kind = message.get("subType", message["type"])
    return f"{file}:{message.get('lastLine', '?')}: {kind}: {message['message']}"
