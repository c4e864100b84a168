from __future__ import annotations

import stat
from datetime import date, timedelta
from pathlib import Path

from app.search.weak import DAYS, FILE, MOST_COUNTED, TIMES, WeakWords, read

DAY = date(2026, 11, 2)


def test_a_word_is_written_down_only_after_ten_times_on_three_days(tmp_path: Path) -> None:
    weak = WeakWords(tmp_path)
    for _ in range(TIMES * 2):
        weak.note(["chuồng"], DAY)
    weak.note(["chuồng"], DAY + timedelta(1))
    assert read(tmp_path) == []
    weak.note(["chuồng"], DAY + timedelta(DAYS - 1))
    assert read(tmp_path) == ["chuong"]


def test_single_words_and_pairs_are_counted_and_nothing_longer(tmp_path: Path) -> None:
    weak = WeakWords(tmp_path)
    for at in range(TIMES):
        weak.note(["chuồng", "gà", "hàng"], DAY + timedelta(at % DAYS))
    assert read(tmp_path) == ["chuong", "chuong ga", "ga", "ga hang", "hang"]


def test_numbers_and_very_long_words_are_not_counted(tmp_path: Path) -> None:
    weak = WeakWords(tmp_path)
    for at in range(TIMES):
        weak.note(["0912345678", "x" * 25, "a1"], DAY + timedelta(at % DAYS))
    assert not (tmp_path / FILE).exists()


def test_only_the_owner_may_read_them_and_each_is_written_once(tmp_path: Path) -> None:
    weak = WeakWords(tmp_path)
    for at in range(TIMES * 3):
        weak.note(["chuồng"], DAY + timedelta(at % DAYS))
    assert (tmp_path / FILE).read_text() == "chuong\n"
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_what_is_counted_in_memory_is_bounded(tmp_path: Path) -> None:
    weak = WeakWords(tmp_path)
    for at in range(MOST_COUNTED + 1):
        weak.note(["".join(chr(ord("a") + int(digit)) for digit in f"{at:05d}")], DAY)
    assert len(weak._counts) <= MOST_COUNTED
