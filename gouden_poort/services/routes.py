"""The main job: which routes are there for this person, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.explanation import RouteExplanation, explain_all
from gouden_poort.routing.route import Route
from gouden_poort.routing.selecting import ChosenFor
from gouden_poort.routing.suggestion import choose
from gouden_poort.routing.thorough import best_route
from gouden_poort.services.catalogue_checks import check_against_catalogue
from gouden_poort.services.recent import Recent

_KEPT = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedRoute:
    """A route with its reasons."""

    route: Route
    explanation: RouteExplanation
    chosen_for: ChosenFor | None = None
    """Why it is one of the best five; None for a route that was asked for by itself."""


Question = tuple[str, Profile, str | None]
"""A catalogue version, a profile without its id, and a target occupation or None for a suggestion."""
_recent: Recent[Question, tuple[ExplainedRoute, ...]] = Recent(_KEPT)


def suggest_routes(snapshot: Snapshot, profile: Profile) -> tuple[ExplainedRoute, ...]:
    """The best routes, at most five, in three sectors or more as far as routes exist there.

    InvalidInput when the profile names what the catalogue does not have.
    """
    check_against_catalogue(snapshot, profile)

    def make() -> tuple[ExplainedRoute, ...]:
        chosen = choose(snapshot, profile)
        explained = _explained(snapshot, profile, [one.route for one in chosen])
        return tuple(replace(each, chosen_for=one.chosen_for) for each, one in zip(explained, chosen, strict=True))

    return _recent.get(_question(snapshot, profile, None), make)


def routes_kept(snapshot: Snapshot, profile: Profile) -> tuple[Route, ...] | None:
    """The routes of a suggestion made a while ago, without their careers; None when it is not kept."""
    found = _recent.kept(_question(snapshot, profile, None))
    return None if found is None else tuple(replace(one.route, career=None) for one in found)


def route_to(snapshot: Snapshot, profile: Profile, occupation_id: str) -> ExplainedRoute | None:
    """The best route to one occupation, None when there is none; UnknownThing for no such occupation."""
    check_against_catalogue(snapshot, profile)
    if occupation_id not in snapshot.columns.occupations.id:
        raise UnknownThing("occupation", occupation_id[:100])

    def make() -> tuple[ExplainedRoute, ...]:
        route = best_route(snapshot, profile, occupation_id)
        return _explained(snapshot, profile, (route,) if route else ())

    return next(iter(_recent.get(_question(snapshot, profile, occupation_id), make)), None)


def suggested_or_best(snapshot: Snapshot, profile: Profile, occupation_id: str) -> ExplainedRoute | None:
    """The suggested route to an occupation, which has its ten years; else the best one there is, as `route_to`."""
    suggested = {each.route.target_occupation_id: each for each in suggest_routes(snapshot, profile)}
    return suggested.get(occupation_id) or route_to(snapshot, profile, occupation_id)


def _question(snapshot: Snapshot, profile: Profile, occupation_id: str | None) -> Question:
    """Whose profile it is makes no difference to the routes, and is not kept."""
    return snapshot.version, replace(profile, profile_id=""), occupation_id


def _explained(snapshot: Snapshot, profile: Profile, routes: Sequence[Route]) -> tuple[ExplainedRoute, ...]:
    explanations = explain_all(snapshot, profile, routes)
    return tuple(ExplainedRoute(route=route, explanation=why) for route, why in zip(routes, explanations, strict=True))
