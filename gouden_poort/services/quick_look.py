"""Which routes fit someone of whom little is known and nothing is kept: no name, and not in a database either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput, UnknownPlace
from gouden_poort.profiles.assessment import Assumption, missing
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.services import assessments
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.routes import ExplainedRoute, suggest_routes
from gouden_poort.services.skills import skills_of_occupation

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLook:
    """What there is to see, or what must be known first."""

    missing: tuple[str, ...] = ()
    """Questions without whose answer there is no route."""
    profile: Profile | None = None
    routes: tuple[ExplainedRoute, ...] = ()
    assumed: tuple[Assumption, ...] = ()


def quick_look(
    open_unit: UnitOfWorkFactory, snapshot: Snapshot, told: Mapping[str, object], *, today: date
) -> QuickLook:
    """The same routes as someone gets who answers this much of the assessment; InvalidInput names every fault.

    Who did this kind of work is taken to have the skills that it cannot be done without.
    """
    answers: dict[str, Answer] = {}
    faults: list[FieldError] = []
    for name, raw in told.items():
        try:
            answers[name] = assessments.check(open_unit, snapshot, name, raw, today=today)
        except InvalidInput as wrong:
            faults += wrong.faults
        except UnknownPlace as unknown:
            faults.append(FieldError(path=name, code="unknown_id", given="", expected="a place", near=unknown.near))
    if faults:
        raise InvalidInput(faults)
    absent = missing(answers)
    if absent:
        return QuickLook(missing=absent)
    answers |= _skills(snapshot, answers.get("former_work"))
    profile, assumed = assessments.profile_of(snapshot, NOBODY, answers, today=today)
    return QuickLook(profile=profile, routes=suggest_routes(snapshot, profile), assumed=assumed)


def _skills(snapshot: Snapshot, former: Answer) -> dict[str, Answer]:
    levels: dict[str, int] = {}
    for occupation, years in former.items() if isinstance(former, Mapping) else ():
        for skill in skills_of_occupation(snapshot, occupation, years):
            if skill.essential:
                levels[skill.skill_id] = max(skill.level, levels.get(skill.skill_id, 0))
    return {"skills": levels} if levels else {}
