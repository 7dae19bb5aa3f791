"""Routes for files of profiles: what stands behind `gouden-poort route`.

Everything that comes in is read and checked before anything is planned, and files go out whole or not at all.
"""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from gouden_poort.api.profile_schema import read_profile
from gouden_poort.api.route_schema import written_answer, written_route
from gouden_poort.catalogue.near import near
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.strict_json import FILE_LIMIT, below, read
from gouden_poort.profiles.profile import Profile
from gouden_poort.services.catalogue_checks import MOST_WITH_NEAR, check_against_catalogue, unknown_ids

PAIR_COLUMNS = ("profile_id", "target_occupation_id")
Progress = Callable[[Sequence[Any]], Iterable[Any]]
"""Passes things on one by one and shows how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """The profiles of one file, in order; `alone` when the file holds one object instead of a list."""

    profiles: tuple[Profile, ...]
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question for the best route of one profile to one occupation."""

    line: int
    profile_id: str
    occupation_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is answered, and how long it took for each profile."""

    document: Any
    timings: list[dict[str, Any]]


def contents(path: Path) -> bytes:
    """The bytes of a file; InvalidInput when it has more than we read, as a device may have without end."""
    with path.open("rb") as file:
        body = file.read(FILE_LIMIT + 1)
    if len(body) > FILE_LIMIT:
        raise InvalidInput([_fault("", "too_many", f"more than {FILE_LIMIT} bytes", f"at most {FILE_LIMIT} bytes")])
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


def read_pairs(body: bytes) -> tuple[Pair, ...]:
    """The pairs in a CSV file; InvalidInput names each line that is not one."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = _fault("", "malformed", f"byte 0x{body[error.start]:02x} at position {error.start}", "text in UTF-8")
        raise InvalidInput([fault]) from None
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(rows, [])
        if any(header.count(column) != 1 for column in PAIR_COLUMNS):
            raise InvalidInput([_fault("line 1", "missing", ",".join(header), f"the columns {','.join(PAIR_COLUMNS)}")])
        return tuple(_pairs(rows, header))
    except csv.Error as error:
        raise InvalidInput([_fault(f"line {rows.line_num}", "malformed", str(error), "a CSV row")]) from None


def _pairs(rows: Any, header: list[str]) -> list[Pair]:
    """`rows` is a csv.reader, whose type has no name."""
    places = [header.index(column) for column in PAIR_COLUMNS]
    pairs: list[Pair] = []
    faults: list[FieldError] = []
    for row in rows:
        if not row:
            continue
        if len(row) != len(header):
            expected = f"{len(header)} cells"
            faults.append(_fault(f"line {rows.line_num}", "malformed", f"{len(row)} cells", expected))
        else:
            profile_id, occupation_id = (row[place] for place in places)
            pairs.append(Pair(line=rows.line_num, profile_id=profile_id, occupation_id=occupation_id))
    if faults:
        raise InvalidInput(faults)
    return pairs


def check_pairs(snapshot: Snapshot, profiles: Profiles, pairs: Sequence[Pair]) -> None:
    """InvalidInput with every pair that names no profile or no occupation, or a profile that occurs twice."""
    counts: dict[str, int] = {}
    for profile in profiles.profiles:
        counts[profile.profile_id] = counts.get(profile.profile_id, 0) + 1
    occupations = snapshot.columns.occupations.id
    faults: list[FieldError] = []
    for pair in pairs:
        place = f"line {pair.line}"
        if pair.profile_id not in counts:
            known = counts if len(faults) < MOST_WITH_NEAR else ()
            faults.append(_unknown(place, pair.profile_id, "a profile_id of the profiles", known))
        elif counts[pair.profile_id] > 1:
            faults.append(_fault(place, "duplicate", pair.profile_id, "a profile_id that only one profile has"))
        if pair.occupation_id not in occupations:
            like = occupations if len(faults) < MOST_WITH_NEAR else ()
            faults.append(_unknown(place, pair.occupation_id, "an occupation of the catalogue", like))
    if faults:
        raise InvalidInput(faults)


def answer_profiles(snapshot: Snapshot, profiles: Profiles, progress: Progress) -> Answers:
    """The best routes for each profile, as the format writes them."""
    from gouden_poort.routing.suggestion import suggest  # noqa: PLC0415 - not needed to refuse bad input

    answers, timings = [], []
    for profile in progress(profiles.profiles):
        started = perf_counter()
        routes = suggest(snapshot, profile)
        timings.append(_timing(profile.profile_id, perf_counter() - started))
        answers.append(written_answer(profile.profile_id, routes))
    return Answers(document=answers[0] if profiles.alone else answers, timings=timings)


def answer_pairs(snapshot: Snapshot, profiles: Profiles, pairs: Sequence[Pair], progress: Progress) -> Answers:
    """The best route, or null, for each pair; a profile's time is that of all its pairs."""
    from gouden_poort.routing.planner import best_route  # noqa: PLC0415 - not needed to refuse bad input

    by_id = {profile.profile_id: profile for profile in profiles.profiles}
    seconds: dict[str, float] = {}
    answers = []
    for pair in progress(pairs):
        started = perf_counter()
        route = best_route(snapshot, by_id[pair.profile_id], pair.occupation_id)
        seconds[pair.profile_id] = seconds.get(pair.profile_id, 0.0) + perf_counter() - started
        written = None if route is None else written_route(route)
        answers.append({"profile_id": pair.profile_id, "target_occupation_id": pair.occupation_id, "route": written})
    return Answers(document=answers, timings=[_timing(*one) for one in seconds.items()])


def _timing(profile_id: str, seconds: float) -> dict[str, Any]:
    return {"profile_id": profile_id, "ms": round(seconds * 1000, 3)}


def as_text(document: Any) -> str:
    """JSON for people and programs: a list has one thing on each line."""
    if not isinstance(document, list):
        return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    lines = (json.dumps(one, ensure_ascii=False, allow_nan=False) for one in document)
    return "[\n" + ",\n".join(lines) + "\n]\n" if document else "[]\n"


def write_whole(texts: Mapping[Path, str]) -> None:
    """Write files so that nobody ever sees half of one; none appears before all are complete."""
    complete: list[tuple[str, Path]] = []
    try:
        for path, text in texts.items():
            complete.append((_written_beside(path, text), path))
        while complete:
            unfinished, path = complete[-1]
            os.replace(unfinished, path)  # noqa: PTH105 - the temporary name is a text
            complete.pop()
    finally:
        for unfinished, _ in complete:
            Path(unfinished).unlink(missing_ok=True)


def _written_beside(path: Path, text: str) -> str:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(0o644)
    return name


def _unknown(path: str, given: str, expected: str, known: Iterable[str]) -> FieldError:
    return FieldError(path=path, code="unknown_id", given=given, expected=expected, near=near(given, known))


def _fault(path: str, code: str, given: str, expected: str) -> FieldError:
    return FieldError(path=path, code=code, given=given, expected=expected)
