from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.bench import grown, latency
from tests.bench.engines import Ours
from tests.bench.fts5 import Fts5
from tests.bench.postgresql import Postgresql
from tests.bench.rival import Maker
from tests.bench.rows import rows
from tests.relevance.opened import Opened


def test_a_row_has_the_words_of_the_office_and_the_names_of_before(judged_sample: Opened) -> None:
    (lawyer,) = [row for row in rows(judged_sample.register) if row.id == "LS-0001"]
    assert lawyer.name == "Lành Mẫu Sơn"
    assert "Thị trấn Lộc Bình" in lawyer.place
    assert "hình sự" in lawyer.rest


@pytest.fixture(params=[Fts5, Postgresql])
def make(request: pytest.FixtureRequest) -> Maker:
    if request.param is Postgresql:
        request.getfixturevalue("postgresql")  # skips or fails as all tests do where there is none
    maker: Maker = request.param
    return maker


def test_a_rival_finds_a_name_without_marks(judged_sample: Opened, make: Maker) -> None:
    with closing(make(rows(judged_sample.register))) as rival:
        assert rival.answer("cong ty luat mau sa nhan").ids[0] == "TC-013"
        assert rival.answer("mau van nham").apart[:1] == ["TC-017"]
        assert rival.answer("mẫu xyzzy").ids
        assert rival.answer("?").ids == []
        rival.whole_search("luat su")


def test_ours_answers_what_the_latency_is_measured_with(judged_sample: Opened) -> None:
    ours = Ours(judged_sample.register, judged_sample.engine)
    for query in latency.queries(judged_sample.register, seed=1, count=30):
        ours.whole_search(query)
    assert ours.answer("Công ty luật Mẫu Na").ids[0] == "TC-009"


def test_a_register_in_memory_is_the_one_that_is_published(tmp_path: Path) -> None:
    with (
        grown.register(tmp_path, 150) as (published, _),
        grown.register(tmp_path, 150, published_up_to=0) as (in_memory, _),
    ):
        assert rows(in_memory) == rows(published)
