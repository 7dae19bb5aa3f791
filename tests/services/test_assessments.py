"""An assessment from start to profile, and what happens when the catalogue changes on the way."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput, UnknownPlace, UnknownThing
from gouden_poort.profiles.profile import HeldSkill
from gouden_poort.services import assessments
from gouden_poort.services.ports import Answer
from tests.builders import UTRECHT, a_snapshot
from tests.fakes import Memory

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)
SNAPSHOT = a_snapshot(places=[{"pc4_from": 3511, "pc4_to": 3515}], postcode_areas=[{}])


class Talk:
    """One person answering."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.id = assessments.start(self.memory, NOON)

    def answer(self, question_id: str, raw: Any, snapshot: Snapshot = SNAPSHOT) -> Answer:
        return assessments.answer(self.memory, snapshot, self.id, question_id, raw, moment=NOON, today=TODAY)

    def answers(self) -> Any:
        return assessments.answers(self.memory, self.id)

    def profile(self, snapshot: Snapshot = SNAPSHOT) -> Any:
        return assessments.profile_of(snapshot, self.id, assessments.answers(self.memory, self.id), today=TODAY)


@pytest.fixture
def talk() -> Talk:
    return Talk()


def test_answers_are_kept_and_become_a_profile(talk: Talk) -> None:
    talk.answer("place", "utrecht")
    talk.answer("birth_date", "1997-05-03")
    talk.answer("skills", {"S1": "3"})
    talk.answer("budget", None)
    profile, assumed = talk.profile()
    assert profile.profile_id == str(talk.id)
    assert {"lat": profile.lat, "lon": profile.lon} == UTRECHT
    assert profile.skills == (HeldSkill(skill_id="S1", level=3),)
    assert "budget" in {one.question_id for one in assumed}


def test_a_place_is_looked_up_and_kept_without_street(talk: Talk) -> None:
    kept = talk.answer("place", "Domplein 1, 3512 JC Utrecht")
    assert kept == ("3512 Utrecht", "52.0907", "5.1214", "approximate")
    assert talk.answers() == {"place": list(kept)}
    assert talk.answer("place", kept[0]) == kept
    assert talk.answer("place", list(kept)) == kept


def test_the_last_answer_counts(talk: Talk) -> None:
    talk.answer("budget", 100)
    talk.answer("budget", 200)
    assert talk.answers() == {"budget": 200}
    assert [given[2] for given in talk.memory.assessments.given] == [100, 200]


@pytest.mark.parametrize(
    ("question_id", "raw", "error"),
    [
        ("place", "Verweggistan", UnknownPlace),
        ("place", "  ", InvalidInput),
        ("budget", "veel", InvalidInput),
        ("skills", {"S9": 1}, InvalidInput),
        ("shoe_size", 42, UnknownThing),
    ],
)
def test_a_wrong_answer_keeps_nothing(talk: Talk, question_id: str, raw: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        talk.answer(question_id, raw)
    assert talk.answers() == {}


@pytest.mark.parametrize(
    ("question_id", "raw", "path"),
    [
        ("skills", {"S1": 1, "S2": 1}, "skills"),
        ("papers", ["C9"], "papers"),
        ("former_work", {"O11": 3}, "former_work"),
        ("sectors", {"metaal": 1}, "sectors"),
    ],
)
def test_ids_that_the_catalogue_does_not_have_are_named(talk: Talk, question_id: str, raw: Any, path: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        talk.answer(question_id, raw)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [(path, "unknown_id")]


def test_without_what_is_needed_there_is_no_profile(talk: Talk) -> None:
    talk.answer("place", "Utrecht")
    with pytest.raises(InvalidInput) as caught:
        talk.profile()
    assert [fault.path for fault in caught.value.faults] == ["birth_date"]


def test_ids_that_a_new_catalogue_dropped_are_left_out_but_stay_answered(talk: Talk) -> None:
    talk.answer("place", "Utrecht")
    talk.answer("birth_date", "1997-05-03")
    talk.answer("skills", {"S1": 2})
    talk.answer("papers", ["C1"])
    later = a_snapshot(
        skills=[{"skill_id": "S2"}],
        credentials=[{"credential_id": "C2"}],
        occupation_skills=[],
        offering_skills=[],
    )
    profile, _ = talk.profile(later)
    assert (profile.skills, profile.credentials) == ((), frozenset())
    assert talk.answers()["skills"] == {"S1": 2}


def test_an_assessment_that_does_not_exist_is_told() -> None:
    memory = Memory()
    with pytest.raises(UnknownThing):
        assessments.answers(memory, uuid4())
    with pytest.raises(UnknownThing):
        assessments.answer(memory, SNAPSHOT, uuid4(), "budget", 1, moment=NOON, today=TODAY)


def test_forgetting_removes_every_answer(talk: Talk) -> None:
    talk.answer("budget", 100)
    assessments.forget(talk.memory, talk.id)
    with pytest.raises(UnknownThing):
        talk.answers()
    assert talk.memory.assessments.given == []
