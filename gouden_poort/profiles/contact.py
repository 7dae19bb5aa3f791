"""How to reach someone: what they typed, in characters that can be dialled and written to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from unicodedata import decimal

from gouden_poort.errors import FieldError
from gouden_poort.profiles.mail_address import is_mail_address
from gouden_poort.profiles.typed import one_line, unfit

LONGEST: Mapping[str, int] = MappingProxyType({"phone": 30, "email": 200, "name": 60})
"""Characters of each text."""
_DIGITS_OF_A_PHONE = (8, 15)


def typed_contact(given: Mapping[str, str]) -> dict[str, str]:
    """Name, phone and e-mail address in readable characters and without loose spaces."""
    texts = {name: one_line(given.get(name, "")) for name in LONGEST}
    texts["phone"] = "".join(str(decimal(letter, letter)) for letter in texts["phone"])  # digits of other scripts
    return texts


def faults_of_contact(texts: Mapping[str, str]) -> Iterator[FieldError]:
    """What is wrong with the ways to reach someone; what they filled in is not repeated."""
    phone, email = texts["phone"], texts["email"]
    refused = {fault.path: fault for fault in unfit(texts, LONGEST)}
    yield from refused.values()
    if not phone and not email:
        yield FieldError(path="phone", code="missing", given="", expected="a telephone number or an e-mail address")
    if phone and not _is_phone(phone) and "phone" not in refused:
        yield FieldError(path="phone", code="malformed", given="", expected="a telephone number")
    if email and not is_mail_address(email) and "email" not in refused:
        yield FieldError(path="email", code="malformed", given="", expected="an e-mail address")


def fault_of_language(language: str, languages: Collection[str]) -> Iterator[FieldError]:
    """A fault when it is no language that someone can be spoken to in."""
    if language not in languages:
        yield FieldError(path="language", code="not_a_choice", given=language[:80], expected="a language")


def _is_phone(typed: str) -> bool:
    """Whether it can be dialled: enough digits, and nothing but what people write between them."""
    fewest, most = _DIGITS_OF_A_PHONE
    digits = sum(letter in "0123456789" for letter in typed)
    return fewest <= digits <= most and bool(re.fullmatch(r"\+?[0-9 ()./-]+", typed))
