"""Skills in a passport: what was told, what courses and work of the journal taught, and what backs each best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.errors import CannotBeRead
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.routing.route import Placement, Step
from gouden_poort.services.ten_years.passport import Passport, document_of, own_passport, passport_of
from gouden_poort.services.ten_years.passport_skills import Origin, Skill
from gouden_poort.storage.tables.ten_years import PLANS
from tests.builders import a_snapshot
from tests.databases import Database
from tests.development.plans import NAMED, ROUTE, milestone
from tests.dossiers import COACH, MORNING, a_kept_dossier
from tests.services.ten_years.test_documents import faults, schema_of
from tests.ten_years import a_plan_of, a_proof_of, an_event_of

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
SNAPSHOT = a_snapshot(
    skills=[{}, {"skill_id": "S2", "label": "Keuren"}],
    experience=[
        {"occupation_id": "O1", "skill_id": "S2", "level": 2, "after_weeks": 26},
        {"occupation_id": "O1", "skill_id": "S2", "level": 4, "after_weeks": 104},
    ],
    credentials=[{"gives_skills": "S1:2"}],
)
WITHOUT_THEM = a_snapshot(
    skills=[{}, {"skill_id": "S2", "label": "Keuren"}],
    occupations=[{"occupation_id": "O9"}],
    occupation_skills=[],
    occupation_credentials=[],
    offerings=[{"offering_id": "T9"}],
    offering_skills=[],
    offering_credentials=[],
    offering_starts=[],
    positions=[],
)
"""A later catalogue, which has lost the course and the work."""


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


@pytest.fixture
def plan(database: Database, dossier: Dossier) -> Plan:
    route = replace(
        ROUTE,
        target_occupation_id="O1",
        steps=(Step(offering_id="T1", start_date=date(2023, 1, 2)),),
        placement=Placement(position_id="J1", start_date=date(2023, 9, 4)),
        career=None,
    )
    named = replace(NAMED, offerings={"T1": "Lassen van toen"}, weeks={"T1": 8}, occupations={"O1": "Lasser van toen"})
    made = a_plan_of(dossier, route=route, named=named)
    with database.unit() as unit:
        unit.plans.add(made)
        unit.commit()
    return made


def write(database: Database, *events: Event) -> None:
    with database.unit() as unit:
        for event in events:
            unit.journal.add(event)
        unit.commit()


def course(plan: Plan, dossier: Dossier) -> tuple[Event, Event]:
    about = milestone(plan, MilestoneKind.LEARNING).id
    return (
        an_event_of(dossier, EventKind.STARTED, "2023-01-02", milestone_id=about),
        an_event_of(dossier, EventKind.FINISHED, "2023-03-01", milestone_id=about),
    )


def hired(dossier: Dossier, day: str, employer: str = "Voorbeeld Een", occupation_id: str = "O1") -> Event:
    rest = {"occupation_id": occupation_id, "sector": "metal", "employer": employer}
    return an_event_of(dossier, EventKind.NEW_JOB, day, **rest)


def tell(database: Database, dossier: Dossier, **answers: Any) -> None:
    with database.unit() as unit:
        for question, answer in answers.items():
            unit.assessments.answer(dossier.assessment_id, question, answer, MORNING)
        unit.commit()


def read(database: Database, snapshot: Snapshot = SNAPSHOT) -> Passport:
    found = own_passport(database.unit, CITIZEN, snapshot, MORNING)
    assert found is not None
    return found


def skills(database: Database, snapshot: Snapshot = SNAPSHOT) -> Mapping[str, Skill]:
    return {each.skill_id: each for each in read(database, snapshot).skills}


def origins(skill: Skill) -> list[tuple[Origin, int]]:
    return [(each.origin, each.level) for each in skill.sources]


def test_a_finished_course_is_where_a_skill_comes_from(database: Database, dossier: Dossier, plan: Plan) -> None:
    write(database, *course(plan, dossier))
    found = skills(database)
    assert origins(found["S1"]) == [(Origin.LEARNT, 2)]
    (source,) = found["S1"].sources
    assert source.course is not None
    assert (source.course.name, source.course.finished_on) == ("Lassen van toen", date(2023, 3, 1))


def test_a_course_that_only_began_is_not(database: Database, dossier: Dossier, plan: Plan) -> None:
    write(database, course(plan, dossier)[0])
    assert read(database).skills == []


def test_a_course_whose_end_was_taken_back_is_not(database: Database, dossier: Dossier, plan: Plan) -> None:
    began, ended = course(plan, dossier)
    write(database, began, ended, an_event_of(dossier, EventKind.CORRECTED, "2026-11-20", corrects=ended.id))
    found = read(database)
    assert (found.skills, found.experience.courses) == ([], [])


def test_weeks_of_one_kind_of_work_count_together_and_teach_once(database: Database, dossier: Dossier) -> None:
    first, second = hired(dossier, "2024-01-01"), hired(dossier, "2025-01-06", "Voorbeeld Twee")
    write(database, first, second)
    found = skills(database)["S2"]
    assert origins(found) == [(Origin.WORKED, 4)]
    assert [(each.employer, each.since) for each in found.sources[0].work] == [
        ("Voorbeeld Een", first.day),
        ("Voorbeeld Twee", second.day),
    ]


def test_work_that_was_too_short_or_taken_back_teaches_nothing(database: Database, dossier: Dossier) -> None:
    short = hired(dossier, "2026-10-05")
    write(database, short)
    found = read(database)
    assert (found.skills, [each.since for each in found.other_work]) == ([], [short.day])
    write(database, an_event_of(dossier, EventKind.CORRECTED, "2026-11-20", corrects=short.id))
    assert read(database).other_work == []


def test_the_highest_level_counts_and_of_the_same_level_what_is_backed_best(
    database: Database, dossier: Dossier, plan: Plan
) -> None:
    write(database, *course(plan, dossier), hired(dossier, "2024-01-01"))
    tell(database, dossier, skills={"S1": 2, "S2": 5}, tasks={"S1": 2, "S2": 4}, papers=["C1"])
    found = skills(database)
    told = [(Origin.PAPER, 2), (Origin.LEARNT, 2), (Origin.DONE, 2), (Origin.SAID, 2)]
    assert origins(found["S1"]) == told
    assert origins(found["S2"]) == [(Origin.SAID, 5), (Origin.WORKED, 4), (Origin.DONE, 4)]
    assert (found["S2"].level, found["S2"].origin) == (5, Origin.SAID)


def test_a_skill_that_only_a_proof_names_has_no_level(database: Database, dossier: Dossier) -> None:
    proof = a_proof_of(dossier, skill_id="S1")
    write(database, an_event_of(dossier, EventKind.PROOF_ADDED, "2026-11-10", id=proof.id, words="Lassen"))
    with database.unit() as unit:
        unit.proofs.add(proof)
        unit.commit()
    found = skills(database)["S1"]
    assert (found.level, found.origin, origins(found), len(found.proofs)) == (0, Origin.PAPER, [], 1)


def test_what_the_catalogue_has_lost_teaches_nothing_and_keeps_its_name(
    database: Database, dossier: Dossier, plan: Plan
) -> None:
    outside = replace(hired(dossier, "2025-06-02", occupation_id=OUTSIDE), sector="")
    write(database, *course(plan, dossier), hired(dossier, "2023-09-04"), outside)
    found = read(database, WITHOUT_THEM)
    assert found.skills == []
    assert [each.name for each in found.other_courses] == ["Lassen van toen"]
    assert [each.occupation_id for each in found.other_work] == ["O1", OUTSIDE]
    document: Any = document_of(found, WITHOUT_THEM)
    assert [(each["course"], each["provider"]) for each in document["courses"]] == [("Lassen van toen", None)]
    assert [each["occupation"] for each in document["jobs"]] == ["Lasser van toen", ""]
    assert list(faults(document, schema_of(document))) == []


def test_what_stands_behind_a_skill_stands_there_only(database: Database, dossier: Dossier, plan: Plan) -> None:
    write(database, *course(plan, dossier), hired(dossier, "2024-01-01"))
    found = read(database)
    assert (found.other_courses, found.other_work) == ([], [])


def test_a_plan_that_cannot_be_read_any_more_is_told_so_and_gives_no_half_a_passport(
    database: Database, dossier: Dossier, plan: Plan
) -> None:
    write(database, *course(plan, dossier))
    with database.unit() as unit:
        unit._connection.execute(PLANS.update().where(PLANS.c.id == plan.id).values(kept='{"form": 99}'))
        unit.commit()
    with pytest.raises(CannotBeRead):
        read(database)


def test_a_coach_reads_the_same(database: Database, dossier: Dossier, plan: Plan) -> None:
    write(database, *course(plan, dossier))
    assert passport_of(database.unit, COACH, dossier.id, SNAPSHOT, MORNING).skills == read(database).skills


def test_the_document_leads_from_each_skill_to_its_sources(database: Database, dossier: Dossier, plan: Plan) -> None:
    began, ended = course(plan, dossier)
    lost = an_event_of(dossier, EventKind.LOST_JOB, "2026-11-02")
    write(database, began, ended, hired(dossier, "2024-01-01"), lost)
    tell(database, dossier, skills={"S1": 1})
    document: Any = document_of(read(database), SNAPSHOT)
    about = str(ended.milestone_id)
    assert [(each["skill"], each["level"], each["origin"], each["sources"]) for each in document["skills"]] == [
        (
            "Lassen",
            2,
            "learnt",
            [
                {"origin": "learnt", "level": 2, "course_id": about, "occupation_id": None},
                {"origin": "said", "level": 1, "course_id": None, "occupation_id": None},
            ],
        ),
        ("Keuren", 4, "worked", [{"origin": "worked", "level": 4, "course_id": None, "occupation_id": "O1"}]),
    ]
    assert document["courses"] == [
        {
            "id": about,
            "offering_id": "T1",
            "course": "Lassen van toen",
            "provider": "Techniekcollege",
            "finished_on": "2023-03-01",
        }
    ]
    assert document["jobs"] == [
        {
            "since": "2024-01-01",
            "until": "2026-11-02",
            "occupation_id": "O1",
            "occupation": "Lasser",
            "employer": "Voorbeeld Een",
        }
    ]
    assert list(faults(document, schema_of(document))) == []
