"""Finding short texts by the words in them: stems, beginnings, parts of compounds and spelling mistakes.

Built once for a catalogue and read by many threads. Every word of the texts is filed under its written form
and its stem; a query word is compared with those forms, and a text scores by how much of the query it
answers, rare words counting for more, and a little by how much of the text the query answers.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gouden_poort.catalogue.words import content_words, fold, sound, stem

MOST_WORDS = 8
"""Words of a query that are looked at."""
LOWEST_SCORE = 35.0
"""Below this a text has nothing to do with the query."""
_EXACT, _STEM, _SOUND = 1.0, 0.97, 0.9
_TAIL = 0.82  # `las` in `hoeklas`: the tail of a Dutch compound says what sort of thing it is
_HEAD, _HEAD_SHARE = 0.58, 0.3  # `las` in `lasrobot`: more when more of the word has been typed
_INSIDE, _INSIDE_SHARE = 0.45, 0.4  # `warmtepomp` in the query `warmtepompinstallateur`
_MISTAKE, _PER_MISTAKE, _SHORT_WORD = 0.95, 0.13, 1.2
_SHORTEST_PART = 3
_QUERY_PART, _TEXT_PART = 0.8, 0.2
_BREADTH = 0.25  # of what is missing to 100, for a row of which all texts match


@dataclass(frozen=True, slots=True)
class Text:
    """One text that leads to a row; `worth` (0-1) says how much a match with it counts."""

    row: int
    text: str
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A row with the text that matched best and how well, 0-100."""

    row: int
    text: str
    score: float


