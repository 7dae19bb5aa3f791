"""How one occupation stands for a person, as far as that can be told at once: for a page that says much more besides.

Whoever wants to know for certain, however long it takes, asks `services.routes.suggested_or_best` or `outlook_on`.
"""

from __future__ import annotations

from dataclasses import replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.outlook import Outlook, outlook_of
from gouden_poort.routing.planner import Planner
from gouden_poort.services.catalogue_checks import check_against_catalogue
from gouden_poort.services.catalogue_views import row_of
from gouden_poort.services.outlook import outlook_on
from gouden_poort.services.recent import Recent
from gouden_poort.services.routes import routes_kept

_KEPT = 256
MANY_OFFERINGS = 20_000
"""With more to plan with, looking for changes that open closed work is no matter of a moment; the built-in catalogue
has about 7,000."""
Asked = tuple[str, Profile, str]
"""A catalogue version, a profile without its id, and an occupation."""
_looks: Recent[Asked, Outlook | None] = Recent(_KEPT)


def first_look(snapshot: Snapshot, profile: Profile, occupation_id: str) -> Outlook | None:
    """How an occupation stands, by one short search; None when that is not enough to tell. UnknownThing, InvalidInput.

    A route that is found may not be the very best one, unless it was suggested a while ago.
    """
    check_against_catalogue(snapshot, profile)
    row = row_of(snapshot.columns.occupations.id, "occupation", occupation_id)
    profile = replace(profile, profile_id="")
    for route in routes_kept(snapshot, profile) or ():
        if route.target_occupation_id == occupation_id:
            return outlook_of(snapshot, profile, route)
    return _looks.get((snapshot.version, profile, occupation_id), lambda: _looked(snapshot, profile, row))


def _looked(snapshot: Snapshot, profile: Profile, row: int) -> Outlook | None:
    planner = Planner(snapshot, profile)
    answer = planner.searched(row)
    if answer.solution is not None:
        return outlook_of(snapshot, profile, planner.written(row, answer.solution))
    if not answer.is_proved or len(snapshot.columns.offerings.id) > MANY_OFFERINGS:
        return None
    return outlook_on(snapshot, profile, snapshot.columns.occupations.id[row])
