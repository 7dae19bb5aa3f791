"""What happened in ten years, in words: for the citizen in any language, and for staff, whose pages are in Dutch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.plan import Milestone, MilestoneKind, Plan
from gouden_poort.development.progress import How
from gouden_poort.development.standing import Phase
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, later, ngettext, nl
from gouden_poort.web.wording import and_list, comma_list, say
from gouden_poort.web.words.names import Names

_WHAT: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.PLAN_CHOSEN: later("Route gekozen"),
        EventKind.STARTED: later("Begonnen"),
        EventKind.FINISHED: later("Afgerond"),
        EventKind.STOPPED: later("Gestopt"),
        EventKind.PAUSED: later("Pauze begonnen"),
        EventKind.RESUMED: later("Weer opgepakt"),
        EventKind.NEW_JOB: later("Nieuw werk"),
        EventKind.LOST_JOB: later("Werk gestopt"),
        EventKind.SECTOR_CHANGE: later("Ander werk, zelfde werkgever"),
        EventKind.PROOF_ADDED: later("Bewijs erbij"),
        EventKind.TALK_HELD: later("Gesprek gehad"),
        EventKind.AGREEMENT_MADE: later("Afspraak gemaakt"),
        EventKind.MILESTONE_MOVED: later("Dag verzet"),
        EventKind.CHECKED_IN: later("Vragen van het jaar beantwoord"),
        EventKind.CORRECTED: later("Verbeterd"),
        EventKind.CLOSED: later("Afgesloten"),
    }
)
_PHASES: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.BEFORE: later("Je bent nog niet begonnen."),
        Phase.LEARNING: later("Je leert nu."),
        Phase.WORKING: later("Je hebt werk."),
        Phase.BETWEEN: later("Je zit tussen 2 stappen in."),
        Phase.PAUSED: later("Je hebt even pauze."),
        Phase.STOPPED: later("Je bent gestopt. Je kunt altijd weer verder."),
        Phase.CLOSED: later("Je tien jaar zijn afgesloten."),
    }
)
_DOING: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.BEFORE: later("Nog niet begonnen"),
        Phase.LEARNING: later("Leren"),
        Phase.WORKING: later("Werken"),
        Phase.BETWEEN: later("Tussen 2 stappen"),
        Phase.PAUSED: later("Pauze"),
        Phase.STOPPED: later("Gestopt"),
        Phase.CLOSED: later("Afgesloten"),
    }
)
_HOW: Mapping[How, str] = MappingProxyType(
    {
        How.AHEAD: later("Komt nog"),
        How.LATE: later("Nog niets van gehoord"),
        How.RUNNING: later("Bezig"),
        How.DONE: later("Afgerond"),
        How.FAILED: later("Gestopt"),
        How.PASSED: later("Niet meer nodig"),
    }
)


def what(kind: EventKind) -> str:
    """The kind of an event in two or three words."""
    return _(_WHAT[kind])


def where_now(phase: Phase) -> str:
    """One sentence for the person who is there."""
    return _(_PHASES[phase])


def doing(phase: Phase) -> str:
    """What someone does in a phase, as in a table."""
    return _(_DOING[phase])


def how_far(how: How) -> str:
    """How far a milestone is."""
    return _(_HOW[how])


def months_words(months: int) -> str:
    """Whole months as years and months.

    >>> months_words(27), months_words(12), months_words(0)
    ('2 jaar en 3 maanden', '1 jaar', '0 maanden')
    """
    years, rest = divmod(months, 12)
    said = [ngettext("%(num)s jaar", "%(num)s jaar", years)] if years else []
    if rest or not years:
        said.append(ngettext("%(num)s maand", "%(num)s maanden", rest))
    return and_list(said)


class Labels:
    """What milestones and work of some plans are called, also when the catalogue has lost them."""

    def __init__(self, snapshot: Snapshot, plans: Sequence[Plan]) -> None:
        self._snapshot = snapshot
        self._names = Names(snapshot)
        self._plans = plans
        self._milestones = {each.id: each for plan in plans for each in plan.milestones}

    def milestone(self, milestone_id: UUID | None) -> str:
        """A milestone by its id; empty when no plan of these has it."""
        found = self._milestones.get(milestone_id) if milestone_id else None
        return self.of(found) if found else ""

    def target(self, plan_id: UUID | None) -> str:
        """The work to which a plan leads; empty when it is none of these."""
        found = next((plan for plan in self._plans if plan.id == plan_id), None)
        return self.work(found.route.target_occupation_id) if found else ""

    def of(self, milestone: Milestone) -> str:
        """A milestone as it stands in a list."""
        match milestone.kind:
            case MilestoneKind.PLACEMENT:
                return _("Begin met werk: %(work)s", work=self.work(milestone.occupation_id))
            case MilestoneKind.FIRST_YEAR:
                return _("Een jaar aan het werk")
            case MilestoneKind.MOVE:
                return _("Volgende functie: %(work)s", work=self.work(milestone.occupation_id))
            case MilestoneKind.YEARLY_TALK:
                return _("Jaargesprek %(year)s", year=milestone.year)
            case _:
                return nl(milestone.label)

    def work(self, occupation_id: str) -> str:
        """Work by its id: as the catalogue calls it now, else as it was called in a plan."""
        if occupation_id == OUTSIDE:
            return _("werk buiten de techniek")
        if occupation_id in self._snapshot.columns.occupations.id:
            return self._names.occupation(occupation_id)
        kept = (plan.named.occupations.get(occupation_id) for plan in self._plans)
        return nl(next((each for each in kept if each), occupation_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event in words."""

    what: str
    about: str
    """Which course, which work; empty where there is nothing to add."""
    words: str
    """What somebody wrote with it."""


def told(event: Event, labels: Labels) -> Told:
    """An event in words."""
    return Told(what=what(event.kind), about=_about(event, labels), words=event.words)


def _about(event: Event, labels: Labels) -> str:
    match event.kind:
        case EventKind.NEW_JOB | EventKind.SECTOR_CHANGE:
            work = labels.work(event.occupation_id) if event.occupation_id else ""
            hours = ngettext("%(num)s uur", "%(num)s uur", event.hours_per_week) if event.hours_per_week else ""
            return comma_list([each for each in (work, nl(event.employer) if event.employer else "", hours) if each])
        case EventKind.MILESTONE_MOVED if event.moved_to:
            return _("%(what)s naar %(day)s", what=labels.milestone(event.milestone_id), day=_day(event.moved_to))
        case EventKind.CHECKED_IN if event.year:
            return say("years.one", first=event.year)
        case EventKind.PLAN_CHOSEN:
            return labels.target(event.plan_id)
        case _:
            return labels.milestone(event.milestone_id)


def _day(day: date) -> str:
    return fixed(dutch_date(day))
