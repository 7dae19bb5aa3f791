"""What there is to choose between on the way to one occupation, with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, UnknownThing
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.choice import choice
from gouden_poort.routing.explanation import explain
from gouden_poort.routing.options import Option, options
from gouden_poort.services.catalogue_checks import check_against_catalogue, unknown_among, unknown_ids
from gouden_poort.services.recent import Recent
from gouden_poort.services.routes import ExplainedRoute

_KEPT = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedOption:
    """A route of a choice with its reasons, and what sets it apart."""

    option: Option
    explained: ExplainedRoute


Question = tuple[str, Profile, str]
"""A catalogue version, a profile without its id, and an occupation."""
_recent: Recent[Question, tuple[ExplainedOption, ...]] = Recent(_KEPT)


def options_to(snapshot: Snapshot, profile: Profile, occupation_id: str) -> tuple[ExplainedOption, ...]:
    """The routes to an occupation that no other beats, at most five, least effort first; compared with the first.

    InvalidInput when the profile names what the catalogue does not have, UnknownThing for no such occupation.
    """
    check_against_catalogue(snapshot, profile)
    if occupation_id not in snapshot.columns.occupations.id:
        raise UnknownThing("occupation", occupation_id[:100])

    def make() -> tuple[ExplainedOption, ...]:
        found = options(snapshot, choice(snapshot, profile, occupation_id))
        return tuple(_explained(snapshot, profile, option) for option in found)

    return _recent.get((snapshot.version, replace(profile, profile_id=""), occupation_id), make)


def unknown_in(snapshot: Snapshot, document: Mapping[str, object]) -> Iterator[FieldError]:
    """Every id that the catalogue does not have, in a document with a `profile` and an `occupation_id`."""
    for fault in unknown_ids(snapshot, document.get("profile")):
        yield replace(fault, path=f"profile.{fault.path}")
    occupation_id = document.get("occupation_id")
    if isinstance(occupation_id, str):
        wanted = ("occupation_id", occupation_id, snapshot.columns.occupations.id, "an occupation")
        yield from unknown_among([wanted])


def _explained(snapshot: Snapshot, profile: Profile, option: Option) -> ExplainedOption:
    explanation = explain(snapshot, profile, option.route)
    return ExplainedOption(option=option, explained=ExplainedRoute(route=option.route, explanation=explanation))
