from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalogue.register import Register
from app.search import reader, where
from app.search.engine import Engine
from app.search.filters import Filters
from app.search.find import Results
from app.search.masks import Masks
from app.search.scan import Scan
from tests.rooms.every_kind import public
from tests.rooms.small_register import (
    DONG_KINH,
    LOC_BINH,
    SmallRegister,
    lawyer,
    listed,
    office,
    organisation,
    three_offices_and_four_lawyers,
)


class Asked:
    """The small register and an engine that follows it."""

    def __init__(self, small: SmallRegister) -> None:
        self.small = small
        self.engine = Engine(small.folder)

    def register(self, day: str = "2025-07-01", n: int | None = None) -> Register:
        with self.small.session() as session:
            self.engine.ready(session, self.small.head().number)
        return self.small.at(day, n)

    def results(self, q: str, n: int | None = None, **filters: str) -> Results:
        return self.engine.search(self.register(n=n), q, Filters(**filters))

    def ids(self, q: str, n: int | None = None, **filters: str) -> list[str]:
        return [version.listing_id for version in self.results(q, n, **filters).versions]


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    small = three_offices_and_four_lawyers(tmp_path)
    yield Asked(small)
    small.engine.dispose()


def test_a_name_is_found_without_its_marks(asked: Asked) -> None:
    assert asked.ids("ly thi le") == ["LS-0001", "LS-0002"]


def test_the_mark_that_was_typed_comes_first(asked: Asked) -> None:
    assert asked.ids("lệ") == ["LS-0002", "LS-0001"]
    assert asked.ids("Lê") == ["LS-0001", "LS-0002"]


def test_a_mark_on_one_word_of_several_still_counts(asked: Asked) -> None:
    assert asked.ids("ly thi lệ") == ["LS-0002", "LS-0001"]


def test_a_word_with_d_finds_the_word_with_đ(asked: Asked) -> None:
    assert asked.ids("hoang van doan") == ["LS-0003"]
    assert asked.ids("Văn phòng Hoa Dào") == ["TC-002"]


def test_a_name_comes_before_the_same_word_elsewhere(asked: Asked) -> None:
    assert asked.ids("đoàn", kind="luat-su") == ["LS-0003", "LS-0001", "LS-0002"]  # the others by their bar


def test_every_word_must_match_somewhere(asked: Asked) -> None:
    assert asked.ids("van phong luat su hoa hoi") == ["TC-001"]


def test_an_old_place_name_finds_the_office_and_the_people_reached_there(asked: Asked) -> None:
    found = asked.results("thi tran loc binh")
    assert [version.listing_id for version in found.versions][: found.loosely] == ["TC-001", "LS-0003"]
    assert asked.ids("luật sư huyện Lộc Bình", kind="luat-su")[0] == "LS-0003"


def test_the_street_of_the_office_finds_its_people(asked: Asked) -> None:
    asked.small.publish("2025-06-02", listed("TC-003", organisation("Hoa Mận", address="Ngõ Vắng")))
    asked.small.publish("2025-06-03", listed("LS-0009", lawyer("Vi Thị Xuân", via="TC-003")))
    assert asked.ids("ngo vang") == ["TC-003", "LS-0009"]
    found = asked.results("ngo vang").page(0, 5)
    assert [hit.why for hit in found] == [("address",), ("contact_via",)]


def test_people_are_found_by_the_name_of_their_office_where_their_kind_is_asked_for(asked: Asked) -> None:
    found = asked.results("luat su van phong luat su Hoa Hồi")
    assert [version.listing_id for version in found.versions] == ["TC-001", "LS-0003"]
    assert found.why(found.versions[1])[-1] == "contact_via"
    assert not asked.results("luật sư ở Văn phòng luật sư Hoa Hồi").read_as.sentence
    assert asked.ids("Văn phòng luật sư Hoa Hồi") == ["TC-001"]


def test_a_person_is_found_by_their_whole_name_and_their_office_though_it_be_another(asked: Asked) -> None:
    assert asked.ids("Hoàng Văn Đoàn văn phòng luật sư Hoa Hồi") == ["LS-0003"]
    asked.small.publish("2025-06-02", listed("CN-01", office("Chi nhánh số 1")))
    elsewhere = asked.results("Hoàng Văn Đoàn chi nhánh số 1")
    assert [one.listing_id for one in elsewhere.versions] == ["LS-0003"]
    assert elsewhere.read_as.dropped == ("chi nhánh số 1",)


def test_a_procedure_is_the_same_in_every_commune(asked: Asked) -> None:
    asked.small.publish("2025-06-02", listed("TTHC-01", public("procedure", effective_from="2025-01-01")))
    found = asked.results("thủ tục ở Lộc Bình")
    assert [one.listing_id for one in found.versions] == ["TTHC-01"]
    assert not found.read_as.sentence
    assert "TTHC-01" not in asked.ids("ly hôn ở Lộc Bình")


def test_words_of_a_story_around_a_trouble_are_not_marked_where_they_stand_by_chance(asked: Asked) -> None:
    assert "hoa" in asked.results("hoa").read_as.words
    assert "hoa" not in asked.results("tranh chấp đất hoa").read_as.words


