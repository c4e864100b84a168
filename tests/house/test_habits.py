"""Habits that a syntax tree can see: names, opening lines, one commit, one clock, no strangers."""

from __future__ import annotations

import ast
import re

from tests.house.checkout import place, python_files, served_files, templates, tree

EMPTY_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "service",
    "services",
    "misc",
}
UNIT_OF_WORK = "app/web/session.py"
CLOCK = "app/clock.py"
READINGS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime"},
    "func": {"now", "current_timestamp", "current_date"},
}
NEVER_FETCHED = {
    "www.w3.org": "names an XML vocabulary",
    "schema.org": "names a vocabulary of linked data",
    "www.sitemaps.org": "names the format of the site map",
}
HOST = re.compile(r"""(?:https?:|["'(=\s])//([\w-]+(?:\.[\w-]+)+)""")


def test_no_module_is_named_by_an_empty_word() -> None:
    empty = [place(path) for path in python_files("app", "tests") if path.stem in EMPTY_WORDS]
    assert not empty, f"name the idea, so that a reader can guess the path: {empty}"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        place(path)
        for path in python_files("app", "tests", "migrations", "config.py")
        if not path.name.startswith("test_") and not ast.get_docstring(tree(path))
    ]
    assert not silent, f"open with a line: what the module is for and what it must not know: {silent}"


def test_only_the_unit_of_work_commits() -> None:
    commits = [
        place(path, node)
        for path in python_files("app")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
        if place(path) != UNIT_OF_WORK
    ]
    assert not commits, f"do the work inside unit_of_work of {UNIT_OF_WORK}, which commits once: {commits}"


def test_only_the_clock_knows_what_time_it_is() -> None:
    readings = [
        f"{place(path, node)} {node.value.id}.{node.attr}"
        for path in python_files("app", "config.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.attr in READINGS.get(node.value.id, ()) and place(path) != CLOCK
    ]
    assert not readings, f"ask clock.now() or clock.today(), or be given the moment: {readings}"


def test_no_page_asks_a_stranger_for_anything() -> None:
    strangers = [
        f"{place(path)} names {host}"
        for path in [*templates(), *served_files()]
        for host in HOST.findall(path.read_text(encoding="utf-8", errors="ignore"))
        if host not in NEVER_FETCHED
    ]
    assert not strangers, f"serve it from here, or leave it out: {strangers}"


def test_the_journeys_share_one_browser() -> None:
    own = [
        place(path, node)
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "tests.browser" and path.name != "conftest.py"
        if "chromium" in {name.name for name in node.names}
    ]
    assert not own, f"take chromium from tests/journeys/conftest.py, a second one cannot start: {own}"


def test_our_own_code_is_never_mocked() -> None:
    mocks = [
        place(path, node)
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        if "mock" in {getattr(node, "module", None), *(name.name.split(".")[-1] for name in node.names)}
    ]
    assert not mocks, f"build the state through the real verbs instead: {mocks}"
