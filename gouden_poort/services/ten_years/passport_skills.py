"""The skills in a passport, each with every source it comes from: what was told, learnt on courses and at work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import Event
from gouden_poort.development.experience import Employment, FinishedCourse, employments, finished_courses
from gouden_poort.development.plan import Plan, occupations_of
from gouden_poort.development.proof import Shown
from gouden_poort.profiles.question import Answer
from gouden_poort.services.papers import skills_given_by
from gouden_poort.services.ten_years.learnt import known, learnt_at_work, taught


class Origin(StrEnum):
    """Where a skill comes from; what is backed best stands first."""

    PAPER = "paper"
    """A paper of the catalogue gives it."""
    LEARNT = "learnt"
    """A course that was finished teaches it."""
    WORKED = "worked"
    """Work that was done long enough teaches it."""
    DONE = "done"
    """In what someone told to have done."""
    SAID = "said"
    """Someone said so."""


_RANK = {origin: place for place, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """What someone did by the journal; a course or work stays also when it taught nothing that is known."""

    courses: Sequence[FinishedCourse] = ()
    work: Sequence[Employment] = ()
    occupations: Mapping[str, str] = field(default_factory=dict)
    """What work was called in the plans that were chosen, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One reason to say that someone can something, and how well."""

    origin: Origin
    level: int
    course: FinishedCourse | None = None
    work: Sequence[Employment] = ()
    """All of one occupation: their weeks count together."""

    @property
    def about(self) -> tuple[Origin, object]:
        """The same for all that one course, one kind of work, or somebody's own words say."""
        return self.origin, self.course.id if self.course else next((each.occupation_id for each in self.work), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill with its sources, the highest level first, and the proofs of it."""

    skill_id: str
    sources: Sequence[Source]
    """None where only a proof names the skill."""
    proofs: Sequence[Shown]

    @property
    def level(self) -> int:
        """The highest of all; 0 where nobody said how well."""
        return self.sources[0].level if self.sources else 0

    @property
    def origin(self) -> Origin:
        """Of the highest level, what backs it best."""
        return self.sources[0].origin if self.sources else Origin.PAPER


def experience_of(plans: Sequence[Plan], events: Sequence[Event], today: date) -> Experience:
    """What the journal says was finished and done; CannotBeRead where the journal is damaged."""
    return Experience(
        courses=sorted(finished_courses(plans, events), key=lambda each: each.finished_on),
        work=list(employments(events, today)),
        occupations=occupations_of(plans),
    )


def skills_of(
    snapshot: Snapshot, answers: Mapping[str, Answer], experience: Experience, proofs: Sequence[Shown]
) -> Sequence[Skill]:
    """Every skill that this catalogue knows and something speaks of; with a proof it stands there, known or not."""
    found: dict[str, dict[tuple[Origin, object], Source]] = {}
    for skill_id, each in (*_papers(snapshot, answers), *_journal(snapshot, experience), *_told(answers)):
        if each.level > 0 and skill_id in snapshot.columns.skills.id:
            # One paper, course or kind of work may speak of a skill more than once: its highest level counts.
            best = found.setdefault(skill_id, {})
            best[each.about] = max(best.get(each.about, each), each, key=lambda source: source.level)
    backed: dict[str, list[Shown]] = {}
    for shown in proofs:
        if shown.proof is not None and shown.proof.skill_id:
            backed.setdefault(shown.proof.skill_id, []).append(shown)
    return [
        Skill(
            skill_id=skill_id,
            sources=sorted(found.get(skill_id, {}).values(), key=lambda each: (-each.level, _RANK[each.origin])),
            proofs=backed.get(skill_id, []),
        )
        for skill_id in {**found, **backed}
    ]


Found = Iterator[tuple[str, Source]]
"""Skills, each with one source of it."""


def _papers(snapshot: Snapshot, answers: Mapping[str, Answer]) -> Found:
    papers = answers.get("papers") or ()
    for paper in papers if not isinstance(papers, str | int) else ():
        for skill_id, level in skills_given_by(snapshot, str(paper)):
            yield skill_id, Source(origin=Origin.PAPER, level=level)


def _journal(snapshot: Snapshot, experience: Experience) -> Found:
    for course, done in known(snapshot, experience.courses):
        for skill_id, level in taught(snapshot, done):
            yield skill_id, Source(origin=Origin.LEARNT, level=level, course=course)
    for occupation_id, skill_id, level in learnt_at_work(snapshot, experience.work):
        work = [each for each in experience.work if each.occupation_id == occupation_id]
        yield skill_id, Source(origin=Origin.WORKED, level=level, work=work)


def _told(answers: Mapping[str, Answer]) -> Found:
    for question, origin in (("tasks", Origin.DONE), ("skills", Origin.SAID)):
        given = answers.get(question)
        if isinstance(given, Mapping):
            for skill_id, level in given.items():
                yield skill_id, Source(origin=origin, level=level)
