"""Ten years in the lives of invented people: a plan, and a journal of what became of it.

Chance proposes what may happen; what the journal would refuse is left out, so that nothing stands there which no coach
could have written down. All words say that they are an example.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.journey import Journey, journey_of
from gouden_poort.development.plan import COURSES, Milestone, MilestoneKind, Plan
from gouden_poort.development.standing import DoesNotFit, Standing, after
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.services.demo.cast import drawn_id
from gouden_poort.services.demo.example_plans import ExamplePlans, Someone, Work, a_plan, moved

_END = {
    DossierState.PAUSED: EventKind.PAUSED,
    DossierState.STOPPED: EventKind.STOPPED,
    DossierState.DONE: EventKind.CLOSED,
}
"""What happened last to who is in one of these states."""
_HOURS = (24, 32, 32, 36, 36, 40)
_NEXT = ("employer", "sector", "same house", "lost", "away")
_SHARES = (34, 12, 10, 32, 12)
"""How often a job ends in each of these ways."""
_TRIES = 20
"""So often chance begins anew for the one who signs in."""
_PAUSES = ("Voorbeeld: een kind gekregen", "Voorbeeld: ziek geweest", "Voorbeeld: verhuisd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What is kept of the ten years of one person."""

    dossier: Dossier
    plan: Plan
    events: Sequence[Event]
    line: Journey


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that may happen on a day; the rest is said by the fields of an event."""

    day: date
    kind: EventKind
    rest: Mapping[str, object]


def a_life(someone: Someone, plans: ExamplePlans, chance: Random, moment: datetime) -> Life | None:
    """The plan of somebody with what became of it; None for who has just come, or for whom there is no route."""
    dossier, found = someone.dossier, plans.of(someone)
    last = (dossier.state_since if dossier.state in _END else moment.date()) - timedelta(days=1)
    chosen = dossier.registered_at.date() + timedelta(days=chance.randint(2, 40))
    if dossier.state is DossierState.NEW or not found or chosen >= last:
        return None
    made_at = _noon(chosen)
    plan = a_plan(dossier, chance.choice(found), made_at, chance)
    if dossier.citizen_id is not None:
        plan = _due(plan, moment.date())
    begin = _Thing(chosen, EventKind.PLAN_CHOSEN, {"plan_id": plan.id})
    end = [_Thing(last, _END[dossier.state], {"words": "Voorbeeld"})] if dossier.state in _END else []
    between = [each for each in _things(plan, plans, chance, last) if each.day < last]
    if dossier.citizen_id is not None:
        between = [*_answered_so_far(plan, _lived(plan, plans, between, last), moment.date())]
    events = list(_that_fit([begin, *between, *end], dossier, chance))
    aimed = replace(
        dossier,
        target_id=plan.route.target_occupation_id,
        plan_changed_at=made_at,
        plan_accepted_at=made_at + timedelta(hours=3) if chance.random() < 0.65 else None,
    )
    region, groups = someone.town.region if someone.town else "", (someone.kind.group.value,)
    line = journey_of(events, plan, plan, region=region, groups=groups, today=moment.date())
    if dossier.citizen_id is not None:
        line = replace(line, look_on=moment.date())  # the calendar still owes an invitation
    return Life(dossier=aimed, plan=plan, events=events, line=line)


def _due(plan: Plan, today: date) -> Plan:
    """The plan so many weeks later that a talk of a year is in these days: who signs in is asked its questions."""
    talks = [each.planned_on for each in plan.milestones if each.year is not None and each.planned_on <= today]
    return replace(plan, route=moved(plan.route, (today - max(talks)).days // 7)) if talks else plan


def _lived(plan: Plan, plans: ExamplePlans, things: Sequence[_Thing], last: date) -> Sequence[_Thing]:
    """Years in which a course was finished and work was done, where chance can find them: who signs in looks around."""
    for seed in range(_TRIES):
        if {EventKind.FINISHED, EventKind.NEW_JOB} <= {each.kind for each in things}:
            break
        chance = Random(seed)  # noqa: S311 - invented people, not secrets
        things = [each for each in _things(plan, plans, chance, last) if each.day < last]
    return things


def _answered_so_far(plan: Plan, things: Iterable[_Thing], today: date) -> Iterator[_Thing]:
    """Every year answered, but for the one that is asked in these days."""
    yield from (each for each in things if each.kind is not EventKind.CHECKED_IN)
    for each in plan.milestones:
        day = each.planned_on + timedelta(days=9)
        if each.year is not None and day < today - timedelta(days=30):
            yield _Thing(day, EventKind.CHECKED_IN, {"year": each.year})


def _that_fit(things: Iterable[_Thing], dossier: Dossier, chance: Random) -> Iterator[Event]:
    """The journal in order, without what cannot come after what came before."""
    standing, written = Standing(), Counter[date]()
    for thing in sorted(things, key=lambda each: each.day):
        event = Event(
            id=drawn_id(chance),
            dossier_id=dossier.id,
            kind=thing.kind,
            day=thing.day,
            written_at=_noon(thing.day) + timedelta(minutes=written[thing.day]),
            written_by=dossier.coach_id,
            **thing.rest,  # type: ignore[arg-type]  # by the names of the fields
        )
        try:
            standing = after(standing, event)
        except DoesNotFit:
            continue
        written[thing.day] += 1
        yield event


def _things(plan: Plan, plans: ExamplePlans, chance: Random, last: date) -> Iterator[_Thing]:
    """Everything that may happen to somebody with this plan up to a day."""
    milestones = plan.milestones
    yield from _talks(milestones, chance)
    if chance.random() < 0.08:
        return  # a plan that nothing came of
    yield from _training(milestones, chance)
    yield from _breaks(plan.begins_on, chance, last)
    yield from _work(milestones, plan, plans, chance, last)


def _talks(milestones: Sequence[Milestone], chance: Random) -> Iterator[_Thing]:
    """Most years are answered; for some a talk follows, with an agreement."""
    answers = 0.55 if chance.random() < 0.2 else 0.92
    for each in milestones:
        if each.year is not None and chance.random() < answers:
            day = each.planned_on + timedelta(days=chance.randint(-10, 40))
            yield _Thing(day, EventKind.CHECKED_IN, {"year": each.year})
            if chance.random() < 0.4:
                yield _Thing(day + timedelta(days=9), EventKind.TALK_HELD, {})
                agreed = {"words": "Voorbeeld: samen een cursus uitzoeken"}
                yield _Thing(day + timedelta(days=10), EventKind.AGREEMENT_MADE, agreed)


def _training(milestones: Sequence[Milestone], chance: Random) -> Iterator[_Thing]:
    """Courses begin on time or late, and end with a proof, or not at all, or the second time."""
    for each in milestones:
        if each.kind not in COURSES or chance.random() < 0.07:
            continue
        course: dict[str, object] = {"milestone_id": each.id}
        begins = each.planned_on + timedelta(days=chance.choice((0, 0, 0, 1, 7, 28)))
        takes = max(each.ready_on - each.planned_on, timedelta(days=5)) + timedelta(days=chance.choice((0, 3, 30, 90)))
        yield _Thing(begins, EventKind.STARTED, course)
        if chance.random() < 0.12:
            words = {"words": "Voorbeeld: de reis was te ver"}
            yield _Thing(begins + takes / 2, EventKind.STOPPED, {**course, **words})
            if chance.random() < 0.5:
                continue
            begins += takes / 2 + timedelta(days=chance.randint(30, 300))
            yield _Thing(begins, EventKind.STARTED, course)
        yield _Thing(begins + takes, EventKind.FINISHED, course)
        if chance.random() < 0.8:
            proof = {"words": f"Voorbeeld: bewijs van {each.label}"}
            yield _Thing(begins + takes + timedelta(days=chance.randint(1, 30)), EventKind.PROOF_ADDED, proof)


def _breaks(begins_on: date, chance: Random, last: date) -> Iterator[_Thing]:
    """A pause or a stop that is over again; what somebody is in now is the state of the dossier."""
    for kind, share in ((EventKind.PAUSED, 0.15), (EventKind.STOPPED, 0.08)):
        begins = begins_on + timedelta(days=chance.randint(60, 3200))
        ends = begins + timedelta(days=chance.randint(40, 400))
        if chance.random() < share and ends < last:
            yield _Thing(begins, kind, {"words": chance.choice(_PAUSES)})
            yield _Thing(ends, EventKind.RESUMED, {})


def _work(
    milestones: Sequence[Milestone], plan: Plan, plans: ExamplePlans, chance: Random, last: date
) -> Iterator[_Thing]:
    """The work of the plan, on time, late or never; after that one job after another."""
    if chance.random() < 0.1:
        return
    place = next(each for each in milestones if each.kind is MilestoneKind.PLACEMENT)
    day = place.planned_on + timedelta(days=chance.choice((0, 0, 0, 0, 2, 5, 12, 30, 75, 150)))
    if day > place.planned_on + timedelta(days=20):
        said = {"milestone_id": place.id, "moved_to": day, "words": "Voorbeeld: de plek kwam later vrij"}
        yield _Thing(place.planned_on - timedelta(days=2), EventKind.MILESTONE_MOVED, said)
    moves = [each for each in milestones if each.kind is MilestoneKind.MOVE]
    work: Work | None = Work(place.occupation_id, plan.named.sectors[place.occupation_id])
    while work is not None and day <= last:
        yield _hired(day, work, chance)
        ends = day + timedelta(days=30 + int(chance.expovariate(1 / 1100)))
        step = next((each for each in moves if day < each.planned_on < ends), None)
        if step is not None and chance.random() < 0.6:
            day, work = step.planned_on, Work(step.occupation_id, plan.named.sectors[step.occupation_id])
            continue
        work, ends, told = _after(work, ends, plans, chance)
        yield from told
        day = ends


def _after(work: Work, ends: date, plans: ExamplePlans, chance: Random) -> tuple[Work | None, date, Sequence[_Thing]]:
    """What comes after a job: the next one or none, on which day, and what is told of the end."""
    (how,) = chance.choices(_NEXT, _SHARES)
    other = chance.choice(plans.technical)
    if how == "away":
        return Work(OUTSIDE), ends, ()
    if how == "employer":
        return work, ends, ()
    if how == "sector":
        return other, ends, ()
    if how == "same house" and work.sector:
        change = _Thing(ends, EventKind.SECTOR_CHANGE, {"sector": other.sector, "occupation_id": other.occupation_id})
        return other, ends + timedelta(days=chance.randint(200, 900)), (change,)
    lost = (_Thing(ends, EventKind.LOST_JOB, {"words": "Voorbeeld: het werk hield op"}),)
    found = ends + timedelta(days=chance.choice((14, 30, 45, 60, 80, 150, 300)))
    return chance.choice((work, work, other, None)), found, lost


def _hired(day: date, work: Work, chance: Random) -> _Thing:
    job: dict[str, object] = {
        "occupation_id": work.occupation_id,
        "sector": work.sector,
        "employer": f"Voorbeeldbedrijf {chance.randint(1, 60)}",
        "hours_per_week": chance.choice(_HOURS),
    }
    return _Thing(day, EventKind.NEW_JOB, job)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
