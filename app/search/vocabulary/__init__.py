"""The words people use for what the register calls otherwise. Data, beside this file; knows no register.

``problems.toml`` maps lay troubles to fields of law, ``people.toml`` lay words for kinds, languages, gender;
``english.toml`` has both in English; ``emergency.toml`` holds the numbers that stand above results touching
danger.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.search.meaning import Meaning

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Emergency:
    """A number to call in danger, when, and where that is known from."""

    digits: str
    name: str
    words: str
    topics: tuple[str, ...]
    source: str


Phrases = tuple[tuple[str, Meaning], ...]


@cache
def phrases() -> Phrases:
    """Return every phrase as written, with what it means; ``…`` in it stands for up to three words."""
    return in_vietnamese() + tuple(_phrases("english.toml"))


@cache
def in_vietnamese() -> Phrases:
    """Return the phrases that are suggested to who is typing: those of the language of the register."""
    return tuple(_phrases("problems.toml")) + tuple(_phrases("people.toml"))


@cache
def emergencies(topics: frozenset[str]) -> tuple[Emergency, ...]:
    """Return the numbers to show where a query touches any of ``topics``."""
    known = (
        Emergency(**{**one, "topics": tuple(one["topics"])}) for one in _read("emergency.toml")["number"]
    )
    return tuple(one for one in known if topics & set(one.topics))


def _phrases(file: str) -> Iterator[tuple[str, Meaning]]:
    for told in _read(file)["means"]:
        words = told.pop("words")
        meaning = Meaning(**told)
        yield from ((phrase, meaning) for phrase in words)


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / file).read_text(encoding="utf-8"))
