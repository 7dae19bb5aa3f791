"""What a message says, before anybody knows whether it becomes a mail or a letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from gouden_poort.web.filters import dutch_date

Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A message in one language: a subject that tells nothing about the person, and what follows below it."""

    subject: str
    lines: tuple[str, ...]
    """Paragraphs, in this order."""
    quoted: tuple[str, ...] = ()
    """Paragraphs that a person wrote, after the lines."""
    code: str = ""
    """Something to type over, in big letters."""
    button: str = ""
    link: str = ""
    """Where the button leads; button and link come together."""
    after: tuple[str, ...] = ()
    """What is good to know, in smaller letters below the button."""


Make = Callable[[Facts], Words]


def day(written: str) -> str:
    """A day as Dutch paper writes it, from how ISO does."""
    return dutch_date(date.fromisoformat(written))
