"""What we counted with where someone gave no answer, as whole sentences."""

from __future__ import annotations

from collections.abc import Iterator

from gouden_poort.profiles.assessment import ASSUMED_WORDS, FOREIGN_WORDS
from gouden_poort.web.language import _


def assumed_words(used: str) -> str:
    """The sentence about what an assumption used."""
    return _(_sentence(used))


def sentences() -> Iterator[str]:
    """Every such sentence in Dutch, for who translates them."""
    return (_sentence(used) for used in (*ASSUMED_WORDS.values(), FOREIGN_WORDS))


def _sentence(used: str) -> str:
    return f"We rekenden met {used}."
