"""What a file that somebody sent can be: not readable."""

from __future__ import annotations


class CannotRead(Exception):
    """The file as a whole is not what it should be."""

    def __init__(self, code: str, expected: str, given: str = "") -> None:
        self.code = code
        self.expected = expected
        self.given = given
        super().__init__(f"{code}: {expected}")
