"""How much there is in XML, found out before anybody makes a tree of it: a short text can be a very large tree."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

MOST, MOST_IN_ROW = 400_000, 20_000
"""Elements of XML in a file, and in one row of it: each takes a hundred bytes and more, however short it is written."""
_ROWS = frozenset({"row", "si"})
"""What a reader forgets again after each one: a row, and the words of a cell."""


class TooMuchXML(Exception):
    """There is more in it than in any table of people."""


class NotXML(Exception):
    """It is no XML, or it defines words of its own, which may stand for more without end."""


class Elements:
    """Counts what is in all parts of one file together."""

    def __init__(self) -> None:
        self._all = self._attributes = self._in_row = 0

    def count(self, content: bytes) -> None:
        """Count one part; TooMuchXML, NotXML."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.StartDoctypeDeclHandler = _refuse
        self._in_row = 0
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise NotXML from error

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._all += 1
        self._attributes += len(attributes)
        self._in_row = 0 if name.rpartition(":")[2] in _ROWS else self._in_row + 1
        if max(self._all, self._attributes) > MOST or self._in_row > MOST_IN_ROW:
            raise TooMuchXML


def _refuse(*_: object) -> None:
    raise NotXML
