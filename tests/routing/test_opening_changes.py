"""The cheapest changes that open an occupation are no bigger than they have to be."""

from __future__ import annotations

from datetime import date

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.levels import Daypart
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.routing.change import Change, ChangeKind, made
from gouden_poort.routing.opening_changes import cheapest_opening, nearly_open
from gouden_poort.routing.thorough import best_route
from tests.builders import a_profile, a_snapshot
from tests.rules.books import a_rule, ruled


def test_a_change_is_the_smallest_that_opens_the_occupation() -> None:
    snapshot, person = a_snapshot(), a_profile(budget_eur=200, hours_per_week=20)
    opened = cheapest_opening(snapshot, person, "O1")
    assert opened is not None
    assert opened.changes == (
        Change(kind=ChangeKind.HOURS_PER_WEEK, before=20, after=32),
        Change(kind=ChangeKind.BUDGET, before=200, after=400),
    )


def test_what_is_nearly_open_says_the_same_change() -> None:
    snapshot, person = a_snapshot(), a_profile(budget_eur=200)
    (near,) = nearly_open(snapshot, person)
    opened = cheapest_opening(snapshot, person, "O1")
    assert opened is not None
    assert near.changes == opened.changes == (Change(kind=ChangeKind.BUDGET, before=200, after=400),)


def opened_by(snapshot: Snapshot, person: Profile) -> list[tuple[ChangeKind, int]]:
    """The changes that open O1: proved one by one, and by leaving each of them out."""
    assert best_route(snapshot, person, "O1") is None
    opened = cheapest_opening(snapshot, person, "O1")
    if opened is None:
        return []
    assert best_route(snapshot, made(opened.changes, person), "O1") == opened.route
    for change in opened.changes:
        rest = [other for other in opened.changes if other != change]
        assert best_route(snapshot, made(rest, person), "O1") is None, change
    return [(change.kind, change.after) for change in opened.changes]


def test_evenings_free_open_an_evening_course() -> None:
    told = Circumstances(dayparts=frozenset({Daypart.DAY}))
    snapshot = a_snapshot(offerings=[{"daypart": "evening"}])
    assert opened_by(snapshot, a_profile(circumstances=told)) == [(ChangeKind.DAYPARTS, 0)]


def test_travelling_longer_opens_a_course_further_away() -> None:
    found = opened_by(a_snapshot(), a_profile(lat=52.2, max_travel_minutes=10))
    assert [kind for kind, _ in found] == [ChangeKind.TRAVEL_MINUTES]


def test_no_more_travel_and_money_is_asked_than_the_route_takes() -> None:
    snapshot = a_snapshot(offerings=[{"cost_eur": 230}], schemes=[])
    person = a_profile(lat=52.2, max_travel_minutes=10, budget_eur=200)
    (travel, euros) = opened_by(snapshot, person)
    sites = snapshot.columns.sites
    way = minutes_to(person, float(sites.lat[0]), float(sites.lon[0]))
    assert travel == (ChangeKind.TRAVEL_MINUTES, -(-way // 5) * 5)
    assert euros == (ChangeKind.BUDGET, 230)


def minutes_to(person: Profile, lat: float, lon: float) -> int:
    """One way, to a place."""
    return int(minutes(kilometres(person.lat, person.lon, [lat], [lon]), person.modes)[0])


def test_beginning_later_opens_what_a_birthday_opens() -> None:
    snapshot = a_snapshot(offerings=[{"rolling": True}], offering_starts=[], positions=[{"min_age": 18}])
    young = a_profile(birth_date=date(2009, 12, 1), horizon_weeks=36)
    assert opened_by(snapshot, young) == [(ChangeKind.LATER_START, 13)]


def test_the_longest_wait_may_miss_what_a_shorter_one_meets() -> None:
    snapshot = a_snapshot(
        offerings=[{"rolling": True}], offering_starts=[], positions=[{"min_age": 18, "open_to": "2027-12-27"}]
    )
    young = a_profile(birth_date=date(2009, 12, 1), horizon_weeks=36)
    assert opened_by(snapshot, young) == [(ChangeKind.LATER_START, 13)]
    (near,) = nearly_open(snapshot, young)
    assert [(change.kind, change.after) for change in near.changes] == [(ChangeKind.LATER_START, 13)]


def test_where_beginning_later_misses_all_the_route_may_be_longer() -> None:
    snapshot = a_snapshot(positions=[{"min_age": 18, "open_to": "2027-12-27"}])
    young = a_profile(birth_date=date(2009, 12, 1), horizon_weeks=36)
    assert opened_by(snapshot, young) == [(ChangeKind.LONGER_ROUTE, 62)]


def test_a_licence_opens_work_that_asks_it() -> None:
    licence = {"credential_id": "cr-rijbewijs-b"}
    snapshot = a_snapshot(
        credentials=[licence],
        position_requires=[{"kind": "credential", "ref_id": "cr-rijbewijs-b", "level": ""}],
    )
    assert opened_by(snapshot, a_profile()) == [(ChangeKind.DRIVING_LICENCE, 0)]


def test_what_no_change_opens_stays_shut() -> None:
    assert opened_by(a_snapshot(offerings=[{"max_age": 20}]), a_profile()) == []


def test_a_rule_that_nobody_can_change_stays_shut() -> None:
    shut = a_rule(
        "own.shut",
        "offering.kind == 'bol'",
        yes={"offering.kind": "bol"},
        no={"offering.kind": "module"},
    )
    assert opened_by(ruled(shut), a_profile()) == []


def test_two_changes_are_both_needed() -> None:
    found = opened_by(a_snapshot(), a_profile(budget_eur=200, hours_per_week=20))
    assert [kind for kind, _ in found] == [ChangeKind.HOURS_PER_WEEK, ChangeKind.BUDGET]


def test_what_is_open_is_not_nearly_open() -> None:
    assert nearly_open(a_snapshot(), a_profile()) == ()


def test_what_takes_two_changes_is_not_nearly_open() -> None:
    assert nearly_open(a_snapshot(), a_profile(budget_eur=200, hours_per_week=20)) == ()


def test_no_more_is_worked_out_than_asked() -> None:
    occupations = [{"occupation_id": f"O{number}"} for number in range(1, 5)]
    snapshot = a_snapshot(
        occupations=occupations,
        occupation_skills=[{"occupation_id": row["occupation_id"]} for row in occupations],
        positions=[{"position_id": f"J{number}", "occupation_id": f"O{number}"} for number in range(1, 5)],
    )
    assert len(nearly_open(snapshot, a_profile(budget_eur=200), most=2)) == 2
    assert len(nearly_open(snapshot, a_profile(budget_eur=200))) == 4
