"""Plans, journals, commitments and the lines of dossiers, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, text
from sqlalchemy import event as happening

from gouden_poort.development.event import EventKind
from gouden_poort.development.standing import Phase
from gouden_poort.errors import CannotBeRead
from gouden_poort.services.ports import UnitOfWork
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, a_kept_dossier
from tests.ten_years import (
    a_check_in,
    a_commitment_to,
    a_file_of,
    a_line_of,
    a_plan_of,
    a_proof_of,
    an_event_of,
    chosen,
)

DAY = date(2027, 1, 4)


class Asked:
    """What was asked of a database."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    @contextmanager
    def of(self, engine: Engine) -> Iterator[None]:
        happening.listen(engine, "before_cursor_execute", self._note)
        yield
        happening.remove(engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        self.statements.append(statement)


def test_a_plan_comes_back_as_it_was_chosen(database: Database) -> None:
    dossier = a_kept_dossier(database)
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.commit()
    with database.unit() as unit:
        assert unit.plans.find(plan.id) == plan
        assert list(unit.plans.of(dossier.id)) == [plan]


def test_events_come_back_in_order_of_the_day_on_which_they_happened(database: Database) -> None:
    dossier, other = a_kept_dossier(database), a_kept_dossier(database)
    later = an_event_of(dossier, EventKind.NEW_JOB, "2027-03-01", occupation_id="welder", sector="metal")
    first = an_event_of(dossier, EventKind.TALK_HELD, "2027-01-04", written_at=later.written_at + timedelta(days=1))
    with database.unit() as unit:
        for event in (later, first, an_event_of(other, EventKind.TALK_HELD, "2027-01-04")):
            unit.journal.add(event)
        unit.commit()
    with database.unit() as unit:
        assert list(unit.journal.of(dossier.id)) == [first, later]
        assert {each: len(found) for each, found in unit.journal.of_many([dossier.id, other.id]).items()} == {
            dossier.id: 2,
            other.id: 1,
        }


def test_who_has_no_journal_has_an_empty_one(database: Database) -> None:
    dossier = a_kept_dossier(database)
    with database.unit() as unit:
        assert list(unit.journal.of(dossier.id)) == []


def test_a_commitment_can_be_agreed_later(database: Database) -> None:
    dossier = a_kept_dossier(database)
    recorded = a_commitment_to(dossier, agreed_by_citizen_at=None)
    with database.unit() as unit:
        unit.commitments.add(recorded)
        assert unit.commitments.change(replace(recorded, agreed_by_citizen_at=recorded.recorded_at))
        assert not unit.commitments.change(replace(recorded, ended_on=DAY))
        unit.commit()
    with database.unit() as unit:
        agreed = replace(recorded, agreed_by_citizen_at=recorded.recorded_at, version=2)
        assert list(unit.commitments.of(dossier.id)) == [agreed]


def test_a_proof_comes_back_and_is_confirmed_by_one_at_a_time(database: Database) -> None:
    dossier = a_kept_dossier(database)
    proof = a_proof_of(dossier)
    with database.unit() as unit:
        unit.proofs.add(proof)
        assert unit.proofs.change(replace(proof, confirmed_at=MORNING))
        assert not unit.proofs.change(replace(proof, source="Een ander"))
        unit.commit()
    with database.unit() as unit:
        kept = replace(proof, confirmed_at=MORNING, version=2)
        assert unit.proofs.find(proof.id) == kept
        assert list(unit.proofs.of(dossier.id)) == [kept]


def test_copies_are_listed_without_what_is_in_them(database: Database) -> None:
    dossier, other = a_kept_dossier(database), a_kept_dossier(database)
    proof, theirs = a_proof_of(dossier), a_proof_of(other)
    file, asked = a_file_of(proof, b"\x00\xff a photo"), Asked()
    with database.unit() as unit:
        for each in (proof, theirs):
            unit.proofs.add(each)
            unit.proof_files.add(a_file_of(each, b"\x00\xff a photo"), b"\x00\xff a photo")
        unit.commit()
    with database.unit() as unit, asked.of(database.engine):
        assert list(unit.proof_files.of(dossier.id)) == [file]
        assert unit.proof_files.find(proof.id) == file
        assert unit.own_data.all_of(dossier.id)
        assert not [each for each in asked.statements if "proof_files.content" in each]
        assert unit.proof_files.content(proof.id) == b"\x00\xff a photo"
        assert [each for each in asked.statements if "proof_files.content" in each]


def test_a_copy_that_is_removed_is_gone_and_others_stay(database: Database) -> None:
    dossier = a_kept_dossier(database)
    proofs = [a_proof_of(dossier), a_proof_of(dossier)]
    with database.unit() as unit:
        for each in proofs:
            unit.proofs.add(each)
            unit.proof_files.add(a_file_of(each, b"a photo"), b"a photo")
        unit.proof_files.remove(proofs[0].id)
        unit.proof_files.remove(proofs[0].id)
        unit.commit()
    with database.unit() as unit:
        assert unit.proof_files.find(proofs[0].id) is None
        assert [each.proof_id for each in unit.proof_files.of(dossier.id)] == [proofs[1].id]


def test_plans_of_many_come_together_and_none_is_an_answer_too(database: Database) -> None:
    dossier, other = a_kept_dossier(database), a_kept_dossier(database)
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.commit()
    with database.unit() as unit:
        assert unit.plans.of_many([dossier.id, other.id]) == {dossier.id: [plan], other.id: []}


class TestCheckIns:
    def test_the_answers_of_a_year_are_kept_once(self, database: Database) -> None:
        dossier = a_kept_dossier(database)
        first, second = a_check_in(dossier), a_check_in(dossier, 2)
        with database.unit() as unit:
            for each in (first, second):
                assert unit.check_ins.add_once(each) == each
            assert unit.check_ins.add_once(replace(first, learnt="Iets anders.")) == first
            unit.commit()
        with database.unit() as unit:
            assert list(unit.check_ins.of(dossier.id)) == [second, first]
            assert unit.check_ins.find(dossier.id, 2) == second
            assert unit.check_ins.find(dossier.id, 3) is None

    def test_a_wish_for_a_talk_waits_until_a_later_one_is_written_down(self, database: Database) -> None:
        dossier, other = a_kept_dossier(database), a_kept_dossier(database, coach_id=COLLEAGUE.account_id)
        wish = a_check_in(dossier, wants_talk=True)
        before, later = (
            an_event_of(
                dossier, EventKind.TALK_HELD, "2026-11-23", written_at=wish.answered_at + timedelta(hours=hours)
            )
            for hours in (-1, 1)
        )
        with database.unit() as unit:
            for each in (wish, a_check_in(dossier, 2), a_check_in(other, wants_talk=True)):
                unit.check_ins.add_once(each)
            unit.journal.add(before)
            assert list(unit.check_ins.wishes_for_talk(COACH.account_id)) == [wish]
            unit.journal.add(later)
            assert list(unit.check_ins.wishes_for_talk(COACH.account_id)) == []


class TestLines:
    def test_a_line_takes_the_place_of_the_one_before(self, database: Database) -> None:
        dossier = a_kept_dossier(database)
        plan = a_plan_of(dossier)
        line = a_line_of(plan, chosen(plan))
        with database.unit() as unit:
            unit.plans.add(plan)
            unit.journeys.put(line)
            unit.journeys.put(replace(line, phase=Phase.WORKING))
            unit.commit()
        with database.unit() as unit:
            assert unit.journeys.find(dossier.id) == replace(line, phase=Phase.WORKING)

    def test_what_waits_longest_is_looked_at_first_and_only_when_its_day_came(self, database: Database) -> None:
        days = [DAY, DAY - timedelta(days=3), DAY + timedelta(days=1), None]
        kept, dossiers = [], [a_kept_dossier(database) for _ in days]
        with database.unit() as unit:
            for day, dossier in zip(days, dossiers, strict=True):
                plan = a_plan_of(dossier)
                unit.plans.add(plan)
                kept.append(replace(a_line_of(plan), look_on=day))
                unit.journeys.put(kept[-1])
            unit.commit()
        with database.unit() as unit:
            assert list(unit.journeys.to_look_at(DAY, 10)) == [kept[1], kept[0]]
            assert list(unit.journeys.to_look_at(DAY, 1)) == [kept[1]]
            assert list(unit.journeys.to_look_at(DAY, 10, kept[1])) == [kept[0]]
            assert list(unit.journeys.to_look_at(DAY, 10, kept[0])) == []

    def test_those_of_one_day_are_looked_at_one_batch_after_the_other(self, database: Database) -> None:
        dossiers = [a_kept_dossier(database) for _ in range(5)]
        with database.unit() as unit:
            for dossier in dossiers:
                plan = a_plan_of(dossier)
                unit.plans.add(plan)
                unit.journeys.put(replace(a_line_of(plan), look_on=DAY))
            unit.commit()
        with database.unit() as unit:
            batches, after = [], None
            while found := unit.journeys.to_look_at(DAY, 2, after):
                batches.append(len(found))
                after = found[-1]
        assert batches == [2, 2, 1]

    def test_only_who_should_be_called_by_this_coach(self, database: Database) -> None:
        coaches = COACH, COACH, COLLEAGUE
        dossiers = [a_kept_dossier(database, coach_id=each.account_id) for each in coaches]
        with database.unit() as unit:
            for dossier, since in zip(dossiers, (DAY, None, DAY), strict=True):
                plan = a_plan_of(dossier)
                unit.plans.add(plan)
                unit.journeys.put(replace(a_line_of(plan), call_since=since))
            unit.commit()
        with database.unit() as unit:
            assert [each.call_since for each in unit.journeys.to_call(COACH.account_id)] == [DAY]

    def test_all_of_a_region(self, database: Database) -> None:
        here, there = a_kept_dossier(database), a_kept_dossier(database)
        with database.unit() as unit:
            for region, dossier in (("AR01", here), ("AR02", there)):
                plan = a_plan_of(dossier)
                unit.plans.add(plan)
                unit.journeys.put(a_line_of(plan, region=region))
            unit.commit()
        with database.unit() as unit:
            assert [each.region for each in unit.journeys.all("AR02")] == ["AR02"]
            assert len(unit.journeys.all()) == 2


@pytest.mark.parametrize(
    ("table", "column", "read"),
    [
        ("commitments", "party", lambda unit: unit.commitments.of),
        ("proofs", "kind", lambda unit: unit.proofs.of),
        ("check_ins", "work", lambda unit: unit.check_ins.of),
    ],
)
def test_what_a_later_version_called_it_is_told_with_the_dossier_that_it_is_of(
    database: Database, table: str, column: str, read: Callable[[UnitOfWork], Callable[[UUID], object]]
) -> None:
    dossier = a_kept_dossier(database)
    with database.unit() as unit:
        unit.commitments.add(a_commitment_to(dossier))
        unit.proofs.add(a_proof_of(dossier))
        unit.check_ins.add_once(a_check_in(dossier))
        unit.commit()
    with database.unit() as unit:
        assert read(unit)(dossier.id)
        unit._connection.execute(text(f"UPDATE {table} SET {column} = 'of_later'"))
        with pytest.raises(CannotBeRead) as refused:
            read(unit)(dossier.id)
    assert refused.value.dossier_id == dossier.id
