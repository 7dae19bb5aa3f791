"""The best route to one occupation, for who has no other targets to share the search with.

Where the usual search does not come to its end it is led by something else first: few steps, or little money, which
leave far less to try. What that finds is the limit for a longer search.
"""

from __future__ import annotations

from dataclasses import replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.emphasis import CHEAPEST, FEWEST, Emphasis, Seeker
from gouden_poort.routing.planner import NO_LIMIT
from gouden_poort.routing.route import Route
from gouden_poort.routing.terrain import Solution

PATIENCE = 20
"""The first search may take so many times what one of a suggestion may."""
MORE_PATIENCE = 400


def best_route(snapshot: Snapshot, profile: Profile, occupation_id: str, *, full_too: bool = False) -> Route | None:
    """The route of least effort to an occupation, None when none was found; with `full_too` also over full places."""
    try:
        occupation = snapshot.columns.occupations.id.row(occupation_id)
    except KeyError:
        raise UnknownThing("occupation", occupation_id) from None
    seeker = Seeker(snapshot, profile, patience=PATIENCE, full_too=full_too)
    solution = thoroughly_solved(seeker, occupation)
    return None if solution is None else seeker.written(occupation, solution)


def thoroughly_solved(seeker: Seeker, occupation: int) -> Solution | None:
    """The best schedule found for an occupation, its effort as the seeker's person counts it."""
    answer = seeker.searched(occupation)
    if answer.is_proved:
        return answer.solution
    found = [] if answer.solution is None else [answer.solution]
    for weights in (FEWEST, CHEAPEST):
        led = seeker.leaning(Emphasis(weights=weights), PATIENCE).solved(occupation)
        if led is not None:
            found.append(replace(led, effort=seeker.effort_of(led)))
    best = min(found, key=lambda solution: solution.effort, default=None)
    longer = seeker.alone(MORE_PATIENCE).solved(occupation, NO_LIMIT if best is None else best.effort)
    return longer or best
