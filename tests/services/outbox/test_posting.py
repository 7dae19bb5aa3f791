from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.people.message import Channel, MessageKind, Standing
from gouden_poort.services.outbox import post, post_if_deliverable, same_message, withdraw
from tests.builders import a_message
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=1)


def test_a_message_is_kept_with_what_it_is_about_or_not_at_all(database: Database) -> None:
    with database.unit() as unit:
        post(unit, a_message())
    with database.unit() as unit:
        assert unit.outbox.find(UUID(int=1)) is None
        post(unit, a_message())
        unit.commit()
    with database.unit() as unit:
        assert unit.outbox.find(UUID(int=1)) == a_message()


def test_a_message_waits_until_it_is_due_whatever_its_maker_thought_of_it(database: Database) -> None:
    with database.unit() as unit:
        post(unit, a_message(due=LATER, sent_at=NOON, tries=3, claimed_at=NOON, next_try=None, failure="550"))
        assert unit.outbox.find(UUID(int=1)) == a_message(due=LATER, next_try=LATER)


def test_the_same_message_posted_twice_is_one_also_after_it_was_sent(database: Database) -> None:
    with database.unit() as unit:
        kept = post(unit, a_message())
        unit.outbox.change(kept, kept.sent(NOON))
        assert post(unit, a_message()).standing(NOON) is Standing.SENT


def test_a_message_that_cannot_be_sent_is_refused_and_not_kept(database: Database) -> None:
    with database.unit() as unit:
        with pytest.raises(InvalidInput):
            post(unit, a_message(to="een@voorbeeld.example\nBcc: twee@voorbeeld.example"))
        assert unit.outbox.unsent() == []


def test_what_a_message_is_about_goes_on_when_no_mail_server_takes_the_address(database: Database) -> None:
    with database.unit() as unit:
        assert not post_if_deliverable(unit, a_message(to="een,twee@voorbeeld.example"))
        assert unit.outbox.unsent() == []
        assert post_if_deliverable(unit, a_message())
        with pytest.raises(InvalidInput):
            post_if_deliverable(unit, a_message(facts={}))


def test_a_message_for_the_screen_is_there_at_once_and_keeps_its_words(database: Database) -> None:
    mine = a_message(channel=Channel.SCREEN, to="", account_id=UUID(int=88))
    with database.unit() as unit:
        post(unit, mine)
        (shown,) = unit.outbox.on_screen_of(UUID(int=88), NOON)
        assert (shown.sent_at, shown.facts) == (NOON, mine.facts)
        assert unit.outbox.mails_to_send(NOON, 10) == []


def test_one_thing_has_one_message_of_a_kind() -> None:
    about = UUID(int=5)
    reminder = same_message(MessageKind.REMINDER_APPOINTMENT, about, "2027-01-04")
    assert reminder == same_message(MessageKind.REMINDER_APPOINTMENT, about, "2027-01-04")
    assert reminder != same_message(MessageKind.REMINDER_APPOINTMENT, about, "2027-01-05")
    assert reminder != same_message(MessageKind.PLACE_OFFER, about, "2027-01-04")


def test_a_message_that_is_no_longer_true_is_taken_back(database: Database) -> None:
    with database.unit() as unit:
        post(unit, a_message())
        assert withdraw(unit, UUID(int=1))
        assert not withdraw(unit, UUID(int=1))
