"""The proof of a route: every rule R1 to R9 checked again on the finished route, by the plain reading.

It shares nothing with the search but the catalogue, the profile and the rules; what it finds wrong is a fault
in the planner, never in what a person filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import KIND_BBL, POSITION_BBL, POSITION_JOB, Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.effort import Prices, as_decimal
from gouden_poort.routing.route import Route, Step
from gouden_poort.rules.case.judging import shutting
from gouden_poort.rules.entry import Condition, Holdings, skills_held, unmet_by
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.paying import Start, apart, terms_of


class BrokenRoute(Exception):
    """The planner made a route that breaks a rule: a fault in the program, so no error that an edge explains."""

    def __init__(self, rule: str, found: object) -> None:
        self.rule = rule
        self.found = found
        super().__init__(f"{rule}: {found}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A step in rows and dates."""

    step: Step
    row: int
    start: date
    end: date


def done_steps(snapshot: Snapshot, steps: Iterable[Step]) -> list[Done]:
    """Steps with their rows and ends."""
    offerings = snapshot.columns.offerings
    rows = [(step, offerings.id.row(step.offering_id)) for step in steps]
    return [
        Done(
            step=step,
            row=row,
            start=step.start_date,
            end=step.start_date + timedelta(weeks=int(offerings.weeks[row])),
        )
        for step, row in rows
    ]


def held_at(snapshot: Snapshot, profile: Profile, done: Iterable[Done], day: date) -> Holdings:
    """What a person holds on a day, given the steps finished by then (R3)."""
    columns = snapshot.columns
    skills = {columns.skills.id.row(skill.skill_id): skill.level for skill in profile.skills}
    credentials = {columns.credentials.id.row(credential_id) for credential_id in profile.credentials}
    cefr = int(profile.cefr)
    for step in done:
        if step.end > day:
            continue
        taught = columns.offerings.teaches[step.row].tolist()
        for skill, level in zip(taught, columns.offerings.teaches_levels[step.row].tolist(), strict=True):
            skills[skill] = max(skills.get(skill, 0), level)
        credentials.update(columns.offerings.awards[step.row].tolist())
        cefr = max(cefr, int(columns.offerings.awards_cefr[step.row]))
    nlqf = max([profile.nlqf, *(int(columns.credentials.nlqf_level[row]) for row in credentials)])
    return Holdings(skills=skills, credentials=frozenset(credentials), cefr=CEFR(cefr), nlqf=nlqf)


def essentials_held(snapshot: Snapshot, occupation: int, holdings: Holdings) -> bool:
    """Whether all that an occupation asks is held."""
    occupations = snapshot.columns.occupations
    return skills_held(
        holdings, occupations.essential_skills[occupation], occupations.essential_levels[occupation]
    ) and holdings.credentials.issuperset(occupations.essential_credentials[occupation].tolist())


def site_minutes(snapshot: Snapshot, profile: Profile, offering: int) -> int:
    """One-way minutes to where an offering is given; 0 online."""
    site = int(snapshot.columns.offerings.site[offering])
    sites = snapshot.columns.sites
    return 0 if site < 0 else _minutes(profile, float(sites.lat[site]), float(sites.lon[site]))


def company_minutes(snapshot: Snapshot, profile: Profile, position: int) -> int:
    """One-way minutes to the company of a position."""
    company = int(snapshot.columns.positions.company[position])
    companies = snapshot.columns.companies
    return _minutes(profile, float(companies.lat[company]), float(companies.lon[company]))


def _minutes(profile: Profile, lat: float, lon: float) -> int:
    return int(minutes(kilometres(profile.lat, profile.lon, [lat], [lon]), profile.modes)[0])


