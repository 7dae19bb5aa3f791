"""Reading a journal: corrections put in place, today's state computed, and what may be written down next.

A journal has two clocks: the day on which something happened, and the moment at which it was written down. So it can be
asked how someone stood on a day, and what was known about that on another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from gouden_poort.development.event import LONGEST_EMPLOYER, LONGEST_WORDS, Event, EventKind
from gouden_poort.development.plan import YEARS
from gouden_poort.development.standing import DoesNotFit, Standing, after
from gouden_poort.development.years import years_after
from gouden_poort.errors import CannotBeRead, FieldError, InvalidInput
from gouden_poort.profiles.typed import unfit

_ANY, _NEVER = UUID(int=0), datetime(1, 1, 1, tzinfo=UTC)
"""In the place of what may differ between two ways to write the same thing down."""
_OFTEN = frozenset(
    {
        EventKind.CORRECTED,
        EventKind.AGREEMENT_MADE,
        EventKind.PAUSED,
        EventKind.STOPPED,
        EventKind.RESUMED,
    }
)
"""Kinds of which two on a day are two: what comes between them decides whether the second one fits."""
_OF_A_TALK = frozenset({EventKind.TALK_HELD, EventKind.AGREEMENT_MADE})
EARLIEST = date(2000, 1, 1)
"""Before this nothing of ours happened: an older day is a slip of the pen."""
FURTHEST_MOVE = YEARS
"""Years from the day on which a milestone is moved: nothing of ten years lies further."""


def effective(events: Iterable[Event], *, known_at: datetime | None = None) -> list[Event]:
    """What really happened, in order of day: corrections put in the place of what they correct.

    `known_at`: as it was known at that moment; what was written down later is left out.
    """
    known = [event for event in events if known_at is None or event.written_at <= known_at]
    latest = _corrections(known)
    happened = [_as_corrected(event, latest.get(event.id)) for event in known if event.kind is not EventKind.CORRECTED]
    return sorted((event for event in happened if event is not None), key=lambda each: each.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something as it was written down, and as it really was."""

    written: Event
    really: Event | None
    """None: it never happened."""
    correction: Event | None
    """What says so; None while nobody corrected it."""

    @property
    def place(self) -> tuple[date, datetime, UUID]:
        """Where it stands among the others."""
        return (self.really or self.written).place


def entries(events: Sequence[Event]) -> list[Entry]:
    """All that was ever written down but for corrections, each beside what it was corrected by; in order of day."""
    latest = _corrections(events)
    found = [
        Entry(written=each, really=_as_corrected(each, latest.get(each.id)), correction=latest.get(each.id))
        for each in events
        if each.kind is not EventKind.CORRECTED
    ]
    return sorted(found, key=lambda each: each.place)


def standing_of(events: Iterable[Event], *, on: date | None = None, known_at: datetime | None = None) -> Standing:
    """How someone stands after all events; on a day: after those up to and including it.

    CannotBeRead when one of them cannot have happened: no journal that was checked is so.
    """
    standing = Standing()
    for event in effective(events, known_at=known_at):
        if on is None or event.day <= on:
            standing = _after(standing, event)
    return standing


def talked_after(events: Iterable[Event], day: date) -> bool:
    """Whether there was a talk of a later day: of one on the day itself nobody knows whether it came before.

    What was agreed tells of a talk too: of two on one day only the first is written down as held.
    """
    return any(each.kind in _OF_A_TALK and each.day > day for each in effective(events))


Happened = tuple[Event, Standing]
"""Something that happened, with how someone stood after it."""


