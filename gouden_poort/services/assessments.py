"""The short assessment of someone without an account: start, answer, look back, make a profile, forget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput, NotAllowed, UnknownThing
from gouden_poort.profiles.answering import check_answer
from gouden_poort.profiles.assessment import Assumption, to_profile
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer, Kind, Question
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services.catalogue_checks import check_answer_ids, only_known
from gouden_poort.services.drafts import without_drafts
from gouden_poort.services.papers import with_skills_of_papers
from gouden_poort.services.places import find_place
from gouden_poort.services.ports import UnitOfWorkFactory


def start(open_unit: UnitOfWorkFactory, moment: datetime) -> UUID:
    """A new, empty assessment; whoever has its id may read and answer it."""
    with open_unit() as unit:
        assessment_id = unit.assessments.start(moment)
        unit.commit()
    return assessment_id


def answer(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    assessment_id: UUID,
    question_id: str,
    raw: object,
    *,
    moment: datetime,
    today: date,
) -> Answer:
    """Check and keep one answer, and give it back as kept; None is `Dat weet ik nog niet`.

    A place may come as typed. InvalidInput, UnknownPlace and UnknownThing keep nothing.
    """
    checked = check(open_unit, snapshot, question_id, raw, today=today)
    with open_unit() as unit:
        unit.assessments.answer(assessment_id, question_id, checked, moment)
        unit.commit()
    return checked


def check(open_unit: UnitOfWorkFactory, snapshot: Snapshot, question_id: str, raw: object, *, today: date) -> Answer:
    """The answer as it would be kept; the same errors as `answer`."""
    question = BY_ID.get(question_id)
    if question is None:
        raise UnknownThing("question", question_id[:100])
    if question.kind is Kind.PLACE and isinstance(raw, str):
        raw = _locate(open_unit, snapshot, question, raw)
    checked = check_answer(question, raw, today=today)
    check_answer_ids(snapshot, question, checked)
    return checked


def exists(open_unit: UnitOfWorkFactory, assessment_id: UUID) -> bool:
    """Whether there is such an assessment, answered or not."""
    with open_unit() as unit:
        return unit.assessments.exists(assessment_id)


def answers(open_unit: UnitOfWorkFactory, assessment_id: UUID) -> Mapping[str, Answer]:
    """The last answer to each question that was answered. UnknownThing without such an assessment."""
    with open_unit() as unit:
        return without_drafts(unit.assessments.answers(assessment_id))


def profile_of(
    snapshot: Snapshot, assessment_id: UUID, kept: Mapping[str, Answer], *, today: date
) -> tuple[Profile, tuple[Assumption, ...]]:
    """The profile that kept answers make, and what was assumed in it. InvalidInput names what is needed and absent.

    Ids that this catalogue does not have, because it changed since, are left out; they stay in the answers.
    """
    known = {name: only_known(snapshot, BY_ID[name], given) for name, given in kept.items() if name in BY_ID}
    profile, assumed = to_profile(known, today=today, profile_id=str(assessment_id))
    return with_skills_of_papers(snapshot, profile), assumed


def forget(open_unit: UnitOfWorkFactory, assessment_id: UUID) -> None:
    """Remove an assessment with all its answers. NotAllowed for those of a dossier, which go with all of it."""
    with open_unit() as unit:
        if unit.assessments.exists(assessment_id) and unit.assessments.keeping(assessment_id).has_dossier:
            raise NotAllowed(Deed.ERASE_DOSSIER.value)
        unit.assessments.forget(assessment_id)
        unit.commit()


def _locate(open_unit: UnitOfWorkFactory, snapshot: Snapshot, question: Question, text: str) -> Answer:
    if not text.strip():
        raise InvalidInput([FieldError(path=question.id, code="missing", given="", expected="a postcode or a place")])
    place = find_place(snapshot, open_unit, text)
    return Home(label=place.name, lat=place.lat, lon=place.lon, approximate=place.approximate).as_answer()
