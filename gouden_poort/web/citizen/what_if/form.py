"""What someone could answer otherwise: small changes that a person can really make, each as the answer it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gouden_poort.profiles.answering import LATEST_START_DAYS
from gouden_poort.profiles.assessment import first_monday_after
from gouden_poort.profiles.levels import CEFR, Mode
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.web.filters import counted_hours, counted_minutes, dutch_date
from gouden_poort.web.language import _, ngettext
from gouden_poort.web.wording import CEFR_LEVELS, TRAVEL_MODES, and_list, say

MINUTES_MORE = (10, 20, 30)
WEEKS_MOVED = (-13, -4, 4, 13, 26)
WEEKS_IN_A_QUARTER = 13
SOONEST = "soonest"
HOURS_MOVED = (4, 8, -4, -8)
FLUENT = CEFR.C1
"""Whoever speaks Dutch without effort is not asked to speak it better: no work or course asks more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One change: what a form sends, what a person reads, and the answer that it would give."""

    value: str
    label: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The changes of one answer, of which at most one is made."""

    question_id: str
    label: str
    now: str
    """The answer as it is, in words."""
    options: tuple[Option, ...]


def groups(profile: Profile, answers: Mapping[str, Answer], today: date) -> tuple[Group, ...]:
    """What this person can change; an answer with nothing left to change is not there."""
    told = (
        ("travel_minutes", counted_minutes(profile.max_travel_minutes), _travel(profile)),
        ("transport", modes_words(profile.modes), _transport(profile)),
        ("dutch", _(CEFR_LEVELS[profile.cefr]), _dutch(profile)),
        ("start", dutch_date(profile.available_from), _start(profile, today)),
        ("week", counted_hours(profile.hours_per_week), _week(profile, answers)),
    )
    made = (Group(question_id=each, label=say(f"whatif.{each}"), now=now, options=tuple(o)) for each, now, o in told)
    return tuple(group for group in made if group.options)


def picked(all_groups: tuple[Group, ...], form: Mapping[str, str]) -> dict[str, Answer]:
    """The answers that differ in a form; what no option says is no change."""
    return {
        group.question_id: option.answer
        for group in all_groups
        for option in group.options
        if option.value == form.get(group.question_id)
    }


def shown(all_groups: tuple[Group, ...], tried: Mapping[str, Answer]) -> dict[str, str]:
    """The form as it looks with answers that are tried out."""
    return {
        group.question_id: option.value
        for group in all_groups
        for option in group.options
        if group.question_id in tried and option.answer == tried[group.question_id]
    }


def modes_words(modes: frozenset[Mode]) -> str:
    """Ways to travel, as a list in the order of the question about them."""
    return and_list([_(TRAVEL_MODES[each]) for each in modes_answer(modes)])


def modes_answer(modes: frozenset[Mode]) -> list[str]:
    """Ways to travel as the answer about them is kept."""
    return [choice.value for choice in BY_ID["transport"].choices if Mode(choice.value) in modes]


def week_answer(answers: Mapping[str, Answer], hours: int) -> dict[str, int]:
    """The answer about the week with other hours to learn and work; what else it holds stays."""
    kept = answers.get("week")
    return {**(kept if isinstance(kept, Mapping) else {}), BY_ID["week"].numbers[0].name: hours}


def _travel(profile: Profile) -> Iterator[Option]:
    highest = BY_ID["travel_minutes"].numbers[0].highest
    for more in MINUTES_MORE:
        total = profile.max_travel_minutes + more
        if total <= highest:
            label = say("whatif.travel.longer", more=counted_minutes(more), total=counted_minutes(total))
            yield Option(value=str(more), label=label, answer=total)


def _transport(profile: Profile) -> Iterator[Option]:
    for mode in Mode:
        if mode not in profile.modes:
            label = say("whatif.transport.also", mode=_(TRAVEL_MODES[mode.value]))
            yield Option(value=mode.value, label=label, answer=modes_answer(profile.modes | {mode}))
    rest = profile.modes - {Mode.CAR}
    if rest and rest != profile.modes:
        yield Option(value="no-car", label=say("whatif.transport.no_car"), answer=modes_answer(rest))


def _dutch(profile: Profile) -> Iterator[Option]:
    if profile.cefr < FLUENT:
        more = CEFR(profile.cefr + 1)
        yield Option(value="1", label=say("whatif.dutch.more", level=_(CEFR_LEVELS[more])), answer=more.name)


def _start(profile: Profile, today: date) -> Iterator[Option]:
    first, last = first_monday_after(today), today + timedelta(days=LATEST_START_DAYS)
    if profile.available_from > first:
        label = say("whatif.start.soonest", day=dutch_date(first))
        yield Option(value=SOONEST, label=label, answer=first.isoformat())
    for weeks in WEEKS_MOVED:
        day = profile.available_from + timedelta(weeks=weeks)
        if first < day <= last:
            key = "whatif.start.later" if weeks > 0 else "whatif.start.earlier"
            label = say(key, by=_long(abs(weeks)), day=dutch_date(day))
            yield Option(value=str(weeks), label=label, answer=day.isoformat())


def _long(weeks: int) -> str:
    """How far a start is moved; whole quarters are said in months."""
    quarters, rest = divmod(weeks, WEEKS_IN_A_QUARTER)
    if rest:
        return ngettext("%(num)s week", "%(num)s weken", weeks)
    return ngettext("%(num)s maand", "%(num)s maanden", 3 * quarters)


def _week(profile: Profile, answers: Mapping[str, Answer]) -> Iterator[Option]:
    field = BY_ID["week"].numbers[0]
    for moved in HOURS_MOVED:
        hours = profile.hours_per_week + moved
        if field.lowest <= hours <= field.highest:
            label = _more_hours(moved, hours) if moved > 0 else _fewer_hours(-moved, hours)
            yield Option(value=str(moved), label=label, answer=week_answer(answers, hours))


def _more_hours(by: int, hours: int) -> str:
    return ngettext("%(num)s uur meer (%(hours)s uur)", "%(num)s uur meer (%(hours)s uur)", by, hours=hours)


def _fewer_hours(by: int, hours: int) -> str:
    return ngettext("%(num)s uur minder (%(hours)s uur)", "%(num)s uur minder (%(hours)s uur)", by, hours=hours)
