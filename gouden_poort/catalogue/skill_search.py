"""Finding skills and occupations by the words people use for them: labels, synonyms, English names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gouden_poort.catalogue.columns import Texts
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.word_index import Text, WordIndex

_LABEL, _SYNONYM, _ENGLISH = 1.0, 0.97, 0.94
_THROUGH_SKILL = 0.8
"""What an occupation's skill says about it: `stucwerk` is what a plasterer does, but others do it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMatch:
    """A skill with the text that was recognised and how well, 0-100."""

    skill_id: str
    label: str
    matched: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationMatch:
    """An occupation with the text that was recognised and how well, 0-100."""

    occupation_id: str
    label: str
    matched: str
    score: float


class SkillFinder:
    """The skills of one snapshot, found by label, synonym or English name."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._skills = snapshot.columns.skills
        self._index = WordIndex(skill_texts(snapshot))

    def search(self, text: str, limit: int = 10) -> tuple[SkillMatch, ...]:
        """The best skills, best first; equal ones in the order of the catalogue."""
        return tuple(
            SkillMatch(
                skill_id=self._skills.id[hit.row],
                label=self._skills.label[hit.row],
                matched=hit.text,
                score=hit.score,
            )
            for hit in self._index.search(text, limit)
        )


class OccupationFinder:
    """The occupations of one snapshot, found by name in Dutch or English, or by what is done in them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._occupations = snapshot.columns.occupations
        self._index = WordIndex(_occupation_texts(snapshot))

    def search(self, text: str, limit: int = 10) -> tuple[OccupationMatch, ...]:
        """The best occupations, best first; equal ones in the order of the catalogue."""
        return tuple(
            OccupationMatch(
                occupation_id=self._occupations.id[hit.row],
                label=self._occupations.label[hit.row],
                matched=hit.text,
                score=hit.score,
            )
            for hit in self._index.search(text, limit)
        )


def skill_texts(snapshot: Snapshot) -> Iterator[Text]:
    """Every word for a skill: its label, synonyms and English names."""
    skills, synonyms = snapshot.columns.skills, snapshot.columns.synonyms
    yield from _named(skills.label, skills.extra)
    for row, language, text in zip(synonyms.skill.tolist(), synonyms.language, synonyms.text, strict=True):
        yield Text(row, text, _SYNONYM if language == "nl" else _ENGLISH)


def _named(labels: Texts, extra: Mapping[str, Texts]) -> Iterator[Text]:
    """Labels, and what the columns `label_en` and `synonyms` (separated by |) add when a catalogue has them."""
    for row, label in enumerate(labels):
        yield Text(row, label, _LABEL)
    for row, english in enumerate(extra.get("label_en", ())):
        yield Text(row, english, _ENGLISH)
    for row, joined in enumerate(extra.get("synonyms", ())):
        for synonym in joined.split("|"):
            yield Text(row, synonym, _SYNONYM)


def occupation_names(snapshot: Snapshot) -> Iterator[Text]:
    """Every name of an occupation, and not what is done in it."""
    return _named(snapshot.columns.occupations.label, snapshot.columns.occupations.extra)


def background_names(snapshot: Snapshot) -> Iterator[Text]:
    """Every name of work outside technology."""
    return _named(snapshot.columns.backgrounds.label, snapshot.columns.backgrounds.extra)


def _occupation_texts(snapshot: Snapshot) -> Iterator[Text]:
    occupations = snapshot.columns.occupations
    yield from occupation_names(snapshot)
    words_of_skill: dict[int, list[Text]] = {}
    for text in skill_texts(snapshot):
        words_of_skill.setdefault(text.row, []).append(text)
    for row in range(len(occupations.id)):
        essential = zip(
            occupations.essential_skills[row].tolist(), occupations.essential_levels[row].tolist(), strict=True
        )
        for skill, level in essential:
            # A skill that is only touched upon says less about the work.
            worth = _THROUGH_SKILL * (1.0 if level > 1 else 0.85)
            for text in words_of_skill.get(skill, ()):
                yield Text(row, text.text, worth * text.worth)
