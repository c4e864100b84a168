"""One way to make a PDF: a template beside this file and what it is told. The same bytes everywhere.

Only the fonts that come with the typesetter: a page must not look otherwise because a server has other ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import typst

_HERE = Path(__file__).parent


def pdf(template: str, told: Mapping[str, object]) -> bytes:
    """Return ``template`` filled with ``told``, tagged for screen readers (PDF/UA-1)."""
    made: bytes = typst.compile(
        (_HERE / template).read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
    )
    return made
