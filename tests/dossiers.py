"""Dossiers for tests; every name says that it is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Agreement, Doer
from gouden_poort.profiles.people.bringing_in import Finding, Import, Remark
from gouden_poort.profiles.people.consent import Consent, Given, Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.note import Note
from gouden_poort.profiles.people.set_aside import SetAside
from tests.databases import Database

MORNING = datetime(2026, 11, 23, 8, 45, tzinfo=UTC)
HERE, ELSEWHERE = UUID(int=1), UUID(int=2)
COACH = Actor(account_id=UUID(int=11), role=Role.COACH, organisation_id=HERE)
COLLEAGUE = Actor(account_id=UUID(int=12), role=Role.COACH, organisation_id=HERE)
STRANGER = Actor(account_id=UUID(int=13), role=Role.COACH, organisation_id=ELSEWHERE)


def a_dossier(**told: Any) -> Dossier:
    """A dossier of a coach, before it is kept."""
    dossier = Dossier(
        id=uuid4(),
        pseudonym=uuid4(),
        organisation_id=HERE,
        coach_id=COACH.account_id,
        assessment_id=uuid4(),
        name="Voorbeeld Een",
        birth_date=date(1990, 1, 2),
        phone="06 12345678",
        email="een@voorbeeld.example",
        language="nl",
        registered_at=MORNING,
        state_since=MORNING.date(),
    )
    return replace(dossier, **told)


def a_kept_dossier(database: Database, *, lines: tuple[Line, ...] = tuple(Line), **told: Any) -> Dossier:
    """A dossier with an assessment, and a yes to these lines."""
    with database.unit() as unit:
        dossier = a_dossier(**{"assessment_id": unit.assessments.start(MORNING), **told})
        unit.dossiers.add(dossier)
        for line in lines:
            unit.consents.add(a_consent(dossier, line))
        unit.commit()
    return dossier


def a_consent(dossier: Dossier, line: Line = Line.COACH_SEES_DOSSIER) -> Consent:
    """A yes that was given when the dossier was made."""
    return Consent(
        id=uuid4(), dossier_id=dossier.id, line=line, given=Given.READ_ALOUD, language="nl", given_at=MORNING
    )


def an_import(**told: Any) -> Import:
    """A file with one person that was looked at, and a row that is wrong."""
    looked = Import(
        id=uuid4(),
        organisation_id=HERE,
        account_id=COACH.account_id,
        made_at=MORNING,
        fresh=1,
        alike=0,
        remarks=(Remark(row=3, finding=Finding.FAULT, column="name", code="missing"),),
    )
    return replace(looked, **told)


def a_note(dossier: Dossier, **told: Any) -> Note:
    """A note of the coach, for the coach alone."""
    note = Note(
        id=uuid4(),
        dossier_id=dossier.id,
        author_id=dossier.coach_id,
        written_at=MORNING,
        text="Een voorbeeld van een notitie.",
        visible=False,
    )
    return replace(note, **told)


def an_agreement(dossier: Dossier, **told: Any) -> Agreement:
    """Something that the citizen will do in a week."""
    agreement = Agreement(
        id=uuid4(),
        dossier_id=dossier.id,
        text="Een voorbeeld van een afspraak.",
        doer=Doer.CITIZEN,
        due_on=MORNING.date() + timedelta(weeks=1),
        made_at=MORNING,
        made_by=dossier.coach_id,
    )
    return replace(agreement, **told)


def a_set_aside(dossier: Dossier, **told: Any) -> SetAside:
    """A rule that the coach set aside."""
    found = SetAside(
        id=uuid4(),
        dossier_id=dossier.id,
        rule_id="een-regel",
        reason="Een voorbeeld van een reden die lang genoeg is.",
        made_by=dossier.coach_id,
        made_at=MORNING,
    )
    return replace(found, **told)
