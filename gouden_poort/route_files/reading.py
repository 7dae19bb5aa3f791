"""Files of profiles: read and checked whole, so that all that is wrong is told before anything is planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from gouden_poort.api.profile_schema import read_profile
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.strict_json import FILE_LIMIT, below, read
from gouden_poort.profiles.profile import Profile
from gouden_poort.services.catalogue_checks import check_against_catalogue, unknown_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """The profiles of one file, in order; `alone` when the file holds one object instead of a list."""

    profiles: tuple[Profile, ...]
    alone: bool


def contents(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    InvalidInput when there are more than we read, as a device may have without end.
    """
    with click.open_file(path, "rb") as file:
        body: bytes = file.read(FILE_LIMIT + 1)
    if len(body) > FILE_LIMIT:
        expected = f"at most {FILE_LIMIT} bytes"
        raise InvalidInput(
            [FieldError(path="", code="too_many", given=f"more than {FILE_LIMIT} bytes", expected=expected)]
        )
    return body


def read_profiles(body: bytes) -> Profiles:
    """The profile, or list of profiles, in a file; InvalidInput with the faults of all of them."""
    document = read(body, limit=FILE_LIMIT)
    if not isinstance(document, list):
        return Profiles(profiles=(read_profile(document),), alone=True)
    faults: list[FieldError] = []
    profiles = []
    for index, one in enumerate(document):
        try:
            profiles.append(read_profile(one, str(index)))
        except InvalidInput as error:
            faults += error.faults
    if faults:
        raise InvalidInput(faults)
    return Profiles(profiles=tuple(profiles), alone=False)


def check_ids(snapshot: Snapshot, body: bytes) -> None:
    """InvalidInput with the ids in a file of profiles that the catalogue does not have, whatever else is wrong."""
    try:
        document = read(body, limit=FILE_LIMIT)
    except InvalidInput:
        return  # who read the profiles told so already
    found = enumerate(document) if isinstance(document, list) else [("", document)]
    faults = [
        replace(fault, path=below(str(inside), fault.path))
        for inside, one in found
        for fault in unknown_ids(snapshot, one)
    ]
    if faults:
        raise InvalidInput(faults)


def check_profiles(snapshot: Snapshot, profiles: Profiles) -> None:
    """InvalidInput with every id in the profiles that the catalogue does not have."""
    faults: list[FieldError] = []
    for index, profile in enumerate(profiles.profiles):
        try:
            check_against_catalogue(snapshot, profile)
        except InvalidInput as error:
            inside = "" if profiles.alone else str(index)
            faults += [replace(fault, path=below(inside, fault.path)) for fault in error.faults]
    if faults:
        raise InvalidInput(faults)
