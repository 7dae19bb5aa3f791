"""Whose work was announced to stop, for their coach to speak with them before its last day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from gouden_poort.development.journal import talked_after
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import AWAY, Dossier
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.dossiers.opening import seen_too
from gouden_poort.services.dossiers.todo import WEEK, Todo, Why
from gouden_poort.services.employers.own_work import taking, who_may_be_taken
from gouden_poort.services.ports import UnitOfWork
from gouden_poort.services.ten_years.line import read_of_each

_AFTER = timedelta(days=14)
"""How long after the last day of the work somebody still stands in the list."""


def of_stopping_work(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """Once for each whose employer is known, with what stops soonest, until there was a talk since it was announced.

    Those too whose guidance is done. Journals are read only of who may be one of them and was not spoken with since;
    whose journal cannot be read stands there by what is known without it, and their page says so.
    """
    running = unit.surpluses.running(actor.organisation_id, today - _AFTER) if actor.organisation_id else ()
    if not running:
        return
    there = who_may_be_taken(unit, actor.account_id, running)
    known = seen_too(unit, actor, by_id, there)
    seen = [known[each] for each in there if each in known]
    waiting = {each.id: each for each in seen if each.state not in AWAY and _not_spoken(each, running)}
    if not waiting:
        return
    stopping = read_of_each([*waiting], lambda some: _by_journal(unit, some, running))
    unread = [key for key in waiting if key not in stopping]
    by_line = _by_line(unit, actor.account_id, running) if unread else {}
    for key, dossier in waiting.items():
        for surplus in _not_spoken(dossier, stopping.get(key, by_line.get(key, ())))[:1]:
            yield _todo(dossier, surplus, today)


def _by_journal(
    unit: UnitOfWork, dossier_ids: Sequence[UUID], running: Sequence[Surplus]
) -> Mapping[UUID, Sequence[Surplus]]:
    """What takes the work of each, and was not talked about."""
    return {
        key: [each for each in taking(running, events) if not talked_after(events, dutch_day(each.told_at))]
        for key, events in unit.journal.of_many(dossier_ids).items()
    }


def _by_line(unit: UnitOfWork, coach_id: UUID, running: Sequence[Surplus]) -> Mapping[UUID, Sequence[Surplus]]:
    """What may take it: the work that was last known, at an employer that they ever had."""
    known = defaultdict(list)
    for one in unit.journeys.at_work(coach_id, {each.occupation_id for each in running}):
        known[one.dossier_id].append(one)
    return {
        key: [each for each in running if any(each.takes(one.occupation_id, one.employer) for one in some)]
        for key, some in known.items()
    }


def _not_spoken(dossier: Dossier, surpluses: Sequence[Surplus]) -> list[Surplus]:
    """Those since whose day nobody spoke with them."""
    return [each for each in surpluses if not dossier.spoken_after(dutch_day(each.told_at))]


def _todo(dossier: Dossier, surplus: Surplus, today: date) -> Todo:
    day = dutch_day(surplus.told_at)
    late = today - day > WEEK or surplus.last_day < today
    return Todo(dossier=dossier, why=Why.WORK_STOPS, day=day, overdue=late, what=surplus.employer, surplus=surplus)
