"""Taking a route into the plan: of what is suggested to someone now, the whole route to one kind of work is kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.plan import Plan
from gouden_poort.errors import InvalidInput, UnknownPlace, UnknownThing
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import changing
from gouden_poort.profiles.question import Answer
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.places import find_place
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.routes import suggested_or_best
from gouden_poort.services.ten_years.choosing import choose_plan
from gouden_poort.services.ten_years.person_now import kept_of, person_now


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
    """Make the best route from today their plan, with its ten years where it is one of the suggested ones.

    What they learnt since they answered counts, so the route has no step that they did already.
    RouteGone when it is not possible now; `snapshot` is the catalogue as it answers everybody.
    """
    deed = changing(actor)
    with open_unit(actor) as unit:
        kept = kept_of(unit, opened(unit, actor, deed, dossier_id).dossier)
    try:
        now = person_now(open_unit, snapshot, kept, moment)
        found = suggested_or_best(now.snapshot, now.profile, occupation_id)
    except (InvalidInput, UnknownThing) as wrong:
        raise RouteGone from wrong
    if found is None:
        raise RouteGone
    return choose_plan(
        open_unit,
        actor,
        dossier_id,
        found.route,
        snapshot=now.snapshot,
        profile=now.profile,
        region=_region(open_unit, now.snapshot, kept.answers.get("place")),
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
