"""What schemes pay by catalogue and rules together: never more than is true, and only what is surely given."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from gouden_poort.profiles.levels import Benefit
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.verification import held_at
from gouden_poort.rules.judge import Judge, judge_of
from gouden_poort.rules.opening import doors_of
from gouden_poort.rules.paying import NO_CAP, Start, Terms, apart, terms_of
from gouden_poort.rules.schemes import PersonalScheme
from tests.builders import MONDAY, a_profile
from tests.rules.books import Written, a_rule, a_scheme, ruled

MODULE, BOL = {"offering.kind": "module"}, {"offering.kind": "bol"}
SCHEME = {"scheme_id": "sch-f1"}
FIGURE = {"unit": "euro", "nl": "bedrag", "en": "amount", "source": "Example act"}


def for_modules(rule_id: str = "scheme.own", amount: str = "min(offering.cost_eur * 0.5, 150)", **more: Any) -> Written:
    """Half the price of a module, 150 euro at most."""
    return a_scheme(rule_id, amount, test="offering.kind == 'module'", yes=MODULE, no=BOL, **more)


def for_the_young(rule_id: str = "sch-f1", **more: Any) -> Written:
    """For who is under 27."""
    return a_scheme(
        rule_id,
        "min(offering.cost_eur, 100)",
        test="person.age < 27 and offering.cost_eur > 0",
        yes={"person.age": 26, "offering.cost_eur": 5},
        no={"person.age": 27, "offering.cost_eur": 5},
        **more,
    )


def given(profile: Profile, *rules: Written, **files: Any) -> tuple[Judge, tuple[PersonalScheme, ...]]:
    judge = judge_of(ruled(*rules, **files))
    return judge, doors_of(judge, profile).schemes


def plainly(judge: Judge, profile: Profile, scheme: str, day: date = MONDAY, offering: int = 0) -> Terms | None:
    return terms_of(judge, profile, scheme, Start(offering, day, held_at(judge.snapshot, profile, (), day)))


def test_a_scheme_of_the_rules_alone_pays_what_they_say() -> None:
    stacking = {"group": "purse", "order": 100, "per_person": 900}
    judge, (scheme,) = given(a_profile(), for_modules(stacking=stacking))
    assert (scheme.id, scheme.stack_group, scheme.cap_eur) == ("scheme.own", "purse", 900)
    assert scheme.limits_eur.tolist() == [150]
    assert plainly(judge, a_profile(), "scheme.own") == Terms(limit_eur=150, stack_group="purse", cap_eur=900)


def test_the_share_counts_where_it_is_less() -> None:
    _, (scheme,) = given(a_profile(), for_modules(), offerings=[{"cost_eur": 201}])
    assert scheme.limits_eur.tolist() == [100]


def test_no_more_is_paid_than_the_price() -> None:
    judge, (scheme,) = given(a_profile(), for_modules(amount="5000"))
    assert scheme.limits_eur.tolist() == [400]
    terms = plainly(judge, a_profile(), "scheme.own")
    assert terms is not None
    assert terms.limit_eur == 400


def test_without_a_cap_there_is_no_cap() -> None:
    _, (scheme,) = given(a_profile(), for_modules())
    assert scheme.cap_eur == NO_CAP


def test_a_cap_for_each_year_is_kept_over_all_years() -> None:
    stacking = {"group": "purse", "order": 100, "per_person": 900, "per_year": 300}
    _, (scheme,) = given(a_profile(), for_modules(stacking=stacking))
    assert scheme.cap_eur == 300


@pytest.mark.parametrize("per", ["person", "year"])
def test_an_amount_for_a_person_or_a_year_is_paid_once(per: str) -> None:
    amount = {"value": "min(offering.cost_eur, 300)", "round": "down_to_euro", "per": per}
    _, (scheme,) = given(a_profile(), for_modules() | {"amount": amount})
    assert scheme.cap_eur == 300


@pytest.mark.parametrize("per", ["hour", "month", "placement", "company"])
def test_an_amount_for_anything_else_is_no_price_of_a_step(per: str) -> None:
    amount = {"value": "min(offering.cost_eur, 300)", "round": "down_to_euro", "per": per}
    judge, schemes = given(a_profile(), for_modules() | {"amount": amount})
    assert schemes == ()
    assert plainly(judge, a_profile(), "scheme.own") is None


@pytest.mark.parametrize("effect", ["keeps_benefit", "pays_employer", "loan", "in_kind"])
def test_only_own_cost_lowers_a_price(effect: str) -> None:
    _, schemes = given(a_profile(), for_modules(effect=effect))
    assert schemes == ()


def test_a_scheme_that_ended_never_pays() -> None:
    judge, schemes = given(a_profile(), for_modules(valid={"from": "2022-03-01", "to": "2023-12-31"}))
    assert schemes == ()
    assert plainly(judge, a_profile(), "scheme.own") is None


def test_a_scheme_that_has_not_begun_pays_from_then_on() -> None:
    _, (scheme,) = given(a_profile(), for_modules(valid={"from": "2027-02-03"}))
    assert scheme.first_week == 5


def test_a_scheme_that_ends_on_the_way_pays_until_then() -> None:
    judge, (scheme,) = given(a_profile(), for_modules(valid={"to": "2027-02-07"}))
    assert scheme.last_week == 4
    assert plainly(judge, a_profile(), "scheme.own", MONDAY + timedelta(weeks=4)) is not None
    assert plainly(judge, a_profile(), "scheme.own", MONDAY + timedelta(weeks=5)) is None


def test_what_is_not_known_pays_nothing() -> None:
    unsure = a_scheme(
        "scheme.own", "100", test="person.employed", yes={"person.employed": True}, no={"person.employed": False}
    )
    judge, schemes = given(a_profile(), unsure)
    assert schemes == ()
    assert plainly(judge, a_profile(), "scheme.own") is None


def test_an_amount_that_is_not_known_pays_nothing() -> None:
    judge, schemes = given(a_profile(), for_modules(amount="offering.cost_eur * person.digital_level"))
    assert schemes == ()
    terms = plainly(judge, a_profile(), "scheme.own")
    assert terms is None or terms.limit_eur == 0


def test_an_age_that_ends_on_the_way_ends_the_scheme() -> None:
    _, (scheme,) = given(a_profile(birth_date=date(2000, 2, 2)), for_the_young("scheme.own"))
    assert scheme.last_week == 4


def test_one_scheme_goes_on_where_another_ends() -> None:
    _, schemes = given(a_profile(birth_date=date(2000, 2, 2)), for_the_young("scheme.young"), for_modules())
    last = {scheme.id: scheme.last_week for scheme in schemes}
    assert last["scheme.young"] == 4
    assert last["scheme.own"] > 400


def test_a_scheme_whose_figure_changes_pays_by_the_first_one_while_it_holds() -> None:
    rule = for_modules(amount="min(offering.cost_eur, highest)", valid={"from": "2020-01-01"})
    figures = {"highest": {**FIGURE, "values": {"2020-01-01": 300, "2027-02-10": 100}}}
    judge, (scheme,) = given(a_profile(), rule, parameters=figures)
    assert (scheme.limits_eur.tolist(), scheme.last_week) == ([300], 5)
    after = plainly(judge, a_profile(), "scheme.own", MONDAY + timedelta(weeks=6))
    assert after is not None
    assert after.limit_eur == 100


def test_of_two_periods_that_differ_the_first_one_pays() -> None:
    old = for_modules(amount="80", valid={"to": "2027-01-31"})
    new = for_modules(amount="120", valid={"from": "2027-02-01"})
    _, (scheme,) = given(a_profile(), new, old)
    assert (scheme.limits_eur.tolist(), scheme.last_week) == ([80], 3)


def test_two_periods_that_pay_the_same_are_one() -> None:
    old, new = for_modules(valid={"to": "2027-01-31"}), for_modules(valid={"from": "2027-02-01"})
    _, (scheme,) = given(a_profile(), old, new)
    assert scheme.last_week > 400


def test_a_scheme_of_the_catalogue_without_a_rule_pays_as_before() -> None:
    judge, (scheme,) = given(a_profile(), schemes=[SCHEME])
    assert (scheme.id, scheme.limits_eur.tolist(), scheme.cap_eur) == ("sch-f1", [200], 1000)
    assert plainly(judge, a_profile(), "sch-f1") == Terms(limit_eur=200, stack_group="public", cap_eur=1000)


def test_a_scheme_of_the_catalogue_pays_what_the_catalogue_says() -> None:
    judge, (scheme,) = given(a_profile(birth_date=date(2005, 1, 1)), for_the_young(), schemes=[SCHEME])
    assert scheme.limits_eur.tolist() == [200]
    assert plainly(judge, a_profile(birth_date=date(2005, 1, 1)), "sch-f1") is not None


def test_a_scheme_of_the_catalogue_does_not_pay_where_its_rule_says_no() -> None:
    judge, schemes = given(a_profile(), for_the_young(), schemes=[SCHEME])
    assert schemes == ()
    assert plainly(judge, a_profile(), "sch-f1") is None


def test_a_scheme_of_the_catalogue_is_narrowed_in_time() -> None:
    _, (scheme,) = given(
        a_profile(), for_modules("sch-f1", valid={"from": "2027-01-11", "to": "2027-02-07"}), schemes=[SCHEME]
    )
    assert (scheme.first_week, scheme.last_week) == (1, 4)


def test_the_time_of_the_catalogue_stays_where_it_is_shorter() -> None:
    rule = for_modules("sch-f1", valid={"from": "2027-01-11", "to": "2029-02-07"})
    rows = [SCHEME | {"valid_from": "2027-01-18", "valid_to": "2027-03-01"}]
    _, (scheme,) = given(a_profile(), rule, schemes=rows)
    assert (scheme.first_week, scheme.last_week) == (2, 8)


def test_a_scheme_of_the_catalogue_is_narrowed_by_offering() -> None:
    offerings = [{}, {"offering_id": "T2", "kind": "bol"}]
    starts = [{}, {"offering_id": "T2"}]
    _, (scheme,) = given(
        a_profile(), for_modules("sch-f1"), schemes=[SCHEME], offerings=offerings, offering_starts=starts
    )
    assert scheme.limits_eur.tolist() == [200, 0]


def test_a_scheme_of_the_rules_stands_beside_one_of_the_catalogue() -> None:
    _, schemes = given(a_profile(), for_modules(), schemes=[SCHEME])
    assert [(scheme.id, scheme.stack_group) for scheme in schemes] == [("sch-f1", "public"), ("scheme.own", "purse")]


def test_of_two_schemes_that_exclude_each_other_the_first_in_order_pays() -> None:
    one = for_modules("scheme.one", stacking={"group": "one", "order": 20, "not_with": ["scheme.two"]})
    two = for_modules("scheme.two", stacking={"group": "one", "order": 10})
    judge, schemes = given(a_profile(), one, two)
    assert apart(judge) == {frozenset({"scheme.one", "scheme.two"})}
    assert [scheme.id for scheme in schemes] == ["scheme.two"]


def test_a_scheme_for_a_benefit_pays_for_that_benefit_only() -> None:
    rule = a_scheme(
        "scheme.own",
        "100",
        test="person.benefit == 'ww'",
        yes={"person.benefit": "ww"},
        no={"person.benefit": "none"},
    )
    _, on_ww = given(a_profile(benefit=Benefit.WW), rule)
    _, without = given(a_profile(), rule)
    assert ([scheme.id for scheme in on_ww], without) == (["scheme.own"], ())


def test_a_ranking_rule_is_no_scheme() -> None:
    wish = a_rule(
        "own.wish",
        "occupation.nlqf >= 2",
        yes={"occupation.nlqf": 2},
        no={"occupation.nlqf": 1},
        kind="ranking",
        points=7,
    )
    _, schemes = given(a_profile(), wish)
    assert schemes == ()
