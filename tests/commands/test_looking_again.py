"""The command that goes round along the plans, on a database of its own and the clock of this machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gouden_poort.app import open_house
from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.storage.tables.ten_years import PLANS
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from tests.dossiers import a_consent, a_dossier
from tests.services.ten_years.test_rerouting import ONE
from tests.ten_years import a_plan_of, chosen
from tests.terminal import Run
from tests.web.desk.caseload import ANSWERS

NOW = datetime.now(UTC)
NOTHING = "0 plans looked at again: 0 closed, 0 with a better way, 0 with a new way.\n"


@pytest.fixture
def ready(run: Run) -> Run:
    """With the catalogue of one road, to work that is in nobody's plan here."""
    assert run("db", "upgrade").exit_code == 0
    with open_house().unit_of_work() as unit:
        unit.catalogues.activate(unit.catalogues.add(ONE, content_hash(ONE), NOW).id, NOW)
        unit.commit()
    return run


def someone_planned() -> Dossier:
    """Whose plan is from another catalogue, and leads to work that the one of now does not know."""
    with open_house().unit_of_work() as unit:
        dossier = a_dossier(assessment_id=unit.assessments.start(NOW))
        unit.dossiers.add(dossier)
        unit.consents.add(a_consent(dossier))
        for name, answer in ANSWERS.items():
            unit.assessments.answer(dossier.assessment_id, name, answer, NOW)
        plan = a_plan_of(dossier)
        unit.plans.add(plan)
        unit.journal.add(replace(chosen(plan), written_at=NOW))
        begin_line(unit, plan, region="AR01", groups=(), today=NOW.date())
        unit.commit()
    return dossier


def test_an_empty_house_has_nothing_to_do(ready: Run) -> None:
    assert ready("look-again").output == NOTHING


def test_a_way_that_is_gone_is_told_once(ready: Run) -> None:
    someone_planned()
    assert ready("look-again").output.startswith("1 plan looked at again: 1 closed, ")
    assert ready("look-again").output == NOTHING


def test_a_round_can_be_bounded(ready: Run) -> None:
    for _ in range(2):
        someone_planned()
    assert [ready("look-again", "--at-most", "1").output[:6] for _ in range(3)] == ["1 plan", "1 plan", "0 plan"]


def test_a_bound_of_nothing_is_refused(ready: Run) -> None:
    told = ready("look-again", "--at-most", "0")
    assert told.exit_code == 2
    assert "--at-most" in told.stderr


def test_a_plan_that_cannot_be_read_is_named_and_the_exit_status_says_so(ready: Run) -> None:
    dossier = someone_planned()
    with open_house().unit_of_work() as unit:
        assert isinstance(unit, SQLUnitOfWork)
        unit._connection.execute(PLANS.update().values(kept="{}"))
        unit.commit()
    told = ready("look-again")
    assert told.exit_code == 1
    assert f"{dossier.id} could not be looked at (" in told.stderr
    assert "Error)" in told.stderr


def test_without_a_catalogue_it_says_what_to_do(run: Run) -> None:
    assert run("db", "upgrade").exit_code == 0
    told = run("look-again")
    assert told.exit_code == 1
    assert "catalogue load-builtin" in told.stderr
