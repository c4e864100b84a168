"""The type of proof papers: alternatives, each a list of papers that are needed together."""

from __future__ import annotations

from dataclasses import dataclass

from app.canonical import Value, tidy
from app.kinds.types import Text

OR, AND = "|", "+"


@dataclass(frozen=True, slots=True)
class Alternatives:
    """``[["thẻ"], ["giấy A", "giấy B"]]``; in words ``thẻ | giấy A + giấy B``."""

    name: str = "alternatives"

    def read(self, text: str, province: str) -> Value:
        papers = [
            [Text(1000).read(paper, province) for paper in alternative.split(AND) if tidy(paper)]
            for alternative in text.split(OR)
        ]
        return [together for together in papers if together]

    def show(self, value: Value) -> str:
        return f" {OR} ".join(f" {AND} ".join(together) for together in value)
