"""Settings, commands, dependencies and rooms are all in the documents."""

from __future__ import annotations

import ast
import re
import tomllib
from itertools import chain

from flask import Flask

from tests.house.checkout import APP, ROOT, documentation, tree
from tests.house.test_locks import normal

SETTING = re.compile(r"[A-Z][A-Z_]+")


def test_every_setting_is_documented() -> None:
    strings = (node.value for node in ast.walk(tree(ROOT / "config.py")) if isinstance(node, ast.Constant))
    settings = {text for text in strings if isinstance(text, str) and SETTING.fullmatch(text)}
    missing = sorted(name for name in settings if f"`{name}`" not in documentation())
    assert settings, "config.py reads no setting that this test can see"
    assert not missing, f"say in README.md or docs/ what `NAME` does and its default: {missing}"


def test_every_command_is_documented(empty: Flask) -> None:
    text = documentation()
    missing = [
        name for name in sorted(empty.cli.commands) if not re.search(rf"(?:`|--app app ){name}\b", text)
    ]
    assert not missing, f"say in README.md or docs/ what `NAME` does: {missing}"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    reasons = (ROOT / "docs" / "dependencies.md").read_text().lower()
    groups = project["dependency-groups"]
    wanted = {*project["project"]["dependencies"], *chain.from_iterable(groups.values())}
    missing = [
        name
        for name in sorted(map(normal, wanted))
        if not re.search(rf"^\W*{re.escape(name)}(?![\w-])", reasons, re.M)
    ]
    assert not missing, (
        f"give each a line in docs/dependencies.md, its name first: what for, why this one: {missing}"
    )


def test_the_handbook_shows_the_pictures_that_were_taken_for_it() -> None:
    folder = ROOT / "docs" / "huong-dan"
    shown = set(re.findall(r"!\[.+?\]\((.+?)\)", (folder / "README.md").read_text()))
    assert shown == {picture.name for picture in folder.glob("*.png")}


def test_every_room_is_on_the_drawing() -> None:
    rooms = {path.stem for path in APP.iterdir() if path.is_dir() or path.suffix == ".py"} - {
        "__init__",
        "__pycache__",
    }
    missing = sorted(room for room in rooms if not re.search(rf"\b{room}\b", documentation()))
    assert not missing, f"draw it in README.md: {missing}"
