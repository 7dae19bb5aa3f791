"""Pairs of a profile and an occupation, in a CSV file: each asks for one best route."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gouden_poort.catalogue.near import near
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.route_files.reading import Profiles
from gouden_poort.services.catalogue_checks import MOST_WITH_NEAR

PAIR_COLUMNS = ("profile_id", "target_occupation_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question for the best route of one profile to one occupation."""

    line: int
    profile_id: str
    occupation_id: str


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


def _unknown(path: str, given: str, expected: str, known: Iterable[str]) -> FieldError:
    return FieldError(path=path, code="unknown_id", given=given, expected=expected, near=near(given, known))


def _fault(path: str, code: str, given: str, expected: str) -> FieldError:
    return FieldError(path=path, code=code, given=given, expected=expected)
