"""Somebody who is proposed is told at once and once more near the last day, by the ways that reach their own yes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.profiles.people.proposal import Proposal
from gouden_poort.services.dossiers import sharing
from gouden_poort.services.dossiers.opening import Opened
from gouden_poort.services.employers import proposing
from gouden_poort.services.employers.telling import tell_of_proposal
from gouden_poort.services.offering import seats
from tests.databases import Database
from tests.dossiers import COACH, MORNING, a_kept_dossier
from tests.employers import a_proposal
from tests.referrals import keep_colleagues
from tests.services.employers.test_proposing import CITIZEN

FIRST, AGAIN = MessageKind.PROPOSAL_TO_ANSWER, MessageKind.PROPOSAL_REMINDER
NEAR = datetime(2026, 12, 14, 8, tzinfo=UTC)
"""Nine o'clock, a week before the last day."""


def proposed(database: Database, *, lines: tuple[Line, ...] = tuple(Line), days: int = 28, **told: Any) -> Proposal:
    """Somebody with an account, proposed to a company that is in a catalogue."""
    keep_colleagues(database)
    dossier = a_kept_dossier(database, lines=lines, **{"citizen_id": CITIZEN.account_id, **told})
    place = seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J1", seats=1, moment=MORNING)
    made = a_proposal(dossier, place, until=MORNING.date() + timedelta(days=days))
    with database.unit(COACH) as unit:
        unit.proposals.add(made)
        whom = Opened(dossier=dossier, consents=tuple(unit.consents.of(dossier.id)))
        tell_of_proposal(unit, whom, made, lambda language: f"https://poort.example/{language}/mijn-voorstellen")
        unit.commit()
    return made


def posted(database: Database, made: Proposal) -> list[Message]:
    with database.unit() as unit:
        found = [*unit.outbox.unsent_about(made.dossier_id), *unit.outbox.sent_about(made.dossier_id, MORNING)]
    return sorted(found, key=lambda each: (each.due, each.channel))


def ways(database: Database, made: Proposal) -> list[tuple[MessageKind, Channel, datetime]]:
    return [(each.kind, each.channel, each.due) for each in posted(database, made)]


def test_it_is_told_at_once_and_mailed_again_a_week_before_the_end(database: Database) -> None:
    made = proposed(database, language="ar")
    assert ways(database, made) == [
        (FIRST, Channel.MAIL, MORNING),
        (FIRST, Channel.SCREEN, MORNING),
        (AGAIN, Channel.MAIL, NEAR),
    ]
    mail, _screen, again = posted(database, made)
    facts = {"answer_by": "2026-12-21", "link": "https://poort.example/ar/mijn-voorstellen"}
    assert (dict(mail.facts), dict(again.facts)) == ({**facts, "coach": "Voorbeeld Collega 11"}, facts)
    assert {mail.useless_after, again.useless_after} == {datetime(2026, 12, 21, 23, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"lines": (Line.COACH_SEES_DOSSIER,)}, [(FIRST, Channel.SCREEN)]),
        ({"email": ""}, [(FIRST, Channel.SCREEN)]),
        ({"citizen_id": None}, []),
        ({"days": 5}, [(FIRST, Channel.MAIL), (FIRST, Channel.SCREEN)]),
    ],
    ids=["no messages", "no address", "no account", "too near to remind"],
)
def test_nobody_is_told_in_a_way_they_did_not_allow_or_that_leads_nowhere(
    database: Database, told: dict[str, Any], found: list[tuple[MessageKind, Channel]]
) -> None:
    assert [(kind, channel) for kind, channel, _due in ways(database, proposed(database, **told))] == found


@pytest.mark.parametrize("answered", ["yes", "no", "taken back"])
def test_after_an_answer_nothing_is_mailed_any_more(database: Database, answered: str) -> None:
    made = proposed(database)
    if answered == "taken back":
        proposing.withdraw(database.unit, COACH, made.dossier_id, made.id, MORNING)
    else:
        proposing.answer(database.unit, CITIZEN, made.id, yes=answered == "yes", moment=MORNING)
    assert ways(database, made) == [(FIRST, Channel.SCREEN, MORNING)]


@pytest.mark.parametrize("line", [Line.MESSAGES, Line.COACH_SEES_DOSSIER])
def test_who_wants_no_messages_or_no_coach_any_more_is_not_reminded(database: Database, line: Line) -> None:
    made = proposed(database)
    sharing.stop(database.unit, CITIZEN, made.dossier_id, line, MORNING)
    assert ways(database, made) == [(FIRST, Channel.SCREEN, MORNING)]
