"""A finished route tells which rules speak about its steps, its work and its person, and only what is worth telling."""

from __future__ import annotations

from typing import Any

import pytest

from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.explanation import RouteExplanation, explain, explain_all
from gouden_poort.routing.thorough import best_route
from gouden_poort.rules.case.verdict import Outcome, Verdict
from tests.builders import a_profile
from tests.rules.books import ADULT, ADULT_WORK, Written, a_rule, ruled

MODULE, BOL = {"offering.kind": "module"}, {"offering.kind": "bol"}
ABOUT_MODULES = a_rule("own.module", "offering.kind == 'module'", yes=MODULE, no=BOL, kind="info")
ABOUT_BOL = a_rule("own.bol", "offering.kind == 'bol'", yes=BOL, no=MODULE, kind="info")


def explained(*rules: Written, profile: Profile | None = None, **files: Any) -> RouteExplanation:
    snapshot, person = ruled(*rules, **files), profile or a_profile()
    route = best_route(snapshot, person, "O1")
    assert route is not None
    return explain(snapshot, person, route)


def told(verdicts: tuple[Verdict, ...]) -> list[tuple[str, Outcome]]:
    return [(verdict.rule.id, verdict.outcome) for verdict in verdicts]


def test_an_admission_of_a_step_is_told_when_it_passes() -> None:
    assert told(explained(ADULT).steps[0].verdicts) == [("own.adult", Outcome.YES)]


def test_an_admission_to_work_is_told_at_the_work() -> None:
    found = explained(ADULT_WORK)
    assert told(found.placement_verdicts) == [("own.adult_work", Outcome.YES)]
    assert found.steps[0].verdicts == ()


def test_what_does_not_apply_is_not_told() -> None:
    assert explained(ADULT | {"only_if": "offering.weeks > 100"} | no_examples_of_weeks()).steps[0].verdicts == ()


def no_examples_of_weeks() -> dict[str, Any]:
    return {
        "tests": [
            {"given": {"person.age": 18, "offering.weeks": 101, **MODULE}, "expect": "yes"},
            {"given": {"person.age": 17, "offering.weeks": 101, **MODULE}, "expect": "no"},
            {"given": {"person.age": 17, "offering.weeks": 100, **MODULE}, "expect": "not_applicable"},
        ]
    }


def test_a_rule_that_is_over_is_not_told() -> None:
    assert explained(ADULT | {"valid": {"from": "2020-01-01", "to": "2026-12-31"}}).steps[0].verdicts == ()


def test_what_is_only_said_when_it_holds_is_silent_otherwise() -> None:
    assert told(explained(ABOUT_MODULES, ABOUT_BOL).steps[0].verdicts) == [("own.module", Outcome.YES)]


def test_something_to_do_first_is_told_and_shuts_nothing() -> None:
    rule = a_rule("own.do", "offering.kind == 'bol'", yes=BOL, no=MODULE, kind="obligation")
    assert told(explained(rule).steps[0].verdicts) == [("own.do", Outcome.NO)]


@pytest.mark.parametrize(("test", "is_told"), [("person.employed", True), ("person.age > 90", False)])
def test_a_scheme_is_told_unless_it_surely_does_not_help(test: str, is_told: bool) -> None:
    fact, yes, no = ("person.employed", True, False) if is_told else ("person.age", 91, 90)
    scheme = a_rule(
        "scheme.own",
        test,
        yes={fact: yes},
        no={fact: no},
        kind="scheme",
        effect="in_kind",
        beneficiary="candidate",
        arranged_by="state",
        stacking={"group": "help", "order": 1},
    )
    assert bool(explained(scheme).person_verdicts) == is_told


def test_a_wish_is_no_explanation() -> None:
    wish = a_rule(
        "own.wish",
        "occupation.nlqf >= 2",
        yes={"occupation.nlqf": 2},
        no={"occupation.nlqf": 1},
        kind="ranking",
        points=7,
    )
    found = explained(wish)
    assert (found.placement_verdicts, found.person_verdicts) == ((), ())


def test_the_conditions_of_the_catalogue_are_not_told_twice() -> None:
    assert explained(offerings=[{"min_age": 18}]).steps[0].verdicts == ()


def test_a_step_is_judged_with_what_is_held_by_then() -> None:
    rule = a_rule(
        "own.fluent",
        "person.cefr >= 'B1' and offering.kind == 'module'",
        yes={"person.cefr": "B1", **MODULE},
        no={"person.cefr": "A2", **MODULE},
        kind="info",
    )
    files: dict[str, Any] = {
        "offerings": [{"min_cefr": "B1"}, {"offering_id": "TL", "kind": "language", "weeks": 2, "awards_cefr": "B1"}],
        "offering_starts": [{}, {"offering_id": "TL", "start_date": "2027-01-04"}],
        "offering_skills": [{}],
    }
    found = explained(rule, profile=a_profile(cefr=CEFR.A2), **files)
    assert {step.step.offering_id: told(step.verdicts) for step in found.steps} == {
        "TL": [],
        "T1": [("own.fluent", Outcome.YES)],
    }


def test_a_rule_about_the_person_is_told_once() -> None:
    rule = a_rule("own.person", "person.age >= 18", yes={"person.age": 18}, no={"person.age": 17}, kind="advice")
    found = explained(rule)
    assert told(found.person_verdicts) == [("own.person", Outcome.YES)]
    assert found.placement_verdicts == ()


def test_what_is_about_the_person_alone_is_judged_once_for_all_routes() -> None:
    rule = a_rule("own.person", "person.age >= 18", yes={"person.age": 18}, no={"person.age": 17}, kind="advice")
    snapshot, person = ruled(rule), a_profile()
    route = best_route(snapshot, person, "O1")
    assert route is not None
    one, other = explain_all(snapshot, person, [route, route])
    assert one.person_verdicts is other.person_verdicts


def test_routes_explained_together_are_explained_as_each_by_itself() -> None:
    snapshot, person = ruled(ADULT, ADULT_WORK, ABOUT_MODULES), a_profile()
    route = best_route(snapshot, person, "O1")
    assert route is not None
    assert explain_all(snapshot, person, [route, route]) == (explain(snapshot, person, route),) * 2


def test_questions_that_were_answered_are_kept() -> None:
    assert explained().answered == frozenset()
