"""Recognising skills and former work in what someone tells, with the words they were recognised by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.clauses import Clause, clauses
from gouden_poort.catalogue.phrases import Phrases, Spot
from gouden_poort.catalogue.skill_search import background_names, occupation_names, skill_texts
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.story_words import DOING, of_many, years_in
from gouden_poort.catalogue.words import fold

MOST_SKILLS_OF_WORDS = 4
"""Skills for the same words: more would be a guess."""
MOST_SKILLS = 24
_NEAR_YEARS = 4
_LEAST_SHARE = 0.2
"""Of all that some work asks, for a skill to be what that work is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSkills:
    """Skills that the same words of a story tell of."""

    fragment: str
    """The words as they were written."""
    skill_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWork:
    """Work someone says to have done for so many years."""

    fragment: str
    occupation_id: str
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What was recognised, in the order of the story; nothing of it is theirs before they confirm it."""

    skills: tuple[ToldSkills, ...] = ()
    work: tuple[ToldWork, ...] = ()
    background_ids: tuple[str, ...] = ()
    """Work outside technology that was named; what someone did there is to be asked."""


class StoryReader:
    """Reads stories with the words of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._skills = Phrases(skill_texts(snapshot), _sentences(snapshot))
        self._work = Phrases(occupation_names(snapshot))
        self._backgrounds = Phrases(background_names(snapshot), _sentences(snapshot))
        names = (*occupation_names(snapshot), *background_names(snapshot))
        self._names_of_work = frozenset(folded for name in names if " " not in (folded := fold(name.text)))
        self._work_of_skill = dict(_main_work(snapshot))

    def read(self, story: str) -> Story:
        """What a story tells, in Dutch or English; what is denied, wished for or of somebody else is not in it."""
        skills: list[ToldSkills] = []
        work: dict[str, ToldWork] = {}
        seen: set[int] = set()
        backgrounds: list[int] = []
        for clause in clauses(story):
            words = [word.text for word in clause.words]
            meant = clause.meant - of_many(words, self._names_of_work)
            named = frozenset(at for at, word in enumerate(clause.words) if word.is_name)
            groups = _longest(tuple(self._skills.spots(words, meant, named)), words)
            for spots in groups:
                rows = [row for row in dict.fromkeys(spot.row for spot in spots) if row not in seen]
                rows = rows[: min(MOST_SKILLS_OF_WORDS, MOST_SKILLS - len(seen))]
                seen |= set(rows)
                if rows:
                    ids = tuple(str(self._snapshot.columns.skills.id[row]) for row in rows)
                    skills.append(ToldSkills(fragment=_quote(story, clause, spots[0].at), skill_ids=ids))
            for told in self._work_in(story, clause, words, groups):
                work.setdefault(told.occupation_id, told)
            backgrounds += [
                spots[0].row for spots in _longest(tuple(self._backgrounds.spots(words, clause.meant)), words)
            ]
        names = self._snapshot.columns.backgrounds.id
        return Story(
            skills=tuple(skills),
            work=tuple(work.values()),
            background_ids=tuple(str(names[row]) for row in dict.fromkeys(backgrounds)),
        )

    def _work_in(
        self, story: str, clause: Clause, words: Sequence[str], skills: Sequence[Sequence[Spot]]
    ) -> Iterator[ToldWork]:
        """Work with its years: by its own name, or else by the first thing that was done so long."""
        years = years_in(words)
        if years is None or years[1] not in clause.meant:
            return
        found = _longest(tuple(self._work.spots(words, clause.meant)), words)
        rows = {spots[0].row: spots[0].at for spots in found[:1]} or {
            self._work_of_skill[spots[0].row]: spots[0].at for spots in skills if spots[0].row in self._work_of_skill
        }
        for row, at in list(rows.items())[:1]:
            occupation_id = str(self._snapshot.columns.occupations.id[row])
            yield ToldWork(fragment=_quote(story, clause, at), occupation_id=occupation_id, years=years[0])


def _sentences(snapshot: Snapshot) -> Iterator[str]:
    """What the catalogue tells in whole sentences, in Dutch and English."""
    columns = snapshot.columns
    for texts in (columns.occupations.extra, columns.background_tasks.extra, columns.backgrounds.extra):
        for name in ("day_tasks", "day_tasks_en", "label_en"):
            for text in texts.get(name, ()):
                yield from text.split("|")
    yield from columns.background_tasks.label
    yield from columns.backgrounds.label


def _main_work(snapshot: Snapshot) -> Iterator[tuple[int, int]]:
    """The occupation that is for the most part about a skill of a trade, where there is one."""
    occupations, skills = snapshot.columns.occupations, snapshot.columns.skills
    shares: dict[int, tuple[float, int]] = {}
    for row in range(len(occupations.id)):
        levels = occupations.essential_levels[row].tolist()
        for skill, level in zip(occupations.essential_skills[row].tolist(), levels, strict=True):
            share = level / sum(levels)
            if skills.kind[skill] == "sector" and share > shares.get(skill, (_LEAST_SHARE, 0))[0]:
                shares[skill] = (share, row)
    return ((skill, row) for skill, (_, row) in shares.items())


def _longest(found: Sequence[Spot], words: Sequence[str]) -> list[list[Spot]]:
    """Texts by the words they share, in the order of the sentence: of two about the same thing the longer one stays.

    A word for doing something is about many things: `fixed bikes and cars` is two texts, though they share `fixed`.
    """
    kept: dict[frozenset[int], list[Spot]] = {}
    things = {spot.at: frozenset(at for at in spot.at if words[at] not in DOING) or spot.at for spot in found}
    for spot in sorted(found, key=lambda spot: (-len(spot.at), min(spot.at))):
        if spot.at in kept:
            kept[spot.at].append(spot)
        elif not any(things[spot.at] & things[others] or spot.at < others for others in kept):
            kept[spot.at] = [spot]
    return [kept[at] for at in sorted(kept, key=min)]


def _quote(story: str, clause: Clause, at: frozenset[int]) -> str:
    """The words as written, with the years when they stand close by."""
    years = years_in([word.text for word in clause.words])
    if years and min(abs(years[1] - each) for each in at) <= _NEAR_YEARS:
        at |= {years[1], years[1] + 1}
    begin, end = clause.words[min(at)].begin, clause.words[max(at)].end
    return " ".join(story[begin:end].split())
