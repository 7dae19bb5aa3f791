"""In which language the text of a rule is shown: a book has each text in Dutch and in English, and in no other."""

from __future__ import annotations

from gouden_poort.rules.case.wordings import Language, in_language
from gouden_poort.rules.language.words import Wording
from gouden_poort.web.language import nl, spoken


def law_language() -> Language:
    """The language of the book that this reader gets: English on an English page, else Dutch."""
    return "en" if spoken().code == "en" else "nl"


def law_text(wording: Wording) -> str:
    """A text of the book, as it is shown."""
    return as_law(in_language(wording, law_language()))


def as_law(text: str) -> str:
    """A text in the language of the book, told apart where the page speaks another."""
    return text if law_language() == "en" else nl(text)
