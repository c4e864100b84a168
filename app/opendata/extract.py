"""What goes into a file: part of a register, what can be chosen first. A function of a register."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import KINDS, Kind
from app.ledger.read import PublicationView


@dataclass(frozen=True, slots=True)
class Extract:
    """The listings of some ``collections``, whole or as an official list tells them.

    ``heading`` says what they are; ``as_of`` says in words which day was asked for, "" for today.
    """

    heading: str
    collections: tuple[str, ...]
    register: Register
    base_url: str
    as_of: str = ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that may stand in it, whether or not any listing does."""
        return tuple(kind for kind in KINDS if kind.collection in self.collections)

    @property
    def versions(self) -> list[Version]:
        """Its listings in the official order, those not to choose from last."""
        listed = (one for one in self.register.ordered if one.kind.collection in self.collections)
        return sorted(listed, key=lambda version: not self.register.choosable(version))

    @property
    def publication(self) -> PublicationView | None:
        """The publication that it shows; None before the first."""
        return self.register.publication(self.register.n) if self.register.n else None

    @property
    def sample(self) -> bool:
        """Whether the register says of itself that it is a sample."""
        return bool(self.register.n and self.register.publication(1).sample)
