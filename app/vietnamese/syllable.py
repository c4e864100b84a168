"""Which strings can be a Vietnamese syllable, and a run of letters cut into such. Must not know any word.

The inventory is that of the school grammar: an onset, for some rimes a rounded glide, a rime
(Đoàn Thiện Thuật, Ngữ âm tiếng Việt; spelling after the Quy định về chính tả of 1984). It holds what can be
written rather than what is in use, with a few loan spellings and names of places that everybody writes.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from app.vietnamese.fold import fold, whole
from app.vietnamese.tones import NANG, SAC, TONES, tones, without_tone

_ONSETS = "b c ch d đ g h kh l m n ng nh p ph r s t th tr v x"
_LABIALS = {"b", "m", "p", "ph", "v"}
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_ROUNDED = """
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
"""
_AFTER_QU = """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây
    e en eo et ê êch ên ênh êt êu oăt ôc ơ y ych yên yêt ynh yt yu i ich in inh it
"""
_AFTER_GI = ["êc", "êng"]
_ONLY_Y = ["y", "yêm", "yên", "yêng", "yêt", "yêu"]
_BEFORE_Y = "d h k l m n nh s t th tr v x"
_LOANS = ["buyt", "phuy", "voan", "moay", "hưm", "lưm", "mưn", "sưn", "kan", "quơi", "quơn", "quyn"]
_FRONT = {"c": "k", "g": "gh", "ng": "ngh"}

_LONGEST = 7
_MOST_SYLLABLES, _MOST_CUTS = 16, 8
_SHORTEST = 3
"""Letters of a known word that is no syllable, such as TNHH: two could stand anywhere."""


def _forms() -> Iterator[str]:
    """Yield every syllable without its tone, as it is spelled."""
    rimes, rounded = _RIMES.split(), _ROUNDED.split()
    yield from (*rimes, *rounded, *_ONLY_Y, *_LOANS, "gi", "gin", "gip")
    for onset in _ONSETS.split():
        for rime in rimes if onset in _LABIALS else rimes + rounded:
            yield (_FRONT.get(onset, onset) if rime[0] in "eêi" else onset) + rime
    yield from ("qu" + rime for rime in _AFTER_QU.split())
    yield from ("gi" + rime for rime in rimes + _AFTER_GI if rime[0] != "i")
    yield from (onset + "y" for onset in _BEFORE_Y.split())


FORMS = frozenset(_forms())
"""Every possible syllable, without its tone but with the shape of its vowels and the stroke of its đ."""

_FOLDED = frozenset(fold(form) for form in FORMS)


def tones_of(form: str) -> tuple[str, ...]:
    """Return the marks that a form can bear: a stopped one (c, ch, p, t) sắc or nặng, and never none."""
    return (SAC, NANG) if form.endswith(("c", "ch", "p", "t")) else ("", *TONES)


def possible(word: str) -> bool:
    """Whether ``word`` can be a syllable: with marks, exactly as marked; without any, with some marks.

    >>> possible("luat"), possible("luật"), possible("luât"), possible("céng")
    (True, True, False, False)
    """
    word = whole(word)
    if word.isascii():
        return word in _FOLDED
    form = without_tone(word)
    return form in FORMS and tones(word) in tones_of(form)


def split(text: str, known: Container[str] | None = None) -> tuple[tuple[str, ...], ...]:
    """``"luatsu"`` to ``(("luat", "su"), …)``: ways to cut a run into syllables, the likeliest first.

    Likeliest is the way with the fewest syllables that are not ``known``, then with the fewest at all, then
    with the most even ones. What is ``known`` may be a piece too where it is no syllable (tnhh). A run with
    marks is cut as it is marked; fold one that has only some of them.
    """
    run = whole(text)
    if not 2 <= len(run) <= _LONGEST * _MOST_SYLLABLES:
        return ()
    best: list[list[_Cut]] = [[] for _ in run] + [[(0, 0, 0, ())]]
    for start in reversed(range(len(run))):
        best[start] = sorted(_cuts(run, start, best, known))[:_MOST_CUTS]
    return tuple(pieces for *_, pieces in best[0] if len(pieces) > 1)


_Cut = tuple[int, int, int, tuple[str, ...]]
"""unknown syllables, syllables, unevenness, the syllables."""


def _cuts(run: str, start: int, best: list[list[_Cut]], known: Container[str] | None) -> Iterator[_Cut]:
    """Yield the ways to cut ``run`` from ``start``, given the best ways from each later place."""
    for end in range(start + 1, min(start + _LONGEST, len(run)) + 1):
        piece = run[start:end]
        strange = int(known is not None and piece not in known)
        if best[end] and (possible(piece) or (known is not None and not strange and len(piece) >= _SHORTEST)):
            for unknown, count, uneven, rest in best[end]:
                if count < _MOST_SYLLABLES:
                    yield unknown + strange, count + 1, uneven + len(piece) ** 2, (piece, *rest)
