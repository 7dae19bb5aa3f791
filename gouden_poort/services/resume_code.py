"""The code with which someone goes on elsewhere: 8 characters that are easy to copy by hand.

A code is worked out from the key of the installation and the id of the answers, so it is kept nowhere: what is kept
is a keyed hash to find the answers by. Without the key neither leads to the code.
"""

from __future__ import annotations

import hmac
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Digits and letters without 0, O, 1 and I, which look like each other on paper."""
LENGTH = 8
_GROUP = 4
_BITS = 5


def work_out(key: str, assessment_id: UUID, draw: int) -> str:
    """The code of an assessment; another `draw` gives another code."""
    number = int.from_bytes(_digest(key, "code", f"{assessment_id}/{draw}"))
    return "".join(ALPHABET[number >> _BITS * place & len(ALPHABET) - 1] for place in range(LENGTH))


def hashed(key: str, code: str) -> str:
    """What is kept of a code: it can be compared, and without the key not be tried out."""
    return _digest(key, "hash", code).hex()


def written(code: str) -> str:
    """A code as people read it.

    >>> written("K7PM3XQ9")
    'K7PM 3XQ9'
    """
    return f"{code[:_GROUP]} {code[_GROUP:]}"


def read_code(typed: str) -> str:
    """The code in what someone typed; InvalidInput, which does not repeat it, when it cannot be one.

    >>> read_code(" k7pm-3xq9")
    'K7PM3XQ9'
    """
    code = "".join(character for character in typed.upper() if character.isalnum())
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        fault = "malformed" if code else "missing"
        expected = f"{LENGTH} characters of {ALPHABET}"
        raise InvalidInput([FieldError(path="code", code=fault, given="", expected=expected)])
    return code


def _digest(key: str, purpose: str, text: str) -> bytes:
    return hmac.digest(key.encode(), f"resume {purpose}\0{text}".encode(), "sha256")
