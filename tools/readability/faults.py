"""What no Dutch text of a page may have: long sentences, shouting, formal words, buttons that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import mean

from tools.readability.sentences import Text, length

LONGEST = 20
"""Words in a sentence, at most."""
MEAN = 12.0
"""Words in a sentence on average over all texts, at most."""
_FORBIDDEN = {
    "shouts": re.compile("!"),
    "speaks formally": re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE),
    "says where to click instead of what for": re.compile(r"\bklik(?: hier|t)?\b", re.IGNORECASE),
    "sends instead of doing": re.compile(r"\bverzend(?:en)?\b|\bsubmit\b", re.IGNORECASE),
    "says OK": re.compile(r"\bok[ée]?\b", re.IGNORECASE),
    "blames": re.compile(r"\b(?:onvoldoende|ongeldige?|foutieve?|afgewezen|mislukt)\b", re.IGNORECASE),
    "promises": re.compile(r"\bgegarandeerd\b|\bgarantie\b", re.IGNORECASE),
}
"""Words that do not fit who we speak to, each with what is wrong about it."""
_BACKED = frozenset({("templates/citizen/my_guarantee.html", "Mijn garantie")})
"""Where such a word may stand: the page says it only where both sides agreed a paper, and its tests hold it to that."""


def faults(texts: Iterable[Text]) -> Iterator[str]:
    """Each fault, with the text and the file it stands in."""
    for text in texts:
        for wrong, pattern in _FORBIDDEN.items():
            if pattern.search(text.words) and (text.place, text.words) not in _BACKED:
                yield f"{text.place}: {wrong}: {text.words}"
        for sentence in text.sentences():
            if length(sentence) > LONGEST:
                yield f"{text.place}: {length(sentence)} words: {sentence}"


def mean_length(texts: Iterable[Text]) -> float:
    """Words in a sentence, over all texts; 0 where nothing is a sentence."""
    lengths = [length(sentence) for text in texts for sentence in text.sentences()]
    return mean(lengths) if lengths else 0.0
