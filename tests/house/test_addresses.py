"""Addresses: each has one kind of reader, and one that was public answers for ever."""

from __future__ import annotations

import re

from flask import Flask

from app.web.access import ACCESS
from tests.house.checkout import ROOT

LIST = ROOT / "tests" / "house" / "urls.txt"
READING = {"GET", "HEAD", "OPTIONS"}
WORDS = re.compile(r"[a-z-]+(?:\|[a-z-]+)*")


def spelled_out(rule: str, app: Flask) -> list[str]:
    """Return ``rule`` once for each word that it may hold: the words of an address are promised too."""
    for part, converter in re.findall(r"(<(\w+):\w+>)", rule):
        words = app.url_map.converters[converter].regex
        if WORDS.fullmatch(words):
            return [each for word in words.split("|") for each in spelled_out(rule.replace(part, word), app)]
    return [rule]


def test_the_public_addresses_are_those_on_the_list(empty: Flask) -> None:
    listed = set(LIST.read_text().split())
    answered = {
        address
        for rule in empty.url_map.iter_rules()
        if ACCESS.get(rule.endpoint) in ("public", "forms")
        for address in spelled_out(rule.rule, empty)
    }
    gone, new = sorted(listed - answered), sorted(answered - listed)
    assert not gone, f"people and programs link there: answer with a redirect to what took its place: {gone}"
    assert not new, "an address is a promise; what is meant goes into tests/house/urls.txt:\n" + "\n".join(
        new
    )


def test_every_address_has_one_kind_of_reader(empty: Flask) -> None:
    endpoints = {rule.endpoint for rule in empty.url_map.iter_rules()} - {"static"}
    unguarded, unknown = sorted(endpoints - ACCESS.keys()), sorted(ACCESS.keys() - endpoints)
    assert not unguarded, f"say in app/web/access.py who may read it: {unguarded}"
    assert not unknown, f"take it out of app/web/access.py, no address leads there: {unknown}"


def test_a_public_address_only_reads(empty: Flask) -> None:
    writing = [
        rule.rule
        for rule in empty.url_map.iter_rules()
        if ACCESS.get(rule.endpoint) == "public" and not (rule.methods or set()) <= READING
    ]
    assert not writing, f"public pages answer GET and HEAD; forms of the public live in feedback: {writing}"
