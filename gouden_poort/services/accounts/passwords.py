"""Passwords as they are kept: slow to try out, and as slow for a name that nobody has."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from gouden_poort.profiles.people.particulars import LONGEST_PASSWORD, read_password

_HASHER = PasswordHasher(memory_cost=19 * 1024, time_cost=2, parallelism=1)


def hashed_password(password: str) -> str:
    """What is kept of a password, with the figures it was made with."""
    return _HASHER.hash(read_password(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether this is the password that was kept; without one the same work is done for nothing."""
    try:
        same = _HASHER.verify(kept or _of_nobody(), read_password(password)[: LONGEST_PASSWORD + 1])
    except (VerificationError, InvalidHashError):
        return False
    return same and kept is not None


@cache
def _of_nobody() -> str:
    return hashed_password("a password that nobody has")
