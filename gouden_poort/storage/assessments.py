"""Answers in the database: a few to each question are kept, the last counts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, case, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from gouden_poort.errors import FieldError, InvalidInput, UnknownThing
from gouden_poort.services.ports import Answer, Keeping
from gouden_poort.storage.storable import cannot_be_kept
from gouden_poort.storage.tables.assessments import ANSWERS, ASSESSMENTS
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.resume_codes import RESUME_CODES

LONGEST_ANSWER = 100_000
"""Characters of one answer as JSON: room for a thousand skills, not for a flood."""
LONGEST_QUESTION_ID = 100
KEPT_ANSWERS = 10
"""Answers to one question: enough to see how someone came to the last, which counts, and no room for a flood."""
FORGOTTEN_AT_ONCE = 500
ASKED_AT_ONCE = 500
_LAST_USED = func.coalesce(ASSESSMENTS.c.last_used_at, ASSESSMENTS.c.started_at)
_WITH_CODES = ASSESSMENTS.outerjoin(RESUME_CODES).outerjoin(DOSSIERS, DOSSIERS.c.assessment_id == ASSESSMENTS.c.id)
_OF_A_DOSSIER = DOSSIERS.c.id.is_not(None)


class SQLAssessments:
    """Fulfils `ports.Assessments`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, moment: datetime) -> UUID:
        """A new, empty assessment. Whoever knows its id may read it, so the id cannot be guessed."""
        assessment_id = uuid4()
        self._connection.execute(insert(ASSESSMENTS).values(id=assessment_id, started_at=moment))
        return assessment_id

    def exists(self, assessment_id: UUID) -> bool:
        return bool(self._connection.scalar(select(exists().where(ASSESSMENTS.c.id == assessment_id))))

    def answer(self, assessment_id: UUID, question_id: str, answer: Answer, moment: datetime) -> None:
        """Add an answer; the oldest of many go. UnknownThing without such an assessment, InvalidInput when it cannot
        be kept."""
        _refuse_what_cannot_be_kept(question_id, answer)
        row = {"assessment_id": assessment_id, "question_id": question_id, "answer": answer, "answered_at": moment}
        try:
            self._connection.execute(insert(ANSWERS).values(row))
        except IntegrityError as error:
            raise UnknownThing("assessment", str(assessment_id)) from error
        same = (ANSWERS.c.assessment_id == assessment_id) & (ANSWERS.c.question_id == question_id)
        many = select(ANSWERS.c.id).where(same).order_by(ANSWERS.c.id.desc()).offset(KEPT_ANSWERS)
        self._connection.execute(delete(ANSWERS).where(ANSWERS.c.id.in_(many)))

    def answers(self, assessment_id: UUID) -> Mapping[str, Answer]:
        """The last answer to each question, in the order of first answering. UnknownThing without an assessment."""
        if not self.exists(assessment_id):
            raise UnknownThing("assessment", str(assessment_id))
        query = select(ANSWERS.c.question_id, ANSWERS.c.answer).where(ANSWERS.c.assessment_id == assessment_id)
        return dict(self._connection.execute(query.order_by(ANSWERS.c.id)).all())

    def answers_of_many(self, assessment_ids: Sequence[UUID]) -> Mapping[UUID, Mapping[str, Answer]]:
        """The last answer of each person to each question."""
        found: dict[UUID, dict[str, Answer]] = {}
        for first in range(0, len(assessment_ids), ASKED_AT_ONCE):
            some = assessment_ids[first : first + ASKED_AT_ONCE]
            query = select(ANSWERS.c.assessment_id, ANSWERS.c.question_id, ANSWERS.c.answer).order_by(ANSWERS.c.id)
            for whose, question_id, answer in self._connection.execute(query.where(ANSWERS.c.assessment_id.in_(some))):
                found.setdefault(whose, {})[question_id] = answer
        return found

    def keeping(self, assessment_id: UUID) -> Keeping:
        """When it was last used and what leads to it. UnknownThing without such an assessment."""
        query = select(_LAST_USED, RESUME_CODES.c.code_hash.is_not(None), _OF_A_DOSSIER).select_from(_WITH_CODES)
        row = self._connection.execute(query.where(ASSESSMENTS.c.id == assessment_id)).first()
        if row is None:
            raise UnknownThing("assessment", str(assessment_id))
        return Keeping(last_used_at=row[0], has_code=bool(row[1]), has_dossier=bool(row[2]))

    def use(self, assessment_id: UUID, moment: datetime) -> None:
        """Note a visit. UnknownThing without such an assessment."""
        change = update(ASSESSMENTS).where(ASSESSMENTS.c.id == assessment_id).values(last_used_at=moment)
        if not self._connection.execute(change).rowcount:
            raise UnknownThing("assessment", str(assessment_id))

    def forget(self, assessment_id: UUID) -> None:
        """Remove an assessment with all its answers and its code; nothing happens when it is gone already."""
        self._forget([assessment_id])

    def forget_unused(self, *, without_code: datetime, with_code: datetime) -> int:
        """Remove some that were last used at these moments or before; how many, 0 when none is left.

        Those of a dossier stay as long as the dossier does.
        They are held first, so that an answer that comes in meanwhile waits and then finds no assessment.
        """
        limit = case((RESUME_CODES.c.code_hash.is_(None), without_code), else_=with_code)
        old = (limit >= _LAST_USED) & ~_OF_A_DOSSIER
        query = select(ASSESSMENTS.c.id).select_from(_WITH_CODES).where(old).limit(FORGOTTEN_AT_ONCE)
        gone = self._connection.scalars(query.with_for_update(of=ASSESSMENTS, skip_locked=True)).all()
        self._forget(gone)
        return len(gone)

    def _forget(self, ids: Sequence[UUID]) -> None:
        self._connection.execute(delete(RESUME_CODES).where(RESUME_CODES.c.assessment_id.in_(ids)))
        self._connection.execute(delete(ANSWERS).where(ANSWERS.c.assessment_id.in_(ids)))
        self._connection.execute(delete(ASSESSMENTS).where(ASSESSMENTS.c.id.in_(ids)))


def _refuse_what_cannot_be_kept(question_id: str, answer: Answer) -> None:
    path = f"answers.{question_id[:LONGEST_QUESTION_ID]}"
    if len(question_id) > LONGEST_QUESTION_ID:
        expected = f"a question id of at most {LONGEST_QUESTION_ID} characters"
        raise InvalidInput([_fault(path, "out_of_range", question_id, expected)])
    if any(cannot_be_kept(text) for text in (question_id, *_texts(answer))):
        raise InvalidInput([_fault(path, "malformed", answer, "text without NUL or half pairs")])
    try:
        length = len(json.dumps(answer, allow_nan=False))
    except (TypeError, ValueError) as error:
        raise InvalidInput([_fault(path, "malformed", answer, "something JSON can say")]) from error
    if length > LONGEST_ANSWER:
        raise InvalidInput([_fault(path, "too_many", answer, f"at most {LONGEST_ANSWER} characters")])


def _fault(path: str, code: str, given: object, expected: str) -> FieldError:
    return FieldError(path=path, code=code, given=repr(given)[:80], expected=expected)


def _texts(answer: object) -> Iterator[str]:
    """Every text in an answer, names of members included."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, Mapping):
        yield from _texts([*answer.keys(), *answer.values()])
    elif isinstance(answer, Sequence):
        for member in answer:
            yield from _texts(member)