class WordIndex:
    """The texts of a catalogue, filed by their words."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts: list[Text] = []
        self._filed: dict[str, dict[int, None]] = defaultdict(dict)
        self._sounding: dict[str, dict[int, float]] = defaultdict(dict)
        words_of: list[tuple[str, ...]] = []
        for text in texts:
            words = content_words(fold(text.text))
            if words:
                self._file(len(words_of), words)
                self._texts.append(text)
                words_of.append(words)
        self._vocabulary = sorted(self._filed)
        self._backwards = sorted(form[::-1] for form in self._filed)
        self._by_length = _by_length(self._vocabulary)
        self._texts_of_row = Counter(text.row for text in self._texts)
        self._lengths = [sum(self._weight(word) for word in words) for words in words_of]

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """The best rows, best first; equal scores in the order of the texts."""
        words = tuple(dict.fromkeys(content_words(fold(query))))[:MOST_WORDS]
        if not words:
            return ()
        scores = self._score({word: self._matches(word) for word in words})
        if len(words) > 1:  # `nen 3140` for `nen3140`
            joined = "".join(words)
            for number, score in self._score({joined: self._as_written(joined)}).items():
                scores[number] = max(score, scores.get(number, 0.0))
        return self._best_of_each_row(scores, limit)

    def _file(self, number: int, words: tuple[str, ...]) -> None:
        joined = ("".join(words),) if len(words) > 1 else ()  # the same, written as one word
        for word in words + joined:
            for form in (word, stem(word)):
                self._filed[form][number] = None
                self._sounding[sound(form)][number] = _SOUND

    def _weight(self, word: str) -> float:
        """Rare words say more than common ones; a word nobody wrote says as much as the rarest."""
        holders = len(self._filed.get(stem(word), ())) or 1
        return math.log(1 + (len(self._texts) + 1) / holders)

    def _score(self, matches: Mapping[str, Mapping[int, float]]) -> dict[int, float]:
        gained: dict[int, float] = defaultdict(float)
        whole = 0.0
        for word, texts in matches.items():
            weight = self._weight(word)
            whole += weight
            for number, quality in texts.items():
                gained[number] += weight * quality
        return {number: self._blend(number, gain, whole) for number, gain in gained.items()}

    def _blend(self, number: int, gained: float, whole: float) -> float:
        of_query = gained / whole
        of_text = min(1.0, gained / self._lengths[number])
        return 100 * (_QUERY_PART * of_query + _TEXT_PART * of_text) * self._texts[number].worth

    def _as_written(self, joined: str) -> Mapping[int, float]:
        written = self._filed.get(joined)
        return dict.fromkeys(written, _EXACT) if written else self._sounding.get(sound(joined), {})

    def _matches(self, word: str) -> dict[int, float]:
        """For each text that has something like the word, how alike (0-1)."""
        root = stem(word)
        found: dict[int, float] = {}
        if word not in self._filed:  # a word that someone wrote here is no mistake for another one
            found = self._sounding.get(sound(root), {}) | self._sounding.get(sound(word), {})
        for form, quality in self._forms_like(word, root):
            for number in self._filed[form]:
                if quality > found.get(number, 0.0):
                    found[number] = quality
        return found

    def _forms_like(self, word: str, root: str) -> Iterator[tuple[str, float]]:
        for form, quality in ((word, _EXACT), (root, _STEM)):
            if form in self._filed:
                yield form, quality
        if len(word) > 1:
            for form in _with_prefix(self._vocabulary, word):
                yield form, _HEAD + _HEAD_SHARE * len(word) / len(form)
        if _SHORTEST_PART <= len(root) < len(word):
            for form in _with_prefix(self._vocabulary, root):
                if len(form) - len(root) >= _SHORTEST_PART:  # `lassen` in `lasrobot`
                    yield form, _HEAD
        for part in sorted({word, root}):
            yield from self._ending_on(part)
            if word not in self._filed:
                yield from self._inside(part)
                yield from self._misspelt(part)

    def _ending_on(self, part: str) -> Iterator[tuple[str, float]]:
        if len(part) < _SHORTEST_PART:
            return
        for backwards in _with_prefix(self._backwards, part[::-1]):
            if len(backwards) - len(part) >= _SHORTEST_PART:  # `las` is no part of `glas`
                yield backwards[::-1], _TAIL

    def _inside(self, part: str) -> Iterator[tuple[str, float]]:
        """Known words with which the part begins or ends: four letters or more and a third of it; rare ones count."""
        weight = self._weight(part)
        for length in range(max(4, len(part) // 3), len(part) - 1):
            for piece in (part[:length], part[-length:]):
                if piece in self._filed:
                    rarity = min(1.0, self._weight(piece) / weight)
                    yield piece, (_INSIDE + _INSIDE_SHARE * length / len(part)) * rarity

    def _misspelt(self, part: str) -> Iterator[tuple[str, float]]:
        """One mistake in a word of five letters, two from eight; the first letter of a short word is right."""
        mistakes = 0 if len(part) < 5 or part.isdigit() else 1 if len(part) < 8 else 2
        for length in range(len(part) - mistakes, len(part) + mistakes + 1) if mistakes else ():
            near = process.extract_iter(
                part, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=mistakes
            )
            for form, distance, _ in near:
                if distance and not form.isdigit() and (form[0] == part[0] or len(part) >= 7):
                    yield form, _MISTAKE - _PER_MISTAKE * distance - _SHORT_WORD / len(part)

    def _best_of_each_row(self, scores: Mapping[int, float], limit: int) -> tuple[Hit, ...]:
        """The best text of each row, raised a little when more of its texts match."""
        best: dict[int, int] = {}
        together: dict[int, float] = defaultdict(float)
        for number in sorted(scores):
            row = self._texts[number].row
            together[row] += scores[number] / 100
            if row not in best or scores[number] > scores[best[row]]:
                best[row] = number
        hits = []
        for row, number in best.items():
            breadth = together[row] / self._texts_of_row[row]
            score = scores[number] + (100 - scores[number]) * _BREADTH * breadth
            if score >= LOWEST_SCORE:
                hits.append(Hit(row, self._texts[number].text, round(score, 1)))
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.row))[:limit])


def _by_length(vocabulary: Iterable[str]) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = defaultdict(list)
    for form in vocabulary:
        grouped[len(form)].append(form)
    return dict(grouped)


def _with_prefix(ordered: Sequence[str], prefix: str) -> Iterator[str]:
    for i in range(bisect.bisect_right(ordered, prefix), len(ordered)):
        if not ordered[i].startswith(prefix):
            return
        yield ordered[i]
