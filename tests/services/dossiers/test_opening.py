"""Opening a dossier: only for who has a right to it, and nobody learns which dossiers exist."""

from __future__ import annotations

from uuid import uuid4

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.opening import opened
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, STRANGER, a_kept_dossier


def test_a_coach_opens_a_dossier_of_the_own_caseload(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with sqlite_database.unit() as unit:
        assert opened(unit, COACH, Deed.SEE_DOSSIER, dossier.id).dossier == dossier


@pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER])
def test_nobody_opens_the_dossier_of_another_coach(sqlite_database: Database, actor: Actor) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with sqlite_database.unit() as unit, pytest.raises(NotAllowed):
        opened(unit, actor, Deed.SEE_DOSSIER, dossier.id)


def test_a_dossier_that_does_not_exist_is_refused_in_the_same_words(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    told = []
    for dossier_id in (dossier.id, uuid4()):
        with sqlite_database.unit() as unit, pytest.raises(NotAllowed) as refused:
            opened(unit, STRANGER, Deed.SEE_DOSSIER, dossier_id)
        told.append(str(refused.value))
    assert told[0] == told[1]


@pytest.mark.parametrize("deed", [Deed.SEE_DOSSIER, Deed.CHANGE_DOSSIER, Deed.HAND_OVER])
def test_who_stopped_sharing_is_no_longer_seen(sqlite_database: Database, deed: Deed) -> None:
    dossier = a_kept_dossier(sqlite_database, lines=(Line.MESSAGES,))
    with sqlite_database.unit() as unit, pytest.raises(NotAllowed):
        opened(unit, COACH, deed, dossier.id)
