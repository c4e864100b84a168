"""A field can be taken away; the hash of the whole, and the readability of the rest, stay."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.canonical import decode, encode, tidy
from app.ledger.commitment import (
    commitment,
    commitments,
    redacted_keys,
    redaction,
    reveal,
    salted,
    snapshot_hash,
    without,
)

KEYS = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8)
TEXTS = st.text(' aâđ1"\\\n\u0302\u0301', max_size=8)  # marks that NFC joins with the letter before
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=5)
SALT = "000102030405060708090a0b0c0d0e0f"


@given(DOCUMENTS)
def test_what_is_salted_is_revealed_again_in_canonical_form(document: dict[str, Any]) -> None:
    assert reveal(salted(document)) == tidy(document)


@given(DOCUMENTS)
def test_a_body_survives_its_canonical_text(document: dict[str, Any]) -> None:
    body = salted(document)
    assert decode(encode(body)) == body


@given(DOCUMENTS, st.sets(KEYS))
def test_taking_fields_away_leaves_the_hash_and_every_other_field(
    document: dict[str, Any], keys: set[str]
) -> None:
    whole = salted(document)
    taken = without(whole, keys)
    assert snapshot_hash(taken) == snapshot_hash(whole)
    assert commitments(taken) == commitments(whole)
    assert redacted_keys(taken) == keys & reveal(whole).keys()
    assert reveal(taken) == {key: value for key, value in reveal(whole).items() if key not in keys}
    assert without(taken, keys) == taken


@given(DOCUMENTS.filter(tidy))
def test_two_salts_of_one_document_never_give_one_hash(document: dict[str, Any]) -> None:
    assert snapshot_hash(salted(document)) != snapshot_hash(salted(document))


def test_a_commitment_is_the_hash_of_the_salt_and_the_canonical_value() -> None:
    expected = hashlib.sha256(bytes(range(16)) + '"Lương"'.encode()).hexdigest()
    assert commitment([SALT, "Lương"]) == expected
    assert commitment(expected) == expected


def test_a_snapshot_hash_is_over_the_sorted_pairs_of_key_and_commitment() -> None:
    body = {"fields": {"b": [SALT, 1], "a": [SALT, True]}}
    pairs = [["a", commitment([SALT, True])], ["b", commitment([SALT, 1])]]
    expected = hashlib.sha256(json.dumps(pairs, separators=(",", ":")).encode()).hexdigest()
    assert snapshot_hash(body) == expected


def test_a_body_without_fields_is_an_empty_object() -> None:
    assert salted({"fax": "", "languages": [], "note": None}) == {}
    assert (reveal({}), redacted_keys({}), without({}, {"name"})) == ({}, set(), {})
    assert snapshot_hash({}) == hashlib.sha256(b"[]").hexdigest()


def test_the_keys_a_redaction_takes_stand_in_order() -> None:
    assert redaction({"phone", "email"}) == {"redacted": ["email", "phone"]}


@pytest.mark.parametrize(
    "field",
    [None, 1, "", "abc", SALT, "A" * 64, [SALT], [SALT, 1, 2], ["short", 1], [SALT.upper(), 1], [1, 1], {}],
)
def test_what_is_no_salted_field_is_refused(field: Any) -> None:
    with pytest.raises(ValueError, match="neither"):
        snapshot_hash({"fields": {"name": field}})


@pytest.mark.parametrize("body", [{"fields": []}, {"fields": None}, {"fields": {}, "more": 1}])
def test_what_is_no_body_is_refused(body: Any) -> None:
    with pytest.raises(ValueError, match="nothing else"):
        snapshot_hash(body)
