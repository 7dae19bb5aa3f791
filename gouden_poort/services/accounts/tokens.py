"""Long random texts that open something for whoever has them; what is kept of one is its hash."""

from __future__ import annotations

import hashlib
import secrets

_BYTES = 32


def new_token() -> str:
    """One that nobody can guess, fit for an address and a cookie."""
    return secrets.token_urlsafe(_BYTES)


def token_hash(token: str) -> str:
    """By what it is found again. It needs no key: nobody tries 256 random bits."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
