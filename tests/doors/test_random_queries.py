from __future__ import annotations

import pytest

from tests.assurance.searching import Asking
from tests.assurance.strange_words import StrangeWords
from tests.pages import Visitor
from tests.relevance import opened


def test_whatever_is_typed_a_page_comes_with_an_office_to_call(visitor: Visitor) -> None:
    register = opened.sample(visitor.app).register
    assert Asking(visitor, register).all(StrangeWords(register, seed=2026).draw(100)) == 100


@pytest.mark.parametrize("query", ["%00", "%1B%5B31m", "%C2%85", "%EF%BF%BF", "lu%E1%BA%ADt%00s%C6%B0"])
def test_what_no_page_may_hold_is_not_shown_back(visitor: Visitor, query: str) -> None:
    shown = visitor.get(f"/tim-kiem?q={query}").find("input#q").get("value")
    assert shown is not None
    assert shown.split() in ([], ["luật", "sư"], ["[31m"])
