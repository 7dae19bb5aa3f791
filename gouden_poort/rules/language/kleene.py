"""Three answers together (Kleene): yes, no, and not known."""

from __future__ import annotations

from collections.abc import Iterable


def every(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's `and`: one no is no, whatever is not known beside it."""
    result: bool | None = True
    for one in answers:
        if one is False:
            return False
        if one is None:
            result = None
    return result


def some(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's `or`: one yes is yes, whatever is not known beside it."""
    result: bool | None = False
    for one in answers:
        if one is True:
            return True
        if one is None:
            result = None
    return result


def opposite(one: bool | None) -> bool | None:
    """Kleene's `not`: what is not known stays so."""
    return None if one is None else not one
