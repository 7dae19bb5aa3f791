"""A plan beside the ways from today: what closed, opened or asks less is a reason, and nothing changes by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.development.drift import DriftKind
from gouden_poort.development.event import EventKind
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years.rerouting import Again, look_again
from gouden_poort.services.ten_years.taking import take_route
from gouden_poort.services.ten_years.writing import write_down
from tests.builders import a_bundle
from tests.databases import Database
from tests.dossiers import COACH, STRANGER, a_kept_dossier
from tests.ten_years import an_event_of
from tests.web.desk.caseload import ANSWERS

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
TOWN: Mapping[str, Any] = {"places": [{"pc4_from": 3511, "pc4_to": 3515}], "postcode_areas": [{}]}
FITTER = {"occupation_id": "O2", "label": "Monteur", "isco_code": "7127", "sector": "installation"}


class Shelf:
    """Catalogues by their contents; the last one put there answers."""

    def __init__(self, *bundles: Bundle) -> None:
        self._all = {content_hash(bundle): build(bundle) for bundle in bundles}

    def active(self) -> Snapshot:
        return [*self._all.values()][-1]

    def earlier(self, contents: str) -> Snapshot:
        if contents not in self._all:
            raise UnknownThing("catalogue", contents)
        return self._all[contents]

    def prepare(self, bundle: Bundle, contents: str) -> None:
        raise NotImplementedError


def metal(**files: Sequence[Mapping[str, Any]]) -> Bundle:
    """One road: T1, then the work O1."""
    return a_bundle(**{**TOWN, **files})


def with_fitter(begins: str, **files: Sequence[Mapping[str, Any]]) -> Bundle:
    """A second one, in another sector: no course at all, and the work O2 from a day on."""
    return metal(
        occupations=[{}, FITTER],
        companies=[{}, {"company_id": "B2", "label": "Voorbeeldbedrijf", "sector": "installation"}],
        positions=[{}, {"position_id": "J2", "company_id": "B2", "occupation_id": "O2", "open_from": begins}],
        **files,
    )


ONE, BOTH, LATER = metal(), with_fitter("2027-01-04"), with_fitter("2028-11-06")
WITHOUT_JOB = with_fitter("2028-11-06", offering_starts=[])


@pytest.fixture
def dossier(database: Database) -> Dossier:
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    with database.unit() as unit:
        for name, answer in ANSWERS.items():
            unit.assessments.answer(dossier.assessment_id, name, answer, NOW)
        unit.commit()
    return dossier


def choose(database: Database, dossier: Dossier, shelf: Shelf, work: str = "O1") -> None:
    take_route(database.unit, shelf.active(), COACH, dossier.id, occupation_id=work, moment=NOW)


def look(database: Database, dossier: Dossier, shelf: Shelf, moment: datetime = NOW, actor: Actor = COACH) -> Again:
    found = look_again(database.unit, shelf, actor, dossier.id, moment)
    assert found is not None
    return found


def reasons(again: Again) -> list[tuple[DriftKind, str]]:
    return [(each.kind, each.label) for each in again.reasons]


def ways(again: Again) -> list[str]:
    return [each.explained.route.target_occupation_id for each in again.ways]


def test_without_a_plan_there_is_nothing_to_look_at(database: Database, dossier: Dossier) -> None:
    assert look_again(database.unit, Shelf(ONE), COACH, dossier.id, NOW) is None


def test_a_plan_that_is_still_the_best_gives_no_reason(database: Database, dossier: Dossier) -> None:
    shelf = Shelf(LATER)
    choose(database, dossier, shelf)
    again = look(database, dossier, shelf)
    assert (again.reasons, ways(again), again.rules_changed) == ([], ["O1", "O2"], False)
    assert again.ways[0].explained.route == again.plan.route


def test_a_way_that_asks_a_tenth_less_is_a_reason(database: Database, dossier: Dossier) -> None:
    shelf = Shelf(BOTH)
    choose(database, dossier, shelf)
    again = look(database, dossier, shelf)
    assert reasons(again) == [(DriftKind.BETTER_ROUTE, "Monteur")]
    assert [each.is_better for each in again.ways] == [False, True]


def test_a_catalogue_that_opened_something_is_a_reason(database: Database, dossier: Dossier) -> None:
    choose(database, dossier, Shelf(ONE))
    again = look(database, dossier, Shelf(ONE, LATER))
    assert reasons(again) == [(DriftKind.ROUTE_OPENED, "Monteur")]
    assert again.rules_changed


def test_a_catalogue_that_is_not_kept_any_more_hides_no_way(database: Database, dossier: Dossier) -> None:
    choose(database, dossier, Shelf(ONE))
    again = look(database, dossier, Shelf(LATER))
    assert (reasons(again), ways(again)) == ([], ["O1", "O2"])


def test_a_catalogue_that_closed_the_planned_way_is_a_reason(database: Database, dossier: Dossier) -> None:
    choose(database, dossier, Shelf(LATER))
    again = look(database, dossier, Shelf(LATER, WITHOUT_JOB))
    assert reasons(again) == [(DriftKind.ROUTE_CLOSED, "Lasser")]
    assert ways(again) == ["O2"]


def test_the_plan_stays_as_it_was_whatever_the_catalogue_says(database: Database, dossier: Dossier) -> None:
    choose(database, dossier, Shelf(LATER))
    before = look(database, dossier, Shelf(LATER)).plan
    assert look(database, dossier, Shelf(LATER, WITHOUT_JOB)).plan == before


def test_a_step_that_stopped_is_a_reason(database: Database, dossier: Dossier) -> None:
    shelf = Shelf(LATER)
    choose(database, dossier, shelf)
    course = next(
        each for each in look(database, dossier, shelf).plan.milestones if each.kind is MilestoneKind.LEARNING
    )
    later = datetime(2027, 2, 15, 9, tzinfo=UTC)
    for kind, day in ((EventKind.STARTED, "2027-02-01"), (EventKind.STOPPED, "2027-02-12")):
        event = an_event_of(dossier, kind, day, milestone_id=course.id)
        write_down(database.unit, COACH, event, later)
    assert (DriftKind.STEP_FAILED, "Leren lassen") in reasons(look(database, dossier, shelf, later))


def test_what_was_learnt_is_not_asked_again(database: Database, dossier: Dossier) -> None:
    shelf = Shelf(metal(credentials=[{}], offering_credentials=[{}]))
    choose(database, dossier, shelf)
    course = next(
        each for each in look(database, dossier, shelf).plan.milestones if each.kind is MilestoneKind.LEARNING
    )
    later = datetime(2027, 4, 5, 9, tzinfo=UTC)
    for kind, day in ((EventKind.STARTED, "2027-02-01"), (EventKind.FINISHED, "2027-03-29")):
        write_down(database.unit, COACH, an_event_of(dossier, kind, day, milestone_id=course.id), later)
    again = look(database, dossier, shelf, later)
    assert [each.explained.route.steps for each in again.ways] == [()]
    taken = take_route(database.unit, shelf.active(), CITIZEN, dossier.id, occupation_id="O1", moment=later)
    assert taken.route.steps == ()


def test_the_work_that_someone_does_is_no_way(database: Database, dossier: Dossier) -> None:
    shelf = Shelf(LATER)
    choose(database, dossier, shelf)
    later = datetime(2027, 4, 5, 9, tzinfo=UTC)
    job = an_event_of(
        dossier, EventKind.NEW_JOB, "2027-04-05", occupation_id="O1", sector="metal", employer="Voorbeeld"
    )
    write_down(database.unit, COACH, job, later)
    again = look(database, dossier, shelf, later)
    assert (again.does_planned_work, ways(again), reasons(again)) == (True, ["O2"], [])


def test_without_an_answer_that_is_needed_it_says_so(database: Database, dossier: Dossier) -> None:
    shelf = Shelf(ONE)
    choose(database, dossier, shelf)
    with database.unit() as unit:
        unit.assessments.answer(dossier.assessment_id, "birth_date", None, NOW)
        unit.commit()
    again = look(database, dossier, shelf)
    assert (again.lacks_answers, ways(again)) == (True, [])


@pytest.mark.parametrize(
    "actor", [STRANGER, Actor(account_id=UUID(int=22), role=Role.CITIZEN)], ids=["a coach elsewhere", "another citizen"]
)
def test_nobody_else_looks(database: Database, dossier: Dossier, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        look_again(database.unit, Shelf(ONE), actor, dossier.id, NOW)


def test_a_look_of_the_coach_is_written_down_and_one_of_the_citizen_is_not(
    database: Database, dossier: Dossier
) -> None:
    shelf = Shelf(ONE)
    choose(database, dossier, shelf)
    before = looks(database, dossier)
    look(database, dossier, shelf, actor=CITIZEN)
    assert looks(database, dossier) == before
    look(database, dossier, shelf)
    assert looks(database, dossier) == before + 1


def looks(database: Database, dossier: Dossier) -> int:
    with database.unit() as unit:
        return len(unit.trail.about(dossier.pseudonym))


def test_the_id_of_a_dossier_that_is_not_there_opens_nothing(database: Database) -> None:
    with pytest.raises(NotAllowed):
        look_again(database.unit, Shelf(ONE), COACH, uuid4(), NOW)
