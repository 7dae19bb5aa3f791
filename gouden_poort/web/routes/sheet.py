"""Everything the page of one route shows, as values; templates only lay them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gouden_poort.catalogue.format import OFFERING_KINDS
from gouden_poort.catalogue.snapshot import POSITION_BBL, Snapshot
from gouden_poort.routing.explanation import RouteExplanation
from gouden_poort.routing.route import Route
from gouden_poort.web.filters import euros
from gouden_poort.web.language import _, fixed, nl
from gouden_poort.web.pictures.timeline import Bar
from gouden_poort.web.routes.aid import Aid, route_aid
from gouden_poort.web.routes.first_step import employer, first_step, with_city
from gouden_poort.web.routes.notes import Notes, RouteNotes, route_notes
from gouden_poort.web.routes.reasons import Gap, Reason, gaps, law_reasons, need_reason, step_reasons
from gouden_poort.web.wording import KINDS, say
from gouden_poort.web.words.facts import (
    Fact,
    cost_fact,
    daypart_facts,
    duration_fact,
    full_wage_fact,
    travel_fact,
    wage_fact,
)
from gouden_poort.web.words.names import Names, SmallPrint, described, extra, label, sector_of, small_print


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSheet:
    """One step as the page tells it."""

    title: str
    about: str
    """Sentences: what it is, at which company, who gives it and where."""
    start: date
    end: date
    provider: str
    at_work: bool
    """A leerbaan: learning and working at once."""
    facts: tuple[Fact, ...]
    cost_eur: int
    paid: tuple[tuple[str, int], ...]
    """Who pays what: the name of a scheme and euros."""
    own_cost_eur: int
    url: str
    reasons: tuple[Reason, ...]
    notes: Notes
    """What the rules say about the step."""
    small: SmallPrint


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The paid work a route ends at."""

    words: str
    company: str
    start: date
    """The first day of the job; after a leerbaan, the day on which that is finished."""
    is_bbl: bool
    facts: tuple[Fact, ...]
    reasons: tuple[Reason, ...]
    notes: Notes
    small: SmallPrint


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSheet:
    """One route with its steps, its goal and its small print."""

    occupation: str
    sector: str
    description: str
    steps: tuple[StepSheet, ...]
    goal: Goal
    gaps: tuple[Gap, ...]
    first_step: str
    money: tuple[Fact, ...]
    """What the steps cost, who pays what of it, and last what is left to pay."""
    bars: tuple[Bar, ...]
    small_prints: tuple[SmallPrint, ...]
    """Each source once."""
    notes: RouteNotes
    aid: Aid

    @property
    def has_examples(self) -> bool:
        """Whether something here is only an example and cannot be booked."""
        return self.goal.small.example or any(step.small.example for step in self.steps)

    @property
    def has_laws(self) -> bool:
        """Whether a page of its own has more to say about help and rules."""
        return bool(self.aid.sure or self.aid.possible or self.aid.company or self.notes.know)


def route_sheet(snapshot: Snapshot, route: Route, why: RouteExplanation) -> RouteSheet:
    """Put a route and its explanation into words and numbers for the page."""
    names = Names(snapshot)
    occupations = snapshot.columns.occupations
    row = occupations.id.row(route.target_occupation_id)
    notes = route_notes(snapshot, why)
    steps = tuple(_step(snapshot, place, why, names, notes) for place in range(len(why.steps)))
    goal = _goal(snapshot, route, why, names, notes.work)
    prints = (small_print(occupations, row), *(step.small for step in steps), goal.small)
    return RouteSheet(
        occupation=label(occupations, row),
        sector=sector_of(snapshot, row),
        description=described(occupations, row, "description"),
        steps=steps,
        goal=goal,
        gaps=gaps(why.occupation, names),
        first_step=first_step(snapshot, route, "first"),
        money=money(steps),
        bars=tuple(_bars(steps, goal)),
        small_prints=tuple(dict.fromkeys(small for small in prints if small.source)),
        notes=notes,
        aid=route_aid(snapshot, why),
    )