def verify(judge: Judge, profile: Profile, route: Route, *, full_too: bool = False) -> None:
    """Raise BrokenRoute when a route breaks a rule, of the catalogue format or of law, or claims a wrong number.

    With `full_too` a place need not be free.
    """
    snapshot = judge.snapshot
    passed_over = {Condition.CAPACITY} if full_too else set[Condition]()
    done = done_steps(snapshot, route.steps)
    position = snapshot.columns.positions.id.row(route.placement.position_id)
    _starts(snapshot, profile, done)
    _entries(snapshot, profile, done, passed_over)
    _load(snapshot, profile, done)
    _placement(snapshot, profile, route, done, passed_over)
    _laws(judge, profile, route, done, position)
    own_cost = _funding(judge, profile, done)
    _expect("R9 budget", own_cost <= profile.budget_eur, own_cost)
    _numbers(snapshot, profile, route, done, own_cost)


def _expect(rule: str, holds: object, found: object) -> None:
    if not holds:
        raise BrokenRoute(rule, found)


def _starts(snapshot: Snapshot, profile: Profile, done: Sequence[Done]) -> None:
    for step in done:
        days = (step.start - profile.available_from).days
        _expect("R1 start", 0 <= days <= 7 * profile.horizon_weeks, step)
        _expect("R1 session", starts_on(snapshot, step.row, step.start), step)
    _expect("R2 once", len({step.row for step in done}) == len(done), done)


def starts_on(snapshot: Snapshot, offering: int, day: date) -> bool:
    """Whether an offering starts on a day within the catalogue's horizon."""
    week, rest = divmod((day - snapshot.base_date).days, 7)
    if rest or not 0 <= week < snapshot.horizon_weeks:
        return False
    offerings = snapshot.columns.offerings
    return bool(offerings.rolling[offering]) or week in offerings.starts[offering].tolist()


def _entries(snapshot: Snapshot, profile: Profile, done: Sequence[Done], passed_over: AbstractSet[Condition]) -> None:
    for step in done:
        holdings = held_at(snapshot, profile, done, step.start)
        unmet = set(unmet_by(profile, holdings, snapshot.columns.offerings, step.row, step.start)) - passed_over
        _expect("R4 entry", not unmet, (step, unmet))
        _expect("R6 travel", site_minutes(snapshot, profile, step.row) <= profile.max_travel_minutes, step)


def _laws(judge: Judge, profile: Profile, route: Route, done: Sequence[Done], position: int) -> None:
    if not judge.laws:
        return
    occupation = judge.snapshot.columns.occupations.id.row(route.target_occupation_id)
    for step in done:
        worked_at = step.step.position_id
        at = None if worked_at is None else judge.snapshot.columns.positions.id.row(worked_at)
        person = judge.person(profile, step.start, held_at(judge.snapshot, profile, done, step.start))
        facts = judge.step(person, step.row, position=at, occupation=occupation)
        _expect("rules", not shutting(judge.step_laws, facts, step.start), step)
    day = route.placement.start_date
    person = judge.person(profile, day, held_at(judge.snapshot, profile, done, day))
    facts = judge.work(person, position=position, occupation=occupation)
    _expect("rules", not shutting(judge.placement_laws, facts, day), route.placement)


def _load(snapshot: Snapshot, profile: Profile, done: Sequence[Done]) -> None:
    positions = snapshot.columns.positions
    hours = {}
    for step in done:
        hours[step.row] = int(snapshot.columns.offerings.hours_per_week[step.row])
        if step.step.position_id is not None:
            hours[step.row] += int(positions.hours_per_week[positions.id.row(step.step.position_id)])
    for moment in done:
        load = sum(hours[step.row] for step in done if step.start <= moment.start < step.end)
        _expect("R5 load", load <= profile.hours_per_week, (moment, load))


