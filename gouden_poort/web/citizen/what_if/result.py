"""From two sets of answers of a visitor to what lies between them: for what is tried out, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.question import Answer
from gouden_poort.services import trying
from gouden_poort.services.what_if import what_if
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.what_if.words import Result, result
from gouden_poort.wiring import house


@dataclass(frozen=True, slots=True, kw_only=True)
class LastResult:
    """What the last change did, and whether it put back what stood before."""

    result: Result
    is_undone: bool


def result_of(snapshot: Snapshot, answers: Mapping[str, Answer], otherwise: Mapping[str, Answer]) -> Result:
    """What becomes of the routes for `answers` when some of them are otherwise."""
    before, _ = visitor.profile_from(snapshot, answers)
    after, _ = visitor.profile_from(snapshot, {**answers, **otherwise})
    return result(snapshot, (before, after), answers, otherwise, what_if(snapshot, before, after))


def changed_lately(snapshot: Snapshot, answers: Mapping[str, Answer]) -> LastResult | None:
    """What the last change to the answers did to the routes; None when there was none, or too long ago."""
    last = trying.changed_lately(house().unit_of_work, visitor.known_assessment(), house().clock())
    if last is None:
        return None
    now = {name: answers.get(name) for name, old in last.before.items() if answers.get(name) != old}
    if not now:
        return None
    return LastResult(result=result_of(snapshot, {**answers, **last.before}, now), is_undone=last.is_undone)
