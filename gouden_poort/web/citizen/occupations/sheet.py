"""Everything the page of one occupation says about the work itself, as values; templates only lay them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from markupsafe import escape

from gouden_poort.catalogue.snapshot import Occupations, Snapshot
from gouden_poort.services.catalogue_views import LevelledSkill, Occupation
from gouden_poort.web.filters import euros
from gouden_poort.web.language import _, fixed, later, nl, spoken
from gouden_poort.web.wording import NLQF_LEVELS, SKILL_LEVELS
from gouden_poort.web.words.facts import Fact, full_wage_fact
from gouden_poort.web.words.names import Names, SmallPrint, described, extra, sector_name, small_print

WANTED: Mapping[str, str] = MappingProxyType(
    {
        "5": later("Heel groot"),
        "4": later("Groot"),
        "3": later("Gewoon"),
        "2": later("Klein"),
        "1": later("Heel klein"),
        "0": later("Bijna geen"),
    }
)
"""How much companies look for people, by what the column `scarcity` says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBoxes:
    """One skill of the work as five boxes; `have` is None while nobody said what they can."""

    label: str
    have: int | None
    needed: int
    words: str
    description: str

    @property
    def row(self) -> tuple[str, int | str, int]:
        """The same as a row of a table: the skill, what someone has, what is needed."""
        return self.label, _("niet bekend") if self.have is None else self.have, self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationSheet:
    """One occupation with what it is, asks and pays."""

    id: str
    title: str
    sector_id: str
    sector: str
    description: str
    tasks: tuple[str, ...]
    tasks_from: str
    """Who described the day; empty when the catalogue does not say."""
    tasks_on: date | None
    facts: tuple[Fact, ...]
    skills: tuple[SkillBoxes, ...]
    helps: tuple[str, ...]
    """Skills that the work can begin without."""
    papers: tuple[str, ...]
    """What must be held on the first day."""
    papers_that_help: tuple[str, ...]
    small: SmallPrint


def occupation_sheet(snapshot: Snapshot, work: Occupation, held: Mapping[str, int] | None) -> OccupationSheet:
    """Put an occupation into words and numbers; `held` are someone's own levels by skill, None when not known."""
    occupations, names = snapshot.columns.occupations, Names(snapshot)
    row = occupations.id.row(work.id)
    licences = tuple(name for name in work.extra.get("licences", "").split("|") if name)
    return OccupationSheet(
        id=work.id,
        title=names.occupation(work.id),
        sector_id=work.sector,
        sector=sector_name(snapshot, work.sector),
        description=described(occupations, row, "description"),
        tasks=tuple(_told(occupations, row, "day_tasks")),
        tasks_from=work.extra.get("day_tasks_source", ""),
        tasks_on=_day(extra(occupations, row, "day_tasks_checked_on")),
        facts=tuple(_facts(work)),
        skills=tuple(_boxes(names, work.essential_skills, held)),
        helps=tuple(names.skill(skill.id) for skill in work.optional_skills),
        papers=tuple(nl(paper.label) for paper in work.essential_credentials),
        papers_that_help=tuple(nl(name) for name in (*(paper.label for paper in work.optional_credentials), *licences)),
        small=small_print(occupations, row),
    )


def _told(occupations: Occupations, row: int, column: str) -> Iterator[str]:
    """The sentences in a cell, in the language that is spoken or else in Dutch."""
    own = extra(occupations, row, f"{column}_{spoken().code}")
    for sentence in (own or extra(occupations, row, column)).split("|"):
        if sentence:
            yield escape(sentence) if own else nl(sentence)


def _facts(work: Occupation) -> Iterator[Fact]:
    """What the work pays and how much people are wanted; what this catalogue does not know is left out."""
    wage = full_wage_fact(work.wage_month_eur)
    yield wage
    later_on = work.extra.get("wage_10y_month_eur", "")
    if later_on.isdecimal():
        yield replace(wage, name=_("Na tien jaar"), value=fixed(euros(int(later_on))))
    wanted = WANTED.get(work.extra.get("scarcity", ""))
    if wanted:
        yield Fact(name=_("Vraag naar mensen"), value=_(wanted), remark=_("bij bedrijven in heel Nederland"))
    if 0 < work.nlqf_level < len(NLQF_LEVELS):
        yield Fact(name=_("Niveau"), value=_(NLQF_LEVELS[work.nlqf_level]), remark=_("zo is het werk ingedeeld"))


def _boxes(names: Names, asked: Iterable[LevelledSkill], held: Mapping[str, int] | None) -> Iterator[SkillBoxes]:
    for skill in asked:
        have = None if held is None else held.get(skill.id, 0)
        yield SkillBoxes(
            label=names.skill(skill.id),
            have=have,
            needed=skill.level,
            words=_words(skill.level, have),
            description=_("Nodig: %(needed)s van 5.", needed=skill.level)
            if have is None
            else _("Jij hebt %(have)s van 5. Nodig: %(needed)s van 5.", have=have, needed=skill.level),
        )


def _words(needed: int, have: int | None) -> str:
    """What stands beside the boxes."""
    if have is None:
        return _("Nodig: %(needed)s.", needed=_level(needed))
    if have >= needed:
        return _("Dit heb je al. Jij: %(yours)s.", yours=_level(have))
    if have:
        return _("Nog nodig: %(needed)s. Jij: %(yours)s.", needed=_level(needed), yours=_level(have))
    return _("Nog nodig: %(needed)s.", needed=_level(needed))


def _level(level: int) -> str:
    return _(SKILL_LEVELS[level])


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
