"""The link of a colleague in the mail: to their own address, readable by nobody else, and gone with the link."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Account, Role
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.services import outbox
from gouden_poort.services.accounts import installing, staff
from gouden_poort.services.accounts.inviting import Invited
from tests.databases import Database
from tests.people_with_rights import People, actor_of, keep_people

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def people(database: Database) -> People:
    return keep_people(database.unit, NOW)


def address_of(token: str) -> str:
    return f"https://poort.example/link/{token}"


def invited(database: Database, people: People, email: str = "tien@voorbeeld.example") -> Invited:
    return staff.invite(
        database.unit,
        actor_of(people.administrator),
        role=Role.COACH,
        name="Voorbeeld Tien",
        email=email,
        moment=NOW,
        address_of=address_of,
    )


def anew(database: Database, people: People) -> Invited:
    by = actor_of(people.administrator)
    return staff.start_anew(database.unit, by, people.coach.id, NOW, address_of=address_of)


def posted(database: Database) -> list[Message]:
    with database.unit() as unit:
        return list(unit.outbox.unsent())


def test_an_invitation_is_mailed_to_the_colleague(database: Database, people: People) -> None:
    made = invited(database, people)
    (mail,) = posted(database)
    assert made.mailed
    assert (mail.kind, mail.channel, mail.to) == (MessageKind.INVITATION, Channel.MAIL, "tien@voorbeeld.example")
    assert mail.facts == {
        "organisation": people.organisation.name,
        "link": address_of(made.token),
        "until": "2027-01-10",
    }
    assert (mail.useless_after, mail.account_id) == (NOW + timedelta(days=7), made.account.id)


def test_a_new_start_is_mailed_for_as_long_as_the_link_works(database: Database, people: People) -> None:
    made = anew(database, people)
    (mail,) = posted(database)
    assert (mail.kind, mail.to, mail.facts["link"]) == (MessageKind.RESET, people.coach.email, address_of(made.token))
    assert mail.useless_after == NOW + timedelta(days=1)


def test_the_command_line_mails_as_well(database: Database, people: People) -> None:
    assert installing.start_anew(database.unit, people.coach.email, NOW, address_of=address_of).mailed
    assert [mail.to for mail in posted(database)] == [people.coach.email]


def test_without_an_address_for_links_nothing_is_mailed(database: Database, people: People) -> None:
    assert not staff.start_anew(database.unit, actor_of(people.administrator), people.coach.id, NOW).mailed
    assert posted(database) == []


def test_an_address_that_no_mail_server_takes_leaves_the_link_to_pass_on(database: Database, people: People) -> None:
    made = invited(database, people, "tien,elf@voorbeeld.example")
    assert (made.mailed, posted(database)) == (False, [])
    assert made.token


def test_a_later_link_takes_the_mail_with_an_earlier_one_back(database: Database, people: People) -> None:
    anew(database, people)
    second = anew(database, people)
    assert [mail.facts["link"] for mail in posted(database)] == [address_of(second.token)]


def test_a_disabled_colleague_gets_no_link_any_more(database: Database, people: People) -> None:
    anew(database, people)
    staff.disable(database.unit, actor_of(people.administrator), people.coach.id, NOW)
    assert posted(database) == []


def test_nobody_else_reads_what_opens_an_account(database: Database, people: People) -> None:
    anew(database, people)
    (mail,) = posted(database)
    others: list[Account] = [people.administrator, people.other_coach, people.counsellor, people.editor]
    for each in others:
        with pytest.raises(NotAllowed):
            outbox.read(database.unit, actor_of(each), mail.id, NOW)
