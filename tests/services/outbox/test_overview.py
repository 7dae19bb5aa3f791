"""The list of the outbox: who sees which messages, on which shelf they lie, and never what they say."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line as Shared
from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.services.outbox import Line, Shelf, overview
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, HERE, MORNING, STRANGER, a_kept_dossier
from tests.letters import FACTS, a_message_of
from tests.referrals import keep_colleagues

ADMINISTRATOR = Actor(account_id=UUID(int=14), role=Role.ADMINISTRATOR, organisation_id=HERE)
LETTER = {"channel": Channel.LETTER, "to": "Voorbeeld Een\nVoorbeeldstraat 1"}


def keep(database: Database, kind: MessageKind = MessageKind.HANDED_OVER, **told: Any) -> UUID:
    message = a_message_of(kind, **({"id": uuid4(), "organisation_id": HERE} | told))
    with database.unit() as unit:
        unit.outbox.add(message)
        unit.commit()
    return message.id


def seen(database: Database, actor: Actor) -> list[Line]:
    return [line for lines in overview(database.unit, actor, MORNING).values() for line in lines]


@pytest.mark.parametrize(
    ("told", "shelf"),
    [
        ({}, Shelf.WAITING),
        ({"claimed_at": MORNING, "tries": 1}, Shelf.WAITING),
        ({"claimed_at": MORNING - timedelta(hours=1), "tries": 1}, Shelf.FAILED),
        ({"next_try": None, "tries": 6, "failure": "550"}, Shelf.FAILED),
        ({"useless_after": MORNING}, Shelf.FAILED),
        (LETTER, Shelf.TO_POST),
        ({**LETTER, "useless_after": MORNING}, Shelf.FAILED),
        ({"sent_at": MORNING, "next_try": None}, Shelf.SENT),
    ],
)
def test_a_message_lies_where_it_is_plain_what_to_do(database: Database, told: dict[str, Any], shelf: Shelf) -> None:
    dossier = a_kept_dossier(database)
    kept = keep(database, dossier_id=dossier.id, **told)
    found = overview(database.unit, COACH, MORNING)
    assert {each: [line.id for line in lines] for each, lines in found.items() if lines} == {shelf: [kept]}
    assert found[shelf][0].to == dossier.name


def test_what_went_out_stays_for_a_month(database: Database) -> None:
    dossier = a_kept_dossier(database)
    for days in (29, 31):
        keep(database, dossier_id=dossier.id, sent_at=MORNING - timedelta(days=days), next_try=None, facts={})
    assert [line.sent_at for line in seen(database, COACH)] == [MORNING - timedelta(days=29)]


def test_a_line_tells_nothing_of_what_a_message_says(database: Database) -> None:
    dossier = a_kept_dossier(database)
    for kind in MessageKind:
        keep(database, kind, dossier_id=dossier.id)
    lines = seen(database, COACH)
    assert len(lines) == len(MessageKind)
    told = " ".join(str(getattr(line, field.name)) for line in lines for field in fields(line))
    assert [text for facts in FACTS.values() for text in facts.values() if len(text) > 5 and text in told] == []
    assert "een@voorbeeld.example" not in told


def test_a_coach_sees_what_is_about_own_clients_and_what_the_house_answered(database: Database) -> None:
    own = keep(database, dossier_id=a_kept_dossier(database).id)
    answer = keep(database, MessageKind.REQUEST_ANSWER)
    theirs = keep(database, dossier_id=a_kept_dossier(database, coach_id=COLLEAGUE.account_id).id)
    keep(database, dossier_id=a_kept_dossier(database, lines=(Shared.MESSAGES,)).id)
    keep(database, dossier_id=a_kept_dossier(database, organisation_id=ELSEWHERE).id)
    keep(database, MessageKind.REFERRAL_RECEIVED, account_id=COACH.account_id)
    keep(database, MessageKind.SIGN_IN_LINK, organisation_id=None, account_id=uuid4())
    assert {line.id for line in seen(database, COACH)} == {own, answer}
    assert {line.id for line in seen(database, COLLEAGUE)} == {theirs, answer}
    assert seen(database, STRANGER) == []


def test_an_administrator_sees_what_goes_to_colleagues_and_nothing_about_citizens(database: Database) -> None:
    keep_colleagues(database)
    keep(database, dossier_id=a_kept_dossier(database).id)
    keep(database, MessageKind.REQUEST_ANSWER)
    keep(database, MessageKind.REFERRAL_RECEIVED, account_id=STRANGER.account_id, organisation_id=ELSEWHERE)
    keep(database, MessageKind.SIGN_IN_LINK, organisation_id=None, account_id=uuid4())
    told = keep(database, MessageKind.REFERRAL_RECEIVED, account_id=COACH.account_id)
    (line,) = seen(database, ADMINISTRATOR)
    assert (line.id, line.to, line.may_read) == (told, "Voorbeeld Collega 11", False)


@pytest.mark.parametrize("role", [Role.CITIZEN, Role.COUNSELLOR, Role.EDITOR])
def test_others_have_no_such_list(database: Database, role: Role) -> None:
    with pytest.raises(NotAllowed):
        overview(database.unit, Actor(account_id=uuid4(), role=role, organisation_id=HERE), MORNING)


def test_without_any_filter_the_database_shows_colleagues_no_more_than_that(postgres_database: Database) -> None:
    database = postgres_database
    keep_colleagues(database)
    own = keep(database, dossier_id=a_kept_dossier(database).id)
    keep(database, dossier_id=a_kept_dossier(database, coach_id=COLLEAGUE.account_id).id)
    answer = keep(database, MessageKind.REQUEST_ANSWER)
    to_coach = keep(database, MessageKind.REFERRAL_RECEIVED, account_id=COACH.account_id)
    keep(database, MessageKind.RESET, account_id=STRANGER.account_id, organisation_id=ELSEWHERE)
    for actor, expected in ((COACH, {own, answer, to_coach}), (ADMINISTRATOR, {to_coach})):
        with database.unit(actor) as unit:
            assert {each.id for each in unit.outbox.unsent()} == expected
