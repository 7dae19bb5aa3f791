"""The language that is spoken now: for as long as one request is answered, or one text is made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from gouden_poort.web.language.table import DUTCH, Language

_NOW = ContextVar("language", default=DUTCH)


def spoken() -> Language:
    """The language in which texts are said now; Dutch where nobody chose."""
    return _NOW.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Say every text in a language for a while, as a printed page does that has Dutch beside another language."""
    token = _NOW.set(language)
    try:
        yield
    finally:
        _NOW.reset(token)
