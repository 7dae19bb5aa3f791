"""The skills passport of someone: what was told about skills, with where that comes from, and every proof.

What other forms of export need is all in `Passport`; the document here is our own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.proof import Shown, passport
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.question import Answer
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.own import newest_of
from gouden_poort.services.papers import skills_given_by
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ports.own_data import Document
from gouden_poort.services.trail import record

FORM, FORM_NUMBER = "gouden-poort/skills-passport", 1
"""The number goes up when a reader of the form before could misread the new one."""


class Origin(StrEnum):
    """Where a skill comes from."""

    DONE = "done"
    """In what someone told to have done."""
    SAID = "said"
    """Someone said so."""
    PAPER = "paper"
    """A paper of the catalogue gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill of the assessment, at its highest level, with the proofs of it."""

    skill_id: str
    level: int
    origin: Origin
    proofs: Sequence[Shown]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """What someone can, as it is on one day."""

    dossier: Dossier
    today: date
    skills: Sequence[Skill]
    proofs: Sequence[Shown]
    """All of them, the latest day first."""


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
    labels = snapshot.columns.skills

    def name(skill_id: str) -> str:
        return str(labels.label[labels.id.row(skill_id)]) if skill_id in labels.id else ""

    return {
        "form": FORM,
        "form_number": FORM_NUMBER,
        "made_on": found.today.isoformat(),
        "catalogue": snapshot.version,
        "person": {"name": found.dossier.name, "birth_date": found.dossier.birth_date.isoformat()},
        "skills": [
            {
                "skill_id": each.skill_id,
                "skill": name(each.skill_id),
                "level": each.level,
                "origin": each.origin.value,
                "proof_ids": [str(shown.id) for shown in each.proofs],
            }
            for each in found.skills
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
    proofs = passport(unit.journal.of(dossier.id), unit.proofs.of(dossier.id), unit.proof_files.of(dossier.id))
    told = _told(snapshot, unit.assessments.answers(dossier.assessment_id))
    for each in proofs:  # a skill with a proof stands in the passport, told or not
        if each.proof is not None and each.proof.skill_id and each.proof.skill_id not in told:
            told[each.proof.skill_id] = (0, Origin.PAPER)
    skills = [
        Skill(
            skill_id=skill_id,
            level=level,
            origin=origin,
            proofs=[each for each in proofs if each.proof is not None and each.proof.skill_id == skill_id],
        )
        for skill_id, (level, origin) in told.items()
    ]
    return Passport(dossier=dossier, today=dutch_day(moment), skills=skills, proofs=proofs)


def _told(snapshot: Snapshot, answers: Mapping[str, Answer]) -> dict[str, tuple[int, Origin]]:
    """The highest level of each skill that this catalogue knows, and where that comes from."""
    found: dict[str, tuple[int, Origin]] = {}

    def take(skill_id: str, level: int, origin: Origin) -> None:
        known = skill_id in snapshot.columns.skills.id
        if known and level > found.get(skill_id, (0, origin))[0]:
            found[skill_id] = (level, origin)

    papers = answers.get("papers") or ()
    for paper in papers if not isinstance(papers, str | int) else ():
        for skill_id, level in skills_given_by(snapshot, str(paper)):
            take(skill_id, level, Origin.PAPER)
    for question, origin in (("tasks", Origin.DONE), ("skills", Origin.SAID)):
        given = answers.get(question)
        if isinstance(given, Mapping):
            for skill_id, level in given.items():
                take(skill_id, level, origin)
    return found


def _day_of(moment: datetime | None) -> str | None:
    return None if moment is None else dutch_day(moment).isoformat()
