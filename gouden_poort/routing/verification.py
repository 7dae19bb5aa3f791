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
from gouden_poort.catalogue.travel import minutes_between
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


class Diary:
    """What a person holds on each day (R3), given some steps; a step is read once, a day worked out once."""

    def __init__(self, snapshot: Snapshot, profile: Profile, done: Iterable[Done]) -> None:
        columns, offerings = snapshot.columns, snapshot.columns.offerings
        self._nlqf_level = columns.credentials.nlqf_level
        self._nlqf = profile.nlqf
        self._skills = {columns.skills.id.row(skill.skill_id): skill.level for skill in profile.skills}
        self._credentials = [columns.credentials.id.row(credential_id) for credential_id in profile.credentials]
        self._cefr = int(profile.cefr)
        self._finished = [
            (
                step.end,
                list(
                    zip(offerings.teaches[step.row].tolist(), offerings.teaches_levels[step.row].tolist(), strict=True)
                ),
                offerings.awards[step.row].tolist(),
                int(offerings.awards_cefr[step.row]),
            )
            for step in done
        ]
        self._days: dict[date, Holdings] = {}

    def on(self, day: date) -> Holdings:
        """What is held on a day."""
        if day not in self._days:
            self._days[day] = self._worked_out(day)
        return self._days[day]

    def _worked_out(self, day: date) -> Holdings:
        skills, credentials, cefr = dict(self._skills), set(self._credentials), self._cefr
        for end, taught, awarded, awarded_cefr in self._finished:
            if end > day:
                continue
            for skill, level in taught:
                skills[skill] = max(skills.get(skill, 0), level)
            credentials.update(awarded)
            cefr = max(cefr, awarded_cefr)
        nlqf = max([self._nlqf, *(int(self._nlqf_level[row]) for row in credentials)])
        return Holdings(skills=skills, credentials=frozenset(credentials), cefr=CEFR(cefr), nlqf=nlqf)


