"""From where a request comes, no more exactly than is needed to hold back a flood."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request, session

from gouden_poort.wiring import house

_BLOCK_4, _BLOCK_6 = 24, 48


def address_block() -> str:
    """The block of addresses of the one who asks, such as `192.0.2.0/24`: a household or a street, not a device."""
    forwarded = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",")]
    return block_behind(house().settings.proxies, request.remote_addr or "", forwarded)


def block_behind(proxies: int, direct: str, forwarded: list[str]) -> str:
    """The block of who stands before our own proxies; each of these adds at the end whom it answers.

    What stands before that anybody may have written, so nobody is believed beyond the proxies that there are. Without
    proxies the one who asks is the one who is connected, whatever is said.
    """
    known = forwarded[-proxies:] if proxies else []
    return (_block(known[0]) if known else "") or _block(direct)


def limits_here(what: str, *, of_a_browser: int, of_a_block: int) -> dict[str, int]:
    """How often something may be tried from this browser, and from the addresses around it; for `services.tries`."""
    return {
        f"{what} browser {session.get('csrf_token', '')}": of_a_browser,
        f"{what} block {address_block()}": of_a_block,
    }


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
