"""Whatever the code notes of somebody's doing is told in words to whoever reads the record."""

from __future__ import annotations

import ast

from app.desk.deed_words import DEEDS
from tests.house.checkout import python_files, tree


def noted() -> set[str]:
    """Return the codes that stand in calls of ``note``."""
    return {
        code.value
        for path in python_files("app")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")).endswith("note")
        for argument in call.args
        for code in ast.walk(argument)
        if isinstance(code, ast.Constant) and isinstance(code.value, str) and _is_code(code.value)
    }


def _is_code(text: str) -> bool:
    thing, dot, done = text.partition(".")
    return bool(dot) and all(part.replace("_", "").isalpha() and part.islower() for part in (thing, done))


def test_every_deed_that_the_code_notes_has_words() -> None:
    assert noted() == set(DEEDS)
