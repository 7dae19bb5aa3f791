"""What the ten years of people ask of their coach: years that nobody answered, talks they wish, plans that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from gouden_poort.development.check_in import CheckIn
from gouden_poort.development.check_ins import Asking, Stage, stage_begins_on
from gouden_poort.development.journey import Journey
from gouden_poort.development.review import Review
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import AWAY, Dossier
from gouden_poort.services.dossiers.opening import seen_too
from gouden_poort.services.dossiers.todo import DRIFTED, WEEK, Todo, Why
from gouden_poort.services.ports import UnitOfWork
from gouden_poort.services.ten_years.unreached import not_asked


def of_ten_years(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """Who asked for a talk, could not be asked or did not answer, or has a plan that changed or that they left.

    Those too whose guidance is done.
    """
    wishes = {each.dossier_id: each for each in unit.check_ins.wishes_for_talk(actor.account_id)}
    silent = {
        each.dossier_id: each for each in unit.journeys.to_call(actor.account_id) if each.dossier_id not in wishes
    }
    reviews = {each.dossier_id: each for each in unit.plan_reviews.of_coach(actor.account_id)}
    drifting = {each.dossier_id: each for each in unit.journeys.drifting(actor.account_id)}
    alone = {each.dossier_id: each for each in unit.journeys.to_ask_without_account(actor.account_id, today)}
    known = seen_too(unit, actor, by_id, [*wishes, *silent, *reviews, *drifting, *alone])
    asked = not_asked(
        unit, [(known[key], line) for key, line in alone.items() if key in known and key not in wishes], today
    )
    yield from _wishes(known, wishes, today)
    yield from _unreached(known, asked, today)
    yield from _unanswered(known, {key: line for key, line in silent.items() if key not in asked}, today)
    yield from _changed_plans(known, reviews)
    yield from _drifted(known, drifting, today)


def _wishes(known: Mapping[UUID, Dossier], wishes: Mapping[UUID, CheckIn], today: date) -> Iterator[Todo]:
    for key, wish in wishes.items():
        dossier, day = known.get(key), dutch_day(wish.answered_at)
        if dossier is not None and not dossier.spoken_after(day):
            yield Todo(dossier=dossier, why=Why.WANTS_TALK, day=day, overdue=today - day > WEEK)


def _unanswered(known: Mapping[UUID, Dossier], silent: Mapping[UUID, Journey], today: date) -> Iterator[Todo]:
    for key, line in silent.items():
        dossier, day = known.get(key), line.call_since
        if dossier is None or day is None or dossier.state in AWAY:
            continue
        if not dossier.spoken_since(day):
            yield Todo(dossier=dossier, why=Why.NO_ANSWER, day=day, overdue=today - day > WEEK, years=line.missed)


def _changed_plans(known: Mapping[UUID, Dossier], reviews: Mapping[UUID, Review]) -> Iterator[Todo]:
    """Until there was a talk, or somebody said that the plan stays as it is."""
    for key, review in reviews.items():
        dossier, drift = known.get(key), review.drift
        if dossier is None or drift is None or dossier.state in AWAY:
            continue
        if not dossier.spoken_since(drift.since):
            yield Todo(dossier=dossier, why=Why(drift.kind.value), day=drift.since, overdue=False, what=drift.label)


def _drifted(known: Mapping[UUID, Dossier], drifting: Mapping[UUID, Journey], today: date) -> Iterator[Todo]:
    """Until there was a talk."""
    for key, line in drifting.items():
        dossier, drift, day = known.get(key), line.drift, line.drift_since
        if dossier is None or drift is None or day is None or dossier.state in AWAY:
            continue
        if drift.value in DRIFTED and not dossier.spoken_since(day):
            yield Todo(dossier=dossier, why=Why(drift.value), day=day, overdue=today - day > WEEK)


def _unreached(known: Mapping[UUID, Dossier], asked: Mapping[UUID, Asking], today: date) -> Iterator[Todo]:
    """Whom nobody could ask the questions of a year, since the day on which they should have been."""
    for key, asking in asked.items():
        dossier, day = known[key], stage_begins_on(asking.due_on, Stage.ASKED)
        if dossier.state not in AWAY and not dossier.spoken_since(day):
            late = today - day > WEEK
            yield Todo(dossier=dossier, why=Why.NOT_ASKED, day=day, overdue=late, years=asking.year)
