"""The home page: search, call, the problems people have, the official lists, the latest publication."""

from __future__ import annotations

from flask import render_template

from app import places
from app.catalogue.groups import OFFICES, PERSONS, PROCEDURES
from app.catalogue.lists import official
from app.catalogue.register import Register
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.words import Link
from app.web import links, site
from app.web.language import N_, _

PROBLEMS = (
    (N_("Bị bắt, bị khởi tố"), "hình sự"),
    (N_("Đất đai, nhà ở"), "đất đai"),
    (N_("Ly hôn, nuôi con"), "hôn nhân gia đình"),
    (N_("Trẻ em"), "trẻ em"),
    (N_("Làm thuê, tiền lương"), "lao động"),
    (N_("Vay nợ, thừa kế, bồi thường"), "dân sự"),
    (N_("Chế độ, chính sách"), "chính sách"),
    (N_("Khiếu nại, tố cáo"), "khiếu nại"),
)
"""A problem in people's own words, and the words of the register that find help with it."""


@public.get("/")
def home() -> str:
    """Show the page where most begin."""
    parameters.read()
    register = as_of.show(AsOf())
    site.canonical("/")
    return render_template(
        "home.html",
        suggestions=[_search(words) for words in _suggestions(register)],
        problems=[_search(words, said) for said, words in PROBLEMS],
        offices=official(register, OFFICES).counts,
        persons=official(register, PERSONS).counts,
        procedures=official(register, PROCEDURES).counts,
    )


def _search(words: str, said: str = "") -> Link:
    return Link(_(said) if said else words, links.address("/tim-kiem", {"q": words}))


def _suggestions(register: Register) -> list[str]:
    """Return queries that find something: they name a commune where there is an office."""
    offices = [one for one in register.of_kind("organisation") if register.choosable(one)]
    communes = (places.commune(one.document.get("commune", "")) for one in offices)
    named = [f"luật sư {commune.short_name}" for commune in communes if commune]
    return [*named[:1], "đất đai", "trẻ em"] if register.n else []
