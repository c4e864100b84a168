"""How long somebody waits before the next attempt to sign in: longer with each failure, never for ever.

An attempt counts from before it is decided, so that many at once gain nothing. Known devices have a count
of their own: whoever guesses from elsewhere does not keep the holder out.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from app import clock
from app.accounts.models import Attempt
from app.canonical import sha256

LONGEST = 15 * 60
MEMORY = 60 * 60
FREE_TOGETHER, FREE_ACCOUNT, FREE_NETWORK, FREE_DEVICE = 5, 20, 40, 8


@dataclass(frozen=True, slots=True)
class Trier:
    """Who tries: the name as typed, the network, and the device where it is known to this account."""

    username: str
    network: str
    device: str | None = None

    @property
    def username_hash(self) -> str:
        """People type passwords where the name goes: it is kept as a hash."""
        return sha256(self.username)


def neighbourhood(address: str) -> str:
    """Return what counts as one network: of IPv6 the 64 bits that one subscriber is given."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if found.version == 6 else address


def admit(session: Session, trier: Trier) -> int:
    """Return the seconds to wait; where there are none, the attempt counts from now on."""
    now = _now()
    session.execute(delete(Attempt).where(Attempt.at <= now - MEMORY))
    wait = max(_wait(session, now, free, *where) for free, where in _counts(trier))
    if not wait:
        session.add(
            Attempt(username_hash=trier.username_hash, network=trier.network, device=trier.device, at=now)
        )
    return wait


def forget(session: Session, trier: Trier) -> None:
    """Forget the attempts of one who has got in."""
    session.execute(delete(Attempt).where(*_counts(trier)[0][1]))


def pause(failures: int, free: int) -> int:
    """Return the seconds between the last of ``failures`` attempts and the next."""
    return 0 if failures < free else min(LONGEST, 2 ** min(failures - free + 1, 12))


def _counts(trier: Trier) -> list[tuple[int, tuple[ColumnElement[bool], ...]]]:
    """How many attempts are free, and which ones count together; the first are the trier's own."""
    if trier.device:
        return [(FREE_DEVICE, (Attempt.device == trier.device,))]
    name, network = Attempt.username_hash == trier.username_hash, Attempt.network == trier.network
    unknown = Attempt.device.is_(None)
    return [
        (FREE_TOGETHER, (name, network, unknown)),
        (FREE_ACCOUNT, (name, unknown)),
        (FREE_NETWORK, (network, unknown)),
    ]


def _wait(session: Session, now: int, free: int, *where: ColumnElement[bool]) -> int:
    count, last = session.execute(select(func.count(), func.max(Attempt.at)).where(*where)).one()
    return max(0, last + pause(count, free) - now) if count else 0


def _now() -> int:
    return int(clock.now().timestamp())
