"""From where a request comes, no more exactly than is needed to hold back a flood."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request, session

_BLOCK_4, _BLOCK_6 = 24, 48


def address_block() -> str:
    """The block of addresses of the one who asks, such as `192.0.2.0/24`: a household or a street, not a device.

    Through a proxy of our own that is what the proxy says last; nobody else is believed.
    """
    direct = request.remote_addr or ""
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return _block(forwarded) or _block(direct) if _is_near(direct) else _block(direct)


def limits_here(what: str, *, of_a_browser: int, of_a_block: int) -> dict[str, int]:
    """How often something may be tried from this browser, and from the addresses around it; for `services.tries`."""
    return {
        f"{what} browser {session.get('csrf_token', '')}": of_a_browser,
        f"{what} block {address_block()}": of_a_block,
    }


def _is_near(address: str) -> bool:
    """Whether it is on this machine or in its own network, as a proxy is."""
    try:
        return ip_address(address).is_private
    except ValueError:
        return True


def _block(address: str) -> str:
    """The block; empty for what is no address."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found
    length = _BLOCK_4 if found.version == 4 else _BLOCK_6
    return str(ip_network(f"{found}/{length}", strict=False))
