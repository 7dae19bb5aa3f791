"""What someone could change so that work opens, as sentences: what, how much is needed, what they said, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.routing.change import Change, ChangeKind
from gouden_poort.routing.outlook import questions_after
from gouden_poort.routing.route import Route
from gouden_poort.web.filters import counted_hours, counted_minutes, duration, dutch_date, euros
from gouden_poort.web.language import _, later
from gouden_poort.web.wording import say
from gouden_poort.web.words.answering import question_url

QUESTION: Mapping[ChangeKind, tuple[str, str]] = MappingProxyType(
    {
        ChangeKind.DAYPARTS: ("dayparts", later("Verander mijn tijden")),
        ChangeKind.TRAVEL_MINUTES: ("travel_minutes", later("Verander mijn reistijd")),
        ChangeKind.TRANSPORT: ("transport", later("Verander mijn vervoer")),
        ChangeKind.LATER_START: ("start", later("Verander mijn begindatum")),
        ChangeKind.HOURS_PER_WEEK: ("week", later("Verander mijn uren per week")),
        ChangeKind.BUDGET: ("budget", later("Verander mijn eigen geld")),
        ChangeKind.DRIVING_LICENCE: ("papers", later("Verander mijn papieren")),
    }
)
"""The question behind a kind of change, and what its button says; how long a route may be is asked nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change in words, and where to make it."""

    words: str
    advice: str
    """What someone can do about it."""
    button: str
    """Empty where no question asks for it; then the address is empty too."""
    url: str


def change_lines(changes: Iterable[Change], profile: Profile, assumed: frozenset[str]) -> tuple[ChangeLine, ...]:
    """Changes as sentences. `assumed` are questions that were not answered: there nobody said anything."""
    return tuple(_line(change, profile, assumed) for change in changes)


def after_words(snapshot: Snapshot, profile: Profile, changes: Iterable[Change], route: Route) -> str:
    """What there is once the changes are made, and the question on which it hangs even then."""
    weeks = route.weeks_to_work
    then = say("change.then", duration=duration(weeks)) if weeks else say("change.then.now")
    for fact in questions_after(snapshot, profile, changes, route)[:1]:
        then = say("change.then.and", then=then, question=_(BY_ID[fact.question].text))
    return then


def _line(change: Change, profile: Profile, assumed: frozenset[str]) -> ChangeLine:
    question, button = QUESTION.get(change.kind, ("", ""))
    more, needed, yours = _amounts(change, profile)
    said = say("change.assumed" if question in assumed or not question else "change.said", yours=yours)
    return ChangeLine(
        words=say(f"change.{change.kind.value}", more=more, needed=needed, said=said),
        advice=say(f"change.{change.kind.value}.do"),
        button=_(button),
        url=question_url(question) if question else "",
    )


def _amounts(change: Change, profile: Profile) -> tuple[str, str, str]:
    """How much more, how much in all, and how much now; empty where a change has no amount."""
    before, after = change.before, change.after
    match change.kind:
        case ChangeKind.TRAVEL_MINUTES:
            return _counted(before, after, counted_minutes)
        case ChangeKind.HOURS_PER_WEEK:
            return _counted(before, after, counted_hours)
        case ChangeKind.BUDGET:
            return euros(after - before), euros(after), euros(before)
        case ChangeKind.LONGER_ROUTE:
            return duration(after - before), duration(after), duration(before)
        case ChangeKind.LATER_START:
            first = profile.available_from
            return duration(after), dutch_date(first + timedelta(weeks=after)), dutch_date(first)
        case _:
            return "", "", ""


def _counted(before: int, after: int, counted: Callable[[int], str]) -> tuple[str, str, str]:
    return counted(after - before), counted(after), counted(before)
