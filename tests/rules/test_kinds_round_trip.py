"""What a type shows it reads back: every type of every kind, whatever value it may hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.canonical import Value, tidy
from app.kinds import KINDS, Unreadable
from app.kinds.types import Text, Type
from tests.rules.values import LINE, PROVINCE, values_of

USES = {field.type: f"{kind.key}.{field.key}" for kind in reversed(KINDS) for field in reversed(kind.fields)}
TYPES = [pytest.param(kind, id=use) for kind, use in USES.items()]


def read(kind: Type, text: str) -> Value:
    """Return what ``text`` says in canonical form, None where it is refused."""
    try:
        return tidy(kind.read(text, PROVINCE))
    except Unreadable:
        return None


@pytest.mark.parametrize("kind", TYPES)
@settings(deadline=None)
@given(data=st.data())
def test_what_a_type_shows_it_reads_back(kind: Type, data: st.DataObject) -> None:
    value = data.draw(values_of(kind))
    assert read(kind, kind.show(value)) == tidy(value)


@pytest.mark.parametrize("kind", TYPES)
@given(text=st.text(min_size=1))
def test_any_words_are_refused_or_read_for_good(kind: Type, text: str) -> None:
    value = read(kind, text)
    if value:
        assert read(kind, kind.show(value)) == value


@given(text=LINE)
def test_both_encodings_of_vietnamese_are_one_text(text: str) -> None:
    assert Text().read(unicodedata.normalize("NFD", text), PROVINCE) == Text().read(text, PROVINCE)
