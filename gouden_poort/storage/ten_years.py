"""Plans, journals, commitments, proofs and yearly answers in the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, and_, exists, or_, select

from gouden_poort.development.check_in import CheckIn
from gouden_poort.development.commitment import Commitment
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.kept import as_text, from_text
from gouden_poort.development.plan import Plan
from gouden_poort.development.proof import Proof
from gouden_poort.errors import CannotBeRead
from gouden_poort.storage.once import keep_once
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.ten_years import CHECK_INS, COMMITMENTS, EVENTS, PLANS, PROOFS
from gouden_poort.storage.values import as_row, as_value, change_by_version, found, keep, keep_all

_WHOLE = ("route", "named")
"""What of a plan is kept as one text."""


class SQLPlans:
    """Fulfils `ports.Plans`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, plan: Plan) -> None:
        self.add_all([plan])

    def add_all(self, plans: Iterable[Plan]) -> None:
        keep_all(self._connection, PLANS, map(_row, plans))

    def find(self, plan_id: UUID) -> Plan | None:
        row = self._connection.execute(select(PLANS).where(PLANS.c.id == plan_id)).mappings().first()
        return None if row is None else _plan(row)

    def of(self, dossier_id: UUID) -> Sequence[Plan]:
        with _of_one(dossier_id):
            return self.of_many([dossier_id])[dossier_id]

    def of_many(self, dossier_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Plan]]:
        """Of each dossier that is named, also when it has none."""
        plans: dict[UUID, list[Plan]] = {each: [] for each in dossier_ids}
        query = select(PLANS).where(PLANS.c.dossier_id.in_(dossier_ids)).order_by(PLANS.c.made_at, PLANS.c.id)
        for row in self._connection.execute(query).mappings():
            plans[row["dossier_id"]].append(_plan(row))
        return plans


class SQLJournal:
    """Fulfils `ports.Journal`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: Event) -> None:
        keep(self._connection, EVENTS, event)

    def add_all(self, events: Iterable[Event]) -> None:
        keep_all(self._connection, EVENTS, map(as_row, events))

    def find(self, event_id: UUID) -> Event | None:
        return found(self._connection, EVENTS, Event, event_id)

    def of(self, dossier_id: UUID) -> Sequence[Event]:
        with _of_one(dossier_id):
            return self.of_many([dossier_id])[dossier_id]

    def of_many(self, dossier_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Event]]:
        """Of each dossier that is named, also when nothing happened yet."""
        journals: dict[UUID, list[Event]] = {each: [] for each in dossier_ids}
        query = select(EVENTS).where(EVENTS.c.dossier_id.in_(dossier_ids))
        ordered = query.order_by(EVENTS.c.day, EVENTS.c.written_at, EVENTS.c.id)
        for row in self._connection.execute(ordered).mappings():
            journals[row["dossier_id"]].append(as_value(Event, row))
        return journals


class SQLCommitments:
    """Fulfils `ports.Commitments`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, commitment: Commitment) -> None:
        keep(self._connection, COMMITMENTS, commitment)

    def find(self, commitment_id: UUID) -> Commitment | None:
        return found(self._connection, COMMITMENTS, Commitment, commitment_id)

    def of(self, dossier_id: UUID) -> Sequence[Commitment]:
        with _of_one(dossier_id):
            return self._commitments(select(COMMITMENTS).where(COMMITMENTS.c.dossier_id == dossier_id))

    def of_coach(self, coach_id: UUID, agreed_since: datetime) -> Sequence[Commitment]:
        """What clients of a coach doubt, or said yes to: where the yes of staff lacks, or since a moment."""
        columns = COMMITMENTS.c
        agreed = columns.agreed_by_citizen_at
        answered = or_(
            columns.doubted_at.is_not(None),
            and_(agreed.is_not(None), or_(columns.agreed_by_staff_at.is_(None), agreed >= agreed_since)),
        )
        return self._commitments(select(COMMITMENTS).join(DOSSIERS).where(DOSSIERS.c.coach_id == coach_id, answered))

    def change(self, commitment: Commitment) -> bool:
        """Put it in the place of the same version; False, and nothing changed, when somebody was first."""
        return change_by_version(self._connection, COMMITMENTS, as_row(commitment))

    def _commitments(self, query: Select[Any]) -> Sequence[Commitment]:
        ordered = query.order_by(COMMITMENTS.c.recorded_at, COMMITMENTS.c.id)
        return [as_value(Commitment, row) for row in self._connection.execute(ordered).mappings()]


class SQLProofs:
    """Fulfils `ports.Proofs`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, proof: Proof) -> None:
        keep(self._connection, PROOFS, proof)

    def find(self, proof_id: UUID) -> Proof | None:
        return found(self._connection, PROOFS, Proof, proof_id)

    def of(self, dossier_id: UUID) -> Sequence[Proof]:
        query = select(PROOFS).where(PROOFS.c.dossier_id == dossier_id).order_by(PROOFS.c.id)
        with _of_one(dossier_id):
            return [as_value(Proof, row) for row in self._connection.execute(query).mappings()]

    def change(self, proof: Proof) -> bool:
        """Put it in the place of the same version; False, and nothing changed, when somebody was first."""
        return change_by_version(self._connection, PROOFS, as_row(proof))


class SQLCheckIns:
    """Fulfils `ports.CheckIns`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_once(self, check_in: CheckIn) -> CheckIn:
        kept = keep_once(self._connection, CHECK_INS, as_row(check_in))
        return check_in if kept is None else as_value(CheckIn, kept)

    def find(self, dossier_id: UUID, year: int) -> CheckIn | None:
        return next((each for each in self.of(dossier_id) if each.year == year), None)

    def of(self, dossier_id: UUID) -> Sequence[CheckIn]:
        query = select(CHECK_INS).where(CHECK_INS.c.dossier_id == dossier_id).order_by(CHECK_INS.c.year.desc())
        with _of_one(dossier_id):
            return [as_value(CheckIn, row) for row in self._connection.execute(query).mappings()]

    def wishes_for_talk(self, coach_id: UUID) -> Sequence[CheckIn]:
        """Of the clients of a coach; once a talk is in the journal that was written down later, it is fulfilled."""
        talked = exists().where(
            EVENTS.c.dossier_id == CHECK_INS.c.dossier_id,
            EVENTS.c.kind == EventKind.TALK_HELD,
            EVENTS.c.written_at > CHECK_INS.c.answered_at,
        )
        query = select(CHECK_INS).join(DOSSIERS).where(DOSSIERS.c.coach_id == coach_id, CHECK_INS.c.wants_talk, ~talked)
        rows = self._connection.execute(query.order_by(CHECK_INS.c.answered_at, CHECK_INS.c.id))
        return [as_value(CheckIn, row) for row in rows.mappings()]


@contextmanager
def _of_one(dossier_id: UUID) -> Iterator[None]:
    """Let what cannot be read be told with the dossier that it is of."""
    try:
        yield
    except (ValueError, LookupError, TypeError) as error:
        raise CannotBeRead(dossier_id, type(error).__name__) from error


def _row(plan: Plan) -> Mapping[str, Any]:
    row = {name: value for name, value in as_row(plan).items() if name not in _WHOLE}
    return row | {"kept": as_text(plan.route, plan.named)}


def _plan(row: RowMapping) -> Plan:
    route, named = from_text(row["kept"])
    return Plan(**{name: value for name, value in row.items() if name != "kept"}, route=route, named=named)
