"""What a process has loaded before it serves stays for good: the garbage collector need not look through it.

Where it did, that took 0.15 s in the middle of somebody's answer.
"""

from __future__ import annotations

import gc
from functools import cache


@cache
def freeze() -> None:
    """Leave what is there by now to itself; once for a process."""
    gc.freeze()
