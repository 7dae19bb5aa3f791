"""The guarantee file as a document that other programs read: `docs/taking-along.md` says what stands in it.

It holds what is about the person alone: no name or number of anybody who works here.
"""

from __future__ import annotations

from datetime import date, datetime

from gouden_poort.development.commitment import Commitment
from gouden_poort.development.guarantee import Claim, GuaranteeFile, Stretch
from gouden_poort.development.standing import Job
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.ports.own_data import Document
from gouden_poort.services.ten_years.backing import Backing, own_backing
from gouden_poort.services.trail import record

FORM, FORM_NUMBER = "gouden-poort/guarantee-file", 1
"""The number goes up when a reader of the form before could misread the new one."""


def take_file_along(open_unit: UnitOfWorkFactory, actor: Actor, moment: datetime) -> Document | None:
    """The document of the citizen who asks, which is written down as every taking along; None without a dossier."""
    backing = own_backing(open_unit, actor, moment)
    if backing is None:
        return None
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.OWN_DOSSIER, backing.dossier.id).dossier
        record(unit, actor, Deed.OWN_DOSSIER, dossier.pseudonym, Why.OWN, moment)
        unit.commit()
    return document_of(backing)


def document_of(backing: Backing) -> Document:
    """All that JSON can say of it; days are ISO 8601, what is not known is null."""
    return {
        "form": FORM,
        "form_number": FORM_NUMBER,
        "made_on": backing.today.isoformat(),
        "person": {"name": backing.dossier.name, "birth_date": backing.dossier.birth_date.isoformat()},
        "agreed_by_both_sides": backing.is_backed,
        "ten_years": None if backing.file is None else _ten_years(backing.file, backing),
        "commitments": [_commitment(each, backing.today) for each in backing.commitments],
    }


def _ten_years(file: GuaranteeFile, backing: Backing) -> Document:
    return {
        "entered_on": file.entered_on.isoformat(),
        "ends_on": file.ends_on.isoformat(),
        "months_left": file.months_left,
        "learning_days": file.learning_days,
        "working_days": file.working_days,
        "interruptions": [_stretch(each) for each in file.interruptions],
        "jobs": [_job(each, backing) for each in file.jobs],
        "claims": [_claim(each) for each in file.claims],
    }


def _stretch(stretch: Stretch) -> Document:
    return {"kind": stretch.phase.value, "since": stretch.since.isoformat(), "until": _day(stretch.until)}


def _job(job: Job, backing: Backing) -> Document:
    return {
        "since": job.since.isoformat(),
        "occupation_id": job.occupation_id,
        "occupation": backing.occupations.get(job.occupation_id, ""),
        "sector": job.sector,
        "employer": job.employer,
        "hours_per_week": job.hours_per_week,
    }


def _claim(claim: Claim) -> Document:
    return {
        "kind": claim.kind.value,
        "commitment_id": str(claim.commitment.id),
        "since": claim.since.isoformat(),
        "by": _day(claim.by),
    }


def _commitment(each: Commitment, today: date) -> Document:
    return {
        "id": str(each.id),
        "party": each.party.value,
        "name": each.name,
        "paper": each.paper,
        "holds_from": each.holds_from.isoformat(),
        "holds_until": _day(each.holds_until),
        "work_within_weeks": each.work_within_weeks,
        "training_every_months": each.training_every_months,
        "takes_back": each.takes_back,
        "pause_extends": each.pause_extends,
        "state": each.state_on(today).value,
        "recorded_on": dutch_day(each.recorded_at).isoformat(),
        "agreed_by_person_on": _day_of(each.agreed_by_citizen_at),
        "agreed_by_organisation_on": _day_of(each.agreed_by_staff_at),
        "doubted_on": _day_of(each.doubted_at),
        "doubt": each.doubt,
        "ended_on": _day(each.ended_on),
        "ended_because": each.ended_because,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day_of(moment: datetime | None) -> str | None:
    return None if moment is None else dutch_day(moment).isoformat()
