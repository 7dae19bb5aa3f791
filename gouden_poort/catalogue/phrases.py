"""Finding known texts among the words of a sentence: all their words near each other, in any order, in any form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from gouden_poort.catalogue.story_words import DOING, LIGHT, NEVER, ORDINARY, WEAK
from gouden_poort.catalogue.word_forms import forms
from gouden_poort.catalogue.word_index import Text
from gouden_poort.catalogue.words import content_words, fold

MOST_WORDS = 5
"""Words of a text; a longer one is a description, and nobody says all of it."""
_GAP = 3
"""Other words that may stand between the words of one text."""
_SHORTEST_MISSPELT, _TWO_MISTAKES = 6, 12
_ANOTHER_LETTER = 8
"""In a shorter word another letter makes another word (`tellen`, `tillen`); a letter too many or too few does not."""
_SHORTEST_PART, _SHORTEST_REST = 7, 4
_MOST_SPOTS = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A text that was found: its row, and the places of its words in the sentence."""

    row: int
    text: str
    at: frozenset[int]


class Phrases:
    """Texts filed by every form of their words."""

    def __init__(self, texts: Iterable[Text], spelt: Iterable[str] = ()) -> None:
        """`spelt`: sentences in which every word is written well, so that none of them is a mistake for another."""
        self._spelt = frozenset(word for sentence in spelt for word in fold(sentence).split())
        self._texts: list[Text] = []
        self._words: list[tuple[frozenset[str], ...]] = []
        self._filed: dict[str, set[int]] = defaultdict(set)
        for text in texts:
            words = _words_of(text.text)
            if 0 < len(words) <= MOST_WORDS:
                self._file(text, words)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for form in sorted(self._filed):
            self._by_length[len(form)].append(form)
        self._known_forms = lru_cache(maxsize=5_000)(self._forms_known)

    def _file(self, text: Text, words: Sequence[str]) -> None:
        number = len(self._texts)
        self._texts.append(text)
        self._words.append(tuple(forms(word) for word in words))
        for word in words:
            for form in forms(word):
                self._filed[form].add(number)

    def spots(self, words: Sequence[str], meant: frozenset[int]) -> Iterator[Spot]:
        """Every text whose words all stand among those that are meant, near each other."""
        shapes = {at: self._known_forms(words[at]) for at in sorted(meant)}
        near = {number for each in shapes.values() for form in each for number in self._filed[form]}
        does = any(words[at] in DOING for at in meant)
        for number in sorted(near):
            places = [[at for at, each in shapes.items() if each & word] for word in self._words[number]]
            if all(places) and (found := _nearest(places)) and _says_something(words, found, does=does):
                yield Spot(self._texts[number].row, self._texts[number].text, found)

    def _forms_known(self, word: str) -> frozenset[str]:
        """The forms of a word that texts have; of one that no text has, those that it may be a mistake for."""
        known = forms(word) & self._filed.keys()
        return known or frozenset(self._tail_or_head(word)) or frozenset(self._misspelt(word))

    def _tail_or_head(self, word: str) -> Iterator[str]:
        """The longest known word with which a compound begins, or else ends: `heftruck` of `heftruckchauffeur`."""
        lengths = range(len(word) - _SHORTEST_REST, _SHORTEST_PART - 1, -1)
        for part in (*(word[:length] for length in lengths), *(word[-length:] for length in lengths)):
            if part in self._filed and part not in WEAK and part not in NEVER:
                yield part
                return

    def _misspelt(self, word: str) -> Iterator[str]:
        if len(word) < _SHORTEST_MISSPELT or word.isdigit() or word in DOING or word in ORDINARY or word in self._spelt:
            return
        mistakes = 2 if len(word) >= _TWO_MISTAKES else 1
        closeness = OSA.distance if len(word) >= _ANOTHER_LETTER else Indel.distance
        for form in {word, *forms(word)}:
            if len(form) < _SHORTEST_MISSPELT:
                continue
            for length in range(len(form) - mistakes, len(form) + mistakes + 1):
                near = process.extract_iter(
                    form, self._by_length.get(length, ()), scorer=closeness, score_cutoff=mistakes
                )
                yield from (known for known, _, _ in near if known[0] == form[0] and len(known) >= _SHORTEST_MISSPELT)


def _words_of(text: str) -> tuple[str, ...]:
    """The words of a text that people say; what stands between brackets explains it."""
    words = content_words(fold(text.partition("(")[0]))
    heavy = tuple(dict.fromkeys(word for word in words if word not in LIGHT))
    return heavy if len(heavy) > 1 else words


def _nearest(places: Sequence[Sequence[int]]) -> frozenset[int]:
    """One place for each word, as near together as they come; empty when that is too far."""
    choices = (at for at in product(*(each[:_MOST_SPOTS] for each in places)) if len(set(at)) == len(at))
    best = min(choices, key=lambda at: max(at) - min(at), default=())
    return frozenset(best) if best and max(best) - min(best) < len(best) + _GAP else frozenset()


def _says_something(words: Sequence[str], found: frozenset[int], *, does: bool) -> bool:
    """A single word counts unless it means something else in every house, or nothing was done with it."""
    if len(found) > 1:
        return True
    (word,) = (words[at] for at in found)
    return word not in NEVER and (word not in WEAK or does)
