"""Changing who someone is and what they answered: never over what somebody else changed since it was shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput
from gouden_poort.profiles.contact import fault_of_language, faults_of_contact, typed_contact
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.typed import one_line, unfit
from gouden_poort.services import assessments
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.reminding import remind
from gouden_poort.services.dossiers.versions import keep
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.trail import record

MOST_LABELS, LONGEST_LABEL = 10, 40


def change_particulars(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    given: Mapping[str, str],
    *,
    version: int,
    languages: Collection[str],
    moment: datetime,
) -> Dossier:
    """Change name, phone, e-mail address, language and labels, which are typed with commas between them.

    ChangedMeanwhile holds the dossier as somebody else left it.
    """
    texts, labels = typed_contact(given), _labels(given.get("labels", ""))
    language = given.get("language", "")
    faults = [*faults_of_contact(texts), *fault_of_language(language, languages), *_faults_of_labels(labels)]
    if not texts["name"]:
        faults.append(FieldError(path="name", code="missing", given="", expected="a name"))
    if faults:
        raise InvalidInput(faults)
    with open_unit(actor) as unit:
        found = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id)
        dossier = found.dossier
        if dossier.version != version:
            raise ChangedMeanwhile("dossier", dossier)
        changed = keep(
            unit,
            replace(
                dossier,
                name=texts["name"],
                phone=texts["phone"],
                email=texts["email"],
                language=language,
                labels=labels,
            ),
        )
        remind(unit, changed, found.consents, moment)
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return changed


def _labels(typed: str) -> tuple[str, ...]:
    """Each label once; a bar would part them where they are kept."""
    return tuple(dict.fromkeys(label for each in typed.replace("|", " ").split(",") if (label := one_line(each))))


def _faults_of_labels(labels: tuple[str, ...]) -> Iterator[FieldError]:
    yield from unfit({"labels": max(labels, key=len, default="")}, {"labels": LONGEST_LABEL})
    if len(labels) > MOST_LABELS:
        expected = f"at most {MOST_LABELS} labels"
        yield FieldError(path="labels", code="out_of_range", given=str(len(labels)), expected=expected)


def seal_of(answer: Answer) -> str:
    """What a form holds of the answer that it showed, so that a change of somebody else meanwhile is seen."""
    written = json.dumps(answer, sort_keys=True, default=list)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def change_answer(  # noqa: PLR0917 - who changes which answer to what
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    actor: Actor,
    dossier_id: UUID,
    question_id: str,
    raw: object,
    *,
    seal: str,
    moment: datetime,
) -> Answer:
    """Keep an answer in the place of the one with this seal; ChangedMeanwhile holds the one that stands there now.

    InvalidInput, UnknownPlace and UnknownThing keep nothing.
    """
    today = dutch_day(moment)
    checked = assessments.check(open_unit, snapshot, question_id, raw, today=today)
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id).dossier
        unit.assessments.use(dossier.assessment_id, moment)  # holds the row, so that of two the second finds out
        kept = unit.assessments.answers(dossier.assessment_id).get(question_id)
        if seal_of(kept) not in (seal, seal_of(checked)):
            raise ChangedMeanwhile("answer", kept)
        unit.assessments.answer(dossier.assessment_id, question_id, checked, moment)
        if question_id == "birth_date":
            keep(unit, replace(dossier, birth_date=date.fromisoformat(str(checked))))
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return checked
