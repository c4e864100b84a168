"""`docs/rules.md` says what the rules say."""

from __future__ import annotations

from app.publishing.rules import handbook


def test_the_page_of_rules_is_current() -> None:
    written = handbook.PAGE.read_text(encoding="utf-8")
    assert written == handbook.page(), f"docs/rules.md is old: run python -m {handbook.MODULE}"
