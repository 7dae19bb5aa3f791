"""The changes that open closed work, as answers that someone can try out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.routing.change import Change, ChangeKind, made
from gouden_poort.web.citizen.what_if.form import modes_answer, week_answer


def opening_answers(changes: Iterable[Change], profile: Profile, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers that make the changes; empty when one of them is no answer that can be given today.

    How long a route may be is asked nowhere, and a licence must be got before anyone can say they have it.
    """
    kinds = {change.kind for change in changes}
    after = made(changes, profile)
    found: dict[ChangeKind, tuple[str, Answer]] = {
        ChangeKind.DAYPARTS: ("dayparts", [choice.value for choice in BY_ID["dayparts"].choices]),
        ChangeKind.TRAVEL_MINUTES: ("travel_minutes", after.max_travel_minutes),
        ChangeKind.TRANSPORT: ("transport", modes_answer(after.modes)),
        ChangeKind.LATER_START: ("start", after.available_from.isoformat()),
        ChangeKind.HOURS_PER_WEEK: ("week", week_answer(answers, after.hours_per_week)),
        ChangeKind.BUDGET: ("budget", after.budget_eur),
    }
    return dict(found[kind] for kind in kinds) if kinds <= set(found) else {}
