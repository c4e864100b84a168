from __future__ import annotations

import gc
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index
from whoosh.query import And, Or, Term

import app
from app.canonical import encode
from app.catalogue.register import Register
from app.ledger import read
from app.ledger.append import Line
from app.ledger.commitment import redaction, without
from app.search import folder
from app.search.bits import positions
from app.search.engine import REQUEST_INDEXES, Engine
from app.search.index import IndexPostings
from app.search.masks import Masks
from app.search.scan import Scan
from app.search.words import GROUPS
from tests.rooms.small_register import (
    SmallRegister,
    lawyer,
    listed,
    organisation,
    three_offices_and_four_lawyers,
)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallRegister]:
    made = three_offices_and_four_lawyers(tmp_path)
    yield made
    made.engine.dispose()


def ready(engine: Engine, small: SmallRegister, n: int | None = None) -> int:
    with small.session() as session:
        return engine.ready(session, n or small.head().number)


def found(engine: Engine, register: Register, q: str) -> list[str]:
    return [version.listing_id for version in engine.search(register, q).versions]


def current(small: SmallRegister) -> Path:
    path = folder.current(small.folder / "index", small.at("2025-07-01").identity)
    assert path is not None
    return path


def terms_of(path: Path) -> set[tuple[str, bytes]]:
    return {term for term in whoosh_index.open_dir(str(path)).reader() if term[0] in GROUPS}


