"""How a query was understood, for the page and for the API: its parts, what was read differently, dropped.

Values made from a query's parts; knows no listing but the best one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.search.meaning import Choice, Meaning, Place
from app.search.parse import Part

NAMED = 5
"""How many dropped words a sentence names; the rest are counted."""
UNCLEAR = "Chưa rõ bạn cần giúp việc gì: hãy gọi để hỏi, hoặc gõ vài từ thôi, ví dụ “ly hôn”, “đòi nợ”."


@dataclass(frozen=True, slots=True)
class Understood:
    """One thing that was meant: ``about`` is kind, commune, field, form, language, gender or open.

    ``without`` is the query that does not say it. ``value`` is a code or a path word; "" for several.
    """

    about: str
    value: str
    label: str
    without: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was typed, and what it was taken for."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class ReadAs:
    """``words`` are looked for in the listings, and marked there; ``dropped`` ones were not, to find any.

    ``choices`` are the communes that a place may mean. ``topics`` ask for care; ``nearby`` names the place
    around which the answer is. It is ``unclear`` where much was told, and nothing of it understood.
    """

    words: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    understood: tuple[Understood, ...] = ()
    choices: tuple[Choice, ...] = ()
    topics: frozenset[str] = frozenset()
    nearby: str = ""
    unclear: bool = False

    @property
    def sentence(self) -> str:
        """Say what was read differently, dropped or found only nearby; "" where nothing was."""
        return " ".join(filter(None, [self._instead(), self._near(), self._without()]))

    def _instead(self) -> str:
        if not self.replaced:
            return ""
        read = ", ".join(f"“{one.read}” (bạn gõ “{one.typed}”)" for one in self.replaced)
        return f"Hiển thị kết quả cho {read}."

    def _near(self) -> str:
        return f"{self.nearby} chưa có nơi nào khớp; dưới đây là những nơi gần nhất." if self.nearby else ""

    def _without(self) -> str:
        if not self.dropped:
            return UNCLEAR if self.unclear else ""
        dropped = ", ".join(f"“{word}”" for word in self.dropped[:NAMED])
        if len(self.dropped) > NAMED:
            dropped += f" và {len(self.dropped) - NAMED} từ khác"
        if self.unclear:
            return f"{UNCLEAR} Kết quả dưới đây không xét {dropped}."
        return f"Không có nơi nào khớp mọi từ; kết quả dưới đây không xét {dropped}."


def understood(parts: Sequence[Part]) -> Iterable[Understood]:
    """Yield what the parts were understood as, each thing once, fillers left out."""
    meant = [_meant(part.meaning) if part.meaning and not part.filler else None for part in parts]
    for one in dict.fromkeys(filter(None, meant)):
        others = [part for part, its in zip(parts, meant, strict=True) if its != one]
        rest = "" if all(part.filler for part in others) else " ".join(part.typed for part in others)
        yield Understood(*one, rest)


def _meant(told: Meaning) -> tuple[str, str, str]:
    """Return what a chip says of a meaning: about, value, label."""
    values = {
        "kind": told.kind,
        "commune": _commune(told.place),
        "field": told.field,
        "form": told.form,
        "language": told.language,
        "gender": told.gender,
        "open": "1" if told.open else "",
    }
    about = next((name for name, value in values.items() if value), "commune")
    return about, values[about], told.label


def _commune(place: Place | None) -> str:
    return place.codes[0] if place and len(place.codes) == 1 else ""
