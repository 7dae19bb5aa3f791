"""Plans, events and promises of a kept dossier, for tests on real databases."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Text, type_coerce, update

from gouden_poort.development.check_in import CheckIn, Going, Onward, WorkNow, check_in_id
from gouden_poort.development.commitment import Commitment, Party
from gouden_poort.development.drift import DriftKind
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journey import Journey, journey_of
from gouden_poort.development.plan import Plan
from gouden_poort.development.proof import Proof, ProofKind
from gouden_poort.development.proof_file import FileKind, ProofFile
from gouden_poort.development.review import Review
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ports import UnitOfWork
from gouden_poort.storage.tables.ten_years import EVENTS, PLANS
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from tests.development.plans import a_plan
from tests.dossiers import COACH, MORNING


def a_plan_of(dossier: Dossier, **rest: Any) -> Plan:
    """A course, a job and a move, with the words of a catalogue."""
    return a_plan(**{"id": uuid4(), "dossier_id": dossier.id, "made_at": MORNING, **rest})


def an_event_of(dossier: Dossier, kind: EventKind, day: str, **rest: Any) -> Event:
    """Something that happened, written down at noon of the same day."""
    happened = date.fromisoformat(day)
    written = datetime(happened.year, happened.month, happened.day, 12, tzinfo=UTC)
    values: dict[str, Any] = {"id": uuid4(), "written_at": written, "written_by": COACH.account_id, **rest}
    return Event(dossier_id=dossier.id, kind=kind, day=happened, **values)


def chosen(plan: Plan, day: str = "2026-11-23") -> Event:
    """The plan counts from a day on."""
    return Event(
        id=uuid4(),
        dossier_id=plan.dossier_id,
        kind=EventKind.PLAN_CHOSEN,
        day=date.fromisoformat(day),
        written_at=MORNING,
        plan_id=plan.id,
    )


def a_commitment_to(dossier: Dossier, **rest: Any) -> Commitment:
    """A promise of a made-up fund, on paper, agreed by both."""
    values: dict[str, Any] = {
        "id": uuid4(),
        "party": Party.FUND,
        "name": "Voorbeeldfonds",
        "paper": "brief van 1 november 2026",
        "holds_from": date(2026, 11, 1),
        "recorded_at": MORNING,
        "recorded_by": UUID(int=3),
        "agreed_by_citizen_at": MORNING,
        "agreed_by_staff_at": MORNING,
        **rest,
    }
    return Commitment(dossier_id=dossier.id, **values)


def a_check_in(dossier: Dossier, year: int = 1, **rest: Any) -> CheckIn:
    """Answers of someone who is content."""
    values: dict[str, Any] = {
        "answered_at": MORNING,
        "answered_by": UUID(int=21),
        "going": Going.WELL,
        "work": WorkNow.SAME,
        "learnt": "Een voorbeeld van wat iemand leerde.",
        "onward": Onward.AS_PLANNED,
        "wants_talk": False,
        **rest,
    }
    return CheckIn(id=check_in_id(dossier.id, year), dossier_id=dossier.id, year=year, **values)


def a_proof_of(dossier: Dossier, **rest: Any) -> Proof:
    """A certificate of a made-up school, that no coach saw yet; its event is added beside it."""
    values: dict[str, Any] = {"id": uuid4(), "kind": ProofKind.PAPER, "source": "Voorbeeldschool", **rest}
    return Proof(dossier_id=dossier.id, **values)


def a_file_of(proof: Proof, content: bytes, kind: FileKind = FileKind.PHOTO) -> ProofFile:
    """What lists know of a copy with such a content."""
    return ProofFile(proof_id=proof.id, kind=kind, size=len(content))


def a_review_of(plan: Plan, **rest: Any) -> Review:
    """The way in a plan was seen to be closed, in a later catalogue."""
    values: dict[str, Any] = {
        "catalogue_version": "later",
        "rules_version": "later",
        "reviewed_at": MORNING,
        "kind": DriftKind.ROUTE_CLOSED,
        "since": MORNING.date(),
        "occupation_id": plan.route.target_occupation_id,
        "label": plan.named.occupations[plan.route.target_occupation_id],
        **rest,
    }
    return Review(dossier_id=plan.dossier_id, plan_id=plan.id, **values)


def a_line_of(plan: Plan, *events: Event, region: str = "AR01") -> Journey:
    """The one line of a dossier, on the day of its plan."""
    return journey_of(events, plan, plan, region=region, groups=("career_changer",), today=MORNING.date())


class Damage(StrEnum):
    """What keeps the ten years of somebody from being read."""

    NEWER_PLAN = "newer plan"
    UNKNOWN_EVENT = "unknown event"
    UNFIT_JOURNAL = "unfit journal"


def damage(unit: UnitOfWork, dossier_id: UUID, how: Damage) -> None:
    """Let plan or journal of a dossier, which has both, be as nobody can read it."""
    assert isinstance(unit, SQLUnitOfWork)
    run = unit._connection.execute  # no repository writes such a thing
    match how:
        case Damage.NEWER_PLAN:
            run(update(PLANS).where(PLANS.c.dossier_id == dossier_id).values(kept='{"form": 99}'))
        case Damage.UNKNOWN_EVENT:
            unheard = {type_coerce(EVENTS.c.kind, Text): "unheard of"}
            run(update(EVENTS).where(EVENTS.c.dossier_id == dossier_id).values(unheard))
        case Damage.UNFIT_JOURNAL:
            run(update(EVENTS).where(EVENTS.c.dossier_id == dossier_id).values(kind=EventKind.RESUMED))