def test_words_that_nobody_has_are_not_kept(asked: Asked) -> None:
    register = asked.register()
    masks = Masks(register, Scan(register))
    assert masks.anywhere("lê") == masks.anywhere("canary") == 0
    assert masks.term("name", "le")
    assert "canary" not in repr(vars(masks))


def test_a_phone_number_is_found_however_it_is_grouped(asked: Asked) -> None:
    assert asked.ids("0205.384.0011") == asked.ids("+84 205 3840 011") == asked.ids("02053840011")
    assert "TC-001" in asked.ids("0205 3840 011")


def test_the_number_of_a_document_finds_what_rests_on_it(asked: Asked) -> None:
    assert asked.ids("02/HĐ") == ["TC-002"]


def test_an_abbreviation_finds_the_words(asked: Asked) -> None:
    assert asked.ids("vpls hoa hoi") == ["TC-001"]


def test_filters_narrow_and_counts_say_what_another_filter_would_find(asked: Asked) -> None:
    both = asked.results("luat su", kind="luat-su", commune=LOC_BINH)
    assert [version.listing_id for version in both.versions] == ["LS-0003"]
    assert both.total == 1
    assert both.counts["kind"] == {"to-chuc": 1, "luat-su": 1}
    assert both.counts["commune"] == {LOC_BINH: 1, DONG_KINH: 2}


@pytest.mark.parametrize("filters", [{"kind": "khong-co"}, {"commune": "99999"}])
def test_an_unknown_filter_finds_nothing(asked: Asked, filters: dict[str, str]) -> None:
    assert asked.ids("luat su", **filters) == []


def test_who_has_ended_stands_apart_from_those_to_choose(asked: Asked) -> None:
    found = asked.results("thị lê")
    assert "LS-0004" not in [version.listing_id for version in found.versions]
    assert [version.listing_id for version in found.apart] == ["LS-0004"]
    assert found.counts["kind"] == {"luat-su": 2}
    assert asked.results("nong thi le").read_as.dropped == ()


def test_where_nothing_has_every_word_the_rarest_is_dropped_and_named(asked: Asked) -> None:
    found = asked.results("van phong hoa hoi xyz")
    assert [version.listing_id for version in found.versions][: found.loosely] == ["TC-001"]
    assert found.read_as.dropped == ("xyz",)
    assert "“xyz”" in found.read_as.sentence


def test_words_that_stand_nowhere_find_nothing(asked: Asked) -> None:
    found = asked.results("xyz qqq")
    assert (found.total, len(found.apart), found.read_as.dropped) == (0, 0, ())


def test_no_words_at_all_leave_the_filters(asked: Asked) -> None:
    assert asked.ids("", kind="to-chuc") == ["TC-002", "TC-001"]
    assert asked.ids("?!") == ["TT-01", "TC-002", "TC-001", "LS-0003", "LS-0001", "LS-0002"]


def test_why_names_the_fields_that_matched(asked: Asked) -> None:
    hit = asked.results("hoang doan dat dai").page(0, 10)[0]
    assert hit.why == ("name", "specialities", "bar")


def test_a_page_is_cut_from_the_whole(asked: Asked) -> None:
    pages = [asked.results("").page(start, 4) for start in (0, 4, 8)]
    assert [len(page) for page in pages] == [4, 2, 0]


def test_an_earlier_publication_is_found_by_its_own_words(asked: Asked) -> None:
    changed = organisation("Văn phòng luật sư Hoa Mơ")
    asked.small.publish("2025-06-20", listed("TC-001", changed, "changed"))
    assert asked.ids("hoa mo") == ["TC-001"]
    assert asked.ids('"hoa hoi"') == []
    assert asked.ids('"hoa hoi"', n=2) == ["TC-001"]
    assert asked.results("mo", n=2).total == 0


def test_an_empty_register_answers(tmp_path: Path) -> None:
    small = SmallRegister(tmp_path)
    engine = Engine(tmp_path)
    with small.session() as session:
        assert engine.ready(session, 0) == 0
        assert engine.status(session).state == "empty"
        assert (engine.catch_up(session), engine.reindex(session)) == (0, 0)
    assert engine.search(small.at("2025-07-01"), "luat su").total == 0


def test_the_first_question_of_a_process_waits_for_no_vocabulary_and_no_places(asked: Asked) -> None:
    loaded = (reader._shipped, where.gazetteer)
    for one in loaded:
        one.cache_clear()
    engine = Engine(asked.small.folder)
    assert [one.cache_info().currsize for one in loaded] == [1, 1]
    assert engine.search(asked.register(), "luật sư ở Lộc Bình").total
    assert [one.cache_info().misses for one in loaded] == [1, 1]


def test_the_words_of_a_query_are_not_logged(asked: Asked, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        asked.results("bí mật của tôi")
        (asked.small.folder / "index" / "CURRENT").unlink()
        asked.engine.search(asked.small.at("2025-07-01"), "bí mật của tôi")
    assert "mật" not in caplog.text
