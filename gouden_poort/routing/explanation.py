"""Why a route has the steps it has: data from which pages and API make sentences.

Every number here is recomputed from the route and the catalogue, so an explanation cannot flatter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.format import GROUPS
from gouden_poort.catalogue.snapshot import NO_LIMIT, Offerings, Positions, Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Route, Step
from gouden_poort.routing.verdicts import PersonVerdicts, RouteVerdicts
from gouden_poort.routing.verification import Done, company_minutes, done_steps, held_at, site_minutes
from gouden_poort.rules.case.verdict import Verdict
from gouden_poort.rules.entry import Holdings
from gouden_poort.rules.facts.person import answered
from gouden_poort.rules.judge import judge_of


class FactKind(Enum):
    """What an entry condition, a gain or a gap is about."""

    SKILL = "skill"
    CREDENTIAL = "credential"
    CEFR = "cefr"
    NLQF = "nlqf"
    MIN_AGE = "min_age"
    MAX_AGE = "max_age"
    TARGET_GROUP = "target_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that must be held at a moment, and how it is met.

    `needed` and `yours` are skill levels, CEFR or NLQF numbers, ages, or 1/0 for a credential; `yours` is what
    the person had before the route. `met_by` is the offering that fills the difference, None when it was theirs.
    """

    kind: FactKind
    ref_id: str
    """A skill or credential id, the groups joined by |, or empty."""
    needed: int
    yours: int
    met_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Something a step gives that is used later: by another step, by the placement or by the occupation."""

    kind: FactKind
    ref_id: str
    before: int
    after: int
    used_by: str
    """An offering id, a position id or an occupation id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepExplanation:
    """One step with its reasons."""

    step: Step
    end_date: date
    travel_minutes: int
    own_cost_eur: int
    entry: tuple[Need, ...]
    gains: tuple[Gain, ...]
    verdicts: tuple[Verdict, ...]
    """What the rules say about the step, beyond the conditions of the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteExplanation:
    """A whole route with its reasons: the steps in order, and what the placement and the occupation ask."""

    steps: tuple[StepExplanation, ...]
    placement_travel_minutes: int
    placement_entry: tuple[Need, ...]
    placement_verdicts: tuple[Verdict, ...]
    occupation: tuple[Need, ...]
    person_verdicts: tuple[Verdict, ...]
    """What the rules say about the person, whatever the route."""
    answered: frozenset[str] = frozenset()
    """Questions that the person answered, also where the answer settles nothing: they need no asking again."""


def explain(snapshot: Snapshot, profile: Profile, route: Route) -> RouteExplanation:
    """The reasons of a route, read from the catalogue again."""
    (explanation,) = explain_all(snapshot, profile, (route,))
    return explanation


def explain_all(snapshot: Snapshot, profile: Profile, routes: Iterable[Route]) -> tuple[RouteExplanation, ...]:
    """The same for several routes of one person; what is about the person alone is judged once."""
    person = PersonVerdicts(judge_of(snapshot), profile)
    return tuple(_explained(person, route) for route in routes)


def _explained(person: PersonVerdicts, route: Route) -> RouteExplanation:
    snapshot, profile = person.judge.snapshot, person.profile
    reasons = _Reasons(snapshot, profile, route)
    done = done_steps(snapshot, route.steps)
    verdicts = RouteVerdicts(person, route, done)
    columns = snapshot.columns
    position = columns.positions.id.row(route.placement.position_id)
    occupation = columns.occupations.id.row(route.target_occupation_id)
    entries = [tuple(reasons.entry(columns.offerings, step.row, step.start)) for step in done]
    placement = tuple(reasons.entry(columns.positions, position, route.placement.start_date))
    end = max([route.placement.start_date, *(step.end for step in done)])
    essentials = tuple(reasons.essentials(occupation, end))
    consumers = [
        *zip((step.step.offering_id for step in done), entries, strict=True),
        (route.placement.position_id, placement),
        (route.target_occupation_id, essentials),
    ]
    return RouteExplanation(
        steps=tuple(
            StepExplanation(
                step=step.step,
                end_date=step.end,
                travel_minutes=site_minutes(snapshot, profile, step.row),
                own_cost_eur=int(columns.offerings.cost_eur[step.row])
                - sum(funding.amount_eur for funding in step.step.funding),
                entry=entry,
                gains=tuple(reasons.gains(step, consumers)),
                verdicts=verdicts.of_step(step),
            )
            for step, entry in zip(done, entries, strict=True)
        ),
        placement_travel_minutes=company_minutes(snapshot, profile, position),
        placement_entry=placement,
        placement_verdicts=verdicts.of_placement(),
        occupation=essentials,
        person_verdicts=verdicts.of_person(),
        answered=answered(profile),
    )


class _Reasons:
    """Finds for each need of a route who meets it."""

    def __init__(self, snapshot: Snapshot, profile: Profile, route: Route) -> None:
        self._snapshot = snapshot
        self._profile = profile
        self._done = sorted(done_steps(snapshot, route.steps), key=lambda step: (step.end, step.step.offering_id))
        self._own = held_at(snapshot, profile, (), profile.available_from)

    def entry(self, asks: Offerings | Positions, row: int, day: date) -> Iterator[Need]:
        """The entry conditions of an offering or a position at its start."""
        age = self._profile.age_on(day)
        if asks.min_age[row]:
            yield Need(kind=FactKind.MIN_AGE, ref_id="", needed=int(asks.min_age[row]), yours=age)
        if asks.max_age[row] != NO_LIMIT:
            yield Need(kind=FactKind.MAX_AGE, ref_id="", needed=int(asks.max_age[row]), yours=age)
        if asks.groups[row]:
            groups = [group for bit, group in enumerate(GROUPS) if int(asks.groups[row]) >> bit & 1]
            yield Need(kind=FactKind.TARGET_GROUP, ref_id="|".join(groups), needed=1, yours=1)
        if asks.min_cefr[row]:
            yield self._need(FactKind.CEFR, -1, int(asks.min_cefr[row]), day)
        if asks.min_nlqf[row]:
            yield self._need(FactKind.NLQF, -1, int(asks.min_nlqf[row]), day)
        yield from self._listed(
            asks.requires_skills[row], asks.requires_levels[row], asks.requires_credentials[row], day
        )

    def essentials(self, occupation: int, day: date) -> Iterator[Need]:
        """What the occupation itself asks."""
        occupations = self._snapshot.columns.occupations
        yield from self._listed(
            occupations.essential_skills[occupation],
            occupations.essential_levels[occupation],
            occupations.essential_credentials[occupation],
            day,
        )

    def gains(self, step: Done, consumers: Sequence[tuple[str, Sequence[Need]]]) -> Iterator[Gain]:
        """What a step gives that others need and that it is the first to give."""
        before = held_at(self._snapshot, self._profile, (s for s in self._done if s.row != step.row), step.end)
        after = held_at(self._snapshot, self._profile, (step,), step.end)
        for used_by, needs in consumers:
            for need in needs:
                if need.met_by == step.step.offering_id:
                    row = self._row(need)
                    yield Gain(
                        kind=need.kind,
                        ref_id=need.ref_id,
                        before=_level(before, need.kind, row),
                        after=_level(after, need.kind, row),
                        used_by=used_by,
                    )

    def _listed(self, skills: Ints, levels: Ints, credentials: Ints, day: date) -> Iterator[Need]:
        for skill, level in zip(skills.tolist(), levels.tolist(), strict=True):
            yield self._need(FactKind.SKILL, skill, level, day)
        for credential in credentials.tolist():
            yield self._need(FactKind.CREDENTIAL, credential, 1, day)

    def _need(self, kind: FactKind, row: int, needed: int, day: date) -> Need:
        columns = self._snapshot.columns
        ids = {FactKind.SKILL: columns.skills.id, FactKind.CREDENTIAL: columns.credentials.id}
        yours = _level(self._own, kind, row)
        met_by = None
        if yours < needed:
            met_by = next(
                step.step.offering_id
                for step in self._done
                if step.end <= day and _level(held_at(self._snapshot, self._profile, (step,), day), kind, row) >= needed
            )
        ref_id = ids[kind][row] if kind in ids else ""
        return Need(kind=kind, ref_id=ref_id, needed=needed, yours=yours, met_by=met_by)

    def _row(self, need: Need) -> int:
        columns = self._snapshot.columns
        if need.kind is FactKind.SKILL:
            return columns.skills.id.row(need.ref_id)
        return columns.credentials.id.row(need.ref_id) if need.kind is FactKind.CREDENTIAL else -1


def _level(holdings: Holdings, kind: FactKind, row: int) -> int:
    match kind:
        case FactKind.SKILL:
            return holdings.skills.get(row, 0)
        case FactKind.CREDENTIAL:
            return int(row in holdings.credentials)
        case FactKind.CEFR:
            return int(holdings.cefr)
        case _:
            return holdings.nlqf
