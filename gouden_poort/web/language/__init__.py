"""In which language a page speaks: the table of languages, the language of a request, and what a text is in it.

Dutch is the source: a Dutch text is its own name, and what is read where nobody translated it. docs/languages.md says
how to write a text and how to add a language.
"""

from gouden_poort.web.language.dutch import fixed, is_nl, nl, plain
from gouden_poort.web.language.saying import _, is_known, isolated, later, ngettext
from gouden_poort.web.language.speaking import speaking, spoken
from gouden_poort.web.language.table import DUTCH, LANGUAGES, Language

__all__ = [
    "DUTCH",
    "LANGUAGES",
    "Language",
    "_",
    "fixed",
    "is_known",
    "is_nl",
    "isolated",
    "later",
    "ngettext",
    "nl",
    "plain",
    "speaking",
    "spoken",
]
