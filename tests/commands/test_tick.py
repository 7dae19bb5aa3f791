"""The command that lets time pass, on a database of its own and the clock of this machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gouden_poort.app import open_house
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.storage.tables.ten_years import PLANS
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from tests.dossiers import a_consent, a_dossier
from tests.ten_years import a_plan_of, chosen
from tests.terminal import Run

TODAY = datetime.now(UTC).date()


@pytest.fixture
def ready(run: Run) -> Run:
    assert run("db", "upgrade").exit_code == 0
    return run


def someone_due() -> Dossier:
    """Whose plan began some days more than a year ago."""
    with open_house().unit_of_work() as unit:
        dossier = a_dossier(assessment_id=unit.assessments.start(datetime.now(UTC)), language="ar")
        unit.dossiers.add(dossier)
        unit.consents.add(a_consent(dossier, Line.MESSAGES))
        usual = a_plan_of(dossier)
        (step,) = usual.route.steps
        begin = TODAY.replace(year=TODAY.year - 1, day=1)
        plan = replace(usual, route=replace(usual.route, steps=(replace(step, start_date=begin),)))
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, begin.isoformat()))
        begin_line(unit, plan, region="AR01", groups=(), today=begin)
        unit.commit()
    return dossier


def test_an_empty_house_has_nothing_to_do(ready: Run) -> None:
    assert ready("tick").output == "0 dossiers looked at: 0 asked, 0 reminded.\n"


def test_someone_is_told_once_with_the_address_of_the_installation(ready: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUDEN_POORT_BASE_URL", "https://poort.example")
    dossier = someone_due()
    assert ready("tick").output.startswith("1 dossier looked at: ")
    assert ready("tick").output.startswith("0 dossiers looked at: ")
    with open_house().unit_of_work() as unit:
        (message,) = unit.outbox.unsent_about(dossier.id)
    assert message.channel is Channel.MAIL
    assert message.facts["link"] == "https://poort.example/ar/mijn-10-jaar/vragen/1"


def test_who_cannot_be_reached_is_counted(ready: Run) -> None:
    dossier = someone_due()
    with open_house().unit_of_work() as unit:
        unit.dossiers.change(replace(dossier, email=""))
        unit.commit()
    assert "1 without an account or an address that may be used" in ready("tick").output


def test_a_dossier_that_cannot_be_read_is_named_and_the_exit_status_says_so(ready: Run) -> None:
    dossier = someone_due()
    with open_house().unit_of_work() as unit:
        assert isinstance(unit, SQLUnitOfWork)
        unit._connection.execute(PLANS.update().values(kept="{}"))
        unit.commit()
    told = ready("tick")
    assert told.exit_code == 1
    assert str(dossier.id) in told.stderr


def test_without_a_database_it_says_what_to_do(run: Run) -> None:
    told = run("tick")
    assert told.exit_code == 1
    assert "db upgrade" in told.stderr
