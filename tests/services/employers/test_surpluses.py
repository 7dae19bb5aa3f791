"""Work that stops: announced, seen by the own organisation, whose work it is, and where there is work elsewhere."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import EventKind
from gouden_poort.errors import InvalidInput, NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.routing.route import Placement, Route
from gouden_poort.services.employers import links, surpluses
from gouden_poort.services.employers.demand import demand_for
from gouden_poort.services.employers.hit import people_hit
from gouden_poort.services.employers.own_work import own_work_stops
from gouden_poort.services.employers.ways_out import ways_out
from gouden_poort.services.offering import seats
from gouden_poort.services.ten_years.line import begin_line
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier
from tests.employers import a_surplus, keep_organisations, stopping
from tests.ten_years import Damage, a_plan_of, an_event_of, chosen, damage

TODAY = MORNING.date()


@pytest.fixture(autouse=True)
def _organisations(database: Database) -> None:
    keep_organisations(database)


def announced(database: Database, **told: Any) -> Surplus:
    return surpluses.announce(database.unit, COACH, uuid4(), stopping(**told), MORNING)


def a_worker(database: Database, employer: str = "Voorbeeld Staal", work: str = "O1", **told: Any) -> Dossier:
    """Somebody who works, by their journal."""
    dossier = a_kept_dossier(database, **told)
    plan = a_plan_of(dossier)
    job = an_event_of(dossier, EventKind.NEW_JOB, "2026-11-22", occupation_id=work, sector="metal", employer=employer)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, "2026-11-20"))
        unit.journal.add(job)
        begin_line(unit, plan, region="AR01", groups=(), today=TODAY)
        unit.commit()
    return dossier


def names(database: Database, surplus: Surplus) -> list[tuple[str, bool]]:
    found = people_hit(database.unit, COACH, [surplus])[surplus.id]
    return [(hit.dossier.name, hit.is_sure) for hit in found]


def test_what_stops_soonest_stands_first_and_what_is_over_not_at_all(database: Database) -> None:
    later = announced(database, last_day=TODAY + timedelta(days=9))
    sooner = announced(database, last_day=TODAY + timedelta(days=3))
    assert surpluses.surpluses(database.unit, COLLEAGUE, TODAY) == [sooner, later]
    assert surpluses.surpluses(database.unit, COLLEAGUE, TODAY + timedelta(days=4)) == [later]


def test_another_organisation_sees_and_withdraws_nothing_of_it(database: Database) -> None:
    surplus = announced(database)
    assert surpluses.surpluses(database.unit, STRANGER, TODAY) == []
    with pytest.raises(NotAllowed):
        surpluses.withdraw(database.unit, STRANGER, surplus.id, MORNING)
    with pytest.raises(NotAllowed):
        surpluses.surplus_of(database.unit, STRANGER, surplus.id)


def test_what_was_withdrawn_is_seen_no_more(database: Database) -> None:
    surplus = announced(database)
    surpluses.withdraw(database.unit, COLLEAGUE, surplus.id, MORNING)
    assert surpluses.surpluses(database.unit, COACH, TODAY) == []


def test_the_same_form_twice_is_one_surplus_and_of_somebody_else_another(database: Database) -> None:
    form = uuid4()
    surplus = surpluses.announce(database.unit, COACH, form, stopping(), MORNING)
    assert surpluses.announce(database.unit, COACH, form, stopping(people=1), MORNING) == surplus
    assert surpluses.announce(database.unit, STRANGER, form, stopping(), MORNING).id != surplus.id
    assert surpluses.announce(database.unit, COACH, surplus.id, stopping(people=9), MORNING).id != surplus.id


def test_the_same_work_told_again_is_one_surplus_until_it_was_taken_back(database: Database) -> None:
    token = links.make_link(database.unit, COACH, "Lasbedrijf", MORNING).token
    first = surpluses.announce_by_link(database.unit, token, uuid4(), stopping(), MORNING)
    assert surpluses.announce_by_link(database.unit, token, uuid4(), stopping(), MORNING) == first
    assert surpluses.announce_by_link(database.unit, token, uuid4(), stopping(people=9), MORNING) != first
    surpluses.withdraw_by_link(database.unit, token, first.id, MORNING)
    assert surpluses.announce_by_link(database.unit, token, uuid4(), stopping(), MORNING) != first
    heard = surpluses.announce(database.unit, COACH, uuid4(), stopping(), MORNING)
    assert surpluses.announce(database.unit, COACH, uuid4(), stopping(), MORNING) == heard
    assert surpluses.announce(database.unit, COACH, uuid4(), stopping(employer="VOORBEELD STAAL BV"), MORNING) == heard
    assert surpluses.announce(database.unit, COACH, uuid4(), stopping(employer="Voorbeeld Staa"), MORNING) != heard


def test_the_same_form_twice_at_once_is_one_surplus(database: Database) -> None:
    token, form = links.make_link(database.unit, COACH, "Lasbedrijf", MORNING).token, uuid4()
    gate = Barrier(4)

    def tell(_time: int) -> Surplus:
        gate.wait(30)
        return surpluses.announce_by_link(database.unit, token, form, stopping(), MORNING)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(tell, range(4)))) == 1


def test_a_company_does_not_tell_without_end_nor_by_taking_it_back(database: Database) -> None:
    token, people = links.make_link(database.unit, COACH, "Lasbedrijf", MORNING).token, count(1)

    def told(moment: datetime, form: UUID | None = None) -> Surplus:
        return surpluses.announce_by_link(database.unit, token, form or uuid4(), stopping(people=next(people)), moment)

    last, form = [told(MORNING) for _ in range(surpluses.MOST - 1)], uuid4()
    kept = told(MORNING, form)
    surpluses.withdraw_by_link(database.unit, token, last[0].id, MORNING)
    with pytest.raises(InvalidInput) as caught:
        told(MORNING + timedelta(hours=23))
    assert [(each.path, each.code) for each in caught.value.faults] == [("surpluses", "full")]
    assert told(MORNING, form) == kept
    assert told(MORNING + timedelta(days=1))
    assert announced(database)


@pytest.mark.parametrize(
    "wrong",
    [
        {"people": 0},
        {"people": 10_001},
        {"last_day": TODAY - timedelta(days=1)},
        {"last_day": TODAY + timedelta(days=3 * 365 + 1)},
        {"employer": ""},
        {"employer": "x" * 121},
    ],
)
def test_what_cannot_be_is_refused(database: Database, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        announced(database, **wrong)


def test_a_company_announces_under_its_own_name_and_withdraws_only_its_own(database: Database) -> None:
    made = links.make_link(database.unit, COACH, "Lasbedrijf", MORNING, company_id="B1")
    told = surpluses.announce_by_link(database.unit, made.token, uuid4(), stopping(employer="Een ander"), MORNING)
    assert (told.employer, told.company_id, told.by_company) == ("Lasbedrijf", "B1", True)
    by_coach = announced(database)
    assert surpluses.own_surpluses(database.unit, made.token, MORNING) == [told]
    with pytest.raises(UnknownThing):
        surpluses.withdraw_by_link(database.unit, made.token, by_coach.id, MORNING)
    surpluses.withdraw_by_link(database.unit, made.token, told.id, MORNING)
    assert surpluses.surpluses(database.unit, COACH, TODAY) == [by_coach]


def test_a_link_that_ended_announces_nothing(database: Database) -> None:
    made = links.make_link(database.unit, COACH, "Lasbedrijf", MORNING)
    links.end_link(database.unit, COACH, made.link.id, MORNING)
    with pytest.raises(UnknownThing):
        surpluses.announce_by_link(database.unit, made.token, uuid4(), stopping(), MORNING)


def test_people_are_hit_by_the_work_and_the_company_of_now(database: Database) -> None:
    a_worker(database, name="Voorbeeld Hier")
    a_worker(database, name="Voorbeeld Onbekend", employer="")
    a_worker(database, name="Voorbeeld Elders", employer="Een ander")
    a_worker(database, name="Voorbeeld Anders", work="O2")
    a_worker(database, name="Voorbeeld Collega", coach_id=COLLEAGUE.account_id)
    a_kept_dossier(database, name="Voorbeeld Zonder Plan")
    surplus = announced(database, employer="VOORBEELD  staal")
    assert names(database, surplus) == [("Voorbeeld Hier", True), ("Voorbeeld Onbekend", False)]


def test_an_employer_is_known_by_the_whole_of_its_name_however_it_is_written(database: Database) -> None:
    a_worker(database, name="Voorbeeld Zo", employer="Voorbeeld Staal")
    a_worker(database, name="Voorbeeld Anders", employer="VOORBEELD STAAL B.V.")
    a_worker(database, name="Voorbeeld Noord", employer="Voorbeeld Staal Noord")
    surplus = announced(database)
    found = people_hit(database.unit, COACH, [surplus])[surplus.id]
    assert [(hit.dossier.name, hit.written_as) for hit in found] == [
        ("Voorbeeld Anders", "VOORBEELD STAAL B.V."),
        ("Voorbeeld Zo", ""),
    ]


def test_who_lost_that_job_is_hit_no_more(database: Database) -> None:
    dossier = a_worker(database)
    with database.unit() as unit:
        unit.journal.add(an_event_of(dossier, EventKind.LOST_JOB, "2026-11-23"))
        unit.commit()
    assert names(database, announced(database)) == []


def a_talk(dossier: Dossier, database: Database) -> None:
    """The day after what was announced."""
    with database.unit() as unit:
        unit.journal.add(an_event_of(dossier, EventKind.TALK_HELD, "2026-11-24"))
        unit.commit()


def told_to(database: Database, dossier: Dossier, days: int = 1) -> Surplus | None:
    """What a citizen reads of it, so many days after it was announced."""
    citizen = Actor(account_id=dossier.citizen_id or uuid4(), role=Role.CITIZEN)
    with database.unit(citizen) as unit:
        events = unit.journal.of(dossier.id)
    return own_work_stops(database.unit, citizen, dossier, events, TODAY + timedelta(days=days))


def test_nobody_hears_here_first_that_their_work_stops_and_everybody_after_a_talk(database: Database) -> None:
    dossier = a_worker(database, citizen_id=uuid4())
    surplus = announced(database, employer="VOORBEELD STAAL B.V.", last_day=TODAY + timedelta(days=9))
    assert told_to(database, dossier) is None
    a_talk(dossier, database)
    assert [told_to(database, dossier, days) for days in (1, 9, 10)] == [surplus, surplus, None]
    surpluses.withdraw(database.unit, COACH, surplus.id, MORNING)
    assert told_to(database, dossier) is None


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ({"employer": ""}, {}),
        ({"employer": "Een ander"}, {}),
        ({"work": "O2"}, {}),
        ({}, {"employer": "Voorbeeld Staal Noord"}),
    ],
    ids=["who knows where", "elsewhere", "other work", "another employer"],
)
def test_nobody_hears_of_what_is_not_their_work(database: Database, work: dict[str, Any], told: dict[str, Any]) -> None:
    dossier = a_worker(database, citizen_id=uuid4(), **work)
    announced(database, **told)
    a_talk(dossier, database)
    assert told_to(database, dossier) is None


def test_nor_of_what_was_announced_to_another_organisation_or_after_the_talk(database: Database) -> None:
    dossier = a_worker(database, citizen_id=uuid4())
    a_talk(dossier, database)
    surpluses.announce(database.unit, STRANGER, uuid4(), stopping(), MORNING)
    surpluses.announce(database.unit, COACH, uuid4(), stopping(), MORNING + timedelta(days=2))
    assert told_to(database, dossier, 3) is None


def test_what_somebody_wrote_down_themselves_is_no_talk_and_somebody_else_reads_nothing(database: Database) -> None:
    dossier = a_worker(database, citizen_id=uuid4())
    announced(database)
    with database.unit() as unit:
        unit.journal.add(an_event_of(dossier, EventKind.CHECKED_IN, "2026-11-24", year=1))
        unit.commit()
    assert told_to(database, dossier) is None
    with pytest.raises(NotAllowed):
        own_work_stops(database.unit, Actor(account_id=uuid4(), role=Role.CITIZEN), dossier, (), TODAY)


def test_who_is_no_coach_sees_no_people(database: Database) -> None:
    with pytest.raises(NotAllowed):
        people_hit(database.unit, replace(COACH, role=Role.ADMINISTRATOR), [announced(database)])


def a_market() -> Snapshot:
    """Work that asks the same skill, work that asks another one, and a second company for each."""
    works = {"O1": "S1", "O2": "S1", "O3": "S2"}
    return a_snapshot(
        skills=[{}, {"skill_id": "S2", "label": "Frezen"}],
        occupations=[
            {"occupation_id": work, "label": f"Werk {work}", "sector": "metal" if work != "O3" else "building"}
            for work in works
        ],
        occupation_skills=[{"occupation_id": work, "skill_id": skill} for work, skill in works.items()],
        occupation_credentials=[],
        companies=[{}, {"company_id": "B2", "label": "Ander bedrijf"}],
        positions=[
            {"position_id": f"J{number}", "occupation_id": work, "company_id": company}
            for number, (work, company) in enumerate((("O1", "B1"), ("O1", "B2"), ("O2", "B2"), ("O3", "B2")), start=1)
        ],
        position_requires=[],
    )


def test_demand_is_the_same_work_and_what_is_near_at_other_companies(database: Database) -> None:
    snapshot = a_market()
    for number in range(1, 5):
        seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, f"J{number}", seats=2, moment=MORNING)
    surplus = announced(database, company_id="B1", employer="Lasbedrijf")
    found = demand_for(database.unit, snapshot, COACH, [surplus], TODAY)[surplus.id]
    assert [(each.opening.id, each.left, each.held) for each in found] == [("J2", 2, 1.0), ("J3", 2, 1.0)]


def test_a_company_that_was_told_by_its_name_alone_is_no_demand_for_itself(database: Database) -> None:
    """The second one is called Ander bedrijf in the catalogue; of the first one only the name is another."""
    snapshot = a_market()
    for number in range(1, 5):
        seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, f"J{number}", seats=2, moment=MORNING)
    surplus = announced(database, company_id="", employer="ANDER BEDRIJF B.V.")
    found = demand_for(database.unit, snapshot, COACH, [surplus], TODAY)[surplus.id]
    assert [each.opening.id for each in found] == ["J1"]
    assert ways_out(snapshot, [a_way("J1", "O1", 1), a_way("J2", "O1", 1)], surplus) == [a_way("J1", "O1", 1)]


def test_a_full_place_and_one_of_another_organisation_are_no_demand(database: Database) -> None:
    snapshot, surplus = a_market(), announced(database)
    place = seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J2", seats=1, moment=MORNING)
    seats.keep_seats(database.unit, STRANGER, OpeningKind.POSITION, "J3", seats=1, moment=MORNING)
    seats.offer(database.unit, COACH, place.id, a_kept_dossier(database).id, answer_by=TODAY, moment=MORNING)
    assert demand_for(database.unit, snapshot, COACH, [surplus], TODAY) == {surplus.id: []}


def a_way(position_id: str, work: str, days: int) -> Route:
    """A route straight to a position."""
    return Route(
        target_occupation_id=work,
        steps=(),
        placement=Placement(position_id=position_id, start_date=TODAY + timedelta(days=days)),
        weeks_to_work=0,
        weeks_to_qualified=0,
        own_cost_eur=0,
        travel_minutes=0,
        effort=Decimal(1),
    )


def test_ways_out_begin_in_time_and_lead_elsewhere() -> None:
    snapshot = a_market()
    surplus = a_surplus(company_id="B1", last_day=TODAY + timedelta(days=50))
    back, in_time, late = a_way("J1", "O1", 50), a_way("J2", "O1", 50), a_way("J3", "O2", 51)
    assert ways_out(snapshot, [back, in_time, late], surplus) == [in_time]


def test_of_ways_out_those_in_other_sectors_come_before_a_second_one_and_three_are_enough() -> None:
    snapshot = a_market()
    ways = [a_way(position, work, 1) for position, work in (("J2", "O1"), ("J3", "O2"), ("J4", "O3"), ("J2", "O2"))]
    assert ways_out(snapshot, ways, a_surplus()) == [ways[0], ways[2], ways[1]]


@pytest.mark.parametrize("nobody", ["", "-", "?"])
def test_who_wrote_down_no_name_of_an_employer_may_be_hit(database: Database, nobody: str) -> None:
    a_worker(database, name="Aan", employer=nobody)
    assert names(database, announced(database)) == [("Aan", False)]


@pytest.mark.parametrize("how", [Damage.UNKNOWN_EVENT, Damage.UNFIT_JOURNAL])
def test_whose_journal_cannot_be_read_stands_there_by_what_was_known(database: Database, how: Damage) -> None:
    for name in ("Aan", "Bea", "Cas"):
        a_worker(database, name=name)
    broken, surplus = a_worker(database, name="Dirk"), announced(database)
    with database.unit() as unit:
        damage(unit, broken.id, how)
        unit.commit()
    found = people_hit(database.unit, COACH, [surplus])[surplus.id]
    assert [(hit.dossier.name, hit.is_sure, hit.is_read) for hit in found] == [
        ("Aan", True, True),
        ("Bea", True, True),
        ("Cas", True, True),
        ("Dirk", False, False),
    ]
