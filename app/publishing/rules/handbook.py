"""The page `docs/rules.md`, written from the rules themselves: run this module to write it anew.

Knows the rules and nothing of how they are applied.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app import kinds
from app.publishing import rules
from app.publishing.rules.rule import Rule

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"
MODULE = "app.publishing.rules.handbook"

_OPENING = f"""# Rules

What the register refuses, asks about or warns of, and the article it rests on. Written from the rules
themselves by `python -m {MODULE}`; a test compares.

Refused: nothing is published until it is put right. Question: a clerk looks and answers before submitting;
a file that is loaded is refused. Warning: nobody is stopped. Where the article is the field's own, the kinds
in `app/kinds/` name it. What the law asks once something has happened: [duties.md](duties.md).
"""

_FIELD = "the field's own"

_CHAPTERS: tuple[tuple[str, tuple[Rule[Any], ...]], ...] = (
    ("One document by itself", rules.BY_DOCUMENT),
    ("One document and the day of its posting", rules.BY_POSTING),
    ("One document and the register", rules.BY_REGISTER),
    ("A publication as a whole", rules.BY_PUBLICATION),
)


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([_OPENING, *(line for title, chapter in _CHAPTERS for line in _chapter(title, chapter))])


def _chapter(title: str, chapter: tuple[Rule[Any], ...]) -> Iterator[str]:
    yield f"## {title}\n\n| rule | kinds | outcome | article |\n|---|---|---|---|"
    for rule in chapter:
        yield f"| {rule.says} | {_kinds(rule)} | {rule.outcome} | {rule.law or _FIELD} |"
    yield ""


def _kinds(rule: Rule[Any]) -> str:
    named = [kind.en.lower() for kind in kinds.EVERY_KIND if kind.key in rule.kinds]
    return ", ".join(named) if rule.kinds else "all"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
