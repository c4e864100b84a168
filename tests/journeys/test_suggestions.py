"""Suggestions under the search box, with the keyboard alone; what is typed goes here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, serve, shoot

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site(sample_folder: Path) -> Iterator[str]:
    """The sample register, served by one worker."""
    with serve(sample_folder, workers=1) as address:
        yield address


def test_a_suggestion_is_chosen_with_the_keyboard(site: str, tab: Page) -> None:
    tab.goto(site)
    box = tab.get_by_role("combobox")
    box.press_sequentially("tranh chap d")
    expect(tab.get_by_role("listbox")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert_accessible(tab)
    shoot(tab, "suggestions")
    box.press("ArrowDown")
    expect(tab.get_by_role("option", selected=True)).to_contain_text("tranh chấp đất")
    box.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Kết quả tìm kiếm")
    assert tab.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(site: str, tab: Page) -> None:
    tab.goto(site)
    box = tab.get_by_role("combobox")
    box.press_sequentially("ly ho")
    expect(tab.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("ly ho")
