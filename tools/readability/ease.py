"""Reading ease after Flesch and Douma, as a list to look at: the formula knows syllables and no meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyphen import Pyphen

from tools.readability.sentences import Text, length

EASY = 60.0
"""From here up a text reads as standard Dutch or easier; level B1 lies above it."""
_ENOUGH_WORDS = 8
"""Below this one long name decides about the whole text."""


def reading_ease(words: str) -> float:
    """206.84 - 77 x syllables a word - 0.93 x words a sentence: 100 is very easy, 0 very hard."""
    said = [word for word in words.split() if length(word)]
    sentences = sum(1 for _ in Text(words=words, place="").sentences()) or 1
    return 206.84 - 77 * sum(map(_syllables, said)) / len(said) - 0.93 * len(said) / sentences


@cache
def _dutch() -> Pyphen:
    # The package textstat counts so too, but brings a package named `tests`, which hides ours.
    return Pyphen(lang="nl_NL", left=1, right=1)


def _syllables(word: str) -> int:
    """Where a word may be broken off, it has another syllable."""
    return len(_dutch().positions(word)) + 1


def hard_texts(texts: Iterable[Text]) -> Iterator[tuple[float, Text]]:
    """Texts of some length that read harder than they should."""
    for text in texts:
        whole = " ".join(text.sentences())
        if length(whole) >= _ENOUGH_WORDS and (found := reading_ease(whole)) < EASY:
            yield found, text
