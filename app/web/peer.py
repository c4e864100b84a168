"""Who asks, by address: the peer itself, or whom a proxy that we trust names. Nobody else is believed."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from flask import request

from app.web.instance import instance

Address = IPv4Address | IPv6Address


def peer() -> Address | None:
    """Return who is at the other end of the connection; None where that is no address."""
    return _read(request.remote_addr or "")


def is_trusted(address: Address) -> bool:
    """Whether ``address`` is a proxy whose word about others counts."""
    return any(address in network for network in instance().settings.trusted_proxies)


def client() -> Address | None:
    """Return who asks: past every trusted proxy, the nearest address that was named."""
    found = peer()
    named = request.headers.get("X-Forwarded-For", "").split(",")
    while found and is_trusted(found) and named:
        further = _read(named.pop().strip())
        if further is None:
            break
        found = further
    return found


def asker() -> str:
    """Return the name under which who asks is counted: an address, or of version 6 one subscriber's network.

    "" where that is this machine itself, unless it is a trusted proxy, or no address.
    """
    direct, asks = peer(), client()
    if direct is None or asks is None or (direct.is_loopback and not is_trusted(direct)):
        return ""
    return str(IPv6Network((asks, 64), strict=False)) if isinstance(asks, IPv6Address) else str(asks)


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
