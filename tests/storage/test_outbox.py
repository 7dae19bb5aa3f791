from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from tests.builders import a_message
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, a_dossier

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DOSSIER, ACCOUNT = UUID(int=77), UUID(int=88)


def keep(database: Database, *messages: Message) -> None:
    """Keep messages, and first the dossiers that they are about."""
    with database.unit() as unit:
        for dossier_id in {message.dossier_id for message in messages} - {None}:
            unit.dossiers.add(a_dossier(id=dossier_id, assessment_id=unit.assessments.start(NOON)))
        for message in messages:
            unit.outbox.add(message)
        unit.commit()


def to_send(database: Database, most: int = 10) -> list[int]:
    with database.unit() as unit:
        return [message.id.int for message in unit.outbox.mails_to_send(NOON, most)]


@pytest.mark.parametrize("kind", MessageKind)
def test_a_message_comes_back_whole(database: Database, kind: MessageKind) -> None:
    message = a_message(
        kind=kind,
        channel=Channel.LETTER,
        language="ti",
        to="Één\nTwee ' % :x",
        facts={"answer": "é 🔧\n' % :x", "dutch": ""},
        useless_after=NOON + MINUTE,
        organisation_id=UUID(int=3),
        dossier_id=DOSSIER,
        account_id=ACCOUNT,
        tries=2,
        claimed_at=NOON,
        failure="451",
    )
    keep(database, message)
    with database.unit() as unit:
        assert unit.outbox.find(message.id) == message


def test_a_message_that_is_not_there_is_not_found(database: Database) -> None:
    with database.unit() as unit:
        assert unit.outbox.find(UUID(int=9)) is None


def test_the_same_id_is_one_message_with_the_words_of_the_first(database: Database) -> None:
    keep(database, a_message())
    with database.unit() as unit:
        assert unit.outbox.add(a_message(to="ander@voorbeeld.example")) == a_message()
        assert len(unit.outbox.unsent()) == 1


def test_what_is_to_be_sent_is_mail_of_now_that_nobody_is_sending(database: Database) -> None:
    keep(
        database,
        a_message(id=UUID(int=1), next_try=NOON),
        a_message(id=UUID(int=2), next_try=NOON - MINUTE),
        a_message(id=UUID(int=3), next_try=NOON + timedelta(seconds=1)),
        a_message(id=UUID(int=4), next_try=None),
        a_message(id=UUID(int=5), claimed_at=NOON),
        a_message(id=UUID(int=6), channel=Channel.LETTER),
        a_message(id=UUID(int=7), sent_at=NOON),
    )
    assert to_send(database) == [2, 1]
    assert to_send(database, most=1) == [2]


def test_one_sender_gets_a_message_and_the_other_does_not(database: Database) -> None:
    keep(database, a_message())
    with database.unit() as one:
        claimed = one.outbox.claim(a_message(), NOON)
        one.commit()
    with database.unit() as other:
        assert other.outbox.claim(a_message(), NOON) is None
        assert other.outbox.find(UUID(int=1)) == claimed == a_message(tries=1, claimed_at=NOON)


@pytest.mark.parametrize(
    "meanwhile",
    [{"sent_at": NOON}, {"claimed_at": NOON}, {"next_try": None}, {"next_try": NOON + MINUTE}, {"tries": 1}],
)
def test_a_message_that_changed_meanwhile_stays_as_it_is(database: Database, meanwhile: dict[str, object]) -> None:
    keep(database, a_message(**meanwhile))
    with database.unit() as unit:
        assert not unit.outbox.change(a_message(), a_message().given_up("550"))
        assert unit.outbox.find(UUID(int=1)) == a_message(**meanwhile)


def test_what_was_not_sent_is_told_oldest_first(database: Database) -> None:
    keep(
        database,
        a_message(id=UUID(int=1), due=NOON + MINUTE),
        a_message(id=UUID(int=2), next_try=None),
        a_message(id=UUID(int=3), sent_at=NOON),
        a_message(id=UUID(int=4), channel=Channel.SCREEN),
    )
    with database.unit() as unit:
        assert [message.id.int for message in unit.outbox.unsent()] == [2, 1]


