"""The planner under rules of a catalogue: what is gained on the way opens doors, and no shut door is walked through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.thorough import best_route
from gouden_poort.routing.verification import BrokenRoute, verify
from gouden_poort.rules.judge import judge_of
from tests.builders import MONDAY, a_profile
from tests.rules.books import ADULT, ADULT_WORK, DUTCH, a_rule, a_scheme, ruled

MODULE, BOL = {"offering.kind": "module"}, {"offering.kind": "bol"}
EVERY_WEEK = [{"start_date": day} for day in ("2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22", "2027-03-01")]
ROLLING: dict[str, Any] = {"rolling": True, "delivery": "online", "site_id": ""}
LANGUAGE = {
    "offering_id": "TL",
    "kind": "language",
    "weeks": 6,
    "hours_per_week": 6,
    "cost_eur": 0,
    "min_cefr": "A2",
    "awards_cefr": "B1",
    **ROLLING,
}
SHUT_MODULES = a_rule("own.shut", "offering.kind == 'bol'", yes=BOL, no=MODULE)
SHUT_WORK = a_rule(
    "own.shut_work",
    "position.kind == 'bbl'",
    yes={"position.kind": "bbl"},
    no={"position.kind": "job"},
)


def starts(route: Route | None) -> dict[str, int]:
    """The week in which each step begins."""
    assert route is not None
    return {step.offering_id: (step.start_date - MONDAY).days // 7 for step in route.steps}


def route_of(snapshot: Snapshot, profile: Profile, occupation: str = "O1") -> Route | None:
    """The best route, its steps and work proved by the plain reading once more."""
    route = best_route(snapshot, profile, occupation)
    if route is not None:
        verify(judge_of(snapshot), profile, route)
    return route


def test_a_course_waits_for_the_birthday() -> None:
    young = a_profile(birth_date=date(2009, 2, 11))
    assert starts(route_of(ruled(ADULT, offering_starts=EVERY_WEEK), young)) == {"T1": 6}


def test_a_course_on_the_monday_before_the_birthday_stays_shut() -> None:
    young = a_profile(birth_date=date(2009, 2, 9))
    assert starts(route_of(ruled(ADULT, offering_starts=EVERY_WEEK), young)) == {"T1": 6}


def test_a_course_on_a_birthday_is_open() -> None:
    young = a_profile(birth_date=date(2009, 2, 8))
    assert starts(route_of(ruled(ADULT, offering_starts=EVERY_WEEK), young)) == {"T1": 5}


def test_work_waits_for_the_birthday() -> None:
    young = a_profile(birth_date=date(2009, 6, 16))
    route = route_of(ruled(ADULT_WORK), young)
    assert route is not None
    assert route.placement.start_date == date(2027, 6, 21)


def test_a_rule_that_ends_lets_in_afterwards() -> None:
    young = a_profile(birth_date=date(2010, 6, 1))
    snapshot = ruled(ADULT | {"valid": {"to": "2027-02-10"}}, offering_starts=EVERY_WEEK)
    assert starts(route_of(snapshot, young)) == {"T1": 6}


def test_a_rule_that_begins_shuts_from_then_on() -> None:
    young = a_profile(birth_date=date(2010, 6, 1))
    too_late = ruled(ADULT | {"valid": {"from": "2027-01-20"}}, offering_starts=EVERY_WEEK)
    in_time = ruled(ADULT | {"valid": {"from": "2027-02-10"}}, offering_starts=EVERY_WEEK)
    assert starts(route_of(in_time, young)) == {"T1": 4}
    assert route_of(too_late, young) is None


def test_rules_that_shut_all_give_no_route() -> None:
    assert route_of(ruled(SHUT_MODULES), a_profile()) is None
    assert suggest(ruled(SHUT_MODULES), a_profile()) == ()


def test_rules_that_shut_all_work_give_no_route() -> None:
    assert route_of(ruled(SHUT_WORK), a_profile()) is None


def test_what_nobody_told_shuts_nothing() -> None:
    rule = a_rule(
        "own.years",
        "person.years_in_trade >= 2 or offering.kind == 'bol'",
        yes={"person.years_in_trade": 2},
        no={"person.years_in_trade": 1, **MODULE},
    )
    assert route_of(ruled(rule), a_profile()) is not None
    assert route_of(ruled(rule), a_profile(circumstances=Circumstances(years_in_trade=1))) is None


def test_the_language_someone_holds_is_asked_of_a_course() -> None:
    assert route_of(ruled(DUTCH), a_profile(cefr=CEFR.B1)) is not None
    assert route_of(ruled(DUTCH), a_profile(cefr=CEFR.A2)) is None


def test_language_learnt_on_the_way_opens_a_course() -> None:
    snapshot = ruled(
        DUTCH,
        offerings=[ROLLING, LANGUAGE],
        offering_starts=[],
        offering_skills=[{}],
        positions=[{"min_cefr": "B1"}],
    )
    assert starts(route_of(snapshot, a_profile(cefr=CEFR.A2))) == {"TL": 0, "T1": 6}


def test_without_the_rule_both_are_followed_at_once() -> None:
    snapshot = ruled(offerings=[ROLLING, LANGUAGE], offering_starts=[], positions=[{"min_cefr": "B1"}])
    assert starts(route_of(snapshot, a_profile(cefr=CEFR.A2))) == {"TL": 0, "T1": 0}


def test_a_paper_learnt_on_the_way_opens_a_course() -> None:
    rule = a_rule(
        "own.paper",
        "'C1' in person.credentials or not (offering.cost_eur == 401)",
        yes={"person.credentials": ["C1"]},
        no={"person.credentials": [], "offering.cost_eur": 401},
    )
    snapshot = ruled(
        rule,
        skills=[{}, {"skill_id": "S2"}],
        credentials=[{}],
        offerings=[{**ROLLING, "cost_eur": 401}, {"offering_id": "TP", "cost_eur": 0, "weeks": 3, **ROLLING}],
        offering_starts=[],
        offering_skills=[{}],
        offering_credentials=[{"offering_id": "TP"}],
        occupation_credentials=[{}],
    )
    assert starts(route_of(snapshot, a_profile())) == {"TP": 0, "T1": 3}


def test_a_diploma_learnt_on_the_way_opens_a_course() -> None:
    rule = a_rule(
        "own.diploma",
        "person.nlqf >= 3 or not (offering.cost_eur == 401)",
        yes={"person.nlqf": 3},
        no={"person.nlqf": 2, "offering.cost_eur": 401},
    )
    snapshot = ruled(
        rule,
        credentials=[{"kind": "diploma", "nlqf_level": 3}],
        offerings=[{**ROLLING, "cost_eur": 401}, {"offering_id": "TP", "cost_eur": 0, "weeks": 3, **ROLLING}],
        offering_starts=[],
        offering_skills=[{}],
        offering_credentials=[{"offering_id": "TP"}],
        occupation_credentials=[{}],
    )
    assert starts(route_of(snapshot, a_profile())) == {"TP": 0, "T1": 3}


def test_a_course_for_who_has_no_diploma_is_not_followed_after_it() -> None:
    rule = a_rule(
        "own.below",
        "person.nlqf < 3 or not (offering.cost_eur == 401)",
        yes={"person.nlqf": 2},
        no={"person.nlqf": 3, "offering.cost_eur": 401},
    )
    files: dict[str, Any] = {
        "credentials": [{"kind": "diploma", "nlqf_level": 3}],
        "offerings": [{**ROLLING, "cost_eur": 401}, {"offering_id": "TP", "cost_eur": 0, "weeks": 3, **ROLLING}],
        "offering_starts": [],
        "offering_skills": [{}],
        "offering_credentials": [{"offering_id": "TP"}],
        "occupation_credentials": [{}],
        "offering_requires": [{"kind": "credential", "ref_id": "C1", "level": ""}],
    }
    assert starts(route_of(ruled(**files), a_profile())) == {"TP": 0, "T1": 3}
    assert route_of(ruled(rule, **files), a_profile()) is None


def test_a_course_for_the_young_or_the_fluent_waits_for_neither_when_one_holds() -> None:
    rule = a_rule(
        "own.either",
        "person.age >= 18 or person.cefr >= 'B1' or offering.kind == 'bol'",
        yes={"person.age": 18, **MODULE},
        no={"person.age": 17, "person.cefr": "A2", **MODULE},
    )
    snapshot = ruled(rule, offering_starts=EVERY_WEEK)
    young = a_profile(birth_date=date(2009, 2, 11), cefr=CEFR.A2)
    assert starts(route_of(snapshot, young)) == {"T1": 6}
    assert starts(route_of(snapshot, a_profile(birth_date=date(2009, 2, 11), cefr=CEFR.B1))) == {"T1": 4}


def bbl(*rules: Any, **more: Any) -> Snapshot:
    """An apprenticeship of twenty weeks, at a place near by or at one in Amersfoort."""
    places = [
        {"position_id": "J1", "kind": "bbl", "credential_id": "C1", "hours_per_week": 24},
        {"position_id": "J2", "company_id": "B2", "kind": "bbl", "credential_id": "C1", "hours_per_week": 20},
    ]
    usual: dict[str, Any] = {
        "credentials": [{}],
        "offerings": [{"kind": "bbl", "weeks": 20}],
        "offering_credentials": [{}],
        "companies": [{"recognised": True}, {"company_id": "B2", "recognised": True, "lat": 52.15, "lon": 5.38}],
        "positions": places,
    }
    return ruled(*rules, **(usual | more))


PAIR = a_rule(
    "own.pair",
    "offering.kind != 'bbl' or position.hours_per_week < 24",
    yes={"offering.kind": "bbl", "position.hours_per_week": 20},
    no={"offering.kind": "bbl", "position.hours_per_week": 24},
)


def test_without_a_rule_the_nearest_place_is_taken() -> None:
    route = route_of(bbl(), a_profile())
    assert route is not None
    assert route.placement.position_id == "J1"


def test_a_rule_about_a_pair_forces_another_place() -> None:
    route = route_of(bbl(PAIR), a_profile())
    assert route is not None
    assert route.placement.position_id == "J2"


def test_a_rule_about_a_pair_that_shuts_every_place_gives_no_route() -> None:
    every = a_rule(
        "own.pair",
        "offering.kind != 'bbl' or position.hours_per_week < 12",
        yes={"offering.kind": "bbl", "position.hours_per_week": 11},
        no={"offering.kind": "bbl", "position.hours_per_week": 20},
    )
    assert route_of(bbl(every), a_profile()) is None


FOR_OTHER_WORK = a_rule(
    "own.other_work",
    "offering.cost_eur != 400 or occupation.nlqf >= 3",
    yes={"offering.cost_eur": 399},
    no={"offering.cost_eur": 400, "occupation.nlqf": 2},
)


def test_a_course_may_be_shut_for_the_work_one_learns_for() -> None:
    assert route_of(ruled(FOR_OTHER_WORK), a_profile()) is None


def test_another_course_is_taken_where_one_is_shut_for_the_work() -> None:
    two = [{}, {"offering_id": "T2", "weeks": 12, "cost_eur": 500}]
    snapshot = ruled(
        FOR_OTHER_WORK,
        offerings=two,
        offering_starts=[{}, {"offering_id": "T2"}],
        offering_skills=[{}, {"offering_id": "T2"}],
    )
    assert starts(route_of(snapshot, a_profile())) == {"T2": 4}


def test_what_is_shut_for_one_occupation_is_not_shut_for_the_next() -> None:
    occupations = [{}, {"occupation_id": "O2", "nlqf_level": 3, "wage_month_eur": 2000}]
    snapshot = ruled(
        FOR_OTHER_WORK,
        occupations=occupations,
        occupation_skills=[{}, {"occupation_id": "O2"}],
        positions=[{}, {"position_id": "J2", "occupation_id": "O2"}],
    )
    assert [route.target_occupation_id for route in suggest(snapshot, a_profile())] == ["O2"]


def test_a_search_remembers_nothing_that_was_shut_for_another_occupation() -> None:
    occupations = [{}, {"occupation_id": "O2", "nlqf_level": 3}]
    snapshot = ruled(
        FOR_OTHER_WORK,
        occupations=occupations,
        occupation_skills=[{}, {"occupation_id": "O2"}],
        positions=[{}, {"position_id": "J2", "occupation_id": "O2"}],
    )
    planner = Planner(snapshot, a_profile())
    assert planner.best(0) is None
    assert planner.laws.has_shut
    assert planner.best(1) is not None
    assert not planner.laws.has_shut


def test_a_rule_about_an_occupation_shuts_its_work() -> None:
    rule = a_rule(
        "own.occupation",
        "occupation.nlqf >= 3 or person.nlqf >= 3",
        yes={"occupation.nlqf": 3},
        no={"occupation.nlqf": 2, "person.nlqf": 2},
    )
    assert route_of(ruled(rule), a_profile(nlqf=2)) is None
    assert route_of(ruled(rule), a_profile(nlqf=3)) is not None


def career(*rules: Any, **more: Any) -> Snapshot:
    """O1 now, and O2 with a better wage and one more skill after a year."""
    usual: dict[str, Any] = {
        "skills": [{}, {"skill_id": "S2"}],
        "occupations": [{}, {"occupation_id": "O2", "nlqf_level": 3, "wage_month_eur": 4000}],
        "occupation_skills": [{}, {"occupation_id": "O2", "skill_id": "S2"}],
        "offerings": [{}, {"offering_id": "T2", "hours_per_week": 4, "cost_eur": 9000, **ROLLING}],
        "offering_starts": [{}],
        "offering_skills": [{}, {"offering_id": "T2", "skill_id": "S2"}],
        "positions": [{}, {"position_id": "J2", "occupation_id": "O2", "wage_month_eur": 4000}],
        "transitions": [{"to_occupation_id": "O2"}],
    }
    return ruled(*rules, **(usual | more))


def moves(snapshot: Snapshot) -> list[tuple[str, list[str]]]:
    (route,) = (one for one in suggest(snapshot, a_profile()) if one.target_occupation_id == "O1")
    assert route.career is not None
    return [(move.occupation_id, [step.offering_id for step in move.steps]) for move in route.career.moves]


def test_without_rules_a_career_goes_on() -> None:
    assert moves(career()) == [("O2", ["T2"])]


def test_a_rule_that_shuts_the_next_work_ends_the_career() -> None:
    rule = a_rule(
        "own.no_high_wage",
        "position.wage_month_eur < 3000",
        yes={"position.wage_month_eur": 2600},
        no={"position.wage_month_eur": 4000},
    )
    assert moves(career(rule)) == []


def test_a_rule_that_looks_at_what_is_held_shuts_the_next_work_too() -> None:
    rule = a_rule(
        "own.nlqf",
        "position.wage_month_eur < 3000 or person.nlqf >= 3",
        yes={"position.wage_month_eur": 2600},
        no={"position.wage_month_eur": 4000, "person.nlqf": 2},
    )
    assert moves(career(rule)) == []


def test_a_rule_that_shuts_the_bridging_step_ends_the_career() -> None:
    rule = a_rule(
        "own.cheap",
        "offering.cost_eur < 5000 or person.nlqf >= 3",
        yes={"offering.cost_eur": 400},
        no={"offering.cost_eur": 9000, "person.nlqf": 2},
    )
    assert moves(career(rule)) == []


def test_what_the_route_taught_opens_the_bridging_step() -> None:
    rule = a_rule(
        "own.paper",
        "offering.cost_eur < 5000 or 'C1' in person.credentials",
        yes={"offering.cost_eur": 400},
        no={"offering.cost_eur": 9000, "person.credentials": []},
    )
    files: dict[str, Any] = {"credentials": [{}], "offering_credentials": [{}]}
    assert moves(career(rule)) == []
    assert moves(career(rule, **files)) == [("O2", ["T2"])]


def test_what_work_taught_opens_the_next_work() -> None:
    rule = a_rule(
        "own.able",
        "position.wage_month_eur < 3000 or covers(person.skills, position.required_skills)",
        yes={"position.wage_month_eur": 2600},
        no={"position.wage_month_eur": 4000, "person.skills": {"S2": 1}, "position.required_skills": {"S1": 3}},
    )
    snapshot = career(
        rule,
        experience=[{"skill_id": "S1", "level": 3, "after_weeks": 52}],
        position_requires=[{"position_id": "J2", "level": 3}],
    )
    assert moves(snapshot) == [("O2", ["T2"])]


def test_wishes_move_a_suggestion() -> None:
    wish = a_rule(
        "own.wish",
        "occupation.sector in person.wished_sectors",
        yes={"occupation.sector": "metaal", "person.wished_sectors": ["metaal"]},
        no={"occupation.sector": "bouw", "person.wished_sectors": ["metaal"]},
        kind="ranking",
        points=20,
    )
    files: dict[str, Any] = {
        "occupations": [{"sector": "bouw"}, {"occupation_id": "O2", "sector": "metaal", "wage_month_eur": 2500}],
        "occupation_skills": [{}, {"occupation_id": "O2"}],
        "positions": [{}, {"position_id": "J2", "occupation_id": "O2"}],
    }
    wishing = a_profile(circumstances=Circumstances(wished_sectors=frozenset({"metaal"})))

    def order(snapshot: Snapshot, profile: Profile) -> list[str]:
        return [route.target_occupation_id for route in suggest(snapshot, profile)]

    assert order(ruled(wish, **files), a_profile()) == ["O1", "O2"]
    assert order(ruled(wish, **files), wishing) == ["O2", "O1"]
    assert order(ruled(**files), wishing) == ["O1", "O2"]


SCHEME = a_scheme(
    "scheme.own",
    "min(offering.cost_eur * 0.5, 150)",
    test="offering.kind == 'module'",
    yes=MODULE,
    no=BOL,
    stacking={"group": "public", "order": 100, "per_person": 900},
)


def paid(snapshot: Snapshot, profile: Profile) -> dict[str, int]:
    route = route_of(snapshot, profile)
    assert route is not None
    return {paid.scheme_id: paid.amount_eur for step in route.steps for paid in step.funding}


def test_a_scheme_of_the_rules_pays_a_step() -> None:
    assert paid(ruled(SCHEME), a_profile()) == {"scheme.own": 150}


def test_of_one_group_the_scheme_that_pays_most_pays() -> None:
    assert paid(ruled(SCHEME, schemes=[{"stack_group": "public"}]), a_profile()) == {"F1": 200}


def test_schemes_of_two_groups_pay_together() -> None:
    found = paid(ruled(SCHEME, schemes=[{"stack_group": "other"}]), a_profile())
    assert found == {"F1": 200, "scheme.own": 150}


def test_a_cap_holds_over_all_steps() -> None:
    capped = SCHEME | {"stacking": {"group": "public", "order": 100, "per_person": 200}}
    snapshot = ruled(
        capped,
        skills=[{}, {"skill_id": "S2"}],
        occupation_skills=[{}, {"skill_id": "S2"}],
        offerings=[{}, {"offering_id": "T2"}],
        offering_starts=[{}, {"offering_id": "T2"}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
    )
    route = route_of(snapshot, a_profile())
    assert route is not None
    assert route.own_cost_eur == 600


def test_a_scheme_that_ended_pays_nothing() -> None:
    assert paid(ruled(SCHEME | {"valid": {"from": "2022-03-01", "to": "2023-12-31"}}), a_profile()) == {}


def test_a_scheme_that_ends_with_an_age_does_not_pay_what_starts_later() -> None:
    young = a_scheme(
        "scheme.own",
        "100",
        test="person.age < 27",
        yes={"person.age": 26},
        no={"person.age": 27},
    )
    assert paid(ruled(young), a_profile(birth_date=date(2000, 2, 2))) == {"scheme.own": 100}
    assert paid(ruled(young), a_profile(birth_date=date(2000, 2, 1))) == {}


def spoilt(route: Route, **changes: Any) -> Route:
    (step,) = route.steps
    return replace(route, steps=(replace(step, funding=tuple(replace(one, **changes) for one in step.funding)),))


@pytest.mark.parametrize("changes", [{"amount_eur": 151}, {"scheme_id": "scheme.none"}, {"amount_eur": 0}])
def test_what_schemes_pay_is_proved(changes: dict[str, Any]) -> None:
    snapshot = ruled(SCHEME)
    route = route_of(snapshot, a_profile())
    assert route is not None
    with pytest.raises(BrokenRoute, match="R8"):
        verify(judge_of(snapshot), a_profile(), spoilt(route, **changes))


def test_a_route_through_a_shut_door_is_broken() -> None:
    route = route_of(ruled(), a_profile())
    assert route is not None
    with pytest.raises(BrokenRoute, match="rules"):
        verify(judge_of(ruled(SHUT_MODULES)), a_profile(), route)


def test_a_route_to_shut_work_is_broken() -> None:
    route = route_of(ruled(), a_profile())
    assert route is not None
    with pytest.raises(BrokenRoute, match="rules"):
        verify(judge_of(ruled(SHUT_WORK)), a_profile(), route)
