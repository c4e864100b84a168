"""Budgets of size. They have no list of exceptions: what outgrows one is two ideas, and is split."""

from __future__ import annotations

import ast

from tests.house.checkout import functions, length, place, python_files, templates

FILE, FUNCTION, VIEW, TEMPLATE = 300, 40, 25, 150
ROUTES = {"route", "get", "post", "put", "delete"}


def lines(text: str) -> int:
    return len(text.splitlines())


def is_view(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    calls = [decorator.func for decorator in function.decorator_list if isinstance(decorator, ast.Call)]
    return any(isinstance(call, ast.Attribute) and call.attr in ROUTES for call in calls)


def test_no_file_is_too_long_to_read_at_one_sitting() -> None:
    long = [
        f"{place(path)} has {lines(path.read_text())} lines"
        for path in python_files("app", "tests", "migrations", "config.py")
        if lines(path.read_text()) > FILE
    ]
    assert not long, f"split by idea, at most {FILE} lines a file: {long}"


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{place(path, function)} {function.name} has {length(function)} lines"
        for path in python_files("app", "tests", "config.py")
        for function in functions(path)
        if length(function) > FUNCTION
    ]
    assert not long, f"name its steps and take them out, at most {FUNCTION} lines a function: {long}"


def test_a_view_parses_calls_one_verb_and_renders() -> None:
    long = [
        f"{place(path, function)} {function.name} has {length(function)} lines"
        for path in python_files("app")
        for function in functions(path)
        if is_view(function) and length(function) > VIEW
    ]
    assert not long, f"move the work below the door, at most {VIEW} lines a view: {long}"


def test_a_template_reads_as_a_list_of_parts() -> None:
    long = [
        f"{place(path)} has {lines(path.read_text())} lines"
        for path in templates(".html")
        if lines(path.read_text()) > TEMPLATE
    ]
    assert not long, f"take parts out as macros, at most {TEMPLATE} lines a template: {long}"
