"""What people ask: who sees which of it, what is due first, and an answer that goes once."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed, UnknownThing
from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.services.inbox import answering, listing
from tests.builders import a_coach_request, an_objection
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER

SPOKEN = frozenset({"nl", "ar"})
MAIL = "een@voorbeeld.example"


def kept(database: Database, **told: object) -> CoachRequest:
    reach = Reach(name="Voorbeeld Een", phone="", email=MAIL, language="ar", daypart=Daypart.ANY)
    number = f"{uuid4().hex[:4]}-{uuid4().hex[:4]}".upper()
    request = a_coach_request(**{"id": uuid4(), "number": number, "received_at": MORNING, "reach": reach, **told})
    with database.unit() as unit:
        unit.coach_requests.add(request)
        unit.commit()
    return request


def taken_up(database: Database, actor: Actor = COACH, **told: object) -> CoachRequest:
    request = kept(database, **told)
    listing.take_up(database.unit, actor, request.id, MORNING)
    return request


def answered(database: Database, request_id: UUID, dutch: str = "Bel ons.", translated: str = "") -> None:
    answering.answer_by_mail(
        database.unit, COACH, request_id, dutch=dutch, translated=translated, spoken=SPOKEN, moment=MORNING
    )


def mails(database: Database) -> list[Message]:
    with database.unit() as unit:
        return list(unit.outbox.unsent())


def test_all_that_waits_stands_in_one_list_and_what_is_late_on_top(database: Database) -> None:
    today = MORNING.date()
    later = kept(database, answer_by=today + timedelta(days=1))
    late = kept(database, answer_by=today - timedelta(days=1))
    with database.unit() as unit:
        unit.objections.add(an_objection(answer_by=today))
        unit.commit()
    lines = listing.waiting(database.unit, COACH, MORNING)
    assert [(line.id, line.is_late, line.is_objection) for line in lines] == [
        (late.id, True, False),
        (UUID(int=1), False, True),
        (later.id, False, False),
    ]


def test_before_someone_takes_it_up_nobody_reads_it(database: Database) -> None:
    request = kept(database)
    assert [line.is_ours for line in listing.waiting(database.unit, COACH, MORNING)] == [False]
    with pytest.raises(NotAllowed):
        listing.opened(database.unit, COACH, request.id, MORNING)


def test_what_a_colleague_took_up_is_ours_and_others_see_it_no_more(database: Database) -> None:
    request = taken_up(database)
    assert listing.opened(database.unit, COLLEAGUE, request.id, MORNING) == request
    assert listing.waiting(database.unit, STRANGER, MORNING) == []
    with pytest.raises(NotAllowed):
        listing.opened(database.unit, STRANGER, request.id, MORNING)
    with pytest.raises(NotAllowed):
        listing.take_up(database.unit, STRANGER, request.id, MORNING)
    with pytest.raises(NotAllowed):
        answering.note_answered(database.unit, STRANGER, request.id, MORNING)


def test_only_coaches_have_an_inbox(database: Database) -> None:
    counsellor = Actor(account_id=UUID(int=9), role=Role.COUNSELLOR, organisation_id=HERE)
    with pytest.raises(NotAllowed):
        listing.waiting(database.unit, counsellor, MORNING)


def test_each_look_stands_in_the_trail(database: Database) -> None:
    request = taken_up(database)
    listing.opened(database.unit, COLLEAGUE, request.id, MORNING)
    with database.unit() as unit:
        look, _taken_up = unit.trail.about(request.id)
    assert (look.account_id, look.deed, look.why) == (COLLEAGUE.account_id, "answer_requests", "request")


def test_an_answer_goes_in_the_language_of_who_asked_with_the_dutch_beside_it(database: Database) -> None:
    request = taken_up(database)
    answered(database, request.id, "Bel ons.", "اتصل بنا")
    (mail,) = mails(database)
    assert (mail.kind, mail.to, mail.language) == (MessageKind.REQUEST_ANSWER, MAIL, "ar")
    assert dict(mail.facts) == {"number": request.number, "answer": "اتصل بنا", "dutch": "Bel ons."}
    assert listing.waiting(database.unit, COACH, MORNING) == []


def test_without_a_translation_the_dutch_goes_alone(database: Database) -> None:
    answered(database, taken_up(database).id)
    assert mails(database)[0].facts["answer"] == "Bel ons."
    assert mails(database)[0].facts["dutch"] == ""


def test_a_second_answer_is_not_sent(database: Database) -> None:
    request = taken_up(database)
    answered(database, request.id)
    answered(database, request.id, "Iets anders.")
    assert [mail.facts["answer"] for mail in mails(database)] == ["Bel ons."]


def test_an_objection_is_answered_to_the_address_in_it(database: Database) -> None:
    with database.unit() as unit:
        unit.objections.add(an_objection(contact=MAIL, received_at=MORNING, answer_by=date(2026, 12, 23)))
        unit.commit()
    listing.take_up(database.unit, COACH, UUID(int=1), MORNING)
    answered(database, UUID(int=1))
    assert mails(database)[0].to == MAIL


@pytest.mark.parametrize("dutch", ["", " ", "x" * 3001, "Je nummer is 111222333."])
def test_an_answer_that_cannot_go_is_refused(database: Database, dutch: str) -> None:
    request = taken_up(database)
    with pytest.raises(InvalidInput):
        answered(database, request.id, dutch)
    assert mails(database) == []


def test_who_was_spoken_with_waits_no_more_and_gets_no_mail(database: Database) -> None:
    request = taken_up(database)
    answering.note_answered(database.unit, COACH, request.id, MORNING)
    assert (listing.waiting(database.unit, COACH, MORNING), mails(database)) == ([], [])


def test_what_is_gone_cannot_be_taken_up(database: Database) -> None:
    with pytest.raises(UnknownThing):
        listing.take_up(database.unit, COACH, UUID(int=404), MORNING)
