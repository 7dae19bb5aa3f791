"""Taking a route into the plan: of what is suggested to someone now, the whole route to one kind of work is kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.plan import Plan
from gouden_poort.errors import InvalidInput, UnknownPlace, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Answer
from gouden_poort.services import assessments
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.setting_aside import catalogue_for
from gouden_poort.services.drafts import without_drafts
from gouden_poort.services.offering.overlay import with_full_openings
from gouden_poort.services.places import find_place
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.routes import suggested_or_best
from gouden_poort.services.ten_years.choosing import choose_plan


class RouteGone(Exception):
    """There is no route to this work for this person any more; nothing was changed."""


def take_route(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    actor: Actor,
    dossier_id: UUID,
    *,
    occupation_id: str,
    moment: datetime,
) -> Plan:
    """Make the route that the person sees now their plan, with its ten years where it is one of the suggested ones.

    RouteGone when it is not possible now; `snapshot` is the catalogue as it answers everybody.
    """
    deed = Deed.OWN_DOSSIER if actor.role is Role.CITIZEN else Deed.CHANGE_DOSSIER
    with open_unit(actor) as unit:
        assessment_id = opened(unit, actor, deed, dossier_id).dossier.assessment_id
        answers = without_drafts(unit.assessments.answers(assessment_id))
        aside = unit.set_asides.of(dossier_id)
    now = catalogue_for(with_full_openings(open_unit, snapshot, assessment_id), aside)
    try:
        profile, _assumed = assessments.profile_of(now, assessment_id, answers, today=dutch_day(moment))
        found = suggested_or_best(now, profile, occupation_id)
    except (InvalidInput, UnknownThing) as wrong:
        raise RouteGone from wrong
    if found is None:
        raise RouteGone
    return choose_plan(
        open_unit,
        actor,
        dossier_id,
        found.route,
        snapshot=now,
        profile=profile,
        region=_region(open_unit, now, answers.get("place")),
        moment=moment,
    )


def _region(open_unit: UnitOfWorkFactory, snapshot: Snapshot, place: Answer) -> str:
    """The code of the labour market region where someone lives; empty where this catalogue does not know the place."""
    if not isinstance(place, tuple | list):
        return ""
    try:
        return find_place(snapshot, open_unit, Home.from_answer([str(part) for part in place]).label).region_code
    except (UnknownPlace, ValueError):
        return ""
