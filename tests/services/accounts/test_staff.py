"""What an administrator does with colleagues, and to whom it cannot be done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Account, Actor, Role
from gouden_poort.services.accounts import installing, sessions, staff, ways_in
from gouden_poort.services.accounts.listing import Standing
from tests.databases import Database
from tests.people_with_rights import People, actor_of, an_account, keep_people

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def people(database: Database) -> People:
    return keep_people(database.unit, NOW)


@pytest.fixture
def actor(people: People) -> Actor:
    return actor_of(people.administrator)


def signed_in(database: Database, account: Account) -> str:
    with database.unit() as unit:
        token = sessions.begin(unit, account, NOW, complete=True)
        unit.commit()
    return token


def standings(database: Database, actor: Actor) -> dict[str, Standing]:
    return {line.account.email: line.standing for line in staff.colleagues(database.unit, actor)}


def test_a_list_holds_the_own_organisation_and_nobody_else(database: Database, people: People, actor: Actor) -> None:
    keep_people(database.unit, NOW, called="Elders")
    emails = {line.account.email for line in staff.colleagues(database.unit, actor)}
    assert emails == {
        f"{name}.voorbeeld@voorbeeld.example"
        for name in ("coach", "other_coach", "counsellor", "editor", "administrator")
    }


def test_someone_who_was_invited_waits_until_the_link_was_used(database: Database, actor: Actor) -> None:
    invited = staff.invite(
        database.unit,
        actor,
        role=Role.COACH,
        name=" Voorbeeld  Tien ",
        email="Tien@Voorbeeld.example",
        phone=" ٠٣٠ 123 45 67",
        moment=NOW,
    )
    kept = (invited.account.name, invited.account.email, invited.account.phone)
    assert kept == ("Voorbeeld Tien", "tien@voorbeeld.example", "030 123 45 67")
    assert standings(database, actor)["tien@voorbeeld.example"] is Standing.WAITING
    assert ways_in.welcome(database.unit, "key", invited.token, NOW + timedelta(days=6)).account == invited.account
    with pytest.raises(UnknownThing):
        ways_in.welcome(database.unit, "key", invited.token, NOW + timedelta(days=7))


@pytest.mark.parametrize(
    ("name", "email", "phone", "fields"),
    [
        ("", "", "geen nummer", {"name", "email", "phone"}),
        ("Een", "geen adres", "", {"email"}),
        ("Een", "coach.voorbeeld@voorbeeld.example", "", {"email"}),
    ],
)
def test_every_fault_of_an_invitation_is_told(
    database: Database, actor: Actor, name: str, email: str, phone: str, fields: set[str]
) -> None:
    with pytest.raises(InvalidInput) as told:
        staff.invite(database.unit, actor, role=Role.COACH, name=name, email=email, phone=phone, moment=NOW)
    assert {fault.path for fault in told.value.faults} == fields


def test_nobody_is_invited_as_a_citizen(database: Database, actor: Actor) -> None:
    with pytest.raises(InvalidInput):
        staff.invite(database.unit, actor, role=Role.CITIZEN, name="Een", email="a@b.example", moment=NOW)


def test_a_disabled_colleague_is_out_with_the_next_request(database: Database, people: People, actor: Actor) -> None:
    token = signed_in(database, people.coach)
    assert sessions.present(database.unit, token, NOW)
    staff.disable(database.unit, actor, people.coach.id, NOW)
    assert sessions.present(database.unit, token, NOW) is None
    assert standings(database, actor)[people.coach.email] is Standing.DISABLED
    staff.enable(database.unit, actor, people.coach.id, NOW)
    assert sessions.present(database.unit, token, NOW) is None, "what was ended stays ended"
    assert standings(database, actor)[people.coach.email] is Standing.ACTIVE


def test_a_new_start_takes_away_all_that_opened_the_door(database: Database, people: People, actor: Actor) -> None:
    token = signed_in(database, people.coach)
    invited = staff.start_anew(database.unit, actor, people.coach.id, NOW)
    assert sessions.present(database.unit, token, NOW) is None
    with database.unit() as unit:
        left = unit.accounts.credentials(people.coach.id)
    assert (left.password_hash, left.app_confirmed_at, left.app_draw) == (None, None, 1)
    assert not ways_in.welcome(database.unit, "key", invited.token, NOW).has_password


def test_a_later_link_closes_an_earlier_one(database: Database, people: People, actor: Actor) -> None:
    first = staff.start_anew(database.unit, actor, people.coach.id, NOW)
    staff.start_anew(database.unit, actor, people.coach.id, NOW)
    with pytest.raises(UnknownThing):
        ways_in.welcome(database.unit, "key", first.token, NOW)


def test_nothing_of_it_can_be_done_to_oneself(database: Database, people: People, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        staff.disable(database.unit, actor, actor.account_id, NOW)
    with pytest.raises(NotAllowed):
        staff.start_anew(database.unit, actor, actor.account_id, NOW)


def test_nothing_of_it_can_be_done_elsewhere(database: Database, people: People, actor: Actor) -> None:
    elsewhere = keep_people(database.unit, NOW, called="Elders")
    for deed in (staff.disable, staff.start_anew):
        with pytest.raises(NotAllowed):
            deed(database.unit, actor, elsewhere.coach.id, NOW)
    with pytest.raises(NotAllowed):
        staff.enable(database.unit, actor, elsewhere.coach.id, NOW)


def test_nothing_of_it_can_be_done_to_a_citizen(database: Database, people: People, actor: Actor) -> None:
    with pytest.raises(UnknownThing):
        staff.disable(database.unit, actor, people.citizen.id, NOW)


@pytest.mark.parametrize("role", [Role.COACH, Role.COUNSELLOR, Role.EDITOR, Role.CITIZEN])
def test_others_than_administrators_do_nothing_of_it(database: Database, people: People, role: Role) -> None:
    actor = actor_of(people.with_role(role))
    with pytest.raises(NotAllowed):
        staff.colleagues(database.unit, actor)
    with pytest.raises(NotAllowed):
        staff.invite(database.unit, actor, role=Role.COACH, name="Een", email="a@b.example", moment=NOW)
    with pytest.raises(NotAllowed):
        staff.disable(database.unit, actor, people.other_coach.id, NOW)
    with pytest.raises(NotAllowed):
        staff.start_anew(database.unit, actor, people.other_coach.id, NOW)


def test_two_administrators_who_disable_each_other_at_once_leave_one(database: Database, people: People) -> None:
    second = an_account(Role.ADMINISTRATOR, "tweede@voorbeeld.example", people.organisation.id, NOW)
    with database.unit() as unit:
        unit.accounts.add(second)
        unit.commit()
    both, together = (people.administrator, second), Barrier(2)

    def disable(by: Account, whom: Account) -> None:
        together.wait()
        try:
            staff.disable(database.unit, actor_of(by), whom.id, NOW)
        except NotAllowed:
            return

    threads = [Thread(target=disable, args=pair) for pair in (both, both[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.unit() as unit:
        left = [account for account in both if unit.accounts.find(account.id).disabled_at is None]  # type: ignore[union-attr]
    assert len(left) == 1


def test_each_deed_stands_in_the_trail_with_who_and_whom(database: Database, people: People, actor: Actor) -> None:
    invited = staff.invite(database.unit, actor, role=Role.COACH, name="Tien", email="t@voorbeeld.example", moment=NOW)
    staff.disable(database.unit, actor, people.coach.id, NOW)
    staff.enable(database.unit, actor, people.coach.id, NOW)
    staff.start_anew(database.unit, actor, people.coach.id, NOW)
    with database.unit(actor) as unit:
        entries = unit.trail.after(0, 10)
    assert [(each.deed, each.subject) for each in entries] == [
        ("invite_staff", invited.account.id),
        ("disable_staff", people.coach.id),
        ("enable_staff", people.coach.id),
        ("reset_staff", people.coach.id),
    ]
    assert {(each.account_id, each.organisation_id, each.why) for each in entries} == {
        (actor.account_id, actor.organisation_id, "access")
    }


def test_what_is_done_on_the_command_line_stands_there_as_of_nobody(database: Database, people: People) -> None:
    installing.start_anew(database.unit, people.coach.email, NOW)
    with database.unit() as unit:
        (entry,) = unit.trail.after(0, 10)
    assert (entry.account_id, entry.role, entry.deed, entry.subject) == (None, "system", "reset_staff", people.coach.id)
