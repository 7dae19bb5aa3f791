"""The receipt of what people ask: mailed once to who can be mailed, as long as it is true, and seen by no others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import NoRoomToday, NotAllowed
from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Given, Line
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.profiles.people.message_facts import FACTS
from gouden_poort.services import outbox, requests
from gouden_poort.services.coach_requests import Told, ask_coach, withdraw
from gouden_poort.services.dossiers.registering import Newcomer
from gouden_poort.services.dossiers.welcoming import welcome
from gouden_poort.services.inbox import answering, listing
from gouden_poort.services.inbox.receipt import is_mailed
from gouden_poort.services.objections import object_to
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER
from tests.fakes import ShelfWith

SPOKEN = frozenset({"nl", "ar", "ti"})
MAIL = "een@voorbeeld.example"
FORM = UUID(int=7)
ADMINISTRATOR = Actor(account_id=UUID(int=14), role=Role.ADMINISTRATOR, organisation_id=HERE)


def asked(
    database: Database, form: UUID = FORM, *, reads: str = "nl", may: bool = True, **changed: str
) -> CoachRequest:
    given = {"name": "Voorbeeld Een", "email": MAIL, "language": "nl", "daypart": "any"} | changed
    return ask_coach(
        database.unit,
        form,
        given,
        Told(),
        MORNING,
        languages={"nl", "ti", "other"},
        spoken=SPOKEN,
        reads=reads,
        may_come_in=lambda: may,
    )


def objected(database: Database, contact: str = MAIL, reads: str = "nl") -> Objection:
    given = {"about": "own_data", "what": "Dit klopt niet.", "contact": contact}
    return object_to(database.unit, ShelfWith(None), FORM, given, MORNING, spoken=SPOKEN, reads=reads)


def receipts(database: Database, actor: Actor | None = None) -> list[Message]:
    with database.unit(actor) as unit:
        return [each for each in unit.outbox.unsent() if each.kind is MessageKind.REQUEST_RECEIPT]


def sent(database: Database) -> None:
    with database.unit() as unit:
        for each in unit.outbox.unsent():
            unit.outbox.change(each, each.sent(MORNING))
        unit.commit()


def test_who_asks_a_coach_is_mailed_the_number_and_the_last_day(database: Database) -> None:
    request = asked(database)
    (mail,) = receipts(database)
    assert (mail.to, mail.language, mail.due) == (MAIL, "nl", MORNING)
    assert dict(mail.facts) == {"number": request.number, "answer_by": "2026-11-26"}
    assert mail.useless_after == datetime(2026, 11, 26, 23, tzinfo=UTC), "the end of that day in the Netherlands"


def test_who_objects_is_mailed_too(database: Database) -> None:
    objection = objected(database)
    (mail,) = receipts(database)
    assert (mail.to, dict(mail.facts)) == (MAIL, {"number": objection.number, "answer_by": "2026-12-23"})


def test_it_says_nothing_of_who_asks_or_what() -> None:
    assert FACTS[MessageKind.REQUEST_RECEIPT] == {"number", "answer_by"}


@pytest.mark.parametrize("contact", ["", "06 1234 5678", f"{MAIL} of 06 1234 5678", f"{MAIL},twee@voorbeeld.example"])
def test_who_cannot_be_mailed_gets_none_and_the_request_is_kept(database: Database, contact: str) -> None:
    assert not is_mailed(database.unit, objected(database, contact), MORNING)
    assert receipts(database) == []
    assert len(requests.waiting(database.unit, requests.OBJECTIONS, MORNING)) == 1


def test_who_gave_a_telephone_number_gets_none(database: Database) -> None:
    request = asked(database, email="", phone="06 1234 5678")
    assert (receipts(database), is_mailed(database.unit, request, MORNING)) == ([], False)


def test_it_is_in_the_language_to_be_spoken_to_in_or_else_that_of_the_form(database: Database) -> None:
    asked(database, language="ti", reads="ar")
    asked(database, language="other", reads="ar")
    objected(database, reads="ar")
    assert sorted(mail.language for mail in receipts(database)) == ["ar", "ar", "ti"]


def test_the_same_form_sent_twice_is_mailed_once(database: Database) -> None:
    asked(database)
    sent(database)
    asked(database)
    asked(database, may=False)
    assert receipts(database) == []
    with pytest.raises(NoRoomToday):
        asked(database, uuid4(), may=False)
    assert receipts(database) == [], "what was not kept has no receipt"


def test_the_same_form_sent_twice_at_once_is_mailed_once(postgres_database: Database) -> None:
    database, first = postgres_database, []

    def meanwhile() -> bool:
        first.append(asked(database))
        return True

    given = {"name": "Voorbeeld Een", "email": MAIL, "language": "nl", "daypart": "any"}
    second = ask_coach(
        database.unit, FORM, given, Told(), MORNING, languages={"nl"}, spoken=SPOKEN, may_come_in=meanwhile
    )
    assert [second] == first
    assert [mail.facts["number"] for mail in receipts(database)] == [second.number]


def test_what_is_withdrawn_is_not_mailed_any_more(database: Database) -> None:
    request = asked(database)
    withdraw(database.unit, request.id)
    withdraw(database.unit, request.id)
    assert receipts(database) == []


def test_who_withdraws_and_asks_again_is_mailed_the_new_number(database: Database) -> None:
    first = asked(database)
    sent(database)
    withdraw(database.unit, first.id)
    second = asked(database)
    assert first.id == second.id
    assert [mail.facts["number"] for mail in receipts(database)] == [second.number]


def test_an_answer_that_is_sooner_makes_it_superfluous(database: Database) -> None:
    request, objection = asked(database), objected(database)
    for each in (request, objection):
        listing.take_up(database.unit, COACH, each.id, MORNING)
    answering.note_answered(database.unit, COACH, request.id, MORNING)
    assert [mail.facts["number"] for mail in receipts(database)] == [objection.number]
    answering.answer_by_mail(
        database.unit, COACH, objection.id, dutch="Gedaan.", translated="", spoken=SPOKEN, moment=MORNING
    )
    assert receipts(database) == []


def test_an_answer_noted_from_the_command_line_makes_it_superfluous_too(database: Database) -> None:
    requests.mark_answered(database.unit, requests.COACH_REQUESTS, asked(database).number, MORNING)
    assert receipts(database) == []


def test_a_request_that_becomes_a_dossier_needs_none_any_more(database: Database) -> None:
    request = asked(database)
    listing.take_up(database.unit, COACH, request.id, MORNING)
    newcomer = Newcomer(
        name="Voorbeeld Een",
        phone="",
        email=MAIL,
        language="nl",
        answers={"birth_date": "1990-01-02"},
        lines=(Line.COACH_SEES_DOSSIER,),
        given=Given.READ_ALOUD,
    )
    welcome(database.unit, COACH, newcomer, MORNING, form_id=FORM, request_number=request.number)
    assert receipts(database) == []


def test_it_is_under_way_until_it_went_or_did_not_arrive(database: Database) -> None:
    request = asked(database)
    assert is_mailed(database.unit, request, MORNING)
    assert not is_mailed(database.unit, request, MORNING + timedelta(days=4)), "nobody sent it in time"
    with database.unit() as unit:
        (mail,) = unit.outbox.unsent()
        unit.outbox.change(mail, mail.given_up("550"))
        unit.commit()
    assert not is_mailed(database.unit, request, MORNING)


def test_once_sent_it_was_mailed(database: Database) -> None:
    request = asked(database)
    sent(database)
    assert is_mailed(database.unit, request, MORNING + timedelta(days=4))


def test_nobody_sees_it_until_an_organisation_takes_the_request_up(database: Database) -> None:
    request = asked(database)
    (mail,) = receipts(database)
    for actor in (COACH, STRANGER):
        assert not any(outbox.overview(database.unit, actor, MORNING).values())
        with pytest.raises(NotAllowed):
            outbox.read(database.unit, actor, mail.id, MORNING)
    listing.take_up(database.unit, COACH, request.id, MORNING)
    for actor in (COACH, COLLEAGUE):
        (line,) = outbox.overview(database.unit, actor, MORNING)[outbox.Shelf.WAITING]
        assert (line.id, line.to, line.may_read) == (mail.id, "", True)
        assert outbox.read(database.unit, actor, mail.id, MORNING).facts == mail.facts
    for actor in (STRANGER, ADMINISTRATOR):
        assert not any(outbox.overview(database.unit, actor, MORNING).values())
        with pytest.raises(NotAllowed):
            outbox.read(database.unit, actor, mail.id, MORNING)


def test_without_any_filter_the_database_shows_it_to_the_coaches_of_who_took_it_up(postgres_database: Database) -> None:
    database = postgres_database
    request = asked(database)
    assert [len(receipts(database, actor)) for actor in (None, COACH, STRANGER, ADMINISTRATOR)] == [1, 0, 0, 0]
    listing.take_up(database.unit, COACH, request.id, MORNING)
    seen = [len(receipts(database, actor)) for actor in (COACH, COLLEAGUE, STRANGER, ADMINISTRATOR)]
    assert seen == [1, 1, 0, 0]


def test_what_nobody_sent_is_kept_no_longer_than_the_request(database: Database) -> None:
    asked(database)
    moment = MORNING + CoachRequest.KEPT_WITHOUT_ANSWER
    outbox.forget_given_up(database.unit, moment)
    assert receipts(database) == []
