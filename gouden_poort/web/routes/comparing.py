"""Two or three routes beside each other: the same facts in the same order, and what is not known says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.explanation import FactKind, RouteExplanation
from gouden_poort.services.routes import ExplainedRoute
from gouden_poort.web.filters import counted_hours, duration, first_upper
from gouden_poort.web.language import _, ngettext, nl
from gouden_poort.web.routes.career_strip import career_strip
from gouden_poort.web.routes.first_step import employer
from gouden_poort.web.wording import CEFR_LEVELS, say
from gouden_poort.web.words.badges import Badge, badge_for
from gouden_poort.web.words.facts import Fact, full_wage_fact, own_cost_fact, paid_from_fact, travel_fact, wage_fact
from gouden_poort.web.words.names import Names

FEWEST, MOST = 2, 3
"""How many routes stand beside each other; more would not be readable on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One route."""

    occupation_id: str
    title: str
    badge: Badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact of every route, in the order of the columns."""

    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The table: a column a route, a row a fact."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def comparison(snapshot: Snapshot, profile: Profile, found: Sequence[ExplainedRoute]) -> Comparison:
    """Routes beside each other, in the order given."""
    names = Names(snapshot)
    told = [tuple(_facts(snapshot, profile, each)) for each in found]
    return Comparison(
        columns=tuple(
            Column(
                occupation_id=each.route.target_occupation_id,
                title=nl(names.occupation(each.route.target_occupation_id)),
                badge=badge_for(profile, each.explanation),
            )
            for each in found
        ),
        rows=tuple(Row(name=facts[0].name, facts=facts) for facts in zip(*told, strict=True)),
    )


def _facts(snapshot: Snapshot, profile: Profile, found: ExplainedRoute) -> Iterator[Fact]:
    route, why = found.route, found.explanation
    positions = snapshot.columns.positions
    row = positions.id.row(route.placement.position_id)
    wage, hours = int(positions.wage_month_eur[row]), int(positions.hours_per_week[row])
    later = career_strip(snapshot, profile, route).years[-1].wage_month_eur if route.career else None
    yield paid_from_fact(route.placement.start_date, route.weeks_to_work)
    yield Fact(name=_("Klaar met leren"), value=_after(route.weeks_to_qualified))
    yield own_cost_fact(route.own_cost_eur)
    yield _named(_("Loon per maand als je begint"), wage_fact(wage, hours) if wage else None)
    yield _named(_("Loon per maand na 10 jaar"), full_wage_fact(later) if later else None)
    yield travel_fact(why.placement_travel_minutes, _("Reizen naar werk"))
    yield Fact(name=_("Uren per week"), value=counted_hours(hours))
    yield Fact(name=_("Werkplek"), value=nl(employer(snapshot, route.placement.position_id)))
    yield Fact(name=_("Stappen tot het werk"), value=ngettext("%(num)s stap", "%(num)s stappen", len(route.steps)))
    yield Fact(name=_("Nederlands dat nodig is"), value=_dutch(why))


def _named(name: str, fact: Fact | None) -> Fact:
    """A fact under another name; what is not known says so."""
    if fact is None:
        return Fact(name=name, value=say("compare.unknown"))
    return Fact(name=name, value=fact.value, remark=fact.remark)


def _after(weeks: int) -> str:
    return first_upper(say("fact.after", duration=duration(weeks))) if weeks else say("compare.now")


def _dutch(why: RouteExplanation) -> str:
    """The highest level that anything on the route asks for."""
    entries = (*(step.entry for step in why.steps), why.placement_entry, why.occupation)
    needed = [need.needed for entry in entries for need in entry if need.kind is FactKind.CEFR]
    return say("compare.level", level=_(CEFR_LEVELS[max(needed)])) if needed else say("compare.unknown")
