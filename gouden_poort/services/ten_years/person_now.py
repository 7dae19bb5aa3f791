"""What everything that looks for a way from today begins with: the person of a dossier as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import Event
from gouden_poort.development.plan import Plan
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.services import assessments
from gouden_poort.services.dossiers.setting_aside import catalogue_for
from gouden_poort.services.drafts import without_drafts
from gouden_poort.services.offering.overlay import with_full_openings
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.line import CANNOT_BE_READ
from gouden_poort.services.ten_years.present import present


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept about someone, read in the unit of work of whoever may see it."""

    dossier: Dossier
    answers: dict[str, Answer]
    aside: Sequence[SetAside]
    plans: Sequence[Plan]
    """All that were ever chosen, the first one first."""
    events: Sequence[Event]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNow:
    """Someone and the catalogue as it answers them: without rules set aside for them, and without full places."""

    snapshot: Snapshot
    profile: Profile


def kept_of(unit: UnitOfWork, dossier: Dossier) -> Kept:
    """Everything that a way from today hangs on."""
    return Kept(
        dossier=dossier,
        answers=without_drafts(unit.assessments.answers(dossier.assessment_id)),
        aside=unit.set_asides.of(dossier.id),
        plans=unit.plans.of(dossier.id),
        events=unit.journal.of(dossier.id),
    )


def person_now(open_unit: UnitOfWorkFactory, snapshot: Snapshot, kept: Kept, moment: datetime) -> PersonNow:
    """The person; InvalidInput when an answer that is needed is absent. `snapshot` is as it answers everybody."""
    today = dutch_day(moment)
    now = with_full_openings(open_unit, snapshot, kept.dossier.assessment_id)
    return _person(now, kept, told_on=today, today=today)


def person_then(snapshot: Snapshot, kept: Kept, plan: Plan, moment: datetime) -> PersonNow:
    """The same person, with what they learnt since, in the catalogue and on the day of a plan; without full places."""
    return _person(snapshot, kept, told_on=dutch_day(plan.made_at), today=dutch_day(moment))


def with_what_was_learnt(
    unit: UnitOfWork, dossier: Dossier, snapshot: Snapshot, told: Profile, today: date
) -> Profile | None:
    """What somebody told, with what they learnt since they chose a plan; None when that cannot be read."""
    try:
        plans = unit.plans.of(dossier.id)
        return present(snapshot, told, plans, unit.journal.of(dossier.id), today) if plans else told
    except CANNOT_BE_READ:
        return None


def _person(snapshot: Snapshot, kept: Kept, *, told_on: date, today: date) -> PersonNow:
    theirs = catalogue_for(snapshot, kept.aside)
    told, _assumed = assessments.profile_of(theirs, kept.dossier.assessment_id, kept.answers, today=told_on)
    return PersonNow(snapshot=theirs, profile=present(theirs, told, kept.plans, kept.events, today))
