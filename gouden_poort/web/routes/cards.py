"""Routes as cards beside each other: what someone needs to choose which one to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gouden_poort.catalogue.snapshot import POSITION_JOB, Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Route
from gouden_poort.routing.selecting import ChosenFor
from gouden_poort.services.routes import ExplainedRoute
from gouden_poort.services.wishes import Wish
from gouden_poort.web.filters import counted_hours
from gouden_poort.web.language import _, ngettext
from gouden_poort.web.routes.first_step import first_step
from gouden_poort.web.routes.notes import OpenQuestion, Tasks, route_tasks
from gouden_poort.web.routes.reasons import Reason
from gouden_poort.web.wording import say
from gouden_poort.web.words.badges import Badge, badge_for
from gouden_poort.web.words.facts import Fact, own_cost_fact, paid_from_fact, travel_fact, wage_fact
from gouden_poort.web.words.names import label, sector_of, small_print

A_DAY = 8
"""Hours; who has so many more than the job would wonder why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteCard:
    """One route in short."""

    occupation_id: str
    title: str
    sector: str
    sector_id: str
    badge: Badge
    best: bool
    """The one to look at first."""
    reasons: tuple[Reason, ...]
    aside: str
    """Why it is shown though others are better; empty when none is."""
    facts: tuple[Fact, ...]
    first_step: str
    question: OpenQuestion | None
    """What must be answered before anybody can say whether this is open."""
    example: bool
    """The work it leads to is only an example."""


def route_cards(snapshot: Snapshot, profile: Profile, found: Sequence[ExplainedRoute]) -> tuple[RouteCard, ...]:
    """A card for each route, in the order in which they were suggested."""
    return tuple(_card(snapshot, profile, each, best=place == 0) for place, each in enumerate(found))


def wished_cards(snapshot: Snapshot, profile: Profile, wishes: Iterable[Wish]) -> tuple[RouteCard, ...]:
    """A card for each wished sector that has a route, though not one of the best five; it says so."""
    routes = (wish.route for wish in wishes)
    return tuple(
        replace(_card(snapshot, profile, route, best=False), aside=say("card.not_among_five"))
        for route in routes
        if route
    )


def summary_facts(snapshot: Snapshot, found: ExplainedRoute) -> tuple[Fact, ...]:
    """The four facts by which people compare: pay, time, money, travel."""
    positions = snapshot.columns.positions
    position = positions.id.row(found.route.placement.position_id)
    return (
        wage_fact(int(positions.wage_month_eur[position]), int(positions.hours_per_week[position])),
        paid_from_fact(found.route.placement.start_date, found.route.weeks_to_work),
        own_cost_fact(found.route.own_cost_eur),
        travel_fact(found.explanation.placement_travel_minutes, _("Reizen naar werk")),
    )


def _card(snapshot: Snapshot, profile: Profile, found: ExplainedRoute, *, best: bool) -> RouteCard:
    route, tasks = found.route, route_tasks(found.explanation)
    occupations, positions = snapshot.columns.occupations, snapshot.columns.positions
    row = occupations.id.row(route.target_occupation_id)
    sector_id = snapshot.columns.sectors[int(occupations.sector[row])]
    wished = sector_id in profile.circumstances.wished_sectors
    reasons = (
        *_reasons(route, tasks),
        *_yours(profile, route.target_occupation_id, wished=wished),
        *_hours(snapshot, profile, route),
    )
    return RouteCard(
        occupation_id=route.target_occupation_id,
        title=label(occupations, row),
        sector=sector_of(snapshot, row),
        sector_id=sector_id,
        badge=badge_for(profile, found.explanation),
        best=best,
        reasons=tuple(sorted(reasons, key=lambda reason: reason.unsure)),
        aside=_aside(found, wished=wished),
        facts=summary_facts(snapshot, found),
        first_step=first_step(snapshot, route, "first.card"),
        question=tasks.question,
        example=small_print(positions, positions.id.row(route.placement.position_id)).example,
    )


def _reasons(route: Route, tasks: Tasks) -> Iterator[Reason]:
    """Why the route is shown, and how much is still to be arranged or asked."""
    if tasks.question:
        yield Reason(words=say("card.reason.question", question=tasks.question.text), unsure=True)
    elif not route.steps:
        yield Reason(words=say("card.reason.no_steps"))
    else:
        yield Reason(words=_steps(len(route.steps)))
    if tasks.first:
        words = ngettext("Regel eerst nog %(num)s ding.", "Regel eerst nog %(num)s dingen.", tasks.first)
        yield Reason(words=words, unsure=True)
    if tasks.ask:
        words = ngettext("Vraag nog %(num)s ding na.", "Vraag nog %(num)s dingen na.", tasks.ask)
        yield Reason(words=words, unsure=True)


def _yours(profile: Profile, occupation_id: str, *, wished: bool) -> Iterator[Reason]:
    """What someone told about themselves that speaks for this very work."""
    if occupation_id in profile.circumstances.former_occupations:
        yield Reason(words=say("card.reason.did"))
    if wished:
        yield Reason(words=say("card.reason.wished"))


def _hours(snapshot: Snapshot, profile: Profile, route: Route) -> Iterator[Reason]:
    """A job for much less of the week than someone has; beside a leerbaan they need the rest for lessons."""
    positions = snapshot.columns.positions
    row = positions.id.row(route.placement.position_id)
    hours = int(positions.hours_per_week[row])
    if positions.kind[row] == POSITION_JOB and profile.hours_per_week - hours >= A_DAY:
        words = say("card.reason.hours", hours=counted_hours(hours), yours=counted_hours(profile.hours_per_week))
        yield Reason(words=words, unsure=True)


def _aside(found: ExplainedRoute, *, wished: bool) -> str:
    """A sector that someone asked for is not "another sector"; they want to know why it does not stand higher."""
    if found.chosen_for is not ChosenFor.SECTOR:
        return ""
    return say("card.wished_lower" if wished else "card.other_sector")


def _steps(many: int) -> str:
    return ngettext(
        "Dit past bij je antwoorden. Je hebt %(num)s stap nodig en er is een werkplek.",
        "Dit past bij je antwoorden. Je hebt %(num)s stappen nodig en er is een werkplek.",
        many,
    )