def standings(events: Iterable[Event]) -> Iterator[Happened]:
    """Everything that happened, in order of day; CannotBeRead when something cannot have."""
    standing = Standing()
    for event in effective(events):
        standing = _after(standing, event)
        yield event, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of days in which nothing changed; the last day is not part of it."""

    since: date
    until: date
    standing: Standing

    @property
    def days(self) -> int:
        """How long it was."""
        return (self.until - self.since).days


def spans(happened: Iterable[Happened], until: date) -> Iterator[Span]:
    """What happened as stretches from its first day up to a day; stretches of no days are left out."""
    since: date | None = None
    standing = Standing()
    for event, then in happened:
        if event.day > until:
            break
        if since is not None and since < event.day:
            yield Span(since=since, until=event.day, standing=standing)
        since, standing = event.day, then
    if since is not None and since < until:
        yield Span(since=since, until=until, standing=standing)


def check(events: Sequence[Event], new: Event, today: date) -> None:
    """Whether an event may be added to a journal; InvalidInput says what was expected instead.

    Where something of a later day would not fit any more, `near` of the fault is its kind and its day.
    """
    faults = [*_faults_of_fields(new, today)] or [*_faults_of_place(events, new)]
    if faults:
        raise InvalidInput(faults)


def _after(standing: Standing, event: Event) -> Standing:
    """The next standing in a journal that was kept."""
    try:
        return after(standing, event)
    except DoesNotFit as unfit_event:
        raise CannotBeRead(event.dossier_id, type(unfit_event).__name__) from unfit_event


def _corrections(events: Iterable[Event]) -> dict[object, Event]:
    """The last correction of each event that has one."""
    return {
        event.corrects: event
        for event in sorted(events, key=lambda each: (each.written_at, each.id))
        if event.kind is EventKind.CORRECTED
    }


def _as_corrected(event: Event, correction: Event | None) -> Event | None:
    """An event as it really was; None when it never happened."""
    if correction is None:
        return event
    if correction.instead is None:
        return None
    return replace(
        correction,
        id=event.id,
        kind=correction.instead,
        corrects=None,
        instead=None,
        written_at=event.written_at,
        written_by=event.written_by,
    )


def _faults_of_fields(new: Event, today: date) -> Iterator[FieldError]:
    if not EARLIEST <= new.day <= today:
        expected = f"a day from {EARLIEST.isoformat()} up to today, {today.isoformat()}"
        yield FieldError(path="day", code="out_of_range", given=new.day.isoformat(), expected=expected)
    if new.kind is EventKind.MILESTONE_MOVED and new.moved_to is not None:
        furthest = years_after(new.day, FURTHEST_MOVE)
        if not new.day <= new.moved_to <= furthest:
            expected = f"a day from {new.day.isoformat()} to {furthest.isoformat()}"
            yield FieldError(path="moved_to", code="out_of_range", given=new.moved_to.isoformat(), expected=expected)
    if new.hours_per_week is not None and not 1 <= new.hours_per_week <= 60:
        given = str(new.hours_per_week)
        yield FieldError(path="hours_per_week", code="out_of_range", given=given, expected="1 to 60 hours")
    yield from unfit(
        {"words": new.words, "employer": new.employer}, {"words": LONGEST_WORDS, "employer": LONGEST_EMPLOYER}
    )


def _faults_of_place(events: Sequence[Event], new: Event) -> Iterator[FieldError]:
    """Whether the journal can still be read from first to last with the event in its place."""
    given = f"{new.kind} on {new.day.isoformat()}"
    written = {each.id for each in events if each.kind is not EventKind.CORRECTED}
    if new.kind is EventKind.CORRECTED and new.corrects not in written:
        yield FieldError(
            path="corrects", code="unknown_id", given=str(new.corrects), expected="an event of the journal"
        )
        return
    closed_on = next((each.day for each in effective(events) if each.kind is EventKind.CLOSED), None)
    if closed_on is not None and new.kind is not EventKind.CORRECTED:
        expected = f"a correction, or nothing: the dossier was closed on {closed_on.isoformat()}"
        yield FieldError(path="kind", code="closed", given=given, expected=expected)
        return
    if _is_double(events, new):
        yield FieldError(path="kind", code="duplicate", given=given, expected="an event that is not in the journal yet")
        return
    standing, about = Standing(), new.corrects or new.id
    for event in effective([*events, new]):
        try:
            standing = after(standing, event)
        except DoesNotFit as unfit_event:
            if event.id == about:
                yield FieldError(path="kind", code=unfit_event.code, given=given, expected=unfit_event.expected)
                return
            other = (event.kind.value, event.day.isoformat())
            expected = f"{unfit_event.expected}; {other[0]} on {other[1]} would not fit any more"
            yield FieldError(path="kind", code=unfit_event.code, given=given, expected=expected, near=other)
            return


def _is_double(events: Sequence[Event], new: Event) -> bool:
    """The same thing on the same day is one thing, whoever wrote it down again.

    But for what can be so more often on a day: an agreement, and what ends and begins again.
    """
    if new.kind in _OFTEN and new.milestone_id is None:
        return False
    alike = replace(new, id=_ANY, written_at=_NEVER, written_by=None)
    return any(replace(each, id=_ANY, written_at=_NEVER, written_by=None) == alike for each in effective(events))
