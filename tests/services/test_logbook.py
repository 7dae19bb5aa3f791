"""What administrators look back at: their own organisation only, by person and day; and that they looked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services import logbook
from gouden_poort.services.logbook import Search
from gouden_poort.services.trail import record
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER
from tests.referrals import keep_colleagues

ADMINISTRATOR = Actor(account_id=UUID(int=14), role=Role.ADMINISTRATOR, organisation_id=HERE)
YESTERDAY = MORNING - timedelta(days=1)
SUBJECT = uuid4()
ALL = Search()


@pytest.fixture
def house(database: Database) -> Database:
    """Two looks and a change of one coach, of which one look yesterday; a look of a colleague, and one elsewhere."""
    keep_colleagues(database)
    done = (
        (COACH, Deed.SEE_DOSSIER, YESTERDAY),
        (COACH, Deed.SEE_DOSSIER, MORNING),
        (COACH, Deed.SEE_DOSSIER, MORNING + timedelta(minutes=3)),
        (COACH, Deed.CHANGE_DOSSIER, MORNING),
        (COLLEAGUE, Deed.SEE_DOSSIER, MORNING),
        (STRANGER, Deed.SEE_DOSSIER, MORNING),
    )
    for actor, deed, moment in done:
        with database.unit(actor) as unit:
            record(unit, actor, deed, SUBJECT, Why.GUIDANCE, moment)
            unit.commit()
    return database


def told(found: logbook.Page) -> list[tuple[str, str, str, int]]:
    return [(day.isoformat(), line.who, line.deed, line.times) for day, lines in found.days.items() for line in lines]


def test_the_same_on_one_day_is_one_line_and_others_are_not_there(house: Database) -> None:
    today, before = MORNING.date().isoformat(), YESTERDAY.date().isoformat()
    assert told(logbook.look(house.unit, ADMINISTRATOR, ALL, MORNING)) == [
        (today, "Voorbeeld Collega 12", "see_dossier", 1),
        (today, "Voorbeeld Collega 11", "change_dossier", 1),
        (today, "Voorbeeld Collega 11", "see_dossier", 2),
        (before, "Voorbeeld Collega 11", "see_dossier", 1),
    ]


def test_a_search_is_by_person_and_by_day(house: Database) -> None:
    search = Search(account_id=COACH.account_id, day=YESTERDAY.date())
    found = logbook.look(house.unit, ADMINISTRATOR, search, MORNING)
    assert told(found) == [(YESTERDAY.date().isoformat(), "Voorbeeld Collega 11", "see_dossier", 1)]
    assert {each.id for each in found.staff} == {COACH.account_id, COLLEAGUE.account_id}


@pytest.mark.parametrize("asked", [SUBJECT, STRANGER.account_id], ids=["a citizen", "a colleague elsewhere"])
def test_only_deeds_of_own_colleagues_can_be_asked_for(house: Database, asked: UUID) -> None:
    for look in (logbook.look, logbook.export):
        with pytest.raises(NotAllowed):
            look(house.unit, ADMINISTRATOR, Search(account_id=asked), MORNING)
    with house.unit() as unit:
        assert ADMINISTRATOR.account_id not in {entry.account_id for entry in unit.trail.about(asked)}


def test_a_file_has_a_line_for_each_time(house: Database) -> None:
    lines = logbook.export(house.unit, ADMINISTRATOR, Search(account_id=COACH.account_id), MORNING)
    assert [(line.deed, line.times) for line in lines] == [
        ("change_dossier", 1),
        ("see_dossier", 1),
        ("see_dossier", 1),
        ("see_dossier", 1),
    ]


def test_who_opens_it_or_takes_it_along_stands_in_it(house: Database) -> None:
    logbook.look(house.unit, ADMINISTRATOR, ALL, MORNING)
    logbook.export(house.unit, ADMINISTRATOR, Search(account_id=COACH.account_id), MORNING)
    with house.unit() as unit:
        entries = [each for each in unit.trail.after(0, 99) if each.account_id == ADMINISTRATOR.account_id]
    assert [(each.deed, each.why, each.subject) for each in entries] == [
        ("see_audit_trail", "oversight", None),
        ("export_audit_trail", "oversight", COACH.account_id),
    ]


def test_what_is_more_than_a_page_stands_on_the_next_one(house: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logbook, "ON_A_PAGE", 3)
    first = logbook.look(house.unit, ADMINISTRATOR, ALL, MORNING)
    assert first.before is not None
    second = logbook.look(house.unit, ADMINISTRATOR, Search(before=first.before), MORNING)
    assert sum(times for *_, times in told(first)) == 3
    assert (sum(times for *_, times in told(second)), second.before) == (2, None)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_looks_at_it(house: Database, role: Role) -> None:
    actor = Actor(account_id=uuid4(), role=role, organisation_id=HERE)
    for deed in (logbook.look, logbook.export):
        with pytest.raises(NotAllowed):
            deed(house.unit, actor, ALL, MORNING)


@pytest.mark.parametrize(
    ("last_of_day", "day"),
    [
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 11, 10, 22, 59, tzinfo=UTC), date(2026, 11, 10)),
    ],
    ids=["summer", "winter"],
)
def test_a_day_ends_at_midnight_in_the_netherlands(database: Database, last_of_day: datetime, day: date) -> None:
    keep_colleagues(database)
    for deed, moment in ((Deed.SEE_DOSSIER, last_of_day), (Deed.REGISTER, last_of_day + timedelta(minutes=1))):
        with database.unit(COACH) as unit:
            record(unit, COACH, deed, SUBJECT, Why.GUIDANCE, moment)
            unit.commit()

    def shown(search: Search) -> list[tuple[str, str]]:
        return [each[::2] for each in told(logbook.look(database.unit, ADMINISTRATOR, search, MORNING))][:2]

    before, after = day.isoformat(), (day + timedelta(days=1)).isoformat()
    assert shown(Search(account_id=COACH.account_id)) == [(after, "register"), (before, "see_dossier")]
    assert shown(Search(day=day)) == [(before, "see_dossier")]
    assert shown(Search(day=day + timedelta(days=1))) == [(after, "register")]
