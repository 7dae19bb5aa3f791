"""Registering a citizen: who is like them already, what they allow, six facts, and routes at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID, uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput, UnknownPlace
from gouden_poort.profiles.answering import check_answer
from gouden_poort.profiles.contact import fault_of_language, faults_of_contact, typed_contact
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Consent, Given, LegalGround, Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed, require_at_home
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services import assessments
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

ASKED_AT_ONCE = ("place", "birth_date", "dutch")
"""The questions whose answer a coach fills in at the first meeting, beside name, contact and language."""


Check = Callable[[str, object], Answer]
"""From the id of a question and what was typed to the answer as it is kept; InvalidInput, UnknownPlace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What was filled in about someone, as it is kept."""

    name: str
    phone: str
    email: str
    language: str
    answers: Mapping[str, Answer]
    lines: tuple[Line, ...]
    given: Given
    ground: LegalGround = LegalGround.CONSENT
    """On what the lines rest: a yes, unless a counsellor referred someone by law."""

    @property
    def birth_date(self) -> date:
        return date.fromisoformat(str(self.answers["birth_date"]))


def check_newcomer(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    given: Mapping[str, str],
    answers: Mapping[str, object],
    lines: Collection[str],
    *,
    languages: Collection[str],
    today: date,
    check: Check | None = None,
) -> Newcomer:
    """What was filled in, checked; InvalidInput names every fault. Without a yes to the first line there is no dossier.

    `check`: how an answer is checked, for who has many alike; without it each one is checked anew.
    `given`: name, phone, email, language, and `given` (how the yes was given). `answers`: by question, as typed.
    """
    texts = typed_contact(given)
    faults = [*faults_of_contact(texts), *fault_of_language(given.get("language", ""), languages)]
    if not texts["name"]:
        faults.append(FieldError(path="name", code="missing", given="", expected="a name"))
    if Line.COACH_SEES_DOSSIER not in lines:
        faults.append(FieldError(path="lines", code="missing", given="", expected=Line.COACH_SEES_DOSSIER.value))
    if given.get("given") not in list(Given):
        faults.append(FieldError(path="given", code="not_a_choice", given="", expected="how the yes was given"))
    checked: dict[str, Answer] = {}
    check = check or partial(check_first_answer, open_unit, snapshot, today)
    for name in ASKED_AT_ONCE:
        try:
            checked[name] = check(name, answers.get(name))
        except InvalidInput as wrong:
            faults += wrong.faults
        except UnknownPlace as unknown:
            faults.append(FieldError(path=name, code="unknown_id", given="", expected="a place", near=unknown.near))
    if faults:
        raise InvalidInput(faults)
    return Newcomer(
        name=texts["name"],
        phone=texts["phone"],
        email=texts["email"],
        language=given["language"],
        answers=checked,
        lines=tuple(line for line in Line if line in lines),
        given=Given(given["given"]),
    )


def add_dossier(
    unit: UnitOfWork,
    actor: Actor,
    newcomer: Newcomer,
    moment: datetime,
    *,
    assessment_id: UUID | None = None,
    dossier_id: UUID | None = None,
    pseudonym: UUID | None = None,
) -> Dossier:
    """Keep a new dossier with its first answers and consents; the caller commits.

    `assessment_id`: answers that someone brought along. `pseudonym`: by which the trail names them already.
    """
    answers_id = assessment_id or unit.assessments.start(moment)
    for name, answer in newcomer.answers.items():
        unit.assessments.answer(answers_id, name, answer, moment)
    dossier = dossier_of(actor, newcomer, moment, assessment_id=answers_id, dossier_id=dossier_id, pseudonym=pseudonym)
    unit.dossiers.add(dossier)
    for consent in consents_of(dossier, newcomer):
        unit.consents.add(consent)
    return dossier


def dossier_of(
    actor: Actor,
    newcomer: Newcomer,
    moment: datetime,
    *,
    assessment_id: UUID,
    dossier_id: UUID | None = None,
    pseudonym: UUID | None = None,
) -> Dossier:
    """The dossier of someone whom this coach is to help, before it is kept."""
    organisation_id = require_at_home(actor, Deed.REGISTER)
    return Dossier(
        id=dossier_id or uuid4(),
        pseudonym=pseudonym or uuid4(),
        organisation_id=organisation_id,
        coach_id=actor.account_id,
        assessment_id=assessment_id,
        name=newcomer.name,
        birth_date=newcomer.birth_date,
        phone=newcomer.phone,
        email=newcomer.email,
        language=newcomer.language,
        registered_at=moment,
        state_since=dutch_day(moment),
    )


def consents_of(dossier: Dossier, newcomer: Newcomer) -> Sequence[Consent]:
    """What is shared from the first moment on."""
    return [
        Consent(
            id=uuid4(),
            dossier_id=dossier.id,
            line=line,
            given=newcomer.given,
            language=newcomer.language,
            given_at=dossier.registered_at,
            ground=newcomer.ground,
        )
        for line in newcomer.lines
    ]


def check_first_answer(open_unit: UnitOfWorkFactory, snapshot: Snapshot, today: date, name: str, raw: object) -> Answer:
    """An answer that has to be there, unless the question may stay open."""
    question = BY_ID[name]
    if raw in (None, "") and not question.needed:
        return None
    if raw is None:
        return check_answer(question, "", today=today)
    return assessments.check(open_unit, snapshot, name, raw, today=today)
