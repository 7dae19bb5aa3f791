"""What a coach reads, posts and sends once more of the messages to clients; and what nobody else gets to see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.message import OPENS_ACCOUNT, Channel, Message, MessageKind, Standing
from gouden_poort.services.outbox import letter, mark_posted, read, send_again, sent_about
from gouden_poort.services.ports import UnitOfWorkFactory
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER, a_kept_dossier
from tests.letters import a_message_of

ONE = UUID(int=1)
ADMINISTRATOR = Actor(account_id=UUID(int=14), role=Role.ADMINISTRATOR, organisation_id=HERE)
COUNSELLOR = Actor(account_id=UUID(int=15), role=Role.COUNSELLOR, organisation_id=HERE)
CITIZEN = Actor(account_id=UUID(int=16), role=Role.CITIZEN)
OTHERS = (COLLEAGUE, STRANGER, ADMINISTRATOR, COUNSELLOR, CITIZEN)
LETTER = {"channel": Channel.LETTER, "to": "Voorbeeld Een\nVoorbeeldstraat 1"}
FAILED = {"next_try": None, "tries": 6, "failure": "550"}
SEEING: tuple[Callable[[UnitOfWorkFactory, Actor, UUID, datetime], object], ...] = (
    read,
    letter,
    mark_posted,
    send_again,
)


def keep(database: Database, kind: MessageKind = MessageKind.CITIZEN_INVITATION, **told: Any) -> Message:
    """A message about a client of the coach, unless told otherwise."""
    dossier = a_kept_dossier(database) if "dossier_id" not in told else None
    usual = {"dossier_id": dossier.id if dossier else None, "organisation_id": HERE}
    message = a_message_of(kind, **(usual | told))
    with database.unit() as unit:
        unit.outbox.add(message)
        unit.commit()
    return message


def now(database: Database) -> Message:
    with database.unit() as unit:
        found = unit.outbox.find(ONE)
    assert found is not None
    return found


def deeds(database: Database) -> list[tuple[str, str]]:
    with database.unit() as unit:
        return [(each.deed, each.why) for each in unit.trail.after(0, 9)]


def test_a_coach_opens_a_letter_to_an_own_client_also_with_a_link_that_lets_in(database: Database) -> None:
    kept = keep(database, **LETTER)
    assert letter(database.unit, COACH, ONE, MORNING) == kept
    assert deeds(database) == [("read_message", "guidance")]


def test_of_a_letter_that_was_posted_only_that_is_kept(database: Database) -> None:
    kept = keep(database, **LETTER)
    mark_posted(database.unit, COACH, ONE, MORNING)
    assert kept.dossier_id is not None
    with database.unit() as unit:
        assert sent_about(unit, kept.dossier_id, MORNING) == [kept.sent(MORNING)]
    assert deeds(database) == [("send_message", "guidance")]
    with pytest.raises(UnknownThing):
        letter(database.unit, COACH, ONE, MORNING)


@pytest.mark.parametrize("kind", MessageKind)
def test_a_mail_that_lets_in_whoever_has_it_is_read_by_no_colleague(database: Database, kind: MessageKind) -> None:
    kept = keep(database, kind)
    if kind in OPENS_ACCOUNT:
        with pytest.raises(NotAllowed):
            read(database.unit, COACH, ONE, MORNING)
        assert deeds(database) == []
    else:
        assert read(database.unit, COACH, ONE, MORNING) == kept


@pytest.mark.parametrize("actor", OTHERS, ids=lambda each: each.role)
@pytest.mark.parametrize("deed", SEEING, ids=lambda each: each.__name__)
@pytest.mark.parametrize("told", [LETTER, FAILED], ids=["letter", "mail"])
def test_nobody_else_does_anything_with_it(
    database: Database, actor: Actor, deed: Callable[..., object], told: dict[str, Any]
) -> None:
    kept = keep(database, MessageKind.HANDED_OVER, **told)
    with pytest.raises(NotAllowed):
        deed(database.unit, actor, ONE, MORNING)
    assert now(database) == kept
    assert deeds(database) == []


@pytest.mark.parametrize("deed", SEEING, ids=lambda each: each.__name__)
def test_who_stopped_sharing_is_not_read_about(database: Database, deed: Callable[..., object]) -> None:
    dossier = a_kept_dossier(database, lines=(Line.MESSAGES,))
    keep(database, **LETTER, dossier_id=dossier.id)
    with pytest.raises(NotAllowed):
        deed(database.unit, COACH, ONE, MORNING)


@pytest.mark.parametrize("told", [{}, {**LETTER, "sent_at": MORNING, "next_try": None}], ids=["mail", "posted"])
@pytest.mark.parametrize("deed", [letter, mark_posted], ids=lambda each: each.__name__)
def test_what_is_no_letter_to_post_is_not_there(
    database: Database, told: dict[str, Any], deed: Callable[..., object]
) -> None:
    keep(database, MessageKind.HANDED_OVER, **told)
    with pytest.raises(UnknownThing):
        deed(database.unit, COACH, ONE, MORNING)
    with pytest.raises(NotAllowed):
        deed(database.unit, COACH, UUID(int=2), MORNING)


@pytest.mark.parametrize("told", [FAILED, {"claimed_at": MORNING - timedelta(hours=1), "tries": 1}])
def test_a_mail_that_did_not_arrive_is_tried_once_more(database: Database, told: dict[str, Any]) -> None:
    keep(database, MessageKind.HANDED_OVER, **told)
    send_again(database.unit, COACH, ONE, MORNING)
    found = now(database)
    assert (found.standing(MORNING), found.tries, found.next_try) == (Standing.WAITING, 0, MORNING)
    assert deeds(database) == [("send_message", "guidance")]


@pytest.mark.parametrize("told", [{}, LETTER, {**FAILED, "useless_after": MORNING}, {"claimed_at": MORNING}])
def test_what_waits_or_would_only_confuse_is_not_tried_again(database: Database, told: dict[str, Any]) -> None:
    kept = keep(database, MessageKind.HANDED_OVER, **told)
    with pytest.raises(UnknownThing):
        send_again(database.unit, COACH, ONE, MORNING)
    assert now(database) == kept


def test_an_administrator_sends_again_what_goes_to_a_colleague_and_reads_nothing(database: Database) -> None:
    keep(database, MessageKind.REFERRAL_RECEIVED, dossier_id=None, account_id=COACH.account_id, **FAILED)
    with pytest.raises(NotAllowed):
        read(database.unit, ADMINISTRATOR, ONE, MORNING)
    with pytest.raises(NotAllowed):
        send_again(database.unit, COACH, ONE, MORNING)
    send_again(database.unit, ADMINISTRATOR, ONE, MORNING)
    assert deeds(database) == [("send_message", "access")]


def test_a_coach_reads_what_a_colleague_of_the_house_answered(database: Database) -> None:
    kept = keep(database, MessageKind.REQUEST_ANSWER, dossier_id=None)
    assert read(database.unit, COLLEAGUE, ONE, MORNING) == kept
    for actor in (STRANGER, ADMINISTRATOR, COUNSELLOR, CITIZEN):
        with pytest.raises(NotAllowed):
            read(database.unit, actor, ONE, MORNING)
