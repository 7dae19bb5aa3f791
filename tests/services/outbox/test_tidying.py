from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.people.message import KEPT_AFTER_GIVING_UP, KEPT_FOR_ONCE, Message, MessageKind
from gouden_poort.services.outbox import forget_for_once, forget_given_up, sent_about, try_again, waiting_or_failed
from tests.builders import a_message
from tests.databases import Database
from tests.dossiers import a_kept_dossier

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def keep(database: Database, message: Message) -> None:
    with database.unit() as unit:
        unit.outbox.add(message)
        unit.commit()


@pytest.mark.parametrize("state", [{}, {"sent_at": NOON, "next_try": None}, {"claimed_at": NOON}])
def test_what_waits_is_under_way_or_was_sent_is_not_sent_again(database: Database, state: dict[str, object]) -> None:
    keep(database, a_message(**state))
    with pytest.raises(UnknownThing):
        try_again(database.unit, UUID(int=1), NOON)


def test_what_is_in_doubt_may_be_sent_again_by_a_person(database: Database) -> None:
    keep(database, a_message(claimed_at=NOON - timedelta(hours=1), tries=1))
    try_again(database.unit, UUID(int=1), NOON)
    assert waiting_or_failed(database.unit) == [a_message()]


def test_what_nobody_knows_cannot_be_sent_again(database: Database) -> None:
    with pytest.raises(UnknownThing):
        try_again(database.unit, UUID(int=1), NOON)


def test_what_was_given_up_is_kept_for_thirty_days(database: Database) -> None:
    keep(database, a_message(next_try=None))
    assert forget_given_up(database.unit, NOON + KEPT_AFTER_GIVING_UP - timedelta(seconds=1)) == 0
    assert forget_given_up(database.unit, NOON + KEPT_AFTER_GIVING_UP) == 1
    assert waiting_or_failed(database.unit) == []


def test_the_timeline_of_a_dossier_has_what_was_sent(database: Database) -> None:
    dossier = a_kept_dossier(database)
    sent = a_message(dossier_id=dossier.id, next_try=None).sent(NOON)
    keep(database, sent)
    with database.unit() as unit:
        assert sent_about(unit, dossier.id, NOON) == [sent]


@pytest.mark.parametrize("state", [{}, {"claimed_at": NOON}, {"sent_at": NOON, "next_try": None}, {"next_try": None}])
def test_a_mail_to_an_address_for_once_leaves_no_trace_after_a_day(
    database: Database, state: dict[str, object]
) -> None:
    keep(database, a_message(kind=MessageKind.RESUME_CODE, **state))
    keep(database, a_message(id=UUID(int=2), **state))
    assert forget_for_once(database.unit, NOON + KEPT_FOR_ONCE - timedelta(seconds=1)) == 0
    assert forget_for_once(database.unit, NOON + KEPT_FOR_ONCE) == 1
    with database.unit() as unit:
        assert (unit.outbox.find(UUID(int=1)), unit.outbox.find(UUID(int=2)) is None) == (None, False)
