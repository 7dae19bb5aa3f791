"""Words as people type them, brought to one form: case, accents, punctuation, and the Dutch stem."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

LONGEST = 100
"""Characters looked at; nobody searches with more, and longer texts would only cost time."""
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
# Letters that have no accent to take off but do have a usual spelling without them.
_SPELT_OUT = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "+": " plus "})
_STOP_WORDS = frozenset(
    {"de", "den", "der", "een", "en", "het", "in", "ik", "je", "kan", "kunnen", "me", "met", "mijn", "of", "op", "te"}
    | {"van", "voor", "a", "an", "and", "at", "for", "my", "the", "to", "with"}
)
_stemmer = snowballstemmer.stemmer("dutch")
_stemming = threading.Lock()  # a stemmer keeps the word it works on in itself


def fold(text: str) -> str:
    """Lower-case ASCII words with one space between; empty when nothing is left.

    >>> fold("  Súdwest-Fryslân, 's-Gravenhage ")
    'sudwest fryslan s gravenhage'
    """
    plain = unicodedata.normalize("NFKD", text[:LONGEST]).lower().translate(_SPELT_OUT)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", letters).strip()


def content_words(folded: str) -> tuple[str, ...]:
    """The words that carry meaning; all of them when every word is a small one.

    >>> content_words("lassen van de buis")
    ('lassen', 'buis')
    """
    words = folded.split()
    return tuple(word for word in words if word not in _STOP_WORDS) or tuple(words)


def is_content(word: str) -> bool:
    """Whether a folded word carries meaning by itself."""
    return word not in _STOP_WORDS


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The Dutch stem of a folded word.

    >>> stem("lassen"), stem("tekeningen") == stem("tekening")
    ('las', True)
    """
    if word.isdigit():
        return word
    with _stemming:
        return str(_stemmer.stemWord(word))


_SOUNDS = (
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ch"), "g"),
    (re.compile(r"c|q"), "k"),
    (re.compile(r"ph|v"), "f"),
    (re.compile(r"th|dt|d(?=$)"), "t"),
    (re.compile(r"z"), "s"),
    (re.compile(r"ei|y"), "ij"),
    (re.compile(r"ou"), "au"),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """What is left of a folded word when letters that sound alike in Dutch are taken as one.

    >>> sound("lasen") == sound("lassen"), sound("electra") == sound("elektra")
    (True, True)
    """
    if any(letter.isdigit() for letter in word):
        return word
    for letters, instead in _SOUNDS:
        word = letters.sub(instead, word)
    return word
