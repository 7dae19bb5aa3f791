"""Sending through a mailer that remembers what it was given, on real databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from gouden_poort.errors import MailPostponed, MailRefused, MailServerAway, MailUncertain
from gouden_poort.profiles.people.message import UNDER_WAY_FOR, WAITS, Channel, Message, MessageKind, Standing
from gouden_poort.services.outbox import Sent, post, send_due, try_again
from gouden_poort.services.ports import Mail
from tests.builders import a_message
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ONE = UUID(int=1)


class Remembering:
    """A mailer that keeps what it was given, and has a trouble for as long as it is told."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.sent: list[str] = []
        self.trouble = trouble
        self.tries = 0
        self.meanwhile: Callable[[], object] = lambda: None

    def send(self, mail: Mail) -> None:
        self.tries += 1
        self.meanwhile()
        if self.trouble is not None:
            raise self.trouble
        self.sent.append(f"{mail.to} {mail.text}")


def write(message: Message) -> Mail:
    return Mail(
        id=message.id, to=message.to, language=message.language, subject="Bericht", text=message.facts["link"], html=""
    )


def keep(database: Database, *messages: Message) -> None:
    with database.unit() as unit:
        for message in messages:
            post(unit, message)
        unit.commit()


def send(database: Database, mailer: Remembering, moment: datetime = NOON) -> Sent:
    return send_due(database.unit, write, mailer, moment)


def found(database: Database, message_id: UUID = ONE) -> Message:
    with database.unit() as unit:
        message = unit.outbox.find(message_id)
    assert message is not None
    return message


def test_a_mail_that_is_due_goes_out_once(database: Database) -> None:
    keep(database, a_message())
    mailer = Remembering()
    assert send(database, mailer) == Sent(sent=1)
    assert send(database, mailer) == Sent()
    assert mailer.sent == ["een@voorbeeld.example https://gouden-poort.example/aanmelden/l1nk"]


def test_of_a_mail_that_was_sent_the_database_has_no_words_and_no_address(database: Database) -> None:
    keep(database, a_message())
    send(database, Remembering())
    kept = found(database)
    assert (kept.to, dict(kept.facts), kept.sent_at, kept.tries) == ("", {}, NOON, 1)


def test_letters_and_what_is_not_due_stay(database: Database) -> None:
    letter = a_message(id=UUID(int=2), channel=Channel.LETTER, to="Voorbeeld Een\nZwolle")
    keep(database, letter, a_message(due=NOON + timedelta(seconds=1)))
    assert send(database, Remembering()) == Sent()


def test_two_senders_at_once_send_one_mail(database: Database) -> None:
    keep(database, a_message())
    mailer, other = Remembering(), Remembering()
    mailer.meanwhile = lambda: send(database, other)
    assert send(database, mailer) == Sent(sent=1)
    assert (mailer.tries, other.tries) == (1, 0)


def test_a_sender_that_read_the_same_list_leaves_what_another_took(database: Database) -> None:
    keep(database, a_message(), a_message(id=UUID(int=2)))
    mailer, other = Remembering(), Remembering()
    mailer.meanwhile = lambda: other.sent or send(database, other)
    send(database, mailer)
    assert (len(mailer.sent), len(other.sent)) == (1, 1)


def test_a_mail_that_is_not_taken_is_tried_again_ever_later_and_then_given_up(database: Database) -> None:
    keep(database, a_message())
    mailer, moment = Remembering(MailPostponed("451")), NOON
    for wait in WAITS:
        send(database, mailer, moment)
        assert send(database, mailer, moment + wait - timedelta(seconds=1)) == Sent()
        moment += wait
    send(database, mailer, moment)
    assert (mailer.tries, found(database).standing(moment), found(database).failure) == (6, Standing.GIVEN_UP, "451")
    assert send(database, mailer, moment + timedelta(days=9)) == Sent()


def test_a_mail_that_is_taken_at_the_second_try_is_sent(database: Database) -> None:
    keep(database, a_message())
    mailer = Remembering(MailPostponed("451"))
    send(database, mailer)
    mailer.trouble = None
    assert send(database, mailer, NOON + WAITS[0]) == Sent(sent=1)
    assert found(database).failure == ""


def test_what_is_refused_for_good_is_not_tried_again_and_keeps_its_words(database: Database) -> None:
    keep(database, a_message())
    mailer = Remembering(MailRefused("550"))
    assert send(database, mailer) == Sent(failed=1)
    assert send(database, mailer, NOON + timedelta(days=1)) == Sent()
    assert found(database).standing(NOON) is Standing.GIVEN_UP
    assert found(database).facts == a_message().facts


def test_a_server_that_is_away_ends_the_round_and_costs_no_try(database: Database) -> None:
    keep(database, a_message(), a_message(id=UUID(int=2)))
    mailer = Remembering(MailServerAway("ConnectionRefusedError"))
    for _ in range(9):
        assert send(database, mailer) == Sent(failed=1)
    assert mailer.tries == 9
    mailer.trouble = None
    assert send(database, mailer) == Sent(sent=2)


def test_what_may_have_been_sent_is_not_sent_again_by_itself(database: Database) -> None:
    keep(database, a_message())
    mailer = Remembering(MailUncertain("TimeoutError"))
    send(database, mailer)
    mailer.trouble = None
    later = NOON + timedelta(days=1)
    assert send(database, mailer, later) == Sent()
    assert found(database).standing(later) is Standing.UNCERTAIN


def test_a_sender_that_falls_over_half_way_leaves_the_message_in_doubt_and_the_others_to_the_next(
    database: Database,
) -> None:
    keep(database, a_message(), a_message(id=UUID(int=2)))
    mailer = Remembering(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        send(database, mailer)
    mailer.trouble = None
    assert send(database, mailer) == Sent(sent=1)
    assert found(database).standing(NOON + UNDER_WAY_FOR) is Standing.UNCERTAIN


def test_a_message_that_comes_too_late_is_not_sent(database: Database) -> None:
    keep(database, a_message(useless_after=NOON))
    mailer = Remembering()
    assert send(database, mailer) == Sent(failed=1)
    assert (mailer.tries, found(database).failure) == (0, "too late")


def test_a_person_may_let_it_be_sent_again(database: Database) -> None:
    keep(database, a_message())
    mailer = Remembering(MailRefused("550"))
    send(database, mailer)
    try_again(database.unit, ONE, NOON)
    mailer.trouble = None
    assert send(database, mailer) == Sent(sent=1)


@pytest.mark.parametrize("trouble", [None, MailRefused("550"), MailUncertain("ConnectionResetError")])
def test_of_an_address_for_once_the_database_has_nothing_however_sending_ended(
    database: Database, trouble: Exception | None
) -> None:
    keep(database, for_once())
    send(database, Remembering(trouble))
    assert (found(database).to, dict(found(database).facts)) == ("", {})
    assert send(database, Remembering()) == Sent()


def test_an_address_for_once_of_a_mail_that_is_too_late_is_gone_too(database: Database) -> None:
    keep(database, for_once())
    send(database, Remembering(), NOON + timedelta(days=1))
    assert (found(database).to, found(database).failure) == ("", "too late")


def for_once() -> Message:
    facts = {"code": "7KQ2 M9XA", "link": "https://poort.example/verder", "until": "2027-02-18"}
    return a_message(kind=MessageKind.RESUME_CODE, facts=facts, useless_after=NOON + timedelta(days=1))
