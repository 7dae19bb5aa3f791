"""What somebody still lacks for an opening, and when one training is all that is needed besides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.profiles.profile import HeldSkill
from gouden_poort.rules.judge import judge_of
from gouden_poort.services.offering.fitting import Fit, Gap, fit_of
from gouden_poort.services.offering.openings import opening_of
from tests.builders import a_profile, a_snapshot

WELDER = {"skills": (HeldSkill(skill_id="S1", level=2),)}


def at_position(snapshot: Snapshot | None = None, **told: Any) -> Fit:
    where = snapshot or a_snapshot()
    opening = opening_of(where, OpeningKind.POSITION, "J1")
    assert opening
    fit = fit_of(judge_of(where), a_profile(**told), opening, "O1")
    assert fit
    return fit


def at_start(target_id: str = "O1", snapshot: Snapshot | None = None, **told: Any) -> Fit | None:
    where = snapshot or a_snapshot()
    opening = opening_of(where, OpeningKind.OFFERING_START, "T1@2027-02-01")
    assert opening
    return fit_of(judge_of(where), a_profile(**told), opening, target_id)


def gaps(fit: Fit | None) -> list[Gap]:
    assert fit is not None
    return [lack.gap for lack in fit.lacks]


def test_whoever_has_everything_lacks_only_the_place() -> None:
    assert at_position(**WELDER).is_now


def test_a_position_without_a_free_seat_in_the_catalogue_is_no_lack_of_anyone() -> None:
    assert at_position(a_snapshot(positions=[{"capacity": 0}]), **WELDER).is_now


def test_one_training_that_gives_all_is_one_step() -> None:
    fit = at_position()
    assert [(lack.gap, lack.id, lack.needed, lack.yours) for lack in fit.lacks] == [(Gap.SKILL, "S1", 2, 0)]
    assert fit.training == "T1"
    assert (fit.is_now, fit.is_one_step) == (False, True)


@pytest.mark.parametrize(
    "offering",
    [{"min_cefr": "B2"}, {"min_age": 40}, {"capacity": 0}, {"kind": "bbl"}],
    ids=lambda each: next(iter(each)),
)
def test_a_training_that_cannot_be_begun_now_is_no_step(offering: dict[str, Any]) -> None:
    assert at_position(a_snapshot(offerings=[offering])).training is None


@pytest.mark.parametrize(
    ("position", "told", "gap"),
    [
        ({"min_cefr": "B2"}, {"cefr": CEFR.B1}, Gap.DUTCH),
        ({"min_nlqf": 3}, {"nlqf": 2}, Gap.SCHOOLING),
        ({"min_age": 40}, {}, Gap.AGE),
        ({"max_age": 20}, {}, Gap.AGE),
        ({"target_groups": "status_holder"}, {}, Gap.GROUP),
        ({"hours_per_week": 40}, {"hours_per_week": 36}, Gap.HOURS),
        ({"open_to": "2027-01-25"}, {"available_from": date(2027, 2, 1)}, Gap.BEGIN),
        ({}, {"lat": 53.2, "lon": 6.6}, Gap.TRAVEL),
    ],
)
def test_each_condition_that_fails_is_told(position: dict[str, Any], told: dict[str, Any], gap: Gap) -> None:
    fit = at_position(a_snapshot(positions=[position]), **WELDER, **told)
    assert gaps(fit) == [gap]
    assert not fit.is_one_step


def test_papers_that_the_work_asks_are_told() -> None:
    with_paper = a_snapshot(credentials=[{}], occupation_credentials=[{}], offering_credentials=[{}])
    fit = at_position(with_paper, **WELDER)
    assert (gaps(fit), fit.training) == ([Gap.PAPER], "T1")
    assert at_position(with_paper, **WELDER, credentials=frozenset({"C1"})).is_now


LEARNING: dict[str, Any] = {
    "credentials": [{}],
    "offering_credentials": [{"offering_id": "T1"}],
    "positions": [{"kind": "bbl", "credential_id": "C1"}],
}
"""A leerbaan, as far as there are lessons beside it."""


def test_who_learns_while_working_need_not_have_the_skills_yet() -> None:
    assert at_position(a_snapshot(**LEARNING, offerings=[{"kind": "bbl"}])).is_now


def test_what_the_lessons_beside_a_leerbaan_ask_is_needed_too() -> None:
    fit = at_position(a_snapshot(**LEARNING, offerings=[{"kind": "bbl", "min_cefr": "B2"}]))
    assert gaps(fit) == [Gap.DUTCH]


def test_of_several_lessons_those_that_ask_least_count() -> None:
    two = [{"kind": "bbl", "min_cefr": "B2"}, {"kind": "bbl", "offering_id": "T2"}]
    files = {**LEARNING, "offering_credentials": [{"offering_id": "T1"}, {"offering_id": "T2"}]}
    assert at_position(a_snapshot(**files, offerings=two, offering_starts=[{}, {"offering_id": "T2"}])).is_now


def test_a_leerbaan_without_lessons_in_reach_is_no_way_in() -> None:
    assert gaps(at_position(a_snapshot(**LEARNING, offerings=[{"kind": "module"}]))) == [Gap.LESSONS]


def test_a_start_fits_who_needs_what_it_gives() -> None:
    assert gaps(at_start()) == []


def test_a_start_is_nothing_for_who_has_it_already_or_chose_nothing() -> None:
    assert at_start(**WELDER) is None
    assert at_start("") is None


def test_a_start_before_someone_can_begin_is_told() -> None:
    assert gaps(at_start(available_from=date(2027, 3, 1))) == [Gap.BEGIN]
