"""What other answers change, in words: the answers themselves, and what becomes of each kind of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer, Kind
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.routing.difference import Difference, Shift, Turn
from gouden_poort.routing.route import Route
from gouden_poort.routing.what_if import WhatIf
from gouden_poort.web.citizen.what_if.form import modes_words
from gouden_poort.web.filters import counted_hours, counted_minutes, duration, dutch_date, euros, minutes
from gouden_poort.web.language import _, fixed, nl
from gouden_poort.web.wording import CEFR_LEVELS, SENTENCES, and_list, say
from gouden_poort.web.words.answer_words import answer_words
from gouden_poort.web.words.names import Names

GOOD, BAD = "good", "bad"
MARKS: Mapping[Turn, tuple[str, str]] = MappingProxyType(
    {
        Turn.OPENED: ("tick", GOOD),
        Turn.CLOSED: ("bar", BAD),
        Turn.ENTERED: ("plus", GOOD),
        Turn.LEFT: ("minus", BAD),
        Turn.STARTS_EARLIER: ("clock", GOOD),
        Turn.STARTS_LATER: ("hourglass", BAD),
        Turn.QUALIFIED_SOONER: ("clock", GOOD),
        Turn.QUALIFIED_LATER: ("hourglass", BAD),
        Turn.CHEAPER: ("euro", GOOD),
        Turn.DEARER: ("euro", BAD),
        Turn.NEARER: ("arrow", GOOD),
        Turn.FARTHER: ("arrow", BAD),
        Turn.BETTER_PAID: ("euro", GOOD),
        Turn.LESS_PAID: ("euro", BAD),
    }
)
"""The icon of each turn and how it looks. What counts from another first day only (sooner, later) is not told."""
LISTS = frozenset({Kind.SKILLS, Kind.OCCUPATIONS, Kind.CREDENTIALS, Kind.SECTORS})
"""Answers that may be long lists."""
OPENS, CLOSES = frozenset({Turn.OPENED, Turn.ENTERED}), frozenset({Turn.CLOSED, Turn.LEFT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that changes about a route."""

    words: str
    icon: str
    look: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A kind of work of which something changes."""

    occupation_id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Work that fares alike, under one heading."""

    title: str
    work: tuple[Changed, ...]

    @property
    def words(self) -> str:
        """The part as one sentence."""
        return say("whatif.part", title=self.title, work=and_list([one.title for one in self.work]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that other answers change."""

    answers: tuple[str, ...]
    """Each answer, as it was and as it becomes."""
    parts: tuple[Part, ...]
    """Empty when nothing changes."""
    why: tuple[str, ...]
    """When nothing changes: why not."""


def result(
    snapshot: Snapshot,
    sides: tuple[Profile, Profile],
    given: Mapping[str, Answer],
    new: Mapping[str, Answer],
    found: WhatIf,
) -> Result:
    """What `new` answers change to those `given`, for who someone is and who they would be."""
    parts = tuple(_parts(snapshot, found.differences, (sides[1].available_from - sides[0].available_from).days // 7))
    return Result(
        answers=tuple(_told(snapshot, sides, each, given.get(each), answer) for each, answer in new.items()),
        parts=parts,
        why=() if parts else tuple(_why(new, found)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The work that someone wants to see opened, and whether other answers do."""

    title: str
    line: Line
    is_open: bool


def aim_of(snapshot: Snapshot, occupation_id: str, route: Route | None) -> Aim:
    """What becomes of closed work; `route` is the one there is with other answers."""
    turn = Turn.OPENED if route else Turn.CLOSED
    icon, look = MARKS[turn]
    words = say("whatif.opened", start=dutch_date(route.placement.start_date)) if route else say("whatif.still_closed")
    line = Line(words=words, icon=icon, look=look)
    return Aim(title=nl(Names(snapshot).occupation(occupation_id)), line=line, is_open=route is not None)


def _told(snapshot: Snapshot, sides: tuple[Profile, Profile], question_id: str, old: Answer, new: Answer) -> str:
    """How an answer changes; of a long list only what came and what went."""
    question = BY_ID[question_id]
    if not old or not new or question.kind not in LISTS:
        return _answer(snapshot, sides, question_id, old, new)
    before, after = ([*answer_words(snapshot, question, each)] for each in (old, new))
    gone, come = ([each for each in one if each not in other] for one, other in ((before, after), (after, before)))
    told = (("whatif.answer.come", come), ("whatif.answer.gone", gone))
    return Markup(" ").join(say(key, name=_(question.short), what=and_list(each)) for key, each in told if each)


def _answer(snapshot: Snapshot, sides: tuple[Profile, Profile], question_id: str, old: Answer, new: Answer) -> str:
    """How an answer changes; what was only assumed before was never said."""
    question = BY_ID[question_id]
    before, after = (_short(side, question_id) for side in sides)
    if not after:
        before, after = (and_list(list(answer_words(snapshot, question, each))) if each else "" for each in (old, new))
    if old is None or not before:
        return say("whatif.answer.new", name=_(question.short), after=after or say("answer.empty"))
    return say("whatif.answer", name=_(question.short), before=before, after=after or say("answer.empty"))


def _short(profile: Profile, question_id: str) -> str:
    """What an answer made of a profile, where that is said shorter than the answer itself; else empty."""
    match question_id:
        case "travel_minutes":
            return counted_minutes(profile.max_travel_minutes)
        case "transport":
            return modes_words(profile.modes)
        case "dutch":
            return _(CEFR_LEVELS[profile.cefr])
        case "start":
            return fixed(dutch_date(profile.available_from))
        case "week":
            return counted_hours(profile.hours_per_week)
        case _:
            return ""


def _parts(snapshot: Snapshot, differences: Iterable[Difference], weeks_moved: int) -> Iterator[Part]:
    told = [(frozenset(one.turns), _changed(snapshot, one, weeks_moved)) for one in differences]
    told = [(turns, work) for turns, work in told if work.lines]
    rest = OPENS | CLOSES
    for key, work in (
        ("whatif.opens", [work for turns, work in told if turns & OPENS]),
        ("whatif.closes", [work for turns, work in told if turns & CLOSES]),
        ("whatif.changes", [work for turns, work in told if not turns & rest]),
    ):
        if work:
            yield Part(title=say(key), work=tuple(work))


def _changed(snapshot: Snapshot, one: Difference, weeks_moved: int) -> Changed:
    return Changed(
        occupation_id=one.occupation_id,
        title=nl(Names(snapshot).occupation(one.occupation_id)),
        lines=tuple(_line(one, turn, weeks_moved) for turn in Turn if turn in _turns(one, weeks_moved)),
    )


def _turns(one: Difference, weeks_moved: int) -> frozenset[Turn]:
    """What is told of a difference: on the calendar, and the end of learning only where it moves by itself."""
    turns = frozenset(one.turns) & set(MARKS) - {Turn.QUALIFIED_SOONER, Turn.QUALIFIED_LATER}
    if one.shift is None or (moved := one.shift.weeks_to_qualified + weeks_moved) in (0, one.shift.calendar_weeks):
        return turns
    return turns | {Turn.QUALIFIED_LATER if moved > 0 else Turn.QUALIFIED_SOONER}


def _line(one: Difference, turn: Turn, weeks_moved: int) -> Line:
    icon, look = MARKS[turn]
    by = _by(turn, one.shift, weeks_moved) if one.shift else ""
    start = dutch_date(one.after.placement.start_date) if one.after else ""
    return Line(words=say(f"whatif.{turn.value}", by=by, start=start), icon=icon, look=look)


def _by(turn: Turn, shift: Shift, weeks_moved: int) -> str:
    """By how much a number moved; empty for what has no number."""
    match turn:
        case Turn.STARTS_EARLIER | Turn.STARTS_LATER:
            return duration(abs(shift.calendar_weeks))
        case Turn.QUALIFIED_SOONER | Turn.QUALIFIED_LATER:
            return duration(abs(shift.weeks_to_qualified + weeks_moved))
        case Turn.CHEAPER | Turn.DEARER:
            return euros(abs(shift.own_cost_eur))
        case Turn.NEARER | Turn.FARTHER:
            return minutes(abs(shift.travel_minutes))
        case Turn.LESS_PAID | Turn.BETTER_PAID:
            return euros(abs(shift.wage_month_eur))
        case _:
            return ""


def _why(new: Mapping[str, Answer], found: WhatIf) -> Iterator[str]:
    """Why nothing changes, for each answer that would be another."""
    if not found.before:
        yield say("whatif.same.none")
        return
    told = [key for each in new if (key := f"whatif.same.{each}") in SENTENCES]
    for key in told or ["whatif.same"]:
        yield say(key)
