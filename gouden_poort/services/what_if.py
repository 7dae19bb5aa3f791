"""What if I could do a little more, or waited: the suggestion for someone beside that for who they could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing import what_if as routing
from gouden_poort.routing.change import LICENCE_B, Change, ChangeKind, made
from gouden_poort.routing.what_if import WhatIf
from gouden_poort.services.catalogue_checks import unknown_among, wanted_by_profile
from gouden_poort.services.recent import Recent
from gouden_poort.services.routes import routes_kept

_KEPT = 256
Asked = tuple[str, Profile, Profile]
"""A catalogue version, and two profiles without their ids."""
_recent: Recent[Asked, WhatIf] = Recent(_KEPT)


def what_if(snapshot: Snapshot, before: Profile, after: Profile) -> WhatIf:
    """What becomes of the suggestion for one profile with another.

    InvalidInput with everything that the catalogue does not have, below `profile` and `other`.
    """
    _check(snapshot, before, after)
    before, after = replace(before, profile_id=""), replace(after, profile_id="")
    return _recent.get(
        (snapshot.version, before, after),
        lambda: routing.what_if(snapshot, before, after, known=routes_kept(snapshot, before)),
    )


def changed(snapshot: Snapshot, profile: Profile, changes: Sequence[Change]) -> Profile:
    """Who someone would be after some changes; InvalidInput when the catalogue does not know what one is about."""
    for place, change in enumerate(changes):
        if change.kind is ChangeKind.DRIVING_LICENCE and LICENCE_B not in snapshot.columns.credentials.id:
            expected = "a catalogue that knows this licence"
            fault = FieldError(
                path=f"changes.{place}.kind", code="unknown_id", given=change.kind.value, expected=expected
            )
            raise InvalidInput([fault])
    return made(changes, profile)


def _check(snapshot: Snapshot, before: Profile, after: Profile) -> None:
    """Of the second profile only what the first does not have too: it may have been made from that."""
    first = list(unknown_among(wanted_by_profile(snapshot, before)))
    second = [fault for fault in unknown_among(wanted_by_profile(snapshot, after)) if fault not in first]
    sides = (("profile", first), ("other", second))
    faults = [replace(fault, path=f"{side}.{fault.path}") for side, found in sides for fault in found]
    if faults:
        raise InvalidInput(faults)
