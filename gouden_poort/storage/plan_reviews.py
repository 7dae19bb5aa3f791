"""The last look at each plan in the database, and which plans should be looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, literal, or_, select

from gouden_poort.development.review import Review
from gouden_poort.development.standing import RESTING
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import AWAY
from gouden_poort.services.ports import Unreviewed
from gouden_poort.storage.holding import take_turn
from gouden_poort.storage.once import put_rows
from gouden_poort.storage.tables.assessments import ANSWERS
from gouden_poort.storage.tables.dossiers import CONSENTS, DOSSIERS
from gouden_poort.storage.tables.set_aside import SET_ASIDE
from gouden_poort.storage.tables.ten_years import EVENTS, JOURNEYS, PLAN_REVIEWS, PLANS
from gouden_poort.storage.types import Moment
from gouden_poort.storage.values import as_row, as_value

_R = PLAN_REVIEWS.c
_NEVER = literal(datetime(1, 1, 1, tzinfo=UTC), Moment)
_LAST_AT = func.coalesce(_R.reviewed_at, _NEVER)


class SQLPlanReviews:
    """Fulfils `ports.PlanReviews`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put_all(self, reviews: Sequence[Review]) -> None:
        """In one order, so that two who do so at once never wait for each other."""
        rows = [as_row(each) for each in sorted(reviews, key=lambda each: each.dossier_id)]
        put_rows(self._connection, PLAN_REVIEWS, rows, "dossier_id")

    def find(self, dossier_id: UUID) -> Review | None:
        return next(iter(self._reviews(select(PLAN_REVIEWS).where(_R.dossier_id == dossier_id))), None)

    def to_change(self, dossier_ids: Sequence[UUID]) -> Sequence[Review]:
        """Until the end of the transaction nobody else changes them, nor adds the first one of these dossiers."""
        take_turn(self._connection)
        dossiers = select(DOSSIERS.c.id).where(DOSSIERS.c.id.in_(dossier_ids)).order_by(DOSSIERS.c.id)
        self._connection.execute(dossiers.with_for_update(key_share=True))
        return self._reviews(select(PLAN_REVIEWS).where(_R.dossier_id.in_(dossier_ids)))

    def of_coach(self, coach_id: UUID) -> Sequence[Review]:
        """What nobody answered with keeping the plan; none for who pauses, stopped or is closed."""
        query = select(PLAN_REVIEWS).join(DOSSIERS, DOSSIERS.c.id == _R.dossier_id).join(JOURNEYS, _of_plan_of_now())
        told = DOSSIERS.c.coach_id == coach_id, _R.kind.is_not(None), _R.kept_at.is_(None)
        return self._reviews(query.where(*told, JOURNEYS.c.phase.not_in(RESTING)).order_by(_R.since, _R.dossier_id))

    def due(
        self, catalogue_version: str, rules_version: str, *, until: datetime, most: int, after: Unreviewed | None = None
    ) -> Sequence[Unreviewed]:
        """Of who goes on, lets the coach see the dossier, and was not looked at since `until`.

        Again in the same catalogue when the person changed since the last look.
        """
        query = select(JOURNEYS.c.dossier_id, _LAST_AT.label("last_at")).join_from(
            JOURNEYS, DOSSIERS, DOSSIERS.c.id == JOURNEYS.c.dossier_id
        )
        query = query.join(PLANS, PLANS.c.id == JOURNEYS.c.plan_id).outerjoin(PLAN_REVIEWS, _of_plan_of_now())
        goes_on = *_goes_on(), literal(until, Moment) > _LAST_AT
        query = query.where(*goes_on, _is_other(catalogue_version, rules_version))
        if after is not None:
            later = and_(literal(after.last_at, Moment) == _LAST_AT, JOURNEYS.c.dossier_id > after.dossier_id)
            query = query.where(or_(literal(after.last_at, Moment) < _LAST_AT, later))
        rows = self._connection.execute(query.order_by(_LAST_AT, JOURNEYS.c.dossier_id).limit(most))
        return [as_value(Unreviewed, row) for row in rows.mappings()]

    def _reviews(self, query: Select[Any]) -> Sequence[Review]:
        return [as_value(Review, row) for row in self._connection.execute(query).mappings()]


def _of_plan_of_now() -> ColumnElement[bool]:
    return and_(JOURNEYS.c.dossier_id == _R.dossier_id, JOURNEYS.c.plan_id == _R.plan_id)


def _goes_on() -> Sequence[ColumnElement[bool]]:
    shared = exists().where(
        CONSENTS.c.dossier_id == DOSSIERS.c.id,
        CONSENTS.c.line == Line.COACH_SEES_DOSSIER,
        CONSENTS.c.ended_at.is_(None),
    )
    return JOURNEYS.c.phase.not_in(RESTING), DOSSIERS.c.state.not_in(sorted(AWAY)), shared


def _is_other(catalogue_version: str, rules_version: str) -> ColumnElement[bool]:
    """The versions of a plan may go on with marks, of places that were full and rules that did not count."""
    made_in_others = or_(
        ~PLANS.c.catalogue_version.startswith(catalogue_version, autoescape=True),
        ~PLANS.c.rules_version.startswith(rules_version, autoescape=True),
    )
    seen_in_others = or_(_R.catalogue_version != catalogue_version, _R.rules_version != rules_version)
    never_seen = and_(_R.dossier_id.is_(None), made_in_others)
    return or_(never_seen, and_(_R.dossier_id.is_not(None), or_(seen_in_others, and_(made_in_others, _changed()))))


def _changed() -> ColumnElement[bool]:
    """Somebody answered otherwise, wrote something down, or set a rule aside since the last look."""
    last = _R.reviewed_at
    return or_(
        exists().where(ANSWERS.c.assessment_id == DOSSIERS.c.assessment_id, ANSWERS.c.answered_at > last),
        exists().where(EVENTS.c.dossier_id == DOSSIERS.c.id, EVENTS.c.written_at > last),
        exists().where(
            SET_ASIDE.c.dossier_id == DOSSIERS.c.id, or_(SET_ASIDE.c.made_at > last, SET_ASIDE.c.ended_at > last)
        ),
    )
