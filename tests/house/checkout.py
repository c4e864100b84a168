"""The checkout as the house rules read it: files and syntax trees. Imports nothing of the app."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APP = ROOT / "app"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*tops: str) -> list[Path]:
    """Return the Python files under ``tops`` (folders or files at the root), in order."""
    found: list[Path] = []
    for top in tops:
        path = ROOT / top
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return found


def templates(*suffixes: str) -> list[Path]:
    """Return the templates with one of ``suffixes``, or all."""
    files = (path for path in sorted(ROOT.glob("templates/**/*")) if path.is_file())
    return [path for path in files if not suffixes or path.suffix in suffixes]


def served_files() -> list[Path]:
    """Return every file that the browser may be given as it is."""
    return [path for path in sorted(ROOT.glob("static/**/*")) if path.is_file()]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    """Return the lines of ``function`` without its decorators."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def place(path: Path, node: ast.stmt | ast.expr | None = None) -> str:
    """Return where that is, as an editor opens it."""
    where = str(path.relative_to(ROOT))
    return f"{where}:{node.lineno}" if node else where


def documentation() -> str:
    """Return README and docs as one text."""
    return "\n".join(
        path.read_text(encoding="utf-8") for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    )
