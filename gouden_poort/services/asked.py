"""What may be asked about eligibility: a person, a day and things of the catalogue, and whether those exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.judge import Judge
from gouden_poort.services.catalogue_checks import Wanted, unknown_among, unknown_ids, wanted_by_profile
from gouden_poort.services.scheme_help import scheme_ids
from gouden_poort.services.told import faults_in

MOST_ASKED = 50
"""Offerings, positions and schemes in one question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One person, and what they ask about."""

    profile: Profile
    day: date
    offerings: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    told: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """Facts besides the profile, by name, in the form of JSON (see `services.told`)."""


def check_question(judge: Judge, question: Question) -> None:
    """InvalidInput with every id and fact that is not known."""
    faults = [*unknown_among(_wanted(judge, question)), *faults_in(judge, question.told)]
    if faults:
        raise InvalidInput(faults)


def faults_beside(judge: Judge, document: Mapping[str, object]) -> Iterator[FieldError]:
    """The same faults in a document that is wrong in other ways too, so that all can be told at once."""
    for fault in unknown_ids(judge.snapshot, document.get("profile")):
        yield replace(fault, path=f"profile.{fault.path}")
    yield from unknown_among(_wanted_things(judge, document))
    told = document.get("facts")
    if isinstance(told, Mapping):
        yield from faults_in(judge, told)


def _wanted(judge: Judge, question: Question) -> Iterator[Wanted]:
    for path, given, known, what in wanted_by_profile(judge.snapshot, question.profile):
        yield f"profile.{path}", given, known, what
    things = {"offerings": question.offerings, "positions": question.positions, "schemes": question.schemes}
    yield from _wanted_things(judge, things)


def _wanted_things(judge: Judge, lists: Mapping[str, object]) -> Iterator[Wanted]:
    """What stands where an id belongs and is a text; nobody reads more than as many as may be asked."""
    columns = judge.snapshot.columns
    for name, known, what in (
        ("offerings", columns.offerings.id, "an offering"),
        ("positions", columns.positions.id, "a position"),
        ("schemes", scheme_ids(judge), "a scheme"),
    ):
        given = lists.get(name)
        for i, one in enumerate(given[:MOST_ASKED] if isinstance(given, list | tuple) else ()):
            if isinstance(one, str):
                yield f"{name}.{i}", one, known, what
