"""Who asks, by address: the peer itself, or whom a proxy that we trust names. Nobody else is believed."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

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


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
