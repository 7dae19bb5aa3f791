"""What every screen about one person begins with: the look, which is written down, and the routes for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.profile import Profile
from gouden_poort.services import assessments
from gouden_poort.services.dossiers.setting_aside import catalogue_for
from gouden_poort.services.dossiers.viewing import Seen, view
from gouden_poort.services.offering.overlay import with_full_openings
from gouden_poort.services.routes import ExplainedRoute, suggest_routes
from gouden_poort.services.ten_years.person_now import with_what_was_learnt
from gouden_poort.web.words.names import Names
from gouden_poort.wiring import house


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """What the catalogue has for someone, without the rules that were set aside for them."""

    snapshot: Snapshot
    profile: Profile | None
    """None: an answer that is needed is absent."""
    found: tuple[ExplainedRoute, ...]
    needed: tuple[str, ...]
    """The questions without whose answer there is no profile."""
    is_as_told: bool = False
    """What they learnt since should count, and could not be read."""


def look(dossier_id: UUID) -> Seen:
    """Everything about one person, for the coach who asks; NotAllowed for anybody else."""
    return view(house().unit_of_work, signed_in(), dossier_id, house().clock())


def routes_for(seen: Seen) -> Routes:
    """The same routes as the citizen sees."""
    return _routes(seen, lambda _snapshot, told: told)


def routes_from_now(seen: Seen) -> Routes:
    """Those of who learnt something since they answered, on courses and at work."""
    parts = house()

    def now(snapshot: Snapshot, told: Profile) -> Profile | None:
        with parts.unit_of_work(signed_in()) as unit:
            return with_what_was_learnt(unit, seen.dossier, snapshot, told, parts.today())

    return _routes(seen, now)


def _routes(seen: Seen, of_now: Callable[[Snapshot, Profile], Profile | None]) -> Routes:
    parts = house()
    now = with_full_openings(parts.unit_of_work, parts.shelf.active(), seen.dossier.assessment_id)
    snapshot = catalogue_for(now, seen.set_aside)
    try:
        told, _assumed = assessments.profile_of(snapshot, seen.dossier.assessment_id, seen.answers, today=parts.today())
    except InvalidInput as wrong:
        needed = tuple(fault.path for fault in wrong.faults)
        return Routes(snapshot=snapshot, profile=None, found=(), needed=needed)
    known = of_now(snapshot, told)
    profile = known or told
    found = suggest_routes(snapshot, profile)
    return Routes(snapshot=snapshot, profile=profile, found=found, needed=(), is_as_told=known is None)


def target_name(snapshot: Snapshot, occupation_id: str) -> str:
    """The work to which the chosen route leads; empty when none was chosen or the catalogue lost it."""
    if occupation_id not in snapshot.columns.occupations.id:
        return ""
    return str(Names(snapshot).occupation(occupation_id))
