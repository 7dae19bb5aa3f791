"""Reading ten years back: the plan beside what happened, as it is today or as it was on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from gouden_poort.development.check_ins import Asking, open_askings
from gouden_poort.development.commitment import Commitment
from gouden_poort.development.drift import Drift, drifts
from gouden_poort.development.event import Event
from gouden_poort.development.journal import Entry, Span, entries, spans, standing_of, standings
from gouden_poort.development.lasting import lasts_until
from gouden_poort.development.plan import YEARS, Milestone, Plan
from gouden_poort.development.progress import Point, points
from gouden_poort.development.review import Review
from gouden_poort.development.standing import RESTING, Standing
from gouden_poort.development.told_work import Unwritten, unwritten_work
from gouden_poort.development.years import whole_months, years_after
from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.own import newest_of
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.reviews import news_of
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class TenYears:
    """Everything about the ten years of one dossier, as of one day."""

    dossier: Dossier
    day: date
    """As of which everything is told."""
    plans: Sequence[Plan]
    """All that were ever chosen, the first one first."""
    plan: Plan | None
    """The one that counted on the day."""
    events: Sequence[Event]
    """All that is known, also of later days."""
    entries: Sequence[Entry]
    """What was written down of days up to this one, the newest first."""
    spans: Sequence[Span]
    """What someone did in which days, up to and including this one."""
    milestones: Mapping[UUID, Milestone]
    """Of all plans, so that what belongs to an older one has its name too."""
    standing: Standing
    points: Sequence[Point]
    drifts: Sequence[Drift]
    commitments: Sequence[Commitment] = ()
    """What was put on paper, as it is known now, also what does not hold on the day."""
    unwritten: Unwritten | None = None
    """What was answered about work in the questions of a year and is not written down; only as of today."""
    names: Mapping[UUID, str] = field(default_factory=dict)
    """Who wrote, by account; none for the citizen."""
    news: Review | None = None
    """What the house found when it looked at the plan again; None when it is asked how it stood on another day."""

    @property
    def begins_on(self) -> date | None:
        """From when the ten years run: the first day of training or technical work, else the day planned for it."""
        return self.standing.entered_on or (self.plan.begins_on if self.plan else None)

    @property
    def entered_before(self) -> date | None:
        """The first day of the ten years as it was known before the last thing was written down."""
        if not self.events:
            return None
        known_at = max(each.written_at for each in self.events) - timedelta.resolution
        return standing_of(self.events, on=self.day, known_at=known_at).entered_on

    @property
    def ends_on(self) -> date | None:
        """The first day after the ten years, with the pauses that a paper gives back; none of before they began."""
        lived = self.spans if self.standing.entered_on else ()
        return lasts_until(self.begins_on, lived, self.commitments, self.day) if self.begins_on else None

    @property
    def lasts_longer(self) -> bool:
        """Whether a pause was added to the ten years."""
        return self.begins_on is not None and self.ends_on != years_after(self.begins_on, YEARS)

    @property
    def is_over(self) -> bool:
        """Whether the ten years have passed."""
        return self.standing.entered_on is not None and self.ends_on is not None and self.ends_on <= self.day

    @property
    def months_past(self) -> int:
        """Whole months since the ten years began, of which none count after their end."""
        entered = self.standing.entered_on
        return whole_months(entered, min(self.day, self.ends_on or self.day)) if entered else 0

    @property
    def months_left(self) -> int:
        """Whole months up to the end."""
        return whole_months(self.day, self.ends_on) if self.ends_on else 0

    @property
    def askings(self) -> Sequence[Asking]:
        """Years that wait for their talk."""
        return open_askings(self.points, self.standing.phase, self.day)


def ten_years(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    moment: datetime,
    *,
    on: date | None = None,
    as_known: bool = False,
) -> TenYears:
    """Of a client, for who works with them; the look is written down. `on`: as it stood at the end of that day.

    `as_known`: without what was written down later, so as somebody who looked on that day read it.
    """
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.SEE_DOSSIER, dossier_id).dossier
        found = _read(unit, dossier, dutch_day(moment), on, as_known=as_known)
        found = replace(found, names=_names(unit, found.events))
        record(unit, actor, Deed.SEE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return found


def own_ten_years(
    open_unit: UnitOfWorkFactory, actor: Actor, moment: datetime, *, on: date | None = None
) -> TenYears | None:
    """Of the citizen who asks; None for who has no dossier."""
    with open_unit(actor) as unit:
        dossier = newest_of(unit, actor)
        return None if dossier is None else _read(unit, dossier, dutch_day(moment), on, as_known=False)


def read_back(dossier: Dossier, plans: Sequence[Plan], events: Sequence[Event], day: date) -> TenYears:
    """What plans and a journal say of ten years, as of a day."""
    stretches = [*spans(standings(events), day + timedelta(days=1))]
    standing = stretches[-1].standing if stretches else Standing()
    plan = next((each for each in plans if each.id == standing.plan_id), None)
    found = points(plan, standing, day, counted_from=plans[0].begins_on) if plan else ()
    return TenYears(
        dossier=dossier,
        day=day,
        plans=plans,
        plan=plan,
        events=events,
        entries=[each for each in reversed(entries(events)) if each.place[0] <= day],
        spans=stretches,
        milestones={each.id: each for every in plans for each in every.milestones},
        standing=standing,
        points=found,
        drifts=drifts(found, standing, day),
    )


def _read(unit: UnitOfWork, dossier: Dossier, today: date, on: date | None, *, as_known: bool) -> TenYears:
    day = on or today
    later = beginning_of(day + timedelta(days=1))
    events = [each for each in unit.journal.of(dossier.id) if not as_known or each.written_at < later]
    found = read_back(dossier, unit.plans.of(dossier.id), events, day)
    found = replace(found, commitments=unit.commitments.of(dossier.id))
    if day != today:
        return found
    found = replace(found, unwritten=unwritten_work(unit.check_ins.of(dossier.id), events, found.standing))
    if found.plan is None or found.standing.phase in RESTING:
        return found
    return replace(found, news=news_of(unit, dossier.id, found.plan.id))


def _names(unit: UnitOfWork, events: Sequence[Event]) -> Mapping[UUID, str]:
    accounts = (unit.accounts.find(each) for each in {event.written_by for event in events} if each is not None)
    return {account.id: account.name for account in accounts if account}
