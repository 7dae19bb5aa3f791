"""Dossiers in the database, and the questions that a caseload asks of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, Text, cast, exists, func, or_, select

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import WITH_US, Dossier, DossierState, name_key
from gouden_poort.services.ports import Caseload, Counted, Order, Spoken
from gouden_poort.storage.holding import hold_row
from gouden_poort.storage.tables.dossiers import AGREEMENTS, CONSENTS, DOSSIERS
from gouden_poort.storage.values import as_row, as_value, change_by_version, found, keep

_MOST_LIKE = 10
_C = DOSSIERS.c
_SPOKEN_ON = func.coalesce(_C.last_contact_on, _C.state_since)
_ORDERS: Mapping[Order, ColumnElement[Any]] = {
    Order.NAME: _C.name_key,
    Order.NEXT_CONTACT: _C.next_contact_on,
    Order.REGISTERED: _C.registered_at,
    Order.LAST_CONTACT: _SPOKEN_ON,
}


class SQLDossiers:
    """Fulfils `ports.Dossiers`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, dossier: Dossier) -> None:
        keep(self._connection, DOSSIERS, dossier, name_key=name_key(dossier.name))

    def find(self, dossier_id: UUID) -> Dossier | None:
        return found(self._connection, DOSSIERS, Dossier, dossier_id)

    def find_all(self, dossier_ids: Sequence[UUID], *, hold: bool = False) -> Sequence[Dossier]:
        """Those of these that there are; held ones can be changed by others, and not erased."""
        query = select(DOSSIERS).where(_C.id.in_(dossier_ids))
        return self._all(query.with_for_update(read=True, key_share=True, skip_locked=True) if hold else query)

    def hold(self, dossier_id: UUID) -> None:
        hold_row(self._connection, _C.version, dossier_id)

    def of_citizen(self, citizen_id: UUID) -> Sequence[Dossier]:
        return self._all(select(DOSSIERS).where(_C.citizen_id == citizen_id).order_by(_C.registered_at.desc()))

    def of_assessment(self, assessment_id: UUID) -> Dossier | None:
        return next(iter(self._all(select(DOSSIERS).where(_C.assessment_id == assessment_id))), None)

    def of_coach(self, coach_id: UUID) -> Sequence[Dossier]:
        return self._all(select(DOSSIERS).where(_C.coach_id == coach_id).order_by(_C.name_key, _C.id))

    def offered_to(self, coach_id: UUID) -> Sequence[Dossier]:
        return self._all(select(DOSSIERS).where(_C.next_coach_id == coach_id).order_by(_C.name_key))

    def like(self, organisation_id: UUID, name: str, birth_date: date, phone: str, email: str) -> Sequence[Dossier]:
        """Same birth date with a word of the name in common, or the same phone or e-mail address."""
        words = [_C.name_key.contains(word, autoescape=True) for word in name_key(name).split() if len(word) > 1]
        same: list[ColumnElement[bool]] = [(_C.birth_date == birth_date) & or_(*words)] if words else []
        same += [column == given for column, given in ((_C.phone, phone), (_C.email, email)) if given]
        query = select(DOSSIERS).where(_C.organisation_id == organisation_id, or_(*same)) if same else None
        return [] if query is None else self._all(query.order_by(_C.name_key).limit(_MOST_LIKE))

    def change(self, dossier: Dossier) -> bool:
        """Put it in the place of the same version; False, and nothing changed, when somebody was first."""
        row = {**as_row(dossier), "name_key": name_key(dossier.name)}
        return change_by_version(self._connection, DOSSIERS, row)

    def caseload(self, asked: Caseload) -> Sequence[Dossier]:
        query = select(DOSSIERS).where(*_conditions(asked)).order_by(*_order(asked))
        return self._all(query.offset(asked.first).limit(asked.most))

    def languages_and_labels(self, coach_id: UUID) -> Spoken:
        """Every language and label in a caseload, in order."""
        query = select(_C.language, _C.labels).where(_C.coach_id == coach_id, _is_shared()).distinct()
        rows = self._connection.execute(query).all()
        labels = {label for row in rows for label in row.labels}
        return Spoken(languages=tuple(sorted({row.language for row in rows})), labels=tuple(sorted(labels)))

    def counted(self, organisation_id: UUID, first: datetime, until: datetime) -> Counted:
        """Within a time: a plan and a state by when they last came about, a first talk by the first agreement."""
        return Counted(
            **self._figures(organisation_id, first, until),
            first_talks=self._first_talks(organisation_id, first, until),
            languages=self._by(_C.language, organisation_id),
            states=self._by(_C.state, organisation_id),
        )

    def not_shared(self, coach_id: UUID) -> int:
        query = select(func.count()).select_from(DOSSIERS).where(_C.coach_id == coach_id, ~_is_shared())
        return self._connection.scalar(query) or 0

    def how_many(self, asked: Caseload) -> int:
        query = select(func.count()).select_from(DOSSIERS).where(*_conditions(asked))
        return self._connection.scalar(query) or 0

    def _figures(self, organisation_id: UUID, first: datetime, until: datetime) -> dict[str, Any]:
        def within(column: ColumnElement[Any], start: object, end: object) -> ColumnElement[bool]:
            return (column >= start) & (column < end)

        since = within(_C.state_since, dutch_day(first), dutch_day(until))
        query = select(
            func.count().filter(within(_C.registered_at, first, until)).label("registered"),
            func.count().filter(within(_C.plan_accepted_at, first, until)).label("plans"),
            func.count().filter(since & (_C.state == DossierState.STOPPED)).label("stopped"),
            func.count().filter(since & (_C.state == DossierState.DONE)).label("done"),
            func.min(_C.registered_at).label("since"),
        ).where(_C.organisation_id == organisation_id)
        return dict(self._connection.execute(query).mappings().one())

    def _first_talks(self, organisation_id: UUID, first: datetime, until: datetime) -> int:
        talked = func.min(AGREEMENTS.c.made_at)
        each = select(AGREEMENTS.c.dossier_id).join(DOSSIERS).where(_C.organisation_id == organisation_id)
        within = each.group_by(AGREEMENTS.c.dossier_id).having((talked >= first) & (talked < until)).subquery()
        return self._connection.scalar(select(func.count()).select_from(within)) or 0

    def _by(self, column: ColumnElement[Any], organisation_id: UUID) -> dict[Any, int]:
        here = (_C.organisation_id == organisation_id) & _C.state.in_(sorted(WITH_US))
        query = select(column, func.count()).where(here).group_by(column)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def _all(self, query: Select[tuple[object, ...]]) -> Sequence[Dossier]:
        return [as_value(Dossier, row) for row in self._connection.execute(query).mappings()]