def _step(snapshot: Snapshot, place: int, route_why: RouteExplanation, names: Names, told: RouteNotes) -> StepSheet:
    """A step; a leerbaan also says what the work pays, how far it is and what the company and the law ask of it."""
    why, notes = route_why.steps[place], told.steps[place]
    offerings = snapshot.columns.offerings
    row = offerings.id.row(why.step.offering_id)
    site = int(offerings.site[row])
    provider = str(snapshot.columns.providers.label[int(offerings.provider[row])])
    where = _where(snapshot, provider, site)
    at_work: tuple[Fact, ...] = ()
    work_reasons: tuple[Reason, ...] = ()
    if why.step.position_id:
        at_work = _work_facts(snapshot, why.step.position_id, route_why.placement_travel_minutes)
        work_reasons = tuple(need_reason(need, names) for need in route_why.placement_entry)
        notes += told.work
    return StepSheet(
        title=label(offerings, row),
        about=_about(snapshot, why.step.position_id, _(KINDS[OFFERING_KINDS[int(offerings.kind[row])]]), where),
        start=why.step.start_date,
        end=why.end_date,
        provider=nl(provider),
        at_work=why.step.position_id is not None,
        facts=(
            duration_fact(int(offerings.weeks[row]), int(offerings.hours_per_week[row])),
            travel_fact(None if site < 0 else why.travel_minutes, _("Reizen naar school") if at_work else _("Reizen")),
            cost_fact(int(offerings.cost_eur[row]), why.own_cost_eur),
            *daypart_facts(extra(offerings, row, "daypart")),
            *at_work,
        ),
        cost_eur=int(offerings.cost_eur[row]),
        paid=tuple((names.scheme(funding.scheme_id), funding.amount_eur) for funding in why.step.funding),
        own_cost_eur=why.own_cost_eur,
        url=_web_address(extra(offerings, row, "url")),
        reasons=tuple(dict.fromkeys((*step_reasons(why, names, notes.passed), *work_reasons))),
        notes=notes,
        small=small_print(offerings, row),
    )


def _goal(snapshot: Snapshot, route: Route, why: RouteExplanation, names: Names, notes: Notes) -> Goal:
    """The work a route leads to: the job itself, or what follows on a leerbaan."""
    columns, position_id = snapshot.columns, route.placement.position_id
    row = columns.positions.id.row(position_id)
    occupation = columns.occupations.id.row(route.target_occupation_id)
    is_bbl = bool(columns.positions.kind[row] == POSITION_BBL)
    return Goal(
        words=say("goal.bbl" if is_bbl else "goal.job", occupation=names.work(route.target_occupation_id)),
        company=employer(snapshot, position_id),
        start=max((step.end_date for step in why.steps), default=route.placement.start_date)
        if is_bbl
        else route.placement.start_date,
        is_bbl=is_bbl,
        facts=(full_wage_fact(int(columns.occupations.wage_month_eur[occupation])),)
        if is_bbl
        else _work_facts(snapshot, position_id, why.placement_travel_minutes),
        reasons=()
        if is_bbl
        else (*(need_reason(need, names) for need in why.placement_entry), *law_reasons(notes.passed)),
        notes=Notes() if is_bbl else notes,
        small=small_print(columns.positions, row),
    )


def _work_facts(snapshot: Snapshot, position_id: str, travel_minutes: int) -> tuple[Fact, ...]:
    positions = snapshot.columns.positions
    row = positions.id.row(position_id)
    return (
        wage_fact(int(positions.wage_month_eur[row]), int(positions.hours_per_week[row])),
        travel_fact(travel_minutes, _("Reizen naar werk")),
    )


def _about(snapshot: Snapshot, position_id: str | None, kind: str, where: str) -> str:
    if position_id is None:
        return say("step.course", kind=kind, where=where)
    return say("step.leerbaan", kind=kind, company=employer(snapshot, position_id), where=where)


def _where(snapshot: Snapshot, provider: str, site: int) -> str:
    """Who gives a step and where, without saying a name twice."""
    if site < 0:
        return say("where.online", provider=nl(provider))
    name, city = str(snapshot.columns.sites.label[site]), str(snapshot.columns.sites.city[site])
    key = "where.site" if provider in name or provider in city else "where.provider"
    return say(key, provider=nl(provider), place=with_city(name, city))


def _web_address(text: str) -> str:
    """An address to link to; anything but a web address is left out."""
    return text if text.startswith(("https://", "http://")) else ""


def money(steps: tuple[StepSheet, ...]) -> tuple[Fact, ...]:
    """The price of all steps, each scheme with all it pays, and the rest; nothing when nothing costs anything."""
    if not any(step.cost_eur for step in steps):
        return ()
    schemes: dict[str, int] = {}
    for scheme, amount in (pair for step in steps for pair in step.paid):
        schemes[scheme] = schemes.get(scheme, 0) + amount
    return (
        Fact(name=say("money.price"), value=fixed(euros(sum(step.cost_eur for step in steps)))),
        *(Fact(name=name, value=say("money.less", amount=euros(amount))) for name, amount in schemes.items()),
        Fact(name=say("money.own"), value=fixed(euros(sum(step.own_cost_eur for step in steps)))),
    )


def _bars(steps: tuple[StepSheet, ...], goal: Goal) -> Iterator[Bar]:
    """The route as stretches of time; a leerbaan ends where the qualified work begins."""
    for step in steps:
        yield Bar(label=step.title, start=step.start, end=step.end, look="learn-work" if step.at_work else "learn")
    yield Bar(label=goal.words, start=goal.start, end=None, look="work")