def _placement(
    snapshot: Snapshot, profile: Profile, route: Route, done: Sequence[Done], passed_over: AbstractSet[Condition]
) -> None:
    positions, day = snapshot.columns.positions, route.placement.start_date
    position = positions.id.row(route.placement.position_id)
    occupation = snapshot.columns.occupations.id.row(route.target_occupation_id)
    weeks, rest = divmod((day - profile.available_from).days, 7)
    _expect("R7 occupation", positions.occupation[position] == occupation, route.placement)
    _expect("R7 Monday within the horizon", not rest and 0 <= weeks <= profile.horizon_weeks, day)
    _expect("R7 open", positions.open_from[position] <= snapshot.week_of(day) <= positions.open_to[position], day)
    unmet = set(unmet_by(profile, held_at(snapshot, profile, done, day), positions, position, day)) - passed_over
    _expect("R7 entry", not unmet, unmet)
    _expect("R6 travel", company_minutes(snapshot, profile, position) <= profile.max_travel_minutes, position)
    offerings = snapshot.columns.offerings
    bbl = [step for step in done if offerings.kind[step.row] == KIND_BBL or step.step.position_id is not None]
    if positions.kind[position] == POSITION_JOB:
        _expect("R7 job without bbl", not bbl, bbl)
        _expect("R7 hours", positions.hours_per_week[position] <= profile.hours_per_week, position)
        end = day
    else:
        _expect("R7 kind", positions.kind[position] == POSITION_BBL and len(bbl) == 1, bbl)
        _expect("R7 bbl step", offerings.kind[bbl[0].row] == KIND_BBL and bbl[0].start == day, bbl)
        _expect("R7 bbl position", bbl[0].step.position_id == route.placement.position_id, bbl)
        awards: Ints = offerings.awards[bbl[0].row]
        _expect("R7 bbl credential", positions.credential[position] in awards.tolist(), bbl)
        end = bbl[0].end
    _expect("R7 finished", all(step.end <= end for step in done), end)
    held = held_at(snapshot, profile, done, end)
    _expect("R7 essentials", essentials_held(snapshot, occupation, held), route.target_occupation_id)


def _funding(judge: Judge, profile: Profile, done: Sequence[Done]) -> int:
    snapshot = judge.snapshot
    per_scheme: dict[str, int] = {}
    caps: dict[str, int] = {}
    own_cost = 0
    for step in done:
        paid = [(funding.scheme_id, funding.amount_eur) for funding in step.step.funding]
        cost = int(snapshot.columns.offerings.cost_eur[step.row])
        start = Start(step.row, step.start, held_at(snapshot, profile, done, step.start))
        groups = []
        for scheme, amount in paid:
            terms = terms_of(judge, profile, scheme, start)
            _expect("R8 applies", terms, (step, scheme))
            assert terms is not None  # noqa: S101 - tells mypy what was just expected
            _expect("R8 amount", 1 <= amount <= terms.limit_eur, step)
            groups.append(terms.stack_group)
            caps[scheme] = terms.cap_eur
            per_scheme[scheme] = per_scheme.get(scheme, 0) + amount
        _expect("R8 one scheme per stack group", len(set(groups)) == len(groups), step)
        _expect("R8 price", sum(amount for _, amount in paid) <= cost, step)
        own_cost += cost - sum(amount for _, amount in paid)
    for pair in apart(judge):
        _expect("R8 not together", len(pair & per_scheme.keys()) < 2, pair)
    for scheme, amount in per_scheme.items():
        _expect("R8 cap", amount <= caps[scheme], (scheme, amount))
    return own_cost


def _numbers(snapshot: Snapshot, profile: Profile, route: Route, done: Sequence[Done], own_cost: int) -> None:
    position = snapshot.columns.positions.id.row(route.placement.position_id)
    is_job = snapshot.columns.positions.kind[position] == POSITION_JOB
    qualified = next((step.end for step in done if step.step.position_id is not None), route.placement.start_date)
    travel = sum(site_minutes(snapshot, profile, step.row) for step in done)
    found = {
        "weeks_to_work": (route.placement.start_date - profile.available_from).days // 7,
        "weeks_to_qualified": (qualified - profile.available_from).days // 7,
        "own_cost_eur": own_cost,
        "travel_minutes": travel + company_minutes(snapshot, profile, position),
    }
    effort = as_decimal(Prices.of(profile.weights).effort(**found, steps=len(done)))
    for name, value in {**found, "effort": effort}.items():
        _expect(f"number {name}", getattr(route, name) == value, (getattr(route, name), value))
    _expect("number of a job", not is_job or route.weeks_to_work == route.weeks_to_qualified, route)
    in_order = [(step.start_date, step.offering_id) for step in route.steps]
    _expect("order of steps", all(a <= b for a, b in pairwise(in_order)), in_order)