def held_at(snapshot: Snapshot, profile: Profile, done: Iterable[Done], day: date) -> Holdings:
    """What a person holds on one day, given the steps finished by then (R3)."""
    return Diary(snapshot, profile, done).on(day)


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
    return minutes_between(profile.lat, profile.lon, lat, lon, profile.modes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One route of one person, its rows, days and minutes read once."""

    judge: Judge
    profile: Profile
    route: Route
    done: Sequence[Done]
    diary: Diary
    occupation: int
    position: int
    positions: Sequence[int | None]
    """For each step the row of the position that it names."""
    minutes: Sequence[int]
    """For each step, one way to where it is given."""
    minutes_to_work: int

    @property
    def snapshot(self) -> Snapshot:
        return self.judge.snapshot


def _read(judge: Judge, profile: Profile, route: Route) -> _Case:
    snapshot = judge.snapshot
    done, rows = done_steps(snapshot, route.steps), snapshot.columns.positions.id
    position = rows.row(route.placement.position_id)
    return _Case(
        judge=judge,
        profile=profile,
        route=route,
        done=done,
        diary=Diary(snapshot, profile, done),
        occupation=snapshot.columns.occupations.id.row(route.target_occupation_id),
        position=position,
        positions=[None if step.position_id is None else rows.row(step.position_id) for step in route.steps],
        minutes=[site_minutes(snapshot, profile, step.row) for step in done],
        minutes_to_work=company_minutes(snapshot, profile, position),
    )


def verify(judge: Judge, profile: Profile, route: Route, *, full_too: bool = False) -> None:
    """Raise BrokenRoute when a route breaks a rule, of the catalogue format or of law, or claims a wrong number.

    With `full_too` a place need not be free.
    """
    passed_over = {Condition.CAPACITY} if full_too else set[Condition]()
    case = _read(judge, profile, route)
    _starts(case)
    _entries(case, passed_over)
    _load(case)
    _placement(case, passed_over)
    _laws(case)
    own_cost = _funding(case)
    _expect("R9 budget", own_cost <= profile.budget_eur, own_cost)
    _numbers(case, own_cost)


def _expect(rule: str, holds: object, found: object) -> None:
    if not holds:
        raise BrokenRoute(rule, found)


def _starts(case: _Case) -> None:
    for step in case.done:
        days = (step.start - case.profile.available_from).days
        _expect("R1 start", 0 <= days <= 7 * case.profile.horizon_weeks, step)
        _expect("R1 session", starts_on(case.snapshot, step.row, step.start), step)
    _expect("R2 once", len({step.row for step in case.done}) == len(case.done), case.done)


def starts_on(snapshot: Snapshot, offering: int, day: date) -> bool:
    """Whether an offering starts on a day within the catalogue's horizon."""
    week, rest = divmod((day - snapshot.base_date).days, 7)
    if rest or not 0 <= week < snapshot.horizon_weeks:
        return False
    offerings = snapshot.columns.offerings
    return bool(offerings.rolling[offering]) or week in offerings.starts[offering].tolist()


def _entries(case: _Case, passed_over: AbstractSet[Condition]) -> None:
    offerings = case.snapshot.columns.offerings
    for step, minutes in zip(case.done, case.minutes, strict=True):
        unmet = set(unmet_by(case.profile, case.diary.on(step.start), offerings, step.row, step.start)) - passed_over
        _expect("R4 entry", not unmet, (step, unmet))
        _expect("R6 travel", minutes <= case.profile.max_travel_minutes, step)


def _laws(case: _Case) -> None:
    """What the rulebook forbids; facts are gathered only where there is a law to judge them."""
    judge, profile, occupation = case.judge, case.profile, case.occupation
    if judge.step_laws:
        for step, at in zip(case.done, case.positions, strict=True):
            person = judge.person(profile, step.start, case.diary.on(step.start))
            facts = judge.step(person, step.row, position=at, occupation=occupation)
            _expect("rules", not shutting(judge.step_laws, facts, step.start), step)
    if judge.placement_laws:
        day = case.route.placement.start_date
        person = judge.person(profile, day, case.diary.on(day))
        facts = judge.work(person, position=case.position, occupation=occupation)
        _expect("rules", not shutting(judge.placement_laws, facts, day), case.route.placement)


def _load(case: _Case) -> None:
    step_hours = case.snapshot.columns.offerings.hours_per_week
    paid_hours = case.snapshot.columns.positions.hours_per_week
    hours = [
        int(step_hours[step.row]) + (0 if at is None else int(paid_hours[at]))
        for step, at in zip(case.done, case.positions, strict=True)
    ]
    for moment in case.done:
        active = zip(case.done, hours, strict=True)
        load = sum(taken for step, taken in active if step.start <= moment.start < step.end)
        _expect("R5 load", load <= case.profile.hours_per_week, (moment, load))


def _placement(case: _Case, passed_over: AbstractSet[Condition]) -> None:
    snapshot, profile, route, position = case.snapshot, case.profile, case.route, case.position
    positions, day = snapshot.columns.positions, route.placement.start_date
    weeks, rest = divmod((day - profile.available_from).days, 7)
    _expect("R7 occupation", positions.occupation[position] == case.occupation, route.placement)
    _expect("R7 Monday within the horizon", not rest and 0 <= weeks <= profile.horizon_weeks, day)
    _expect("R7 open", positions.open_from[position] <= snapshot.week_of(day) <= positions.open_to[position], day)
    unmet = set(unmet_by(profile, case.diary.on(day), positions, position, day)) - passed_over
    _expect("R7 entry", not unmet, unmet)
    _expect("R6 travel", case.minutes_to_work <= profile.max_travel_minutes, position)
    end = _end_of_learning(case)
    _expect("R7 finished", all(step.end <= end for step in case.done), end)
    _expect("R7 essentials", essentials_held(snapshot, case.occupation, case.diary.on(end)), route.target_occupation_id)


def _end_of_learning(case: _Case) -> date:
    """The day by which every step is finished and all essentials are held: of a job its start, of bbl its end."""
    columns, position, day = case.snapshot.columns, case.position, case.route.placement.start_date
    kinds, positions = columns.offerings.kind, columns.positions
    bbl = [step for step in case.done if kinds[step.row] == KIND_BBL or step.step.position_id is not None]
    if positions.kind[position] == POSITION_JOB:
        _expect("R7 job without bbl", not bbl, bbl)
        _expect("R7 hours", positions.hours_per_week[position] <= case.profile.hours_per_week, position)
        return day
    _expect("R7 kind", positions.kind[position] == POSITION_BBL and len(bbl) == 1, bbl)
    _expect("R7 bbl step", kinds[bbl[0].row] == KIND_BBL and bbl[0].start == day, bbl)
    _expect("R7 bbl position", bbl[0].step.position_id == case.route.placement.position_id, bbl)
    awards: Ints = columns.offerings.awards[bbl[0].row]
    _expect("R7 bbl credential", positions.credential[position] in awards.tolist(), bbl)
    return bbl[0].end


def _funding(case: _Case) -> int:
    """The own cost of all steps, with every amount of every scheme checked."""
    per_scheme: dict[str, int] = {}
    caps: dict[str, int] = {}
    own_cost = 0
    for step in case.done:
        paid = [(funding.scheme_id, funding.amount_eur) for funding in step.step.funding]
        cost = int(case.snapshot.columns.offerings.cost_eur[step.row])
        start = Start(step.row, step.start, case.diary.on(step.start))
        groups = []
        for scheme, amount in paid:
            terms = terms_of(case.judge, case.profile, scheme, start)
            _expect("R8 applies", terms, (step, scheme))
            assert terms is not None  # noqa: S101 - tells mypy what was just expected
            _expect("R8 amount", 1 <= amount <= terms.limit_eur, step)
            groups.append(terms.stack_group)
            caps[scheme] = terms.cap_eur
            per_scheme[scheme] = per_scheme.get(scheme, 0) + amount
        _expect("R8 one scheme per stack group", len(set(groups)) == len(groups), step)
        _expect("R8 price", sum(amount for _, amount in paid) <= cost, step)
        own_cost += cost - sum(amount for _, amount in paid)
    for pair in apart(case.judge):
        _expect("R8 not together", len(pair & per_scheme.keys()) < 2, pair)
    for scheme, amount in per_scheme.items():
        _expect("R8 cap", amount <= caps[scheme], (scheme, amount))
    return own_cost


def _numbers(case: _Case, own_cost: int) -> None:
    route, begin = case.route, case.profile.available_from
    is_job = case.snapshot.columns.positions.kind[case.position] == POSITION_JOB
    bbl_ends = (step.end for step in case.done if step.step.position_id is not None)
    qualified = next(bbl_ends, route.placement.start_date)
    found = {
        "weeks_to_work": (route.placement.start_date - begin).days // 7,
        "weeks_to_qualified": (qualified - begin).days // 7,
        "own_cost_eur": own_cost,
        "travel_minutes": sum(case.minutes) + case.minutes_to_work,
    }
    effort = as_decimal(Prices.of(case.profile.weights).effort(**found, steps=len(case.done)))
    for name, value in {**found, "effort": effort}.items():
        _expect(f"number {name}", getattr(route, name) == value, (getattr(route, name), value))
    _expect("number of a job", not is_job or route.weeks_to_work == route.weeks_to_qualified, route)
    in_order = [(step.start_date, step.offering_id) for step in route.steps]
    _expect("order of steps", all(a <= b for a, b in pairwise(in_order)), in_order)
