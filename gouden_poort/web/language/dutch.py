"""What stays Dutch on a page in another language: names of places, papers and work, and how sums and days are written.

Who shows a page needs such a word as it is, to say it at a counter or to find it on a letter.
"""

from __future__ import annotations

from markupsafe import Markup

from gouden_poort.web.language.speaking import spoken
from gouden_poort.web.language.table import DUTCH

_DUTCH = Markup('<bdi lang="nl">%s</bdi>')


def nl(words: str) -> str:
    """Dutch words, told apart for a screen reader and from left to right; on a Dutch page just the words."""
    return words if spoken() == DUTCH or isinstance(words, Markup) else _DUTCH % words


def is_nl(words: str) -> bool:
    """Whether these are words that `nl` told apart, and no others."""
    return isinstance(words, Markup) and words.startswith("<bdi lang=") and words.count("<") == 2


def fixed(written: str) -> str:
    """A sum, a day, a code or a number of a telephone, which reads from left to right in every language."""
    return Markup('<bdi dir="ltr">%s</bdi>') % written if spoken().from_right else written


def apart(words: str) -> str:
    """Words of which nobody knows here whether they are Dutch, such as the value of a fact: read as they begin."""
    return Markup("<bdi>%s</bdi>") % words if spoken().from_right else words


def as_typed(words: str) -> str:
    """What somebody typed, in a language that nobody knows here: as HTML says of such words, and read as they begin."""
    return Markup('<bdi lang="">%s</bdi>') % words


def plain(words: str) -> str:
    """The words without HTML, for where none can stand: an attribute, a title, a line of a picture."""
    return words.striptags() if isinstance(words, Markup) else words
