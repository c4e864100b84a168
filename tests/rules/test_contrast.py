"""The colours of site.css, by WCAG 2.2: text has AAA contrast with every ground, the edge of a control 3:1.

Whoever changes the four colours of the province learns here whether they can still be read. The journeys
measure every kind of page besides; here stands what they cannot: each ink on each ground, and edges.
"""

from __future__ import annotations

import re

import pytest

from tests.house.checkout import ROOT

AAA, EDGE = 7.0, 3.0
GROUNDS = ("paper", "sheet", "wash", "peach", "good", "amber", "mark")
INKS = ("ink", "soft", "deep", "indigo")
LOUD = ("anise", "call", "amber-ink")
"""Inks that never stand on what is marked."""

TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")
LIGHT, DARK = re.findall(r":root \{(.*?)\}", (ROOT / "static" / "site.css").read_text(), re.DOTALL)[:2]
SCHEMES = {
    "light": dict(TOKEN.findall(LIGHT)),
    "dark": dict(TOKEN.findall(LIGHT)) | dict(TOKEN.findall(DARK)),
}

Colours = dict[str, str]


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rgb`` or ``#rrggbb``."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def below(least: float, colours: Colours, pairs: list[tuple[str, str]]) -> list[str]:
    """Return which of ``pairs`` of tokens lack that contrast."""
    measured = [(ink, ground, contrast(colours[ink], colours[ground])) for ink, ground in pairs]
    return [f"--{ink} on --{ground}: {ratio:.2f}" for ink, ground, ratio in measured if ratio < least]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_aaa_contrast_with_every_ground_it_may_stand_on(scheme: str) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(ink, ground) for ink in LOUD for ground in GROUNDS[:-1]]
    pairs += [("on", ground) for ground in ("anise", "anise-over", "call", "call-over")]
    pairs += [("band-ink", ground) for ground in ("band", "base")]
    assert below(AAA, SCHEMES[scheme], pairs) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_edge_of_a_control_is_seen_on_every_ground(scheme: str) -> None:
    pairs = [(edge, ground) for edge in ("edge", "indigo", "anise", "call") for ground in GROUNDS[:-1]]
    assert below(EDGE, SCHEMES[scheme], pairs) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_around_what_has_the_focus_is_seen_on_every_ground(scheme: str) -> None:
    colours = SCHEMES[scheme]
    for ground in (*GROUNDS, "band", "base"):
        best = max(contrast(colours[ring], colours[ground]) for ring in ("ring", "ring-edge"))
        assert best >= EDGE, f"neither colour of the ring is seen on --{ground}: {best:.2f}"
