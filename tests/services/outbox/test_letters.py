from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from gouden_poort.errors import GoudenPoortError, NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.message import Channel, Message
from gouden_poort.services.outbox import letter, mark_posted, sent_about, unsent_about
from tests.builders import a_message
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier

ONE = UUID(int=1)


def keep_letter(database: Database, **told: Any) -> Message:
    dossier = a_kept_dossier(database)
    usual = {"dossier_id": dossier.id, "channel": Channel.LETTER, "to": "Voorbeeld Een\nVoorbeeldstraat 1"}
    message = a_message(**(usual | told))
    with database.unit() as unit:
        unit.outbox.add(message)
        unit.commit()
    return message


def dossier_of(message: Message) -> UUID:
    assert message.dossier_id is not None
    return message.dossier_id


def test_a_coach_opens_a_letter_to_an_own_client(database: Database) -> None:
    kept = keep_letter(database)
    assert letter(database.unit, COACH, dossier_of(kept), ONE) == kept
    assert unsent_about(database.unit, COACH, dossier_of(kept)) == [kept]


def test_of_a_letter_that_was_posted_only_that_is_kept(database: Database) -> None:
    kept = keep_letter(database)
    mark_posted(database.unit, COACH, dossier_of(kept), ONE, MORNING)
    with database.unit() as unit:
        assert sent_about(unit, dossier_of(kept), MORNING) == [kept.sent(MORNING)]
    assert unsent_about(database.unit, COACH, dossier_of(kept)) == []


@pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER])
def test_nobody_else_opens_posts_or_lists_it(database: Database, actor: Actor) -> None:
    kept = keep_letter(database)
    with pytest.raises(GoudenPoortError):
        letter(database.unit, actor, dossier_of(kept), ONE)
    with pytest.raises(GoudenPoortError):
        mark_posted(database.unit, actor, dossier_of(kept), ONE, MORNING)
    with pytest.raises(NotAllowed):
        unsent_about(database.unit, actor, dossier_of(kept))
    with database.unit() as unit:
        assert unit.outbox.find(ONE) == kept


@pytest.mark.parametrize(
    "told", [{"channel": Channel.MAIL}, {"sent_at": MORNING, "next_try": None}, {"dossier_id": None}]
)
def test_what_is_no_letter_to_post_is_not_there(database: Database, told: dict[str, object]) -> None:
    dossier = a_kept_dossier(database)
    keep_letter(database, **({"dossier_id": dossier.id} | told))
    with pytest.raises(UnknownThing):
        letter(database.unit, COACH, dossier.id, ONE)
    with pytest.raises(UnknownThing):
        mark_posted(database.unit, COACH, dossier.id, UUID(int=2), MORNING)


def test_a_letter_is_only_at_the_dossier_that_it_is_about(database: Database) -> None:
    kept, other = keep_letter(database), a_kept_dossier(database)
    with pytest.raises(UnknownThing):
        letter(database.unit, COACH, other.id, ONE)
    with pytest.raises(UnknownThing):
        mark_posted(database.unit, COACH, other.id, ONE, MORNING)
    assert unsent_about(database.unit, COACH, dossier_of(kept)) == [kept]
