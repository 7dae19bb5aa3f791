"""Stopping with sharing blocks the coach at the next request; saying yes again opens the dossier again."""

from __future__ import annotations

from uuid import uuid4

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line
from gouden_poort.services.dossiers.sharing import consents_of, share_again, stop
from gouden_poort.services.dossiers.today import Shelf, todos
from gouden_poort.services.dossiers.viewing import view
from tests.databases import Database
from tests.dossiers import COACH, MORNING, a_kept_dossier

CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)


def test_the_next_request_of_the_coach_is_refused(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id)
    view(sqlite_database.unit, COACH, dossier.id, MORNING)
    stop(sqlite_database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
    with pytest.raises(NotAllowed):
        view(sqlite_database.unit, COACH, dossier.id, MORNING)
    assert not todos(sqlite_database.unit, COACH, MORNING.date())[Shelf.NEW]


def test_sharing_again_opens_it_again_and_both_stay_readable(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(
        sqlite_database,
        citizen_id=CITIZEN.account_id,
    )
    stop(sqlite_database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
    for _ in range(2):
        share_again(sqlite_database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, language="ar", moment=MORNING)
    assert view(sqlite_database.unit, COACH, dossier.id, MORNING).notes == []
    lines = [each.line for each in consents_of(sqlite_database.unit, CITIZEN, dossier.id)]
    assert lines.count(Line.COACH_SEES_DOSSIER) == 2


def test_only_the_citizen_says_yes_or_no(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id)
    with pytest.raises(NotAllowed):
        stop(sqlite_database.unit, COACH, dossier.id, Line.MESSAGES, MORNING)
    with pytest.raises(NotAllowed):
        share_again(sqlite_database.unit, COACH, dossier.id, Line.MESSAGES, language="nl", moment=MORNING)
