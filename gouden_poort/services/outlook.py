"""How occupations stand for a person: one of them in full, and those that are nearly open."""

from __future__ import annotations

from dataclasses import replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing import opening_changes
from gouden_poort.routing import outlook as routing
from gouden_poort.routing.opening_changes import Opened
from gouden_poort.routing.outlook import Outlook
from gouden_poort.services.catalogue_checks import check_against_catalogue
from gouden_poort.services.recent import Recent

_KEPT = 256
Asked = tuple[str, Profile, str]
"""A catalogue version, a profile without its id, and an occupation."""
_outlooks: Recent[Asked, Outlook] = Recent(_KEPT)
_nearly_open: Recent[tuple[str, Profile], tuple[Opened, ...]] = Recent(_KEPT)


def outlook_on(snapshot: Snapshot, profile: Profile, occupation_id: str) -> Outlook:
    """How one occupation stands, and what would open it; UnknownThing, InvalidInput."""
    check_against_catalogue(snapshot, profile)
    key = (snapshot.version, replace(profile, profile_id=""), occupation_id)
    return _outlooks.get(key, lambda: routing.outlook(snapshot, profile, occupation_id))


def nearly_open(snapshot: Snapshot, profile: Profile) -> tuple[Opened, ...]:
    """Occupations that one change opens, those that suit best first; InvalidInput."""
    check_against_catalogue(snapshot, profile)
    key = (snapshot.version, replace(profile, profile_id=""))
    return _nearly_open.get(key, lambda: opening_changes.nearly_open(snapshot, profile))
