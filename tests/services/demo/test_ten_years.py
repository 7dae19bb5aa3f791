"""Ten years of the demo: journals that a coach could have written down, and lines that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from gouden_poort.development.check_ins import Stage
from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.journal import check, standing_of
from gouden_poort.development.journey import Journey, journey_of
from gouden_poort.development.plan import Plan
from gouden_poort.development.standing import Phase
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.services.demo import loading
from gouden_poort.services.demo.cast import the_cast
from gouden_poort.services.demo.example_plans import EXAMPLE
from gouden_poort.services.ten_years.calendar import keep_calendar
from gouden_poort.services.ten_years.passport import own_passport
from gouden_poort.services.ten_years.passport_skills import Origin
from gouden_poort.services.ten_years.reading import own_ten_years
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import MORNING
from tests.people_with_rights import actor_of

TODAY = MORNING.date()
MANY = 120
COUNTRY = a_snapshot(
    places=[{"pc4_from": 3511, "pc4_to": 3515}],
    postcode_areas=[{}],
    occupations=[{}, {"occupation_id": "O2", "sector": "energy"}],
)
"""Where one road leads to work, and people can go on in another sector."""


@pytest.fixture
def people(database: Database) -> Sequence[Dossier]:
    loading.load(
        database.unit, COUNTRY, many=MANY, seed=1, password="een zin die niemand raadt", key="k", moment=MORNING
    )
    with database.unit() as unit:
        return [each for coach in the_cast(MORNING).coaches for each in unit.dossiers.of_coach(coach.id)]


def journals(database: Database, people: Sequence[Dossier]) -> Mapping[UUID, Sequence[Event]]:
    with database.unit() as unit:
        found = unit.journal.of_many([each.id for each in people])
    return {dossier_id: events for dossier_id, events in found.items() if events}


def kept(database: Database, dossier: Dossier) -> tuple[Plan, Journey]:
    with database.unit() as unit:
        (plan,), line = unit.plans.of(dossier.id), unit.journeys.find(dossier.id)
    assert line is not None
    return plan, line


def test_each_event_could_be_written_down_after_those_before_it(database: Database, people: Sequence[Dossier]) -> None:
    for events in journals(database, people).values():
        for place, event in enumerate(events):
            check(events[:place], event, TODAY)


def test_work_is_that_of_the_catalogue_or_outside_technology(database: Database, people: Sequence[Dossier]) -> None:
    done = {event.occupation_id for events in journals(database, people).values() for event in events}
    assert OUTSIDE in done
    assert done <= {"", OUTSIDE, *COUNTRY.columns.occupations.id}


def test_all_that_can_happen_happens_to_somebody(database: Database, people: Sequence[Dossier]) -> None:
    happened = Counter(event.kind for events in journals(database, people).values() for event in events)
    assert set(happened) == set(EventKind) - {EventKind.CORRECTED}


def test_ten_years_are_filled_from_the_first_to_the_last(database: Database, people: Sequence[Dossier]) -> None:
    days = [event.day for events in journals(database, people).values() for event in events]
    assert min(days) < TODAY - timedelta(days=9 * 365)
    assert TODAY - timedelta(days=60) < max(days) < TODAY


def test_the_end_of_a_journal_is_the_state_of_its_dossier(database: Database, people: Sequence[Dossier]) -> None:
    read = journals(database, people)
    ends = {
        DossierState.PAUSED: Phase.PAUSED,
        DossierState.STOPPED: Phase.STOPPED,
        DossierState.DONE: Phase.CLOSED,
    }
    phases = {each.id: standing_of(read[each.id]).phase for each in people if each.id in read}
    for each in people:
        if each.id in phases:
            expected = ends.get(each.state)
            assert phases[each.id] is expected if expected else phases[each.id] not in ends.values()
    assert set(phases.values()) >= {*ends.values(), Phase.BEFORE, Phase.WORKING, Phase.BETWEEN}


def test_who_is_new_has_no_plan_yet(database: Database, people: Sequence[Dossier]) -> None:
    new = [each for each in people if each.state is DossierState.NEW]
    assert new
    assert not journals(database, new)


def test_a_line_is_the_one_that_follows_from_plan_and_journal(database: Database, people: Sequence[Dossier]) -> None:
    read = journals(database, people)
    for dossier in [each for each in people if each.id in read][:20]:
        plan, line = kept(database, dossier)
        again = journey_of(read[dossier.id], plan, plan, region=line.region, groups=line.groups, today=TODAY)
        assert (line, line.region, len(line.groups)) == (again, "R1", 1)


def test_a_plan_begins_after_it_was_chosen_and_says_that_it_is_an_example(
    database: Database, people: Sequence[Dossier]
) -> None:
    read = journals(database, people)
    for dossier in [each for each in people if each.id in read]:
        plan, _ = kept(database, dossier)
        assert (plan.catalogue_version, plan.rules_version) == (EXAMPLE, EXAMPLE)
        assert dossier.registered_at.date() < plan.made_at.date() < plan.begins_on
        assert plan.begins_on.weekday() == 0
        assert dossier.target_id == plan.route.target_occupation_id
    words = [event.words or event.employer for events in read.values() for event in events]
    assert all(each.startswith("Voorbeeld") for each in words if each)


def test_the_citizen_who_can_sign_in_has_years_behind_them(database: Database, people: Sequence[Dossier]) -> None:
    own = next(each for each in people if each.citizen_id)
    assert journals(database, [own])
    assert own.registered_at < MORNING - timedelta(days=5 * 365)


def test_who_signs_in_is_asked_the_questions_of_one_year_and_the_calendar_invites_them(
    database: Database, people: Sequence[Dossier]
) -> None:
    citizen = the_cast(MORNING).citizen
    own = own_ten_years(database.unit, actor_of(citizen), MORNING)
    assert own is not None
    assert [each.stage for each in own.askings] == [Stage.ASKED]
    assert own.plan is not None
    assert own.dossier.registered_at < own.plan.made_at
    keep_calendar(database.unit, lambda language, year: f"https://poort.example/{language}/{year}", MORNING)
    with database.unit() as unit:
        (invited,) = unit.outbox.on_screen_of(citizen.id, MORNING)
    assert (invited.kind, invited.facts["year"]) == (MessageKind.YEARLY_QUESTIONS, str(own.askings[0].year))


@pytest.mark.parametrize("seed", [7, 12, 14, 15])
def test_who_signs_in_finished_a_course_and_worked(sqlite_database: Database, seed: int) -> None:
    """Whatever chance made of the others: there is something to see in every page of the ten years."""
    loading.load(
        sqlite_database.unit, COUNTRY, many=1, seed=seed, password="een zin die niemand raadt", key="k", moment=MORNING
    )
    found = own_passport(sqlite_database.unit, actor_of(the_cast(MORNING).citizen), COUNTRY, MORNING)
    assert found is not None
    assert {source.origin for skill in found.skills for source in skill.sources} >= {Origin.LEARNT}
    assert found.experience.work
