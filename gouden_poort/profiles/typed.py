"""What people type in free fields: in characters that can be kept and shown, not too long, and without a BSN."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gouden_poort.errors import FieldError
from gouden_poort.profiles.bsn import holds_bsn


def readable(text: str) -> str:
    """Without characters that no database keeps or no terminal should get; lines stay lines, other room is a space.

    >>> readable("  een\\r\\ntwee\\x00 ")
    'een\\ntwee'
    """
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join("".join(map(_shown, line)) for line in lines).strip()


def one_line(text: str) -> str:
    """The same for a field of one line: who reads a list of them must not take the rest of one for another.

    >>> one_line("Jan\\ne-mail: iemand@anders.example")
    'Jan e-mail: iemand@anders.example'
    """
    return " ".join(readable(text).split())


def unfit(texts: Mapping[str, str], longest: Mapping[str, int]) -> Iterator[FieldError]:
    """A fault for each text with more characters than it may have, or with a BSN, which no message repeats."""
    for name, most in longest.items():
        if len(texts[name]) > most:
            yield FieldError(
                path=name, code="too_many", given=str(len(texts[name])), expected=f"at most {most} characters"
            )
        elif holds_bsn(texts[name]):
            yield FieldError(path=name, code="bsn", given="", expected="no burgerservicenummer")


def _shown(letter: str) -> str:
    if letter.isspace():
        return " "
    return letter if letter.isprintable() else ""
