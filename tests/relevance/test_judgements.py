from __future__ import annotations

from collections import Counter

import pytest

from tests.relevance import fictional, scores
from tests.relevance.judging import Answer, Judged, read
from tests.relevance.opened import Opened

CLASSES = {
    "exact", "bare", "upper", "nfd", "d for đ", "hỏi ngã", "consonants", "tone placement", "i and y",
    "one typo", "two typos", "transposed", "doubled", "joined", "telex", "vni", "parts", "phone",
    "number", "commune", "old unit", "district", "trap", "divided", "neighbours", "kind", "problem",
    "gender", "abbreviation", "former name", "language", "mix", "sensitive", "story", "english", "order",
}  # fmt: skip


@pytest.fixture(params=["judged_sample", "judged_fictional"])
def opened(request: pytest.FixtureRequest) -> Opened:
    value: Opened = request.getfixturevalue(request.param)
    return value


def test_every_judgement_can_be_met(opened: Opened) -> None:
    hopeless = [judged for judged in opened.queries if not opened.judge.right(judged)]
    assert not hopeless, f"nothing in the register is right for {hopeless}"


def test_no_judgement_of_who_comes_first_is_met_by_everybody(opened: Opened) -> None:
    listings = len(opened.register.ordered)
    lax = [one for one in opened.queries if len(opened.judge.right(one)) > listings * 0.8]
    assert not lax, f"these judge nothing: {lax}"


@pytest.mark.parametrize(("name", "least"), [("sample", 420), ("fictional", 200)])
def test_every_class_is_judged_over_both_registers(name: str, least: int) -> None:
    judged = Counter(one.case for one in read(name))
    assert judged.keys() == CLASSES
    assert judged.total() >= least


@pytest.mark.parametrize("name", ["sample", "fictional"])
def test_no_query_is_judged_twice_save_for_an_order(name: str) -> None:
    queries = Counter((one.query, one.is_order, one.judgement if one.is_order else "") for one in read(name))
    assert [query for query, count in queries.items() if count > 1] == []


def test_the_fictional_register_is_the_same_on_every_machine() -> None:
    listings = dict(fictional.listings())
    assert len(listings) == fictional.LISTINGS
    assert listings["TC-060"]["name"] == "Công ty luật TNHH Vạn Trung"
    assert listings["LS-0565"]["name"] == "Chẩu Công Đoan"


def test_a_rank_is_the_place_of_the_first_right_listing(judged_sample: Opened) -> None:
    rank = judged_sample.judge.rank
    land = Judged("problem", "đất", "nature=office; field=land")
    assert rank(land, Answer(["LS-0002", "TC-018", "TC-001"])) == 3
    assert rank(land, Answer([])) is None
    assert rank(Judged("exact", "", "apart: TC-017"), Answer(["TC-001"], ["TC-012", "TC-017"])) == 2


def test_an_order_is_right_or_wrong(judged_sample: Opened) -> None:
    order = Judged("order", "Án", "LS-0010 < LS-0039")
    assert judged_sample.judge.rank(order, Answer(["LS-0010", "LS-0039"])) == 1
    assert judged_sample.judge.rank(order, Answer(["LS-0010"])) == 1
    assert judged_sample.judge.rank(order, Answer(["LS-0039", "LS-0010"])) is None
    assert judged_sample.judge.rank(order, Answer(["LS-0039"])) is None


def test_a_place_that_never_was_is_no_judgement(judged_sample: Opened) -> None:
    with pytest.raises(LookupError):
        judged_sample.judge.right(Judged("old unit", "", "old=Huyện Không Có"))


def test_scores_are_shares_of_all_queries_of_a_class() -> None:
    ranks = [1, 2, 6, None]
    by_class = scores.by_class((Judged("a", str(rank), ""), rank) for rank in ranks)
    assert by_class["a"] == scores.Score(count=4, at_1=0.25, at_5=0.5, mrr=(1 + 1 / 2 + 1 / 6) / 4)