def _conditions(asked: Caseload) -> list[ColumnElement[bool]]:
    found = [_C.coach_id == asked.coach_id, _is_shared()]
    if asked.organisation_id:
        found.append(_C.organisation_id == asked.organisation_id)
    beginnings = (f" {word}" for word in name_key(asked.name).split())
    found += [(" " + _C.name_key).contains(each, autoescape=True) for each in beginnings]
    if asked.states:
        found.append(_C.state.in_(sorted(asked.states)))
    if asked.languages:
        found.append(_C.language.in_(sorted(asked.languages)))
    if asked.label:
        found.append(("|" + cast(_C.labels, Text) + "|").contains(f"|{asked.label}|", autoescape=True))
    if asked.contact_until:
        found.append(_C.next_contact_on <= asked.contact_until)
    if asked.without_next_contact:
        found.append(_C.next_contact_on.is_(None))
    if asked.silent_since:
        found.append(asked.silent_since > _SPOKEN_ON)
    return found


def _order(asked: Caseload) -> list[ColumnElement[Any]]:
    main = _ORDERS[asked.order]
    return [main.is_(None), main.desc() if asked.descending else main, _C.name_key, _C.id]


def _is_shared() -> ColumnElement[bool]:
    """Whether the citizen lets the coach see the dossier."""
    running = (CONSENTS.c.line == Line.COACH_SEES_DOSSIER) & CONSENTS.c.ended_at.is_(None)
    return exists().where(CONSENTS.c.dossier_id == _C.id, running)
