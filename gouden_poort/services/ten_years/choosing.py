"""Choosing a plan: a route is kept whole, and its milestones count from today."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import check
from gouden_poort.development.plan import Plan
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import changing
from gouden_poort.profiles.people.trail import why_of
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Route
from gouden_poort.rules.choosing import rulebook_named, rulebook_of
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.versions import keep
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.referrals.following import follow
from gouden_poort.services.ten_years.line import begin_line, plan_of_now, renew_line
from gouden_poort.services.ten_years.naming import named
from gouden_poort.services.ten_years.states import write_state
from gouden_poort.services.trail import record


def choose_plan(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    route: Route,
    *,
    snapshot: Snapshot,
    profile: Profile,
    region: str,
    moment: datetime,
) -> Plan:
    """Make a route the plan of a dossier, which then waits for a new yes; the same route again changes nothing.

    `profile` and `region` are of now. ChangedMeanwhile when somebody else changed the dossier at the same moment, and
    InvalidInput for a dossier whose ten years are closed.
    """
    deed = changing(actor)
    today = dutch_day(moment)
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, deed, dossier_id, hold=True).dossier
        plan = _plan(actor, dossier_id, route, snapshot, moment)
        before, events = unit.plans.of(dossier_id), unit.journal.of(dossier_id)
        if before and plan_of_now(before, events).route == route:
            return plan_of_now(before, events)
        chosen = Event(
            id=uuid4(),
            dossier_id=dossier_id,
            kind=EventKind.PLAN_CHOSEN,
            day=today,
            written_at=moment,
            written_by=actor.account_id,
            plan_id=plan.id,
        )
        check(events, chosen, today)
        unit.plans.add(plan)
        _keep_rules(unit, snapshot, moment)
        unit.journal.add(chosen)
        write_state(unit, actor, dossier, moment)
        if before:
            renew_line(unit, dossier_id, today)
        else:
            begin_line(unit, plan, region=region, groups=_groups(profile), today=today)
        aimed = replace(dossier, target_id=route.target_occupation_id, plan_changed_at=moment)
        keep(unit, aimed)
        follow(unit, aimed, moment)
        record(unit, actor, deed, dossier.pseudonym, why_of(actor), moment)
        unit.commit()
    return plan


def _plan(actor: Actor, dossier_id: UUID, route: Route, snapshot: Snapshot, moment: datetime) -> Plan:
    return Plan(
        id=uuid4(),
        dossier_id=dossier_id,
        made_at=moment,
        made_by=actor.account_id,
        catalogue_version=snapshot.version,
        rules_version=rulebook_of(snapshot).version,
        route=route,
        named=named(snapshot, route),
    )


def _keep_rules(unit: UnitOfWork, snapshot: Snapshot, moment: datetime) -> None:
    """The whole book, also for whom rules were set aside, so that the plan can be held against other rules later."""
    book = rulebook_named(snapshot.rulebook, snapshot.rules)
    unit.rule_sets.add(book.version, book.texts, moment)


def _groups(profile: Profile) -> tuple[str, ...]:
    return tuple(sorted(group.value for group in profile.target_groups))
