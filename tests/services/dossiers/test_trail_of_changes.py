"""Every change that a coach makes in a dossier stands in the audit trail: who, what and why; and once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.services.dossiers import noting, planning
from gouden_poort.services.dossiers.planning import Proposed
from tests.databases import Database
from tests.dossiers import COACH, MORNING, a_kept_dossier, a_note, an_agreement

CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)
SOON = MORNING.date() + timedelta(weeks=1)
FORM = UUID(int=5)
Change = Callable[[Database, Dossier], object]


def talk(database: Database, dossier: Dossier) -> None:
    proposed = [Proposed(text="Bel de school", doer=Doer.CITIZEN, due_on=SOON)]
    planning.agree(database.unit, COACH, dossier.id, proposed, next_contact_on=SOON, moment=MORNING, form_id=FORM)


def move(database: Database, dossier: Dossier) -> None:
    planning.move_to(database.unit, COACH, dossier.id, DossierState.PAUSED, MORNING)


def settle(database: Database, dossier: Dossier, actor: Actor = COACH) -> None:
    agreement = an_agreement(dossier, id=UUID(int=6))
    with database.unit() as unit:
        if unit.agreements.find(agreement.id) is None:
            unit.agreements.add(agreement)
        unit.commit()
    planning.mark_done(database.unit, actor, agreement.id, MORNING)


def drop(database: Database, dossier: Dossier) -> None:
    agreement = an_agreement(dossier)
    with database.unit() as unit:
        unit.agreements.add(agreement)
        unit.commit()
    planning.drop(database.unit, COACH, agreement.id, MORNING)


def note(database: Database, dossier: Dossier) -> None:
    noting.write(database.unit, COACH, dossier.id, "een", visible=False, moment=MORNING, form_id=FORM)


def note_again(database: Database, dossier: Dossier) -> None:
    kept = a_note(dossier)
    with database.unit() as unit:
        unit.notes.add(kept)
        unit.commit()
    noting.rewrite(database.unit, COACH, kept.id, "twee", visible=True, version=kept.version, moment=MORNING)


def written_down(database: Database, dossier: Dossier) -> list[tuple[UUID | None, str, str]]:
    with database.unit() as unit:
        return [(each.account_id, each.deed, each.why) for each in unit.trail.about(dossier.pseudonym)]


@pytest.mark.parametrize("change", [talk, move, settle, drop, note, note_again], ids=lambda each: each.__name__)
def test_a_change_of_a_coach_is_written_down(database: Database, change: Change) -> None:
    dossier = a_kept_dossier(database)
    change(database, dossier)
    assert written_down(database, dossier) == [(COACH.account_id, "change_dossier", "guidance")]


@pytest.mark.parametrize("change", [talk, move, settle, note], ids=lambda each: each.__name__)
def test_the_same_form_twice_is_written_down_once(database: Database, change: Change) -> None:
    dossier = a_kept_dossier(database)
    change(database, dossier)
    change(database, dossier)
    assert len(written_down(database, dossier)) == 1


def test_what_citizens_do_is_written_down_as_theirs(database: Database) -> None:
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    planning.accept(database.unit, CITIZEN, dossier.id, MORNING)
    settle(database, dossier, CITIZEN)
    assert written_down(database, dossier) == [(CITIZEN.account_id, "own_dossier", "own")] * 2
