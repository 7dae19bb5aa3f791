"""Hand-written stand-ins for what services reach through `services.ports`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import TracebackType
from typing import Generic, Self
from uuid import UUID, uuid4

from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import NoCatalogue, UnknownThing
from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.people.message import Message
from gouden_poort.profiles.people.place_offer import FreePlace
from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.services.ports import Answer, Catalogues, DayCount, Keeping, KeptCode, Postcode
from gouden_poort.services.ports.requests import R


class ShelfWith:
    """A shelf on which one snapshot lies, or none."""

    def __init__(self, snapshot: Snapshot | None) -> None:
        self.snapshot = snapshot

    def active(self) -> Snapshot:
        if self.snapshot is None:
            raise NoCatalogue
        return self.snapshot

    def earlier(self, content_hash: str) -> Snapshot:
        if self.snapshot is None or self.snapshot.version != content_hash:
            raise UnknownThing("catalogue", content_hash)
        return self.snapshot

    def prepare(self, bundle: Bundle, content_hash: str) -> None:
        raise AssertionError(f"{bundle.name} ({content_hash}) should not be taken in here")


class PostcodesInMemory:
    """Exact postcodes, for as long as the object lives."""

    def __init__(self) -> None:
        self.kept: dict[int, Postcode] = {}

    def replace_all(self, postcodes: Sequence[Postcode]) -> int:
        self.kept = {postcode.pc4: postcode for postcode in postcodes}
        return len(self.kept)

    def find(self, pc4: int) -> Postcode | None:
        return self.kept.get(pc4)


class RuleSetsInMemory:
    """Rule sets, for as long as the object lives."""

    def __init__(self) -> None:
        self.kept: dict[str, Mapping[str, str]] = {}
        self.recorded_at: dict[str, datetime] = {}

    def add(self, version: str, texts: Mapping[str, str], recorded_at: datetime) -> None:
        self.kept.setdefault(version, dict(texts))
        self.recorded_at.setdefault(version, recorded_at)

    def knows(self, version: str) -> bool:
        return version in self.kept

    def find(self, version: str) -> Mapping[str, str] | None:
        return self.kept.get(version)


Given = tuple[UUID, str, Answer, datetime]


@dataclass
class Rows:
    """Everything about assessments, as units of work find it and leave it."""

    started: dict[UUID, datetime] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)
    last_used: dict[UUID, datetime] = field(default_factory=dict)
    codes: dict[UUID, KeptCode] = field(default_factory=dict)


class AssessmentsInMemory:
    """Answers of one unit of work: those that were committed before, and its own."""

    def __init__(self, rows: Rows | None = None) -> None:
        self.rows = rows or Rows()
        self.started, self.given = self.rows.started, self.rows.given

    @property
    def answered(self) -> list[Given]:
        """What was given by the visitor: without what is tried out or counted."""
        return [given for given in self.given if not given[1].startswith("draft.")]

    def start(self, moment: datetime) -> UUID:
        assessment_id = uuid4()
        self.started[assessment_id] = moment
        return assessment_id

    def exists(self, assessment_id: UUID) -> bool:
        return assessment_id in self.started

    def answer(self, assessment_id: UUID, question_id: str, answer: Answer, moment: datetime) -> None:
        self._check(assessment_id)
        self.given.append((assessment_id, question_id, json.loads(json.dumps(answer)), moment))

    def answers(self, assessment_id: UUID) -> Mapping[str, Answer]:
        self._check(assessment_id)
        return {question: answer for whose, question, answer, _ in self.given if whose == assessment_id}

    def answers_of_many(self, assessment_ids: Sequence[UUID]) -> Mapping[UUID, Mapping[str, Answer]]:
        return {each: self.answers(each) for each in assessment_ids}

    def keeping(self, assessment_id: UUID) -> Keeping:
        self._check(assessment_id)
        last_used = self.rows.last_used.get(assessment_id, self.started[assessment_id])
        return Keeping(last_used_at=last_used, has_code=assessment_id in self.rows.codes)

    def use(self, assessment_id: UUID, moment: datetime) -> None:
        self._check(assessment_id)
        self.rows.last_used[assessment_id] = moment

    def forget(self, assessment_id: UUID) -> None:
        for things in (self.started, self.rows.last_used, self.rows.codes):
            things.pop(assessment_id, None)
        self.given[:] = [given for given in self.given if given[0] != assessment_id]

    def forget_unused(self, *, without_code: datetime, with_code: datetime) -> int:
        """All at once: a test has few."""
        gone = []
        for each in self.started:
            keeping = self.keeping(each)
            if keeping.last_used_at <= (with_code if keeping.has_code else without_code):
                gone.append(each)
        for each in gone:
            self.forget(each)
        return len(gone)

    def _check(self, assessment_id: UUID) -> None:
        if not self.exists(assessment_id):
            raise UnknownThing("assessment", str(assessment_id))


def copied(rows: Rows) -> Rows:
    """The same rows, to change without anyone seeing it before the commit."""
    return Rows(
        started=dict(rows.started), given=list(rows.given), last_used=dict(rows.last_used), codes=dict(rows.codes)
    )


class ResumeCodesInMemory:
    """Codes of one unit of work; `taken` are hashes that somebody else has."""

    def __init__(self, rows: Rows, taken: Collection[str]) -> None:
        self.codes = rows.codes
        self.taken = taken

    def put(self, assessment_id: UUID, code: KeptCode, moment: datetime) -> bool:  # noqa: ARG002
        if code.code_hash in self.taken or self.find(code.code_hash) not in (None, assessment_id):
            return False
        self.codes[assessment_id] = code
        return True

    def of(self, assessment_id: UUID) -> KeptCode | None:
        return self.codes.get(assessment_id)

    def find(self, code_hash: str) -> UUID | None:
        return next((each for each, code in self.codes.items() if code.code_hash == code_hash), None)


class RequestsInMemory(Generic[R]):
    """Requests of one kind, for as long as the object lives."""

    def __init__(self) -> None:
        self.kept: dict[UUID, R] = {}

    def add(self, request: R) -> R:
        return self.kept.setdefault(request.id, request)

    def with_id(self, request_id: UUID) -> R | None:
        return self.kept.get(request_id)

    def find(self, number: str) -> R | None:
        return next((each for each in self.kept.values() if each.number == number), None)

    def open(self) -> Sequence[R]:
        return sorted((each for each in self.kept.values() if not each.answered_at), key=lambda each: each.answer_by)

    def received_since(self, moment: datetime) -> int:
        return sum(each.received_at >= moment for each in self.kept.values())

    def mark_answered(self, request_id: UUID, moment: datetime) -> None:
        self.kept[request_id] = replace(self.kept[request_id], answered_at=moment)

    def remove(self, request_id: UUID) -> None:
        self.kept.pop(request_id, None)

    def remove_not_kept_at(self, moment: datetime) -> int:
        old = [key for key, each in self.kept.items() if not each.is_kept_at(moment)]
        return len([self.kept.pop(key) for key in old])


class OutboxInMemory:
    """Messages that wait, for as long as the object lives; whoever sends them brings a database."""

    def __init__(self) -> None:
        self.kept: dict[UUID, Message] = {}

    def add(self, message: Message) -> Message:
        return self.kept.setdefault(message.id, message)

    def find(self, message_id: UUID) -> Message | None:
        return self.kept.get(message_id)

    def remove(self, message_id: UUID) -> bool:
        return self.kept.pop(message_id, None) is not None


class SentFormsInMemory:
    """Forms that come back, for as long as the object lives."""

    def __init__(self) -> None:
        self.kept: dict[UUID, tuple[str, datetime]] = {}

    def add(self, content: str, moment: datetime) -> UUID:
        form_id = uuid4()
        self.kept[form_id] = (content, moment)
        return form_id

    def find(self, form_id: UUID, *, kept_after: datetime) -> str | None:
        content, moment = self.kept.get(form_id, (None, kept_after))
        return content if moment > kept_after else None

    def remove(self, form_id: UUID) -> None:
        self.kept.pop(form_id, None)

    def remove_kept_until(self, moment: datetime) -> None:
        for old in [key for key, (_, kept_at) in self.kept.items() if kept_at <= moment]:
            del self.kept[old]

    def keep_newest(self, many: int) -> None:
        moments = sorted((kept_at for _, kept_at in self.kept.values()), reverse=True)
        for moment in moments[many : many + 1]:
            self.remove_kept_until(moment)


class Memory:
    """Opens units of work on what earlier units committed, for as long as the object lives."""

    def __init__(self) -> None:
        self.postcodes = PostcodesInMemory()
        self.rule_sets = RuleSetsInMemory()
        self.objections = RequestsInMemory[Objection]()
        self.coach_requests = RequestsInMemory[CoachRequest]()
        self.outbox = OutboxInMemory()
        self.counts = CountsInMemory()
        self.sent_forms = SentFormsInMemory()
        self.assessments = AssessmentsInMemory()
        self.taken_hashes: set[str] = set()
        self.opened = 0

    def __call__(self) -> UnitInMemory:
        self.opened += 1
        return UnitInMemory(self)


class CountsInMemory:
    """Fulfils `ports.Counts`."""

    def __init__(self) -> None:
        self.rows: Counter[tuple[date, str, str]] = Counter()

    def add(self, day: date, language: str, milestone: str) -> None:
        self.rows[day, language, milestone] += 1

    def since(self, day: date) -> Sequence[DayCount]:
        return [
            DayCount(day=when, language=language, milestone=milestone, many=many)
            for (when, language, milestone), many in self.rows.items()
            if when >= day
        ]


class NoPlaces:
    """Nobody keeps seats."""

    def taken(self) -> Mapping[FreePlace, int]:
        return {}


class NothingSetAside:
    """Where nobody has a coach no rule was set aside."""

    def of_assessment(self, assessment_id: UUID) -> Sequence[SetAside]:  # noqa: ARG002 - as the port asks it
        return ()


class NothingBroughtIn:
    """Files with people: none was ever brought in."""

    def remove_made_until(self, moment: datetime) -> None:
        """There is nothing to remove."""


class UnitInMemory:
    """A unit of work with postcodes, rule sets and assessments; whoever needs more brings a database."""

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self.postcodes = self.memory.postcodes
        self.rule_sets = self.memory.rule_sets
        self.assessments = AssessmentsInMemory(copied(self.memory.assessments.rows))
        self.resume_codes = ResumeCodesInMemory(self.assessments.rows, self.memory.taken_hashes)
        self.objections = self.memory.objections
        self.coach_requests = self.memory.coach_requests
        self.outbox = self.memory.outbox
        self.counts = self.memory.counts
        self.sent_forms = self.memory.sent_forms
        self.set_asides = NothingSetAside()
        self.free_places = NoPlaces()
        self.imports = NothingBroughtIn()
        self.committed = False

    @property
    def catalogues(self) -> Catalogues:
        raise AssertionError("no catalogues are kept here")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def commit(self) -> None:
        self.memory.assessments = self.assessments
        self.committed = True
