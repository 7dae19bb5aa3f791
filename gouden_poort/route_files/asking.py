"""One question and its answer: plain values that can go from one process to another, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from gouden_poort.api.profile_schema import LONGEST_ID, read_profile
from gouden_poort.api.route_schema import written_answer, written_route
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.faults import described, shown
from gouden_poort.http.strict_json import Json, read
from gouden_poort.profiles.profile import Profile
from gouden_poort.route_files.lines import LINE_LIMIT, Line
from gouden_poort.route_files.writing import one_line
from gouden_poort.services.catalogue_checks import unknown_ids

MOST_ERRORS = 1_000
"""Faults of one line that are written out; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A checked profile that asks for its best routes, or for the best one or a choice to an occupation."""

    profile: Profile
    occupation_id: str | None = None
    to_choose: bool = False
    """Whether it asks for the routes to that occupation that are worth choosing between."""

    @property
    def place(self) -> str:
        """How a person finds it again."""
        return f"profile {shown(self.profile.profile_id)}"


Asked = Question | Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One line of JSON, without its end: routes, or why there can be none."""

    text: str
    profile_id: str | None
    seconds: float
    """How long planning took."""
    is_refused: bool = False


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """Plan for a profile; a line that holds none is refused with all its faults."""
    if isinstance(asked, Question):
        return _planned(snapshot, asked)
    if asked.size > LINE_LIMIT:
        given, expected = f"{asked.size} bytes", f"at most {LINE_LIMIT} bytes"
        return _refused(asked, None, [FieldError(path="", code="too_many", given=given, expected=expected)])
    try:
        document = read(asked.body, limit=LINE_LIMIT)
    except InvalidInput as error:
        return _refused(asked, None, error.faults)
    unknown = unknown_ids(snapshot, document)
    try:
        profile = read_profile(document)
    except InvalidInput as error:
        return _refused(asked, document, [*error.faults, *unknown])
    return _refused(asked, document, unknown) if unknown else _planned(snapshot, Question(profile=profile))


def _planned(snapshot: Snapshot, question: Question) -> Answer:
    from gouden_poort.routing.choice import choice  # noqa: PLC0415 - not needed to refuse bad input
    from gouden_poort.routing.suggestion import suggest  # noqa: PLC0415
    from gouden_poort.routing.thorough import best_route  # noqa: PLC0415

    profile, occupation_id = question.profile, question.occupation_id
    started = perf_counter()
    if occupation_id is None:
        routes = suggest(snapshot, profile)
        seconds = perf_counter() - started
        document = written_answer(profile.profile_id, routes)
    elif question.to_choose:
        routes = choice(snapshot, profile, occupation_id)
        seconds = perf_counter() - started
        written = [written_route(route) for route in routes]
        document = {"profile_id": profile.profile_id, "target_occupation_id": occupation_id, "routes": written}
    else:
        route = best_route(snapshot, profile, occupation_id)
        seconds = perf_counter() - started
        best = None if route is None else written_route(route)
        document = {"profile_id": profile.profile_id, "target_occupation_id": occupation_id, "route": best}
    return Answer(text=one_line(document), profile_id=profile.profile_id, seconds=seconds)


def _refused(line: Line, document: Json, faults: Sequence[FieldError]) -> Answer:
    name = document.get("profile_id") if isinstance(document, dict) else None
    profile_id = name if isinstance(name, str) and len(name) <= LONGEST_ID else None
    written: dict[str, Any] = {
        "line": line.number,
        "profile_id": profile_id,
        "errors": [described(fault) for fault in faults[:MOST_ERRORS]],
    }
    if len(faults) > MOST_ERRORS:
        written["errors_left_out"] = len(faults) - MOST_ERRORS
    return Answer(text=one_line(written), profile_id=profile_id, seconds=0.0, is_refused=True)
