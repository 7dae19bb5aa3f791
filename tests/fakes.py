"""Hand-written stand-ins for what services reach through `services.ports`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import NoCatalogue, UnknownThing
from gouden_poort.services.ports import Answer, Catalogues, Postcode


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


class AssessmentsInMemory:
    """Answers of one unit of work: those that were committed before, and its own."""

    def __init__(self, started: Mapping[UUID, datetime] | None = None, given: Iterable[Given] = ()) -> None:
        self.started = dict(started or {})
        self.given = list(given)

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

    def forget(self, assessment_id: UUID) -> None:
        self.started.pop(assessment_id, None)
        self.given = [given for given in self.given if given[0] != assessment_id]

    def _check(self, assessment_id: UUID) -> None:
        if not self.exists(assessment_id):
            raise UnknownThing("assessment", str(assessment_id))


class Memory:
    """Opens units of work on what earlier units committed, for as long as the object lives."""

    def __init__(self) -> None:
        self.postcodes = PostcodesInMemory()
        self.rule_sets = RuleSetsInMemory()
        self.assessments = AssessmentsInMemory()
        self.opened = 0

    def __call__(self) -> UnitInMemory:
        self.opened += 1
        return UnitInMemory(self)


class UnitInMemory:
    """A unit of work with postcodes, rule sets and assessments; whoever needs more brings a database."""

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self.postcodes = self.memory.postcodes
        self.rule_sets = self.memory.rule_sets
        self.assessments = AssessmentsInMemory(self.memory.assessments.started, self.memory.assessments.given)
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
