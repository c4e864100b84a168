"""The Vietnamese language as readers and lists need it: letters, marks, words, order.

Knows no place, no person and no law.
"""

from __future__ import annotations

from app.vietnamese.fold import fold, has_diacritics, only_lacks_marks, words
from app.vietnamese.keystrokes import unfinished
from app.vietnamese.legacy import DECODERS, decode_tcvn3, decode_vni, suspect
from app.vietnamese.sort_key import name_key, sort_key
from app.vietnamese.sound import loose_sound, sound, toned_sound
from app.vietnamese.spelling import exact
from app.vietnamese.syllable import possible, split

__all__ = [
    "DECODERS",
    "decode_tcvn3",
    "decode_vni",
    "exact",
    "fold",
    "has_diacritics",
    "loose_sound",
    "name_key",
    "only_lacks_marks",
    "possible",
    "sort_key",
    "sound",
    "split",
    "suspect",
    "toned_sound",
    "unfinished",
    "words",
]
