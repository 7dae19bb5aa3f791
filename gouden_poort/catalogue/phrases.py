"""Finding known texts among the words of a sentence: all their words near each other, in any order, in any form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from gouden_poort.catalogue.story_words import DOING, LIGHT, NEVER, ORDINARY, WEAK
from gouden_poort.catalogue.word_forms import forms, without_work
from gouden_poort.catalogue.word_index import Text
from gouden_poort.catalogue.words import content_words, fold, is_content, sound

MOST_WORDS = 5
"""Words of a text; a longer one is a description, and nobody says all of it."""
_GAP = 3
"""Other words that may stand between the words of one text."""
_SHORTEST_MISSPELT, _TWO_MISTAKES = 6, 12
_ANOTHER_LETTER = 8
"""In a shorter word another letter makes another word (`tellen`, `tillen`); a letter too many or too few does not."""
_SHORTEST_PART, _SHORTEST_REST = 7, 4
_SHORTEST_WHOLE, _SHORTEST_HALF = 9, 3
_MOST_SPOTS = 3
_SHORTEST_SHARED = 4
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]{1,4}\b")
"""It has no forms: `stekken` is not STEK."""


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
        self._abbreviations: set[str] = set()
        for text in texts:
            words = _words_of(text.text)
            if 0 < len(words) <= MOST_WORDS:
                self._file(text, words)
        self._abbreviations -= {form for words in self._words for each in words for form in each if len(each) > 1}
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for form in sorted(self._filed):
            self._by_length[len(form)].append(form)
            if len(form) >= _SHORTEST_MISSPELT:
                self._by_sound[sound(form)].append(form)
        self._known_forms = lru_cache(maxsize=5_000)(self._forms_known)

    def _file(self, text: Text, words: Sequence[str]) -> None:
        number = len(self._texts)
        self._texts.append(text)
        short = {fold(each) for each in _ABBREVIATION.findall(text.text)}
        self._abbreviations |= short
        self._words.append(tuple(frozenset({word}) if word in short else forms(word) for word in words))
        for form in frozenset().union(*self._words[-1]):
            self._filed[form].add(number)

    def spots(self, words: Sequence[str], meant: frozenset[int], names: frozenset[int] = frozenset()) -> Iterator[Spot]:
        """Every text whose words all stand among those that are meant, near each other; a name is no mistake."""
        yield from self._written_apart(words, meant)
        shapes = {at: (self._of_name if at in names else self._known_forms)(words[at]) for at in sorted(meant)}
        near = {number for each in shapes.values() for form in each for number in self._filed[form]}
        does = any(words[at] in DOING for at in meant)
        for number in sorted(near):
            places = [[at for at, each in shapes.items() if each & word] for word in self._words[number]]
            if all(places) and (found := _nearest(places)) and _says_something(words, found, does=does):
                if len(found) == 1 and self._is_far_fetched(number, shapes[min(found)]):
                    continue
                yield Spot(self._texts[number].row, self._texts[number].text, found)

    def _is_far_fetched(self, number: int, shape: frozenset[str]) -> bool:
        """Whether a text shares no more than a short beginning with a word of which other texts have more."""
        (word,) = self._words[number]
        shared = max(len(form) for form in word & shape)
        return shared < _SHORTEST_SHARED and max(map(len, shape)) > shared + 1

    def _written_apart(self, words: Sequence[str], meant: frozenset[int]) -> Iterator[Spot]:
        """Texts of one long word that stands here as two: `steiger bouwer`."""
        for at in sorted(meant):
            whole = words[at] + words[at + 1] if at + 1 in meant else ""
            if len(whole) < _SHORTEST_WHOLE or min(len(words[at]), len(words[at + 1])) < _SHORTEST_HALF:
                continue
            for number in sorted(
                {number for form in forms(whole) & self._filed.keys() for number in self._filed[form]}
            ):
                if len(self._words[number]) == 1:
                    yield Spot(self._texts[number].row, self._texts[number].text, frozenset({at, at + 1}))

    def _forms_known(self, word: str) -> frozenset[str]:
        """The forms of a word that texts have; of one that no text has, those that it may be a mistake for."""
        return (
            self._as_written(word)
            or frozenset(self._kind_of_work(word))
            or frozenset(self._tail_or_head(word))
            or frozenset(self._sounding_alike(word))
            or frozenset(self._misspelt(word))
        )

    def _as_written(self, word: str) -> frozenset[str]:
        """The forms of a word that texts have; a small word has none: `met` is no form of `meten`."""
        known = forms(word) & self._filed.keys() if is_content(word) else frozenset()
        return known - self._abbreviations | {word, word.removesuffix("s")} & self._abbreviations

    def _of_name(self, word: str) -> frozenset[str]:
        """The forms of a name that hardly differ from it: `Spanje` has nothing to do with `spanten`."""
        return frozenset(form for form in self._as_written(word) if len(form) >= len(word) - 1)

    def _kind_of_work(self, word: str) -> Iterator[str]:
        """What a word is about that ends as names of work do, or begins so: `schilders` of `schildersbedrijf`."""
        for root in without_work(word):
            known = forms(root) & self._filed.keys()
            if known and root not in NEVER and root not in WEAK:
                yield from known
                return

    def _tail_or_head(self, word: str) -> Iterator[str]:
        """The longest known word with which a compound begins, or else ends: `heftruck` of `heftruckchauffeur`."""
        lengths = range(len(word) - _SHORTEST_REST, _SHORTEST_PART - 1, -1)
        for part in (*(word[:length] for length in lengths), *(word[-length:] for length in lengths)):
            if part in self._filed and part not in WEAK and part not in NEVER:
                yield part
                return

    def _sounding_alike(self, word: str) -> Iterator[str]:
        """Known words that sound the same in Dutch: `vragtwagen`, `elektricein`."""
        if len(word) >= _SHORTEST_MISSPELT and word not in ORDINARY and word not in self._spelt:
            for form in {word, *forms(word)}:
                yield from self._by_sound.get(sound(form), ())

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
    words = content_words(fold(re.sub(r"['’]", "", text.partition("(")[0])))
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
