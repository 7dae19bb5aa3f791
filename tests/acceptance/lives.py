"""Lives of some years, to look at: a plan that began in 2022 and what happened since, or five hundred events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from gouden_poort.development.commitment import Party
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import Milestone, MilestoneKind, Plan
from gouden_poort.development.proof import ProofKind
from gouden_poort.development.proof_file import FileKind
from gouden_poort.routing.route import Route
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.ten_years.line import begin_line
from tests.copies import A_PDF, a_photo
from tests.development.plans import ROUTE
from tests.many_lives import lives
from tests.own_dossiers import Coached
from tests.ten_years import a_commitment_to, a_file_of, a_plan_of, a_proof_of, an_event_of, chosen

_EARLIER = timedelta(weeks=261)
LONG_NAME = "Voorbeeldbedrijf Elektrotechnische Installaties Noordoost-Nederland"
CHOSEN_ON = "2022-08-01"


def live(made: Coached, *, many: int = 0) -> Plan:
    """A course, work, a pause, a course beside the job and better work; or so many pauses and goings on."""
    plan = a_plan_of(made.dossier, route=_earlier(ROUTE))
    with made.house.unit_of_work() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, CHOSEN_ON))
        for event in _many(made, many) if many else _life(made, plan):
            unit.journal.add(event)
        begin_line(unit, plan, region="", groups=(), today=made.house.clock().date())
        unit.commit()
    return plan


def promise(made: Coached) -> Mapping[str, UUID]:
    """Papers in every state, and proofs with a copy that a coach saw or not; the ids of those that wait for a yes."""
    nobody = {"agreed_by_citizen_at": None, "agreed_by_staff_at": None}
    now, dossier = made.house.clock(), made.dossier
    waits = a_commitment_to(
        dossier, party=Party.EMPLOYER, name=LONG_NAME, paper="arbeidscontract, artikel 12", takes_back=True, **nobody
    )
    papers = (
        a_commitment_to(
            dossier,
            paper="brief van 1 september 2022",
            holds_from=date(2022, 9, 1),
            work_within_weeks=8,
            training_every_months=24,
            takes_back=True,
            pause_extends=True,
        ),
        waits,
        a_commitment_to(dossier, paper="cao", takes_back=True, doubted_at=now, doubt="Het is 6 weken.", **nobody),
        a_commitment_to(dossier, paper="oude brief", takes_back=True, ended_on=now.date(), ended_because="Gestopt."),
    )
    seen, unseen = a_proof_of(dossier, confirmed_at=now), a_proof_of(dossier, kind=ProofKind.EMPLOYER_WORD)
    with made.house.unit_of_work() as unit:
        for paper in papers:
            unit.commitments.add(paper)
        for proof, what in ((seen, "Lassen met MIG, certificaat niveau 1"), (unseen, "Werkt netjes en veilig")):
            unit.journal.add(_event(made, EventKind.PROOF_ADDED, "2025-11-20", id=proof.id, words=what))
            unit.proofs.add(proof)
        unit.proof_files.add(a_file_of(seen, A_PDF, FileKind.PDF), A_PDF)
        photo = a_photo(1_200, 1_600)
        unit.proof_files.add(a_file_of(unseen, photo), photo)
        unit.commit()
    return {"commitment": waits.id, "proof": unseen.id, "seen": seen.id}


def keep_cohort(open_unit: UnitOfWorkFactory, organisation_id: UUID) -> None:
    """People who began over ten years ago in three sectors, of whom some left or moved; of a fourth sector too few."""
    keep = partial(lives, open_unit, since="2016-03-07", organisation_id=organisation_id)
    metal, installing, building = (
        {"target_sector": name, "first_sector": name} for name in ("metaal", "installatie", "bouw")
    )
    keep(45, waited=150, **metal, sector="metaal")
    keep(20, waited=400, **metal, sector="energie")
    for days, many in ((300, 15), (800, 18), (1500, 12), (2600, 12)):
        keep(many, days=days, **metal)
    keep(40, waited=90, **installing, sector="installatie")
    keep(15, waited=300, **installing, sector="metaal", planned_work_on=date(2016, 2, 1))
    keep(14, days=700, **installing)
    keep(30, waited=220, **building, sector="bouw", planned_work_on=date(2015, 10, 5))
    keep(12, days=1200, **building)
    keep(4, target_sector="hout", first_sector="hout")


def _life(made: Coached, plan: Plan) -> Iterator[Event]:
    course, bridging = (_first(plan, kind) for kind in (MilestoneKind.LEARNING, MilestoneKind.BRIDGING))
    yield _event(made, EventKind.STARTED, "2022-09-05", milestone_id=course.id)
    yield _event(made, EventKind.FINISHED, "2023-03-01", milestone_id=course.id)
    work = {"occupation_id": "welder", "sector": "metal", "employer": "Voorbeeldbedrijf", "hours_per_week": 36}
    yield _event(made, EventKind.NEW_JOB, "2023-03-06", **work)
    yield _event(made, EventKind.CHECKED_IN, "2023-09-11", year=1)
    yield _event(made, EventKind.PROOF_ADDED, "2023-11-20", words="VCA-certificaat")
    yield _event(made, EventKind.PAUSED, "2024-05-13", words="Er komt een kind.")
    yield _event(made, EventKind.RESUMED, "2024-10-01")
    yield _event(made, EventKind.TALK_HELD, "2024-10-14")
    yield _event(made, EventKind.CHECKED_IN, "2024-10-20", year=2)
    yield _event(made, EventKind.STARTED, "2025-09-01", milestone_id=bridging.id)
    yield _event(made, EventKind.STOPPED, "2025-12-01", milestone_id=bridging.id, words="Te ver reizen.")


def _many(made: Coached, number: int) -> Iterator[Event]:
    for at in range(number):
        day = date(2022, 9, 5) + timedelta(days=3 * at)
        yield _event(made, (EventKind.PAUSED, EventKind.RESUMED)[at % 2], day.isoformat())


def _event(made: Coached, kind: EventKind, day: str, **rest: Any) -> Event:
    return an_event_of(made.dossier, kind, day, **{"written_by": made.people.coach.id, **rest})


def _first(plan: Plan, kind: MilestoneKind) -> Milestone:
    return next(each for each in plan.milestones if each.kind is kind)


def _earlier(route: Route) -> Route:
    """The same route, five years before."""
    assert route.career is not None
    steps = tuple(replace(each, start_date=each.start_date - _EARLIER) for each in route.steps)
    moves = tuple(
        replace(
            move,
            start_date=move.start_date - _EARLIER,
            steps=tuple(replace(each, start_date=each.start_date - _EARLIER) for each in move.steps),
        )
        for move in route.career.moves
    )
    return replace(
        route,
        steps=steps,
        placement=replace(route.placement, start_date=route.placement.start_date - _EARLIER),
        career=replace(route.career, moves=moves),
    )
