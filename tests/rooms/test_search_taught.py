"""Search words that clerks publish: they count from their publication on, without a restart."""

from __future__ import annotations

from pathlib import Path

from app.search.engine import Engine
from app.search.find import Results
from tests.rooms.small_register import LOC_BINH, SmallRegister, listed, three_offices_and_four_lawyers


def word(name: str, means: str, **value: object) -> dict[str, object]:
    return {
        "name": name,
        "status": "active",
        "effective_from": "2025-01-01",
        "confirmed_on": "2025-01-01",
        "means": means,
        **value,
    }


def results(small: SmallRegister, engine: Engine, q: str, n: int | None = None) -> Results:
    with small.session() as session:
        engine.ready(session, small.head().number)
    return engine.search(small.at("2025-07-01", n), q)


def test_what_clerks_teach_is_understood_at_once(tmp_path: Path) -> None:
    small = three_offices_and_four_lawyers(tmp_path)
    engine = Engine(small.folder)
    before = small.head().number
    assert results(small, engine, "chôn cất").read_as.understood == ()
    small.publish(
        "2025-06-20",
        listed("TN-0001", word("chôn cất", "field_of_law", fields_of_law=["civil"], spellings=["mai táng"])),
        listed("TN-0002", word("chợ Tan", "commune", communes=[LOC_BINH])),
        listed("TN-0003", word("vpcc", "abbreviation", stands_for="văn phòng luật sư")),
    )
    for q, about, value in [
        ("chon cat", "field", "civil"),
        ("mai táng", "field", "civil"),
        ("cho tan", "commune", LOC_BINH),
    ]:
        (part,) = results(small, engine, q).read_as.understood
        assert (part.about, part.value) == (about, value)
    assert [part.label for part in results(small, engine, "vpcc").read_as.understood] == [
        part.label for part in results(small, engine, "văn phòng luật sư").read_as.understood
    ]
    assert results(small, engine, "chôn cất", n=before).read_as.understood == ()
    small.engine.dispose()


def test_a_search_word_is_never_a_result(tmp_path: Path) -> None:
    small = three_offices_and_four_lawyers(tmp_path)
    small.publish("2025-06-20", listed("TN-0001", word("quẫy đạp", "field_of_law", fields_of_law=["civil"])))
    found = results(small, Engine(small.folder), '"quẫy đạp"')
    assert (found.total, len(found.apart)) == (0, 0)
    small.engine.dispose()
