"""What a part of a query can stand for: whom, where, which trouble, which language. Values."""

from __future__ import annotations

from dataclasses import dataclass

from app.places import Commune


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several communes that a name may mean, and the words that tell it from the others."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """The communes (codes) that a written place means. With ``choices`` the reader is asked which.

    ``by_old_name`` where only a name of before 1 July 2025 means them.
    """

    label: str
    codes: tuple[str, ...]
    by_old_name: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for, by the codes of the register; "" where it says nothing of that.

    ``topic`` (violence, trafficking, children, hiv) asks for care. A ``filler`` says nothing at all.
    """

    label: str = ""
    kind: str = ""
    field: str = ""
    form: str = ""
    language: str = ""
    gender: str = ""
    open: bool = False
    filler: bool = False
    topic: str = ""
    place: Place | None = None

    @property
    def asks_where_or_why(self) -> bool:
        """Whether somebody with this in mind needs an office before a person."""
        return bool(self.place or self.field)


def place(label: str, communes: tuple[Commune, ...], **told: object) -> Meaning:
    """Return the meaning of a written place."""
    codes = tuple(commune.code for commune in communes)
    return Meaning(label=label, place=Place(label, codes, **told))  # type: ignore[arg-type]
