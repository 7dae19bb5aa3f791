"""What would be otherwise: two suggestions beside each other, on catalogues made by hand and on generated ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.difference import Difference, Shift, Turn
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggested
from gouden_poort.routing.what_if import WhatIf, what_if
from tests.builders import MONDAY, a_profile, a_snapshot
from tests.feasibility.adapters import profile_value, route_json
from tests.feasibility.checker import check_route
from tests.feasibility.generator import make_tables
from tests.feasibility.people import make_people
from tests.feasibility.reading import Catalogue
from tests.feasibility.writing import write_tables

AMERSFOORT = {"lat": 52.1561, "lon": 5.3878}
FAR, NEAR = a_profile(max_travel_minutes=60), a_profile(max_travel_minutes=30)
"""Amersfoort is 51 minutes away by train, Utrecht 2 by bike."""
SECTORS = ("metal", "metal", "energy", "energy", "infra", "infra")
BUNDLES, PEOPLE = 6, 4


def with_a_course_in_amersfoort(**row: Any) -> Snapshot:
    """Beside the usual course one in Amersfoort that teaches the same."""
    start = {"offering_id": "T2", "start_date": row.pop("start_date", "2027-02-01")}
    return a_snapshot(
        sites=[{}, {"site_id": "L2", **AMERSFOORT}],
        offerings=[{}, {"offering_id": "T2", "site_id": "L2", **row}],
        offering_skills=[{}, {"offering_id": "T2"}],
        offering_starts=[{}, start],
    )


def with_a_job_in_amersfoort(**row: Any) -> Snapshot:
    """Beside the usual job one in Amersfoort."""
    return a_snapshot(
        companies=[{}, {"company_id": "B2", **AMERSFOORT}],
        positions=[{"open_from": "2027-09-06"}, {"position_id": "J2", "company_id": "B2", **row}],
    )


def six_jobs() -> Snapshot:
    """One course for six occupations, the first the best paid; its job is in Amersfoort."""
    return a_snapshot(
        occupations=[
            {"occupation_id": f"O{number}", "sector": sector, "wage_month_eur": 3600 - 100 * number}
            for number, sector in enumerate(SECTORS)
        ],
        occupation_skills=[{"occupation_id": f"O{number}"} for number in range(6)],
        companies=[{}, {"company_id": "B2", **AMERSFOORT}],
        positions=[
            {"position_id": f"J{number}", "occupation_id": f"O{number}", "company_id": "B1" if number else "B2"}
            for number in range(6)
        ],
    )


@dataclass(frozen=True, kw_only=True)
class Case:
    """Two profiles in a catalogue."""

    snapshot: Snapshot
    before: Profile
    after: Profile

    def asked(self) -> WhatIf:
        return what_if(self.snapshot, self.before, self.after)

    def only(self) -> Difference:
        (one,) = self.asked().differences
        return one


def opening() -> Case:
    return Case(snapshot=a_snapshot(), before=a_profile(budget_eur=0), after=a_profile())


def sooner() -> Case:
    snapshot = with_a_course_in_amersfoort(start_date="2027-01-11")
    return Case(snapshot=snapshot, before=NEAR, after=FAR)


def cheaper() -> Case:
    return Case(snapshot=with_a_course_in_amersfoort(cost_eur=0), before=NEAR, after=FAR)


def better_paid() -> Case:
    return Case(snapshot=with_a_job_in_amersfoort(wage_month_eur=3100), before=NEAR, after=FAR)


def waiting() -> Case:
    return Case(snapshot=a_snapshot(), before=a_profile(), after=a_profile(available_from=MONDAY + timedelta(weeks=4)))


def missing() -> Case:
    """Whoever waits misses the course, and takes the next one."""
    starts = [{}, {"start_date": "2027-09-06"}]
    later = a_profile(available_from=date(2027, 8, 30))
    return Case(snapshot=a_snapshot(offering_starts=starts), before=a_profile(), after=later)


def crowding_out() -> Case:
    return Case(snapshot=six_jobs(), before=NEAR, after=FAR)


CASES = [opening, sooner, cheaper, better_paid, waiting, missing, crowding_out]


def test_a_route_where_there_was_none_is_opened() -> None:
    found = opening().only()
    assert (found.occupation_id, found.turns, found.before, found.shift) == ("O1", (Turn.OPENED,), None, None)
    assert found.after is not None


def test_a_route_that_is_there_no_more_is_closed() -> None:
    found = what_if(a_snapshot(), a_profile(), a_profile(budget_eur=0)).differences[0]
    assert (found.turns, found.after, found.shift) == ((Turn.CLOSED,), None, None)
    assert found.before is not None


def test_a_course_that_begins_earlier_is_told_in_weeks_and_minutes() -> None:
    found = sooner().only()
    assert found.turns == (Turn.SOONER, Turn.STARTS_EARLIER, Turn.QUALIFIED_SOONER, Turn.FARTHER)
    assert found.shift is not None
    assert (found.shift.weeks_to_work, found.shift.calendar_weeks, found.shift.own_cost_eur) == (-3, -3, 0)
    assert found.shift.travel_minutes == 51 - 2


def test_a_course_that_costs_less_is_told_in_euros() -> None:
    found = cheaper().only()
    assert found.turns == (Turn.CHEAPER, Turn.FARTHER)
    assert found.shift is not None
    assert found.shift.own_cost_eur == -400


def test_work_that_pays_more_is_told_in_wages() -> None:
    found = better_paid().only()
    assert Turn.BETTER_PAID in found.turns
    assert found.shift is not None
    assert found.shift.wage_month_eur == 500


def test_who_waits_for_the_same_course_waits_less_and_starts_on_the_same_day() -> None:
    found = waiting().only()
    assert found.turns == (Turn.SOONER, Turn.QUALIFIED_SOONER)
    assert found.shift is not None
    assert (found.shift.weeks_to_work, found.shift.calendar_weeks) == (-4, 0)


def test_who_waits_too_long_starts_later_by_the_calendar() -> None:
    found = missing().only()
    assert Turn.STARTS_LATER in found.turns
    assert found.shift is not None
    assert (found.shift.weeks_to_work, found.shift.calendar_weeks) == (-3, 31)


def test_what_enters_the_five_puts_another_out_whose_route_stays() -> None:
    opened, left = crowding_out().asked().differences
    assert (opened.occupation_id, opened.turns) == ("O0", (Turn.OPENED,))
    assert (left.occupation_id, left.turns) == ("O5", (Turn.LEFT,))
    assert left.before == left.after
    assert left.shift is not None
    assert set(asdict(left.shift).values()) == {0}


def test_what_comes_back_in_place_of_another_has_entered() -> None:
    turns = {one.occupation_id: one.turns for one in what_if(six_jobs(), FAR, NEAR).differences}
    assert turns == {"O5": (Turn.ENTERED,), "O0": (Turn.CLOSED,)}


@pytest.mark.parametrize("case", CASES)
def test_nothing_changed_gives_nothing(case: Any) -> None:
    snapshot, profile = case().snapshot, case().after
    assert what_if(snapshot, profile, profile).differences == ()


def test_room_that_nobody_uses_changes_nothing() -> None:
    found = what_if(a_snapshot(), a_profile(), a_profile(budget_eur=5000))
    assert found.differences == ()
    assert found.before == found.after


def by_the_other_course(route: Route) -> Route:
    """The same route by the other of two courses that are alike."""
    (step,) = route.steps
    (other,) = {"T1", "T2"} - {step.offering_id}
    return replace(route, steps=(replace(step, offering_id=other),))


@pytest.mark.parametrize("weeks", [0, 4])
def test_of_two_courses_that_are_alike_the_chosen_one_stays(weeks: int) -> None:
    snapshot = a_snapshot(
        offerings=[{}, {"offering_id": "T2"}],
        offering_skills=[{}, {"offering_id": "T2"}],
        offering_starts=[{}, {"offering_id": "T2"}],
    )
    (usual,) = suggested(Planner(snapshot, a_profile()))
    chosen = by_the_other_course(usual)
    later = a_profile(available_from=MONDAY + timedelta(weeks=weeks))
    found = what_if(snapshot, a_profile(), later, known=[chosen])
    assert [route.steps for route in found.after] == [chosen.steps]


OPPOSITES = [
    (Turn.OPENED, Turn.CLOSED),
    (Turn.ENTERED, Turn.LEFT),
    (Turn.SOONER, Turn.LATER),
    (Turn.STARTS_EARLIER, Turn.STARTS_LATER),
    (Turn.QUALIFIED_SOONER, Turn.QUALIFIED_LATER),
    (Turn.CHEAPER, Turn.DEARER),
    (Turn.NEARER, Turn.FARTHER),
    (Turn.LESS_PAID, Turn.BETTER_PAID),
]
OPPOSITE = {turn: other for pair in OPPOSITES for turn, other in (pair, pair[::-1])}


def opposite(one: Difference) -> Difference:
    shift = one.shift and Shift(**{name: -number for name, number in asdict(one.shift).items()})
    turns = tuple(OPPOSITE[turn] for turn in one.turns)
    return replace(one, before=one.after, after=one.before, turns=turns, shift=shift)


@pytest.mark.parametrize("case", CASES)
def test_the_other_way_round_all_is_the_opposite(case: Any) -> None:
    there, back = case().asked(), what_if(case().snapshot, case().after, case().before)
    assert (back.before, back.after) == (there.after, there.before)
    assert {one.occupation_id: one for one in back.differences} == {
        one.occupation_id: opposite(one) for one in there.differences
    }


@pytest.mark.parametrize("case", CASES)
def test_a_suggestion_that_was_made_earlier_gives_the_same_answer(case: Any) -> None:
    snapshot, before, after = case().snapshot, case().before, case().after
    known = suggested(Planner(snapshot, before))
    assert what_if(snapshot, before, after, known=known) == case().asked()


def test_a_way_that_was_open_all_along_is_not_told_as_new() -> None:
    snapshot = sooner().snapshot
    found = what_if(snapshot, FAR, FAR, known=suggested(Planner(snapshot, NEAR)))
    assert found.differences == ()
    assert found.before == tuple(suggested(Planner(snapshot, FAR)))


CHANGES: dict[str, Any] = {"max_travel_minutes": 20, "hours_per_week": 8, "budget_eur": 400, "horizon_weeks": 26}
"""So much more of each."""


@dataclass(frozen=True, kw_only=True)
class Generated:
    """A generated catalogue with someone before and after a change, as values and as documents."""

    catalogue: Catalogue
    snapshot: Snapshot
    profiles: tuple[Profile, Profile]
    documents: tuple[dict[str, Any], dict[str, Any]]


def generated(seed: int, folder: Path) -> list[Generated]:
    """Each person with each change, there and back, and with another date."""
    tables = make_tables(seed)
    write_tables(folder, tables)
    catalogue, snapshot = Catalogue.load(folder), build(read_bundle(folder))
    cases = []
    for person in make_people(seed, PEOPLE, tables):
        later = date.fromisoformat(person["available_from"]) + timedelta(weeks=9)
        changed = [person | {name: person[name] + more} for name, more in CHANGES.items()]
        for other in [*changed, person | {"available_from": later.isoformat()}]:
            cases += [
                Generated(
                    catalogue=catalogue,
                    snapshot=snapshot,
                    profiles=(profile_value(before), profile_value(after)),
                    documents=(before, after),
                )
                for before, after in ((person, other), (other, person))
            ]
    return cases


def score(snapshot: Snapshot, profile: Profile, routes: Iterable[Route]) -> Decimal:
    """All efforts of a suggestion, less what the wages count for."""
    occupations, wage = snapshot.columns.occupations, profile.weights.wage
    wages = (int(occupations.wage_month_eur[occupations.id.row(route.target_occupation_id)]) for route in routes)
    return sum((route.effort for route in routes), Decimal(0)) - sum(wage * euros / 100 for euros in wages)


@pytest.mark.parametrize("seed", range(BUNDLES))
def test_both_fives_are_what_is_suggested_to_each_alone_or_better(seed: int, tmp_path: Path) -> None:
    same = 0
    cases = generated(seed, tmp_path)
    for case in cases:
        found = what_if(case.snapshot, *case.profiles)
        alone = [suggested(Planner(case.snapshot, profile)) for profile in case.profiles]
        for profile, routes, plain in zip(case.profiles, (found.before, found.after), alone, strict=True):
            assert len(routes) == len(plain)
            assert score(case.snapshot, profile, routes) <= score(case.snapshot, profile, plain)
        same += [list(found.before), list(found.after)] == alone
    assert same >= 0.9 * len(cases)


@pytest.mark.parametrize("seed", range(BUNDLES))
def test_every_route_on_either_side_can_be_walked(seed: int, tmp_path: Path) -> None:
    for case in generated(seed, tmp_path):
        found = what_if(case.snapshot, *case.profiles)
        befores = [*found.before, *(one.before for one in found.differences if one.before)]
        afters = [*found.after, *(one.after for one in found.differences if one.after)]
        for document, routes in zip(case.documents, (befores, afters), strict=True):
            for route in routes:
                assert check_route(case.catalogue, document, route_json(route)) == []
