"""Citing in a real browser: one press copies the line; without a script one press selects it whole."""

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


def test_one_press_copies_the_line(site: str, tab: Page) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(f"{site}/to-chuc/TC-007")
    button = tab.get_by_role("button", name="Chép dòng này").first
    button.click()
    expect(tab.get_by_role("button", name="Đã chép")).to_be_visible()
    line = tab.locator(".cite").first.inner_text()
    assert tab.evaluate("navigator.clipboard.readText()") == line
    assert line.endswith("/to-chuc/TC-007/ban/24")
    expect(button).to_have_text("Chép dòng này")
    assert_accessible(tab)
    shoot(tab, "cite")


def test_without_a_script_one_press_selects_the_line(site: str, scriptless: Page) -> None:
    scriptless.goto(f"{site}/to-chuc/TC-007")
    expect(scriptless.get_by_role("button", name="Chép dòng này")).to_have_count(0)
    assert scriptless.locator(".cite").first.evaluate("line => getComputedStyle(line).userSelect") == "all"


def test_the_pages_of_proof_are_accessible(site: str, tab: Page) -> None:
    pages = {
        "publication": "/cong-bo/4",
        "comparison": "/so-sanh?tu=3&den=4",
        "open-data": "/du-lieu",
        "dictionary": "/du-lieu/tu-dien",
    }
    for name, path in pages.items():
        tab.goto(f"{site}{path}")
        assert_accessible(tab)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, f"{path} is wider than a phone"
        shoot(tab, name)
    tab.emulate_media(media="print")
    tab.goto(f"{site}/to-chuc/TC-007")
    expect(tab.locator(".qr svg")).to_be_visible()
    shoot(tab, "cite-print")
