"""A Dutch text in the language that is spoken now. A text is a whole sentence; what differs has a name in it."""

from __future__ import annotations

from unicodedata import bidirectional

from markupsafe import Markup

from gouden_poort.web.language.catalogues import translations
from gouden_poort.web.language.speaking import spoken
from gouden_poort.web.language.table import DUTCH

_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_FROM_RIGHT = "\N{RIGHT-TO-LEFT ISOLATE}"


def _(text: str, /, **values: object) -> str:
    """The text, with its `%(names)s` filled in. A value that is HTML, as `nl` makes it, makes the whole text HTML.

    >>> _("Je woont in %(place)s.", place="Zwolle")
    'Je woont in Zwolle.'
    """
    language = spoken()
    # The empty text is the name of the header of a file of messages.
    said = text if language == DUTCH or not text else translations(language).gettext(text)
    return _filled(said, values)


def ngettext(one: str, more: str, num: int, /, **values: object) -> str:
    """The form of a text that belongs to a number, which it may hold as `%(num)s`.

    >>> ngettext("%(num)s week", "%(num)s weken", 3)
    '3 weken'
    """
    said = (one if num == 1 else more) if spoken() == DUTCH else translations(spoken()).ngettext(one, more, num)
    return _filled(said, {"num": num, **values})


def is_known(text: str) -> bool:
    """Whether somebody translated a text: else it is said in Dutch."""
    return spoken() == DUTCH or translations(spoken()).gettext(text) != text


def later(text: str) -> str:
    """The same text: a mark for who collects messages, on a text that is written here and said with `_` elsewhere."""
    return text


def _filled(said: str, values: dict[str, object]) -> str:
    if not values:
        return said
    if spoken().from_right:
        values = {name: _apart(value) for name, value in values.items()}
    if any(isinstance(value, Markup) for value in values.values()):
        return Markup.escape(said) % values
    return said % values


def _apart(value: object) -> object:
    """A value that keeps its own direction in a text from right to left, so that `€ 1.850` and a name read as they do
    in Dutch."""
    return isolated(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def isolated(words: str) -> str:
    """Words in a direction of their own, where no HTML can say so: in a line of a picture.

    A number with a word that stands apart itself, as in `9 jaar`, would begin at the left: a browser looks past what
    stands apart when it seeks the first letter.
    """
    first = next((way for way in map(bidirectional, words) if way in ("L", "R", "AL")), "L")
    return f"{_ISOLATE if first == 'L' else _FROM_RIGHT}{words}{_END}"
