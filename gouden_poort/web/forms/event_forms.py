"""The forms in which somebody writes down what happened: which fields each kind asks, and what was filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.plan import COURSES, MilestoneKind
from gouden_poort.development.progress import How, Point
from gouden_poort.development.standing import Phase
from gouden_poort.development.years import years_after
from gouden_poort.profiles.question import Choice
from gouden_poort.profiles.typed import one_line, readable
from gouden_poort.services.ten_years.reading import TenYears
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault, in_order
from gouden_poort.web.forms.no_days import no_day
from gouden_poort.web.forms.typed import real_day_in
from gouden_poort.web.language import _, later
from gouden_poort.web.words.event_words import Labels

MOST_WORK = 300
"""Kinds of work in a list that unfolds: more would be too heavy for a page."""
_GOING = frozenset(Phase) - {Phase.PAUSED, Phase.STOPPED, Phase.CLOSED}
_WHEN: Mapping[EventKind, frozenset[Phase]] = MappingProxyType(
    {
        EventKind.PAUSED: _GOING,
        EventKind.STOPPED: _GOING | {Phase.PAUSED},
        EventKind.RESUMED: frozenset({Phase.PAUSED, Phase.STOPPED}),
    }
)
"""In which phases something may be written down, where not in each."""


class Ask(StrEnum):
    """A field of a form; its value is the name of the field."""

    MILESTONE = "milestone"
    WORK = "work"
    EMPLOYER = "employer"
    WORDS = "words"
    DAY = "day"
    MOVED_TO = "moved_to"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventForm:
    """What is asked to write down one kind of event. All words are said with `_`."""

    slug: str
    """In the address."""
    kind: EventKind
    asks: tuple[Ask, ...]
    title: str
    words: str = ""
    """What is asked where somebody writes freely."""
    is_of_staff: bool = False
    has_milestone: bool = False
    """With stopping, which is of one course or of everything."""


_WHY = later("Waarom? (mag leeg)")
FORMS: Mapping[str, EventForm] = MappingProxyType(
    {
        form.slug: form
        for form in (
            EventForm(
                slug="begonnen",
                kind=EventKind.STARTED,
                asks=(Ask.MILESTONE, Ask.DAY),
                title=later("Begonnen met een cursus of leerplek"),
            ),
            EventForm(
                slug="klaar",
                kind=EventKind.FINISHED,
                asks=(Ask.MILESTONE, Ask.DAY),
                title=later("Klaar met een cursus of leerplek"),
            ),
            EventForm(
                slug="gestopt-met",
                kind=EventKind.STOPPED,
                asks=(Ask.MILESTONE, Ask.DAY, Ask.WORDS),
                title=later("Gestopt met een cursus of leerplek"),
                words=_WHY,
                has_milestone=True,
            ),
            EventForm(
                slug="werk",
                kind=EventKind.NEW_JOB,
                asks=(Ask.WORK, Ask.EMPLOYER, Ask.DAY),
                title=later("Nieuw werk"),
            ),
            EventForm(
                slug="andere-sector",
                kind=EventKind.SECTOR_CHANGE,
                asks=(Ask.WORK, Ask.DAY),
                title=later("Ander werk bij dezelfde werkgever, in een andere sector"),
            ),
            EventForm(
                slug="werk-gestopt",
                kind=EventKind.LOST_JOB,
                asks=(Ask.DAY, Ask.WORDS),
                title=later("Werk gestopt"),
                words=_WHY,
            ),
            EventForm(
                slug="bewijs",
                kind=EventKind.PROOF_ADDED,
                asks=(Ask.WORDS, Ask.DAY),
                title=later("Een diploma, certificaat of ander bewijs"),
                words=later("Wat is het bewijs?"),
            ),
            EventForm(
                slug="verzet",
                kind=EventKind.MILESTONE_MOVED,
                asks=(Ask.MILESTONE, Ask.MOVED_TO, Ask.WORDS),
                title=later("Een stap naar een andere dag"),
                words=later("Waarom naar een andere dag?"),
            ),
            EventForm(
                slug="pauze",
                kind=EventKind.PAUSED,
                asks=(Ask.DAY, Ask.WORDS),
                title=later("Even pauze"),
                words=_WHY,
            ),
            EventForm(
                slug="stop",
                kind=EventKind.STOPPED,
                asks=(Ask.DAY, Ask.WORDS),
                title=later("Stoppen met het plan"),
                words=_WHY,
            ),
            EventForm(
                slug="verder",
                kind=EventKind.RESUMED,
                asks=(Ask.DAY,),
                title=later("Pak weer op"),
            ),
            EventForm(
                slug="gesprek",
                kind=EventKind.TALK_HELD,
                asks=(Ask.DAY, Ask.WORDS),
                title="Gesprek gehad",
                words="Waar ging het over? (mag leeg)",
                is_of_staff=True,
            ),
            EventForm(
                slug="afsluiten",
                kind=EventKind.CLOSED,
                asks=(Ask.DAY, Ask.WORDS),
                title="Tien jaar afsluiten",
                words=_WHY,
                is_of_staff=True,
            ),
        )
    }
)
"""By their slug, in the order of a life."""


def slug_of(kind: EventKind) -> str:
    """The address of the form in which a kind of event is written down."""
    return next(form.slug for form in FORMS.values() if form.kind is kind)


def possible(found: TenYears, *, for_staff: bool) -> list[EventForm]:
    """The forms that can be filled in by how someone stands now."""
    forms = (form for form in FORMS.values() if for_staff or not form.is_of_staff)
    return [form for form in forms if _is_possible(form, found)]


def milestones_for(form: EventForm, found: TenYears, labels: Labels) -> list[Choice]:
    """The milestones that may be chosen."""
    return [Choice(value=str(key), label=labels.milestone(key)) for key in _keys(form, found)]


def work_for(snapshot: Snapshot, found: TenYears, labels: Labels) -> list[Choice]:
    """The work of the plan first, then all other by name, and last what is outside technology."""
    planned = list(dict.fromkeys(each.occupation_id for each in found.milestones.values() if each.occupation_id))
    others = sorted((each for each in snapshot.columns.occupations.id if each not in planned), key=labels.work)
    listed = [*planned, *others][:MOST_WORK]
    outside = Choice(value=OUTSIDE, label=_("Werk buiten de techniek"))
    return [*(Choice(value=each, label=labels.work(each)) for each in listed), outside]


def event_in(
    form: EventForm, given: Form, found: TenYears, snapshot: Snapshot, *, event_id: UUID, by: UUID, moment: datetime
) -> tuple[Event, list[Fault]]:
    """What was filled in as an event, and what is wrong with the fields themselves; the journal judges the rest."""
    faults = [*_faults_of_fields(form, given, found, snapshot)]
    occupation = given.get(Ask.WORK, "") if Ask.WORK in form.asks else ""
    event = Event(
        id=event_id,
        dossier_id=found.dossier.id,
        kind=form.kind,
        day=(real_day_in(given, Ask.DAY) if Ask.DAY in form.asks else None) or found.day,
        written_at=moment,
        written_by=by,
        milestone_id=_milestone(given) if Ask.MILESTONE in form.asks else None,
        occupation_id=occupation,
        sector=sector_of(occupation, found, snapshot),
        employer=one_line(given.get(Ask.EMPLOYER, "")),
        moved_to=real_day_in(given, Ask.MOVED_TO) if Ask.MOVED_TO in form.asks else None,
        words=readable(given.get(Ask.WORDS, "")) if Ask.WORDS in form.asks else "",
    )
    return event, faults


def sector_of(occupation_id: str, found: TenYears, snapshot: Snapshot) -> str:
    """The sector of work in the catalogue, or in a plan when the catalogue lost it; empty outside technology."""
    columns = snapshot.columns
    if occupation_id in columns.occupations.id:
        return str(columns.sectors[int(columns.occupations.sector[columns.occupations.id.row(occupation_id)])])
    return next((plan.named.sectors[occupation_id] for plan in found.plans if occupation_id in plan.named.sectors), "")


def ordered(form: EventForm, faults: Sequence[Fault]) -> list[Fault]:
    """The faults in the order of the page."""
    return in_order(faults, [ask.value for ask in form.asks])


def _faults_of_fields(form: EventForm, given: Form, found: TenYears, snapshot: Snapshot) -> Iterator[Fault]:
    """What only the form can know: what was not filled in, or is on no list."""
    if Ask.MILESTONE in form.asks and _milestone(given) not in _keys(form, found):
        yield Fault(field="milestone", words=_("Kies om welke stap het gaat."))
    if Ask.WORK in form.asks:
        known = {OUTSIDE, *snapshot.columns.occupations.id}
        known |= {each for plan in found.plans for each in plan.named.occupations}
        if given.get("work", "") not in known:
            yield Fault(field="work", words=_("Kies welk werk het is."))
    for ask in (Ask.DAY, Ask.MOVED_TO):
        if ask in form.asks and real_day_in(given, ask) is None:
            yield no_day(ask.value, given)


def _is_possible(form: EventForm, found: TenYears) -> bool:
    standing = found.standing
    if standing.phase is Phase.CLOSED:
        return False
    if Ask.MILESTONE in form.asks:
        return bool(_keys(form, found))
    if form.kind in (EventKind.LOST_JOB, EventKind.SECTOR_CHANGE):
        return standing.job is not None
    return standing.phase in _WHEN.get(form.kind, frozenset(Phase))


def _keys(form: EventForm, found: TenYears) -> list[UUID]:
    """Which milestones a kind can be about, in the order of their days."""
    standing = found.standing
    match form.kind:
        case EventKind.STARTED:
            courses = (each for each in found.points if each.milestone.kind in COURSES)
            return [each.milestone.id for each in courses if each.how not in (How.RUNNING, How.DONE)]
        case EventKind.MILESTONE_MOVED:
            open_ones = (each for each in found.points if each.how in (How.AHEAD, How.LATE, How.RUNNING))
            return [each.milestone.id for each in open_ones if not is_far(each, found.day)]
        case _:
            return [each for each in standing.running if each in found.milestones]


def is_far(point: Point, day: date) -> bool:
    """A talk of a later year than the coming one: it is the same for ten years, and tells nobody anything now."""
    return point.milestone.kind is MilestoneKind.YEARLY_TALK and point.expected_on > years_after(day, 1)


def _milestone(given: Form) -> UUID | None:
    try:
        return UUID(given.get(Ask.MILESTONE, ""))
    except ValueError:
        return None


NEVER, OTHER_DAY = "never", "other_day"


def correction_in(
    given: Form, written: Event, really: Event | None, *, event_id: UUID, by: UUID, moment: datetime
) -> Event | Fault:
    """What was filled in about an event that is not right: it never happened, or on another day."""
    how = given.get("how", "")
    correction = replace(
        really or written,
        id=event_id,
        kind=EventKind.CORRECTED,
        corrects=written.id,
        instead=None,
        written_at=moment,
        written_by=by,
    )
    if how == NEVER:
        return correction
    if how != OTHER_DAY:
        return Fault(field="how", words=_("Kies wat er niet klopt."))
    day = real_day_in(given, "day")
    if day is None:
        return no_day("day", given)
    return replace(correction, instead=written.kind, day=day)


def how_choices() -> tuple[Choice, ...]:
    """The two ways in which an event can be wrong."""
    return (
        Choice(value=OTHER_DAY, label=_("Het was op een andere dag")),
        Choice(value=NEVER, label=_("Het is niet gebeurd")),
    )
