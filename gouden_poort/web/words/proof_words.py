"""Proofs and skills in words, for the passport of a citizen and the same page of staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.experience import Employment, FinishedCourse
from gouden_poort.development.proof import ProofKind, Shown
from gouden_poort.development.proof_file import FileKind
from gouden_poort.profiles.question import Choice
from gouden_poort.services.ten_years.learnt import provider_of
from gouden_poort.services.ten_years.passport import Passport
from gouden_poort.services.ten_years.passport_skills import Origin, Source
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, later, nl
from gouden_poort.web.wording import SKILL_LEVELS, comma_list
from gouden_poort.web.words.names import Names, work_name

KINDS: Mapping[ProofKind, str] = MappingProxyType(
    {
        ProofKind.PAPER: later("Papier"),
        ProofKind.MODULE: later("Module van een opleiding"),
        ProofKind.EMPLOYER_WORD: later("Wat een werkgever zegt"),
        ProofKind.SEEN_BY_COACH: later("Wat de coach zag"),
    }
)
_HELP: Mapping[ProofKind, str] = MappingProxyType(
    {
        ProofKind.PAPER: later("Een diploma of certificaat, of een verklaring van wat je op het werk kunt."),
        ProofKind.MODULE: later("Een deel van een opleiding dat je afmaakte."),
        ProofKind.EMPLOYER_WORD: later("Met de naam van wie het zegt."),
    }
)
OWN_KINDS = (ProofKind.PAPER, ProofKind.MODULE, ProofKind.EMPLOYER_WORD)
"""What someone can add about oneself."""
TOLD_BY_YOU: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.DONE: later("Dat deed je, zei je zelf."),
        Origin.SAID: later("Dat zei je zelf."),
        Origin.PAPER: later("Dat staat op je papier."),
    }
)
TOLD_BY_THEM: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.DONE: "Deed dit, naar eigen zeggen.",
        Origin.SAID: "Naar eigen zeggen.",
        Origin.PAPER: "Staat op een papier, naar eigen zeggen.",
    }
)
"""The same for staff."""
_UNKNOWN_KIND = later("Bewijs")
_COPIES: Mapping[FileKind, str] = MappingProxyType(
    {FileKind.PHOTO: later("Met kopie: een foto."), FileKind.PDF: later("Met kopie: een PDF.")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """Where a skill comes from, and how well it is held by that."""

    level: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillLine:
    """One skill in words; `proofs` is what stands behind it."""

    name: str
    source: SourceLine | None
    """Of the highest level, what backs it best; None where only a proof names the skill."""
    others: Sequence[SourceLine]
    proofs: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """One proof in words."""

    shown: Shown
    kind: str
    day: str
    source: str
    skill: str
    seen: str
    """That a coach saw it, and when; empty when nobody did."""
    copy: str
    """That a copy lies with it, and what that is; empty when there is none."""


def kind_choices(kinds: Sequence[ProofKind]) -> tuple[Choice, ...]:
    """What someone may choose from."""
    return tuple(Choice(value=each.value, label=_(KINDS[each]), help=_(_HELP.get(each, ""))) for each in kinds)


def skill_choices(found: Passport, snapshot: Snapshot) -> tuple[Choice, ...]:
    """The skills that stand in the passport."""
    return tuple(Choice(value=each.skill_id, label=_name(snapshot, each.skill_id)) for each in found.skills)


def skill_lines(found: Passport, snapshot: Snapshot, told: Mapping[Origin, str] = TOLD_BY_YOU) -> list[SkillLine]:
    """Skills with a proof first, then the highest level. `told`: how to say what somebody told in the assessment."""
    ordered = sorted(found.skills, key=lambda each: (not each.proofs, -each.level))
    said = _Doings(found, snapshot)
    return [
        SkillLine(
            name=_name(snapshot, each.skill_id),
            source=said.line(each.sources[0], told) if each.sources else None,
            others=[said.line(source, told) for source in each.sources[1:]],
            proofs=[nl(shown.what) for shown in each.proofs],
        )
        for each in ordered
    ]


def other_lines(found: Passport, snapshot: Snapshot) -> list[str]:
    """Courses and work that stand behind no skill, the latest first."""
    said = _Doings(found, snapshot)
    courses = [(each.finished_on, said.course(each)) for each in found.other_courses]
    work = [(each.until or found.today, said.work(each)) for each in found.other_work]
    return [words for _day, words in sorted([*courses, *work], key=lambda each: each[0], reverse=True)]


class _Doings:
    """What somebody did, in words: by the names of the catalogue, and what it has lost by those of their plans."""

    def __init__(self, found: Passport, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._occupations = found.experience.occupations

    def line(self, source: Source, told: Mapping[Origin, str]) -> SourceLine:
        """A source, and how well the skill is held by it."""
        return SourceLine(level=_(SKILL_LEVELS[source.level]), words=self._sentence(source, told))

    def _sentence(self, source: Source, told: Mapping[Origin, str]) -> str:
        if source.course is not None:
            return _("Geleerd bij: %(course)s.", course=self.course(source.course))
        if source.work:
            return _("Geleerd op het werk: %(work)s.", work=comma_list([self.work(each) for each in source.work]))
        return _(told[source.origin])

    def course(self, course: FinishedCourse) -> str:
        """A course, who gave it, and when it was finished."""
        name, day = nl(course.name), fixed(dutch_date(course.finished_on))
        provider = provider_of(self._snapshot, course)
        if not provider:
            return _("%(course)s (afgerond op %(day)s)", course=name, day=day)
        return _("%(course)s (%(provider)s, afgerond op %(day)s)", course=name, provider=nl(provider), day=day)

    def work(self, work: Employment) -> str:
        """Work, with whom, since when and until when."""
        name = work_name(self._snapshot, work.occupation_id, self._occupations)
        if work.employer:
            name = _("%(work)s bij %(company)s", work=name, company=nl(work.employer))
        first = fixed(dutch_date(work.since))
        if work.until is None:
            return _("%(work)s (sinds %(first)s)", work=name, first=first)
        return _("%(work)s (van %(first)s tot %(last)s)", work=name, first=first, last=fixed(dutch_date(work.until)))


def proof_lines(found: Passport, snapshot: Snapshot) -> list[ProofLine]:
    """All proofs, the latest first."""
    return [proof_line(each, snapshot) for each in found.proofs]


def proof_line(each: Shown, snapshot: Snapshot) -> ProofLine:
    """One proof by itself."""
    proof = each.proof
    seen = proof.confirmed_at if proof else None
    return ProofLine(
        shown=each,
        kind=_(KINDS[proof.kind] if proof else _UNKNOWN_KIND),
        day=fixed(dutch_date(each.day)),
        source=nl(proof.source) if proof and proof.source else "",
        skill=_name(snapshot, proof.skill_id) if proof and proof.skill_id else "",
        seen=_("Gezien door de coach op %(day)s.", day=fixed(dutch_date(seen))) if seen else "",
        copy=_(_COPIES[each.file.kind]) if each.file else "",
    )


def _name(snapshot: Snapshot, skill_id: str) -> str:
    """What this catalogue calls it; one that it lost goes by its id."""
    return Names(snapshot).skill(skill_id) if skill_id in snapshot.columns.skills.id else nl(skill_id)
