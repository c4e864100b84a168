"""What can be listened to, language by language, while it holds. Of a register."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalogue import files
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds.codes import LANGUAGES

SAID = ("name", "language", "sound", "transcript", "meaning")
TAGS = {"viet": "vi", "tay": "tyz", "nung": "nut", "mong": "hmn", "english": "en", "chinese": "zh"}
"""The tag of a language (BCP 47), where one tag is right for all who speak it: Dao are several."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One message and the address of its sound. ``tongue`` names its language, ``tag`` is its tag or ""."""

    title: str
    tongue: str
    tag: str
    url: str
    transcript: str
    meaning: str


def recordings(register: Register) -> tuple[Recording, ...]:
    """Return what holds on the register's day, in the order of the languages, the newest of each first."""
    return register.derived(_in_force)


def heard(register: Register) -> str:
    """Return ``Tày, Nùng``: what can be listened to on the register's day; "" while there is nothing."""
    return ", ".join(dict.fromkeys(one.tongue for one in recordings(register)))


def _in_force(register: Register) -> tuple[Recording, ...]:
    held = [one for one in register.of_kind("recording") if register.choosable(one) and _whole(one)]
    newest = sorted(held, key=lambda one: str(one.document["effective_from"]), reverse=True)
    in_order = sorted(newest, key=lambda one: LANGUAGES.order.index(one.document["language"]))
    return tuple(map(_recording, in_order))


def _whole(version: Version) -> bool:
    """Whether nothing was taken away that is said, or says how long it holds."""
    return not version.redacted & {*SAID, "effective_from", "effective_to"}


def _recording(version: Version) -> Recording:
    said = version.document
    return Recording(
        version.name,
        LANGUAGES.wording(said["language"]),
        TAGS.get(said["language"], ""),
        files.address(said["sound"][0]),
        said["transcript"],
        said["meaning"],
    )
