"""May I be helped for nothing? One page that asks nothing back: every answer is on it, folded away."""

from __future__ import annotations

from typing import NamedTuple

from flask import render_template

from app.catalogue.groups import ENTITLED
from app.catalogue.lists import official
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.guidance import groups
from app.guidance.groups import Group
from app.public import as_of, coming, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.web import site


class Answer(NamedTuple):
    """One group of people as they think of themselves, and the provisions of the day that may fit."""

    group: Group
    cases: list[Version]


@public.get("/toi-co-duoc-tro-giup")
def entitlement() -> str:
    """Show who is entitled on this day; the sensitive groups together, so that nobody need name theirs."""
    parameters.read()
    site.canonical("/toi-co-duoc-tro-giup")
    return _page(as_of.show(AsOf()))


@public.get("/ngoai-tuyen/toi-co-duoc-tro-giup")
def entitlement_kept() -> str:
    """Show the same, as phones keep it: with the day on which it was so, in no search engine."""
    parameters.read()
    site.kept()
    site.unindexed()
    site.canonical("/toi-co-duoc-tro-giup")
    register = as_of.show(AsOf())
    return _page(register, kept_on=f"{register.day:%d/%m/%Y}")


def _page(register: Register, kept_on: str = "") -> str:
    held = answers(register)
    return render_template(
        "entitlement.html",
        answers=held,
        kept_on=kept_on,
        hardship=hardship(held),
        coming=coming.sentence(ENTITLED, register),
    )


def hardship(held: list[Answer]) -> str:
    """Return what difficulties with money are, where some answer asks for them."""
    return groups.hardship() if any(map(_needs_hardship, held)) else ""


def answers(register: Register) -> list[Answer]:
    """Return what the law says on the day of ``register``, in the order in which people are asked."""
    cases = official(register, ENTITLED).choosable
    held = {
        group: [
            one for one in cases if groups.group_of(one.document.get("clause", ""), _sensitive(one)) is group
        ]
        for group in groups.groups()
    }
    return [Answer(group, found) for group, found in held.items() if found]


def _sensitive(version: Version) -> bool:
    return bool(version.document.get("sensitive"))


def _needs_hardship(answer: Answer) -> bool:
    return any(one.document.get("needs_hardship") for one in answer.cases)
