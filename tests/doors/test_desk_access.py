"""Every address of the desk, asked for by every role and by nobody."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from flask import Flask
from werkzeug.routing import Rule

from app.web.access import ACCESS, ANYBODY, AUDIENCES, LISTS
from tests.desk import DOOR, PEOPLE, seated
from tests.pages import Visitor

NOBODY = "nobody"


def path_of(rule: Rule) -> str:
    """Return an address of ``rule`` with something in each place."""
    return re.sub(r"<int:\w+>", "1", re.sub(r"<(?:string:)?\w+>", "mau-kiem-tra", rule.rule))


def token(visitor: Visitor) -> str:
    """Return the token of a form that this visitor may see. Its page is looked at elsewhere."""
    signed_in = visitor.client.get_cookie("can-bo", path="/can-bo") is not None
    page = visitor.client.get("/can-bo/toi" if signed_in else DOOR).text
    return re.findall(r'name="csrf_token"[^>]* value="([^"]+)"', page)[0]


def asked(app: Flask, rule: Rule, role: str) -> int:
    visitor = Visitor(app) if role == NOBODY else seated(app, role)
    if "POST" not in (rule.methods or ()):
        return visitor.client.get(path_of(rule)).status_code
    return visitor.client.post(path_of(rule), data={"csrf_token": token(visitor)}).status_code


@pytest.mark.parametrize("role", [*PEOPLE, NOBODY])
def test_every_address_of_the_desk_lets_in_whom_its_list_names_and_no_one_else(
    living: Flask, role: str
) -> None:
    of_the_desk = {ANYBODY, *AUDIENCES}
    rules = [rule for rule in living.url_map.iter_rules() if ACCESS.get(rule.endpoint) in of_the_desk]
    assert len(rules) >= 4
    for rule in rules:
        audience = ACCESS[rule.endpoint]
        status = asked(living, rule, role)
        if audience == ANYBODY or role in AUDIENCES[audience]:
            assert status not in (401, 403), f"{role} is kept out of {rule}: {status}"
        elif role == NOBODY:
            assert status == (401 if "POST" in (rule.methods or ()) else 302), f"{rule}: {status}"
        else:
            assert status == 403, f"{role} gets {status} from {rule}"


def test_no_route_stands_in_two_lists() -> None:
    twice = [route for route, count in Counter(sum(LISTS.values(), ())).items() if count > 1]
    assert not twice


def test_every_address_under_the_desk_is_the_desks(living: Flask) -> None:
    strays = [
        rule.rule
        for rule in living.url_map.iter_rules()
        if rule.rule.startswith("/can-bo") != (ACCESS.get(rule.endpoint) in {ANYBODY, *AUDIENCES})
    ]
    assert not strays


def test_a_form_without_its_token_is_refused_from_everybody(living: Flask) -> None:
    for visitor in (Visitor(living), seated(living, "approver")):
        assert "tải lại trang" in visitor.post("/can-bo/dang-xuat", 400, {}).text
        assert "tải lại trang" in visitor.post(DOOR, 400, {"csrf_token": "x"}).text
