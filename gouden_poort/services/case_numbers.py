"""The number by which someone asks about what they sent, and the id that makes the same form count once."""

from __future__ import annotations

import secrets
from uuid import UUID, uuid5

from gouden_poort.services.resume_code import ALPHABET


def new_number() -> str:
    """A number that nobody can guess, such as `7KQ2-M9XA`."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def tidy(number: str) -> str:
    """A number as it was given, from how people type it.

    >>> tidy(" 7kq2 m9xa ")
    '7KQ2-M9XA'
    """
    letters = "".join(letter for letter in number.upper() if letter.isalnum())
    return f"{letters[:4]}-{letters[4:]}"


def id_for(form_id: UUID, owner_id: UUID) -> UUID:
    """The id of what a form makes for its owner. What somebody else keeps never has it, whatever id a form brings."""
    return uuid5(form_id, str(owner_id))


def same_for_same_words(form_id: UUID, *words: str) -> UUID:
    """An id that changes with what was filled in: a form that is sent twice is one thing, a changed form another."""
    return uuid5(form_id, "\n\n".join(words))
