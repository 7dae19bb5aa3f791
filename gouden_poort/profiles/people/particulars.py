"""What is filled in about someone who gets an account: name, mail address and password, each read in one way."""

from __future__ import annotations

import re
from unicodedata import normalize

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.contact import faults_of_contact, typed_contact
from gouden_poort.profiles.typed import readable

LONGEST_NAME, LONGEST_EMAIL = 80, 200
SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 200
_FEWEST_DIFFERENT = 5
"""Different characters in a password: `aaaaaaaaaaaa` is none."""


def read_email(typed: str) -> str:
    """A mail address as it is kept, in lower case; InvalidInput, which does not repeat it."""
    email = readable(typed).lower()
    if not email:
        raise _refused("email", "missing", "an e-mail address")
    if len(email) > LONGEST_EMAIL or not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", email):
        raise _refused("email", "malformed", "an e-mail address")
    return email


def read_name(typed: str) -> str:
    """How someone is called; InvalidInput."""
    name = " ".join(readable(typed).split())
    if not name:
        raise _refused("name", "missing", "a name")
    if len(name) > LONGEST_NAME:
        raise _refused("name", "too_many", f"at most {LONGEST_NAME} characters")
    return name


def read_phone(typed: str) -> str:
    """A number at work as it is kept, and nothing where nothing was filled in; InvalidInput."""
    texts = typed_contact({"phone": typed})
    faults = [fault for fault in faults_of_contact(texts) if fault.code != "missing"]
    if faults:
        raise InvalidInput(faults)
    return texts["phone"]


def read_password(typed: str) -> str:
    """A password as it is compared: the same letters make the same password on every keyboard.

    Spaces count, so that a sentence will do. Nothing is asked of signs or capitals.
    """
    return normalize("NFC", typed)


def check_new_password(typed: str, *, email: str) -> str:
    """A password that someone chooses; InvalidInput when it is too easy to guess."""
    password = read_password(typed)
    if not password:
        raise _refused("password", "missing", "a password")
    if len(password) < SHORTEST_PASSWORD:
        raise _refused("password", "out_of_range", f"at least {SHORTEST_PASSWORD} characters")
    if len(password) > LONGEST_PASSWORD:
        raise _refused("password", "too_many", f"at most {LONGEST_PASSWORD} characters")
    if len(set(password)) < _FEWEST_DIFFERENT or password.lower() == email:
        raise _refused("password", "malformed", "a password that nobody guesses")
    return password


def _refused(field: str, code: str, expected: str) -> InvalidInput:
    return InvalidInput([FieldError(path=field, code=code, given="", expected=expected)])
