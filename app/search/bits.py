"""Sets of positions as whole numbers: what is in all of several, in any, one after another. Pure.

The lowest bit is the first position, so that a page of answers is read from the low end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_, or_

_SOMETHING = re.compile(rb"[^\0]")
_BITS = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]


def every(masks: Iterable[int]) -> int:
    """Return what is in every one of ``masks``; everything, -1, where there are none."""
    return reduce(and_, masks, -1)


def any_of(masks: Iterable[int]) -> int:
    """Return what is in any of ``masks``."""
    return reduce(or_, masks, 0)


def positions(mask: int) -> Iterator[int]:
    """Yield the positions of the bits of ``mask``, the lowest first."""
    data = mask.to_bytes((mask.bit_length() + 7) // 8, "little")
    for found in _SOMETHING.finditer(data):
        first, byte = found.start() * 8, data[found.start()]
        yield from (first + bit for bit in _BITS[byte])


def bits(places: Iterable[int]) -> int:
    """Return the number with these bits set, by way of bytes: each `or` would copy the whole number."""
    data = bytearray()
    for place in places:
        byte = place >> 3
        if byte >= len(data):
            data.extend(bytes(byte + 1 - len(data)))
        data[byte] |= 1 << (place & 7)
    return int.from_bytes(data, "little")
