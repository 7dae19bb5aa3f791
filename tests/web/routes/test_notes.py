"""What the rules say of a route: nothing is asked that someone already answered, what is missing is said kindly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from gouden_poort.profiles.levels import PriorEducation, RightToWork, TargetGroup
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.routing.explanation import RouteExplanation, explain
from gouden_poort.routing.thorough import best_route
from gouden_poort.web.routes.notes import RouteNotes, route_notes, route_tasks
from tests.builders import a_profile, a_snapshot
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import NUMBER, make_app

WITH_RULES = [{"key": "rulebook", "value": "builtin"}]
FREE = Circumstances(right_to_work=RightToWork.FREE)


@pytest.fixture(autouse=True)
def _addresses(tmp_path: Path) -> Iterator[None]:
    """Notes link to questions, so they are made while a request is answered."""
    app: Flask = make_app(tmp_path, Memory(), ShelfWith(a_snapshot()))
    with app.test_request_context():
        yield


def explained(conditions: str, profile: Profile, **files: Any) -> RouteExplanation:
    """The route of someone on the default road, where the course asks something in words."""
    snapshot = a_snapshot(bundle=WITH_RULES, offerings=[{"entry_conditions": conditions}], **files)
    route = best_route(snapshot, profile, "O1")
    assert route is not None
    return explain(snapshot, profile, route)


def told(conditions: str, profile: Profile, **files: Any) -> RouteNotes:
    snapshot = a_snapshot(bundle=WITH_RULES, offerings=[{"entry_conditions": conditions}], **files)
    return route_notes(snapshot, explained(conditions, profile, **files))


def first(notes: RouteNotes) -> set[str]:
    return {note.rule_id for note in notes.steps[0].first}


def ask(notes: RouteNotes) -> set[str]:
    return {note.rule_id for note in notes.steps[0].ask}


LICENCE = {"credentials": [{}, {"credential_id": "cr-rijbewijs-b", "label": "Rijbewijs B"}]}


def test_a_licence_is_held_missing_or_not_known() -> None:
    def notes(papers: frozenset[str]) -> RouteNotes:
        return told("licence_b=true", a_profile(credentials=papers, circumstances=FREE), **LICENCE)

    assert "conditions.licence_b" not in first(notes(frozenset({"cr-rijbewijs-b"})))
    (missing,) = (n for n in notes(frozenset({"C1"})).steps[0].first if n.rule_id == "conditions.licence_b")
    assert missing.words == "Haal eerst je rijbewijs B."
    assert not missing.perhaps_done
    (unknown,) = (n for n in notes(frozenset()).steps[0].first if n.rule_id == "conditions.licence_b")
    assert unknown.perhaps_done


def test_years_are_a_question_only_while_nobody_told_them() -> None:
    def notes(years: int | None) -> RouteNotes:
        circumstances = Circumstances(right_to_work=RightToWork.FREE, years_in_trade=years)
        return told("years_in_trade>=3", a_profile(circumstances=circumstances))

    assert notes(3).questions == ()
    assert [question.text for question in notes(None).questions] == ["Welk technisch werk deed je?"]
    assert "conditions.years_in_trade" not in ask(notes(None)), "an open question is asked once, not at every step"


def test_who_said_to_be_a_status_holder_is_not_asked_for_it() -> None:
    condition = "status in (statushouder,gezinsmigrant)"
    holder = a_profile(target_groups=frozenset({TargetGroup.STATUS_HOLDER}), circumstances=FREE)
    assert told(condition, holder).residence == ()
    other = a_profile(target_groups=frozenset({TargetGroup.STARTER}), circumstances=FREE)
    assert [note.rule_id for note in told(condition, other).residence] == ["conditions.newcomer"]


@pytest.mark.parametrize(
    ("condition", "fits"),
    [("no_start_qualification=true", PriorEducation.ENTREE), ("not qualifies_mbo2", PriorEducation.PRIMARY)],
)
def test_schooling_decides_where_it_is_known(condition: str, fits: PriorEducation) -> None:
    def notes(schooling: PriorEducation | None) -> RouteNotes:
        circumstances = Circumstances(right_to_work=RightToWork.FREE, prior_education=schooling)
        return told(condition, a_profile(nlqf=0, circumstances=circumstances))

    assert notes(fits).questions == ()
    assert [question.text for question in notes(None).questions] == ["Wat is je hoogste diploma?"]


def test_a_diploma_from_abroad_is_not_asked_for_again() -> None:
    abroad = Circumstances(right_to_work=RightToWork.FREE, prior_education=PriorEducation.FOREIGN)
    assert "conditions.foreign_diploma" not in ask(told("foreign_credential=true", a_profile(circumstances=abroad)))
    home = Circumstances(right_to_work=RightToWork.FREE, prior_education=PriorEducation.MBO_4)
    assert "conditions.foreign_diploma" in ask(told("foreign_credential=true", a_profile(circumstances=home)))


def test_what_nobody_can_know_is_to_be_arranged_and_may_be_done_already() -> None:
    notes = told("medical_ok=true", a_profile(circumstances=FREE))
    (medical,) = (note for note in notes.steps[0].first if note.rule_id == "conditions.medical")
    assert medical.words.startswith("Voor dit werk is een medische keuring nodig.")
    assert medical.perhaps_done


def test_a_law_is_told_once_however_many_steps_it_holds_for() -> None:
    files: dict[str, Any] = {
        "offerings": [
            {"entry_conditions": "medical_ok=true"},
            {"offering_id": "T2", "entry_conditions": "medical_ok=true"},
        ],
        "skills": [{}, {"skill_id": "S2", "label": "Meten"}],
        "occupation_skills": [{}, {"skill_id": "S2"}],
        "offering_skills": [{}, {"offering_id": "T2", "skill_id": "S2"}],
        "offering_starts": [{}, {"offering_id": "T2", "start_date": date(2027, 4, 5).isoformat()}],
    }
    snapshot = a_snapshot(bundle=WITH_RULES, **files)
    person = a_profile(circumstances=FREE)
    route = best_route(snapshot, person, "O1")
    assert route is not None
    notes = route_notes(snapshot, explain(snapshot, person, route))
    both = [note.rule_id for part in notes.steps for note in part.first]
    assert len(notes.steps) == 2
    assert both.count("conditions.medical") == 1


def test_all_rules_that_hang_on_a_permit_are_one_remark() -> None:
    permit = a_profile(circumstances=Circumstances(right_to_work=RightToWork.PERMIT_NEEDED))
    notes = told("", permit)
    assert len(notes.residence) > 3
    assert not any(note.rule_id.startswith("wrk.") for note in (*notes.work.first, *notes.work.ask))
    assert notes.questions == ()


def test_the_right_to_work_is_one_question_while_it_is_not_answered() -> None:
    notes = told("", a_profile())
    assert [question.text for question in notes.questions] == ["Mag je in Nederland werken?"]
    assert notes.question is not None
    assert notes.question.url == f"/vraag/{NUMBER['right_to_work']}?naar=controle"


def test_every_note_says_where_it_is_written_and_when_it_was_read() -> None:
    notes = told("medical_ok=true;licence_b=true", a_profile(), **LICENCE)
    every = [note for part in (notes.you, *notes.steps, notes.work) for note in (*part.shown, *part.passed)]
    assert every
    assert all(note.cited.words and note.cited.read_on for note in (*every, *notes.know))


@pytest.mark.parametrize("conditions", ["", "medical_ok=true", "medical_ok=true;licence_b=true"])
@pytest.mark.parametrize(
    "circumstances", [FREE, Circumstances(), Circumstances(right_to_work=RightToWork.PERMIT_NEEDED)]
)
def test_a_card_counts_what_the_notes_tell(conditions: str, circumstances: Circumstances) -> None:
    profile = a_profile(circumstances=circumstances)
    notes, tasks = told(conditions, profile), route_tasks(explained(conditions, profile))
    parts = (notes.you, *notes.steps, notes.work)
    assert tasks.question == notes.question
    assert tasks.first == sum(len(part.first) for part in parts)
    assert tasks.ask == sum(len(part.ask) for part in parts) + bool(notes.residence and not notes.questions)
