"""What people type in free fields: in characters that can be kept and shown, and not too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gouden_poort.errors import FieldError


def readable(text: str) -> str:
    """Without characters that no database keeps or no terminal should get; lines stay lines.

    >>> readable("  een\\r\\ntwee\\x00 ")
    'een\\ntwee'
    """
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join("".join(letter for letter in line if letter.isprintable()) for line in lines).strip()


def too_long(texts: Mapping[str, str], longest: Mapping[str, int]) -> Iterator[FieldError]:
    """A fault for each text with more characters than it may have."""
    for name, most in longest.items():
        if len(texts[name]) > most:
            yield FieldError(
                path=name, code="too_many", given=str(len(texts[name])), expected=f"at most {most} characters"
            )