def test_what_was_sent_about_a_dossier_is_told_with_the_last_one_first(database: Database) -> None:
    keep(
        database,
        a_message(id=UUID(int=1), dossier_id=DOSSIER, sent_at=NOON - MINUTE),
        a_message(id=UUID(int=2), dossier_id=DOSSIER, sent_at=NOON),
        a_message(id=UUID(int=3), dossier_id=DOSSIER),
        a_message(id=UUID(int=4), dossier_id=DOSSIER, sent_at=NOON + MINUTE),
        a_message(id=UUID(int=5), dossier_id=UUID(int=5), sent_at=NOON),
    )
    with database.unit() as unit:
        assert [message.id.int for message in unit.outbox.sent_about(DOSSIER, NOON)] == [2, 1]


def test_what_was_not_sent_about_a_dossier_is_told(database: Database) -> None:
    keep(
        database,
        a_message(id=UUID(int=1), dossier_id=DOSSIER),
        a_message(id=UUID(int=2), dossier_id=DOSSIER, sent_at=NOON),
        a_message(id=UUID(int=3), dossier_id=DOSSIER, due=NOON - MINUTE, next_try=None),
        a_message(id=UUID(int=4), dossier_id=UUID(int=5)),
    )
    with database.unit() as unit:
        assert [message.id.int for message in unit.outbox.unsent_about(DOSSIER)] == [3, 1]


def test_the_second_lock_hides_messages_of_others(postgres_database: Database) -> None:
    database = postgres_database
    keep(database, a_message(dossier_id=DOSSIER), a_message(id=UUID(int=2), account_id=COLLEAGUE.account_id))
    for actor, sees in ((COACH, 1), (COLLEAGUE, 2)):
        with SQLUnitOfWork(database.engine, actor) as unit:
            assert [message.id.int for message in unit.outbox.unsent()] == [sees]


def test_anyone_who_is_signed_in_may_write_to_somebody_else(postgres_database: Database) -> None:
    with SQLUnitOfWork(postgres_database.engine, COACH) as unit:
        unit.outbox.add(a_message(account_id=COLLEAGUE.account_id))
        unit.commit()
    with postgres_database.unit() as unit:
        assert len(unit.outbox.unsent()) == 1


def test_someone_reads_own_messages_once_they_are_due(database: Database) -> None:
    mine = a_message(channel=Channel.SCREEN, account_id=ACCOUNT)
    keep(
        database,
        mine,
        replace(mine, id=UUID(int=2), due=NOON + MINUTE),
        replace(mine, id=UUID(int=3), channel=Channel.MAIL),
        replace(mine, id=UUID(int=4), account_id=UUID(int=4)),
    )
    with database.unit() as unit:
        assert list(unit.outbox.on_screen_of(ACCOUNT, NOON)) == [mine]


@pytest.mark.parametrize(
    ("state", "goes"),
    [({}, True), ({"next_try": None}, True), ({"claimed_at": NOON}, False), ({"sent_at": NOON}, False)],
)
def test_only_what_nobody_sent_is_taken_back(database: Database, state: dict[str, object], goes: bool) -> None:
    keep(database, a_message(**state))
    with database.unit() as unit:
        assert unit.outbox.remove(UUID(int=1)) is goes
        assert (unit.outbox.find(UUID(int=1)) is None) is goes


def test_all_about_a_dossier_goes_together(database: Database) -> None:
    keep(database, a_message(dossier_id=DOSSIER, sent_at=NOON), a_message(id=UUID(int=2)))
    with database.unit() as unit:
        assert unit.outbox.remove_about(DOSSIER) == 1
        assert unit.outbox.find(UUID(int=2)) == a_message(id=UUID(int=2))


def test_what_nobody_sent_goes_when_it_was_useless_by_then(database: Database) -> None:
    keep(
        database,
        a_message(id=UUID(int=1), useless_after=NOON + MINUTE),
        a_message(id=UUID(int=2), useless_after=NOON),
        a_message(id=UUID(int=3), useless_after=NOON, next_try=None, sent_at=NOON),
    )
    with database.unit() as unit:
        assert unit.outbox.remove_unsent_due_until(NOON) == 1
        assert unit.outbox.find(UUID(int=2)) is None


def test_what_was_given_up_or_stuck_goes_after_its_time_and_what_waits_stays(database: Database) -> None:
    keep(
        database,
        a_message(id=UUID(int=1)),
        a_message(id=UUID(int=2), next_try=None),
        a_message(id=UUID(int=3), claimed_at=NOON),
        a_message(id=UUID(int=4), next_try=None, due=NOON + MINUTE),
        a_message(id=UUID(int=5), next_try=None, sent_at=NOON),
    )
    with database.unit() as unit:
        assert unit.outbox.remove_unsent_due_until(NOON) == 2
        assert [number for number in range(1, 6) if unit.outbox.find(UUID(int=number))] == [1, 4, 5]
