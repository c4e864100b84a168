"""Whom the people of a commune can call: who serves it, then who is nearest."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app import clock, places
from app.catalogue import nearby, published
from app.catalogue.nearby import Near
from app.catalogue.register import Register
from app.ledger import read
from app.places import Commune


@pytest.fixture(scope="module")
def register(sample: Flask) -> Register:
    with sample.app_context(), Session(sample.extensions["instance"].engine) as session:
        return published.load(session, read.head(session), clock.today())


def commune(code: str) -> Commune:
    found = places.commune(code)
    assert found
    return found


def near(register: Register, code: str) -> list[Near]:
    return list(nearby.offices(register, commune(code)))


def test_the_branch_of_the_area_comes_first_then_the_centre_then_the_nearest(register: Register) -> None:
    found = near(register, "06529")
    assert [one.office.listing_id for one in found[:3]] == ["CN-04", "TT-01", "TC-001"]
    assert [one.serves for one in found[:3]] == [True, True, False]
    distances = [one.kilometres for one in found if not one.serves]
    assert distances == sorted(distances)


def test_an_office_in_the_commune_itself_says_so(register: Register) -> None:
    here = {one.office.listing_id for one in near(register, "06325") if one.here}
    assert here == {"CN-02", "TC-008"}


def test_who_cannot_be_chosen_is_not_named(register: Register) -> None:
    named = {one.office.listing_id for one in near(register, "06124")}
    assert "TC-012" not in named, "it has ended"
    assert "TC-017" not in named, "it is suspended"


def test_collaborators_are_those_whose_area_it_is(register: Register) -> None:
    assert [one.listing_id for one in nearby.collaborators(register, commune("06541"))] == ["CTV-0004"]
    assert nearby.collaborators(register, commune("05977")) == ()


def test_an_office_lies_where_it_says_or_else_where_its_commune_lies() -> None:
    own = nearby.spot({"latitude": "21.8", "longitude": "106.7", "commune": "06529"})
    of_commune = nearby.spot({"commune": "06529"})
    assert own
    assert (own.latitude, own.longitude) == ("21.8", "106.7")
    assert of_commune == commune("06529")
    assert nearby.spot({}) is None
