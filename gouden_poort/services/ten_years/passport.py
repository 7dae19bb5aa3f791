"""The skills passport of someone: what was told and learnt, with where that comes from, and every proof.

What other forms of export need is all in `Passport`; the document here is our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Occupations, Skills, Snapshot
from gouden_poort.development.experience import Employment, FinishedCourse
from gouden_poort.development.proof import Shown, passport
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.own import newest_of
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ports.own_data import Document
from gouden_poort.services.ten_years.learnt import provider_of
from gouden_poort.services.ten_years.passport_skills import (
    Experience,
    Skill,
    Source,
    experience_of,
    skills_of,
)
from gouden_poort.services.trail import record

FORM, FORM_NUMBER = "gouden-poort/skills-passport", 2
"""The number goes up when a reader of the form before could misread the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """What someone can, as it is on one day."""

    dossier: Dossier
    today: date
    skills: Sequence[Skill]
    proofs: Sequence[Shown]
    """All of them, the latest day first."""
    experience: Experience

    @property
    def other_courses(self) -> Sequence[FinishedCourse]:
        """Courses that were finished and stand behind none of the skills."""
        behind = {each.course for skill in self.skills for each in skill.sources}
        return [each for each in self.experience.courses if each not in behind]

    @property
    def other_work(self) -> Sequence[Employment]:
        """Work that stands behind none of the skills."""
        behind = {work for skill in self.skills for each in skill.sources for work in each.work}
        return [each for each in self.experience.work if each not in behind]


def own_passport(open_unit: UnitOfWorkFactory, actor: Actor, snapshot: Snapshot, moment: datetime) -> Passport | None:
    """Of the citizen who asks; None for who has no dossier."""
    with open_unit(actor) as unit:
        dossier = newest_of(unit, actor)
        return None if dossier is None else _passport(unit, dossier, snapshot, moment)


def passport_of(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, snapshot: Snapshot, moment: datetime
) -> Passport:
    """For staff, who are seen looking. NotAllowed for who may not see the dossier."""
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.SEE_DOSSIER, dossier_id).dossier
        found = _passport(unit, dossier, snapshot, moment)
        record(unit, actor, Deed.SEE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return found


def take_passport_along(
    open_unit: UnitOfWorkFactory, actor: Actor, snapshot: Snapshot, moment: datetime
) -> Document | None:
    """The document of the citizen who asks, which is written down as every taking along; None without a dossier."""
    found = own_passport(open_unit, actor, snapshot, moment)
    if found is None:
        return None
    with open_unit(actor) as unit:
        record(unit, actor, Deed.OWN_DOSSIER, found.dossier.pseudonym, Why.OWN, moment)
        unit.commit()
    return document_of(found, snapshot)


def document_of(found: Passport, snapshot: Snapshot) -> Document:
    """All that JSON can say of it; it names nobody who works here."""
    columns, occupations = snapshot.columns, found.experience.occupations

    return {
        "form": FORM,
        "form_number": FORM_NUMBER,
        "made_on": found.today.isoformat(),
        "catalogue": snapshot.version,
        "person": {"name": found.dossier.name, "birth_date": found.dossier.birth_date.isoformat()},
        "skills": [
            {
                "skill_id": each.skill_id,
                "skill": _label(columns.skills, each.skill_id, ""),
                "level": each.level,
                "origin": each.origin.value,
                "sources": [_source(source) for source in each.sources],
                "proof_ids": [str(shown.id) for shown in each.proofs],
            }
            for each in found.skills
        ],
        "courses": [
            {
                "id": str(each.id),
                "offering_id": each.step.offering_id,
                "course": each.name,
                "provider": provider_of(snapshot, each) or None,
                "finished_on": each.finished_on.isoformat(),
            }
            for each in found.experience.courses
        ],
        "jobs": [
            {
                "since": each.since.isoformat(),
                "until": each.until.isoformat() if each.until else None,
                "occupation_id": each.occupation_id,
                "occupation": _label(columns.occupations, each.occupation_id, occupations.get(each.occupation_id, "")),
                "employer": each.employer,
            }
            for each in found.experience.work
        ],
        "proofs": [
            {
                "id": str(each.id),
                "day": each.day.isoformat(),
                "what": each.what,
                "kind": each.proof.kind.value if each.proof else None,
                "source": each.proof.source if each.proof else "",
                "skill_id": each.proof.skill_id if each.proof else "",
                "seen_by_coach_on": _day_of(each.proof.confirmed_at) if each.proof else None,
                "copy": each.file.kind.value if each.file else None,
            }
            for each in found.proofs
        ],
    }


def _passport(unit: UnitOfWork, dossier: Dossier, snapshot: Snapshot, moment: datetime) -> Passport:
    today = dutch_day(moment)
    events = unit.journal.of(dossier.id)
    proofs = passport(events, unit.proofs.of(dossier.id), unit.proof_files.of(dossier.id))
    experience = experience_of(unit.plans.of(dossier.id), events, today)
    answers = unit.assessments.answers(dossier.assessment_id)
    skills = skills_of(snapshot, answers, experience, proofs)
    return Passport(dossier=dossier, today=today, skills=skills, proofs=proofs, experience=experience)


def _source(source: Source) -> Document:
    return {
        "origin": source.origin.value,
        "level": source.level,
        "course_id": str(source.course.id) if source.course else None,
        "occupation_id": source.work[0].occupation_id if source.work else None,
    }


def _label(block: Skills | Occupations, any_id: str, otherwise: str) -> str:
    """What the catalogue calls it; of what it lost, what it was called."""
    return str(block.label[block.id.row(any_id)]) if any_id in block.id else otherwise


def _day_of(moment: datetime | None) -> str | None:
    return None if moment is None else dutch_day(moment).isoformat()
