"""Queries that nobody planned for: words of a register mangled, and things that are no words at all.

The same lot draws the same queries on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from random import Random

from app.catalogue.register import Register
from tests.relevance import judging
from tests.relevance.mangling import MANGLERS

MOST = 5_000
"""Characters: what fits in an address that every server takes, once it is percent-encoded."""

_ATTACKS = (
    "'; DROP TABLE ledger_entry; --", '" OR 1=1 --', "name:(a AND", "luật* NOT", "[a TO z]", "~2", "^10",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "</title><h1>", "{{ 7*7 }}",
    "%s%s%n", "%00", "../../etc/passwd", "\\", '"', "''", '"""', "q=1&loai=luat-su", "#",
    "javascript:alert(1)",
)  # fmt: skip
_WRITINGS = (
    "\u202eluật sư", "محامي مجاني", "עורך דין", "律师", "弁護士", "변호사", "ทนายความ", "адвокат",
    "ß İ ı ſ", "Ð Ɖ đ Đ", "👩\u200d⚖️ luật sư 🇻🇳", "🙏" * 50, "ﬁ ﬂ ½ ① Ⅳ", "ｌｕậｔ ｓư",
    "𝓵𝓾𝓪𝓽 𝓼𝓾", "a\u0301\u0300\u0323\u0302" * 20,
    "\u200b\u200d\ufeff", "\u0000", "\x1b[31m", "\ud7ff\ue000\uffff", "luật\tsư\nđất\r\n", "\u00a0\u3000",
)  # fmt: skip
_LENGTHS = (
    "", ".", "?", "*", "  ", "0" * 60, "+84" * 30, "-" * 80, "0205 " * 40, "9" * 400, "1e309", "NaN", "null",
    "án " * 300, "x" * 4000, "luật sư " * 500, "(" * 300, '"án' * 100,
)  # fmt: skip
_SNIPPETS = (*_ATTACKS, *_WRITINGS, *_LENGTHS)
_PLANES = ((0x20, 0x250), (0x300, 0x370), (0x1E00, 0x1F00), (0x2000, 0x2070), (0x1F300, 0x1F650), (0, 0xD800))


class StrangeWords:
    """Draws queries about ``register``."""

    def __init__(self, register: Register, seed: int) -> None:
        self._lot = Random(seed)
        self._judged = [one.query for name in ("sample", "fictional") for one in judging.read(name)]
        self._texts = list(chain.from_iterable(_texts(version.document) for version in register.ordered))
        self._ways: tuple[Callable[[], str], ...] = (
            self._mangled,
            self._mangled,
            self._shuffled,
            self._patched,
            self._snippet,
            self._junk,
            self._endless,
        )

    def draw(self, count: int) -> Iterator[str]:
        """Yield ``count`` queries."""
        for _ in range(count):
            yield self._lot.choice(self._ways)()[:MOST]

    def _mangled(self) -> str:
        text = self._lot.choice((self._lot.choice(self._texts), self._lot.choice(self._judged)))[:120]
        for _ in range(self._lot.randrange(1, 4)):
            text = self._lot.choice(MANGLERS)(self._lot, text)
        return text

    def _shuffled(self) -> str:
        words = [self._lot.choice(self._lot.choice(self._texts).split() or [""]) for _ in range(6)]
        return " ".join(words[: self._lot.randrange(1, 7)])

    def _patched(self) -> str:
        text = self._lot.choice(self._judged)
        at = self._lot.randrange(len(text) + 1)
        return text[:at] + self._lot.choice(_SNIPPETS)[:200] + text[at:]

    def _snippet(self) -> str:
        return self._lot.choice(_SNIPPETS)

    def _junk(self) -> str:
        first, last = self._lot.choice(_PLANES)
        return "".join(chr(self._lot.randrange(first, last)) for _ in range(self._lot.randrange(1, 60)))

    def _endless(self) -> str:
        return " ".join(self._lot.choice(self._texts) for _ in range(self._lot.randrange(5, 60)))


def _texts(document: dict[str, object]) -> Iterator[str]:
    for value in document.values():
        each = value if isinstance(value, list) else [value]
        yield from (text for text in each if isinstance(text, str))