def test_a_publication_is_found_as_soon_as_it_stands(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    assert ready(engine, small) == 2
    small.publish("2025-06-20", listed("LS-0010", lawyer("Triệu Thị Xoan")))
    assert ready(engine, small) == 3
    assert found(engine, small.at("2025-07-01"), "trieu xoan") == ["LS-0010"]


def test_ordinary_publications_are_added_in_place(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    ready(engine, small)
    before = current(small)
    small.publish("2025-06-20", listed("LS-0010", lawyer("Triệu Thị Xoan")))
    ready(engine, small)
    assert current(small) == before


def test_another_engine_finds_what_one_has_indexed(small: SmallRegister) -> None:
    one, other = Engine(small.folder), Engine(small.folder)
    ready(one, small)
    ready(other, small)
    small.publish("2025-06-20", listed("TC-001", organisation("Văn phòng luật sư Hoa Mơ"), "changed"))
    ready(one, small)
    assert ready(other, small) == 3
    for engine in (one, other):
        assert found(engine, small.at("2025-07-01"), "hoa mo") == ["TC-001"]
        assert found(engine, small.at("2025-07-01"), '"hoi"') == []


def test_after_many_changes_only_the_newest_words_count(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    for serial in range(6):  # enough segments for Whoosh to merge some
        changed = organisation(f"Văn phòng Lần{serial}")
        small.publish(f"2025-06-{10 + serial}", listed("TC-001", changed, "changed"))
        ready(engine, small)
    now = small.at("2025-07-01")
    assert [found(engine, now, f'"lần{serial}"') for serial in range(6)] == [[]] * 5 + [["TC-001"]]
    assert found(engine, small.at("2025-07-01", n=4), "lần1") == ["TC-001"]


def test_searchers_are_never_refreshed() -> None:
    code = [path.read_text() for path in (Path(app.__file__).parent / "search").rglob("*.py")]
    assert not [text for text in code if re.search(r"\.\s*(refresh|up_to_date)\s*\(", text)]


@pytest.mark.parametrize("n", [1, 2])
def test_bit_sets_equal_the_answers_of_whoosh(small: SmallRegister, n: int) -> None:
    ready(Engine(small.folder), small)
    register = small.at("2025-07-01", n)
    masks = Masks(register, IndexPostings(current(small)))
    entries = {version.entry: version.listing_id for version in register.versions.values()}
    opened = whoosh_index.open_dir(str(current(small)))
    numbers = list(opened.reader().column_reader("entry"))
    with opened.searcher() as searcher:
        for words in (["luat"], ["luat", "su"], ["=lê"], ["doan"], ["hoa", "hoi"], ["khong"]):
            query = And([Or([Term(group, word) for group in ("name", "text")]) for word in words])
            theirs = {numbers[place] for place in searcher.docs_for_query(query)} & entries.keys()
            ours = masks.everything
            for word in words:
                ours &= masks.term("name", word) | masks.term("text", word)
            assert {masks.versions[place].entry for place in positions(ours)} == theirs


def test_scanning_equals_the_index(small: SmallRegister) -> None:
    ready(Engine(small.folder), small)
    register = small.at("2025-07-01")
    indexed, scanned = (
        Masks(register, postings) for postings in (IndexPostings(current(small)), Scan(register))
    )
    for group, term in terms_of(current(small)):
        assert indexed.term(group, term.decode()) == scanned.term(group, term.decode())


def test_built_from_nothing_it_equals_what_it_was_step_by_step(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    ready(engine, small)
    small.publish("2025-06-20", listed("TC-001", organisation("Văn phòng Hoa Mơ"), "changed"))
    ready(engine, small)
    small.publish("2025-06-21", listed("LS-0010", lawyer("Triệu Thị Xoan")))
    ready(engine, small)
    step_by_step = IndexPostings(current(small))
    with small.session() as session:
        assert engine.reindex(session) == 4
    anew = IndexPostings(current(small))
    assert anew.folder != step_by_step.folder
    assert terms_of(anew.folder) == terms_of(step_by_step.folder)
    for group, term in terms_of(anew.folder):
        word = term.decode()
        assert sorted(anew.entries(group, word)) == sorted(step_by_step.entries(group, word))


def test_reindexing_keeps_one_folder_before(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    ready(engine, small)
    with small.session() as session:
        for _ in range(3):
            engine.reindex(session)
    folders = sorted(path.name[-6:] for path in (small.folder / "index").iterdir() if path.is_dir())
    assert folders == ["000003", "000004"]


@pytest.mark.parametrize("remove", ["index", "pointer", "folder"])
def test_an_index_that_is_gone_is_built_again(small: SmallRegister, remove: str) -> None:
    engine = Engine(small.folder)
    ready(engine, small)
    if remove == "pointer":
        (small.folder / "index" / "CURRENT").unlink()
    else:
        shutil.rmtree(small.folder / "index" if remove == "index" else current(small))
    for one in (engine, Engine(small.folder)):
        assert ready(one, small) == 2
        assert found(one, small.at("2025-07-01"), '"hoa hoi"') == ["TC-001"]
    assert current(small).is_dir()


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Whoosh leaves the damaged file open
@pytest.mark.parametrize("suffix", ["*.toc", "*.seg"])
def test_a_damaged_index_still_answers_and_is_built_again(small: SmallRegister, suffix: str) -> None:
    ready(Engine(small.folder), small)
    damaged = current(small)
    for path in damaged.glob(suffix):
        path.write_bytes(b"\0" * path.stat().st_size)
    engine = Engine(small.folder)
    ready(engine, small)
    assert found(engine, small.at("2025-07-01"), '"hoa hoi"') == ["TC-001"]
    ready(engine, small)
    assert found(engine, small.at("2025-07-01"), '"hoa hoi"') == ["TC-001"]
    assert current(small) != damaged
    gc.collect()


def test_the_index_of_another_register_is_not_read(small: SmallRegister, tmp_path: Path) -> None:
    ready(Engine(small.folder), small)
    (tmp_path / "other").mkdir()
    other = SmallRegister(tmp_path / "other")
    other.publish("2025-03-01", listed("TC-001", organisation("Văn phòng khác")))
    engine = Engine(small.folder)
    assert ready(engine, other) == 1
    assert found(engine, other.at("2025-07-01"), '"hoa hoi"') == []
    assert found(engine, small.at("2025-07-01"), '"hoa hoi"') == [
        "TC-001"
    ]  # by scanning: the index is the other's
    other.engine.dispose()


def test_an_instance_that_cannot_be_written_still_searches(small: SmallRegister) -> None:
    (small.folder / "index").write_text("a file where the folder should be")
    engine = Engine(small.folder)
    assert ready(engine, small) == 2
    assert found(engine, small.at("2025-07-01"), '"hoa hoi"') == ["TC-001"]
    with small.session() as session:
        assert engine.status(session).state == "degraded"


def test_no_redacted_word_is_left_on_disk(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    small.publish("2025-06-20", listed("TC-004", organisation("Văn phòng Zyxw")))
    ready(engine, small)
    entry = small.at("2025-07-01").versions["TC-004"].entry
    small.publish("2025-06-21", Line("TC-004", "redacted", None, redaction(["name"]), entry))
    with small.session() as session:
        body = read.bodies(session, [entry])[entry]
    small.replace_body(entry, encode(without(body, {"name"})))
    assert ready(engine, small) == 4
    assert found(engine, small.at("2025-07-01"), "zyxw") == []
    left = [path for path in (small.folder / "index").rglob("*") if path.is_file()]
    assert not [path for path in left if b"zyxw" in path.read_bytes()]


def test_a_large_publication_is_indexed_beside_the_request(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    ready(engine, small)
    many = [
        listed(f"LS-{serial}", lawyer(f"Lý Văn {serial}")) for serial in range(1000, 1001 + REQUEST_INDEXES)
    ]
    small.publish("2025-06-20", *many)
    reached = ready(engine, small)
    assert reached in (2, 3)
    assert found(engine, small.at("2025-07-01", reached), '"hoa hoi"') == ["TC-001"]
    with small.session() as session:
        assert engine.catch_up(session) == 3
    assert ready(engine, small) == 3
    assert found(engine, small.at("2025-07-01"), "ly van 1200") == ["LS-1200"]
    assert found(engine, small.at("2025-07-01"), "ly van 1000") == ["LS-1000"]


def test_while_another_writes_the_answer_is_for_what_is_indexed(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    ready(engine, small)
    small.publish("2025-06-20", listed("LS-0010", lawyer("Triệu Thị Xoan")))
    with folder.sole_writer(small.folder / "index", wait=True):
        assert ready(engine, small) == 2
    assert ready(engine, small) == 3


@settings(max_examples=60)
@given(st.sets(st.integers(0, 300)))
def test_a_bit_set_gives_back_its_positions_in_order(places: set[int]) -> None:
    assert list(positions(sum(1 << place for place in places))) == sorted(places)


def test_a_listing_without_words_is_indexed_too(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    small.publish("2025-06-20", Line("LS-0002", "withdrawn", None, {}))
    assert ready(engine, small) == 3
    assert found(engine, small.at("2025-07-01"), "ly thi le") == ["LS-0001"]
    assert small.at("2025-07-01").day == date(2025, 7, 1)


def test_an_index_that_fails_while_it_is_read_is_let_go_and_built_again(small: SmallRegister) -> None:
    engine = Engine(small.folder)
    ready(engine, small)
    failing = current(small)
    assert engine._held is not None
    engine._held.postings._reader.close()
    assert found(engine, small.at("2025-07-01"), '"hoa hoi"') == ["TC-001"]
    assert ready(engine, small) == 2
    assert current(small) != failing
