"""Two people write in the same dossier at the same moment: what is kept can always be read, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.commitment import Party
from gouden_poort.development.event import EventKind
from gouden_poort.development.journal import standing_of
from gouden_poort.development.proof import ProofKind
from gouden_poort.development.standing import Phase
from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years import promising, proving
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.services.ten_years.writing import write_down
from tests.databases import Database
from tests.dossiers import COACH, MORNING, a_kept_dossier
from tests.ten_years import a_commitment_to, a_plan_of, an_event_of, chosen

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
LATER = MORNING + timedelta(days=500)
TIMES = 6
"""So often at once: once may go well by chance."""
Writing = Callable[[Database, Dossier, UUID], object]


@pytest.fixture
def dossier(database: Database) -> Dossier:
    made = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    plan = a_plan_of(made)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan))
        begin_line(unit, plan, region="AR01", groups=(), today=MORNING.date())
        unit.commit()
    return made


def paused(database: Database, dossier: Dossier, form: UUID) -> object:
    return write_down(database.unit, COACH, an_event_of(dossier, EventKind.PAUSED, "2027-10-01", id=form), LATER)


def proved(database: Database, dossier: Dossier, form: UUID) -> object:
    given = proving.Given(kind=ProofKind.PAPER, what="VCA", source="Voorbeeldschool", day=date(2027, 10, 1))
    return proving.add(database.unit, CITIZEN, dossier.id, given, (), LATER, form_id=form).id


def promised(database: Database, dossier: Dossier, form: UUID) -> object:
    promise = promising.Promise(
        party=Party.FUND, name="Voorbeeldfonds", paper="brief", holds_from=date(2026, 11, 1), takes_back=True
    )
    return promising.record(database.unit, COACH, dossier.id, promise, LATER, form_id=form).id


WRITINGS = [paused, proved, promised]


def outcome(work: Callable[[], Any]) -> object:
    """What came of it, an expected error as well."""
    try:
        return work()
    except (InvalidInput, ChangedMeanwhile) as error:
        return type(error)


def together(*works: Callable[[], Any]) -> list[object]:
    """What comes of things that are done at once."""
    gate = Barrier(len(works))

    def begin(work: Callable[[], Any]) -> object:
        gate.wait(30)
        return outcome(work)

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begin, works))


@pytest.mark.parametrize("writing", WRITINGS, ids=lambda writing: writing.__name__)
def test_who_writes_waits_for_who_writes_already(database: Database, dossier: Dossier, writing: Writing) -> None:
    done: list[object] = []
    with database.unit() as unit:
        unit.dossiers.hold(dossier.id)
        other = Thread(target=lambda: done.append(outcome(lambda: writing(database, dossier, uuid4()))))
        other.start()
        other.join(0.5)
        assert other.is_alive()
        unit.journal.add(an_event_of(dossier, EventKind.CLOSED, "2027-09-01"))
        unit.commit()
    other.join(30)
    assert done == [InvalidInput] or writing is promised  # a promise fits with what was promised, not with the journal
    with database.unit() as unit:
        assert standing_of(unit.journal.of(dossier.id)).phase is Phase.CLOSED


def test_two_pauses_at_once_are_one(database: Database, dossier: Dossier) -> None:
    for each in range(TIMES):
        first = an_event_of(dossier, EventKind.PAUSED, f"2027-0{each + 1}-02")
        second = replace(first, id=uuid4(), words="om een andere reden", written_by=CITIZEN.account_id)
        found = together(
            lambda event=first: write_down(database.unit, COACH, event, LATER),
            lambda event=second: write_down(database.unit, CITIZEN, event, LATER),
        )
        assert found in ([first, InvalidInput], [InvalidInput, second])
        resumed = an_event_of(dossier, EventKind.RESUMED, f"2027-0{each + 1}-20")
        assert write_down(database.unit, COACH, resumed, LATER) == resumed


@pytest.mark.parametrize("writing", WRITINGS, ids=lambda writing: writing.__name__)
def test_the_same_form_twice_at_once_is_one(database: Database, dossier: Dossier, writing: Writing) -> None:
    form = uuid4()
    first, second = together(*[lambda: writing(database, dossier, form)] * 2)
    assert first == second is not InvalidInput


@pytest.mark.parametrize("_time", range(TIMES))
def test_of_a_yes_a_doubt_and_an_end_at_once_one_comes_first(database: Database, dossier: Dossier, _time: int) -> None:
    paper = a_commitment_to(dossier, agreed_by_citizen_at=None, agreed_by_staff_at=None)
    with database.unit() as unit:
        unit.commitments.add(paper)
        unit.commit()
    found = together(
        lambda: promising.agree(database.unit, CITIZEN, paper.id, LATER, version=1),
        lambda: promising.agree(database.unit, COACH, paper.id, LATER, version=1),
        lambda: promising.doubt(database.unit, CITIZEN, paper.id, "Het is 6.", LATER, version=1),
        lambda: promising.end(database.unit, COACH, paper.id, LATER.date(), "Voorbij.", LATER, version=1),
    )
    assert found.count(ChangedMeanwhile) == 3
    with database.unit() as unit:
        assert [unit.commitments.find(paper.id)] == [each for each in found if each is not ChangedMeanwhile]
