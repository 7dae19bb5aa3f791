"""Which schemes go together for one step, what each pays, and why another does not."""

from collections.abc import Mapping

import pytest

from gouden_poort.rules.book.rule import Amount, Effect, Per, Rounding, Rule, Stacking
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.stacking import Grant, Refusal, stacked
from gouden_poort.rules.language.tree import FactValue, Number, Truth
from gouden_poort.rules.language.words import Facts, Kind
from tests.rules.builders import DAY, a_fact, a_scheme

HELPS = Truth(a_fact("person.helped", Kind.YES_NO))
COST = a_fact("offering.cost_eur", Kind.MONEY, unit="euro")
PRICE = FactValue(COST)
FACTS: Facts = {"person.helped": True, "offering.cost_eur": 1000}


def scheme(scheme_id: str, euros: int | None = 100, per: Per = Per.STEP, **given: object) -> Rule:
    effect = given.pop("effect", Effect.OWN_COST)
    amount = None if euros is None else Amount(value=Number(euros), round=Rounding.DOWN_TO_CENT, per=per)
    stacking = Stacking(**({"group": scheme_id} | given))  # type: ignore[arg-type]
    return a_scheme(HELPS, amount, id=scheme_id, effect=effect, stacking=stacking)


def grants(*rules: Rule, facts: Facts = FACTS, **used: Mapping[str, int]) -> tuple[Grant, ...]:
    return stacked([judge(rule, facts, DAY) for rule in rules], facts, DAY, **used)


def paid(*rules: Rule, facts: Facts = FACTS, **used: Mapping[str, int]) -> dict[str, tuple[int | None, Refusal | None]]:
    return {grant.rule_id: (grant.cents, grant.refused) for grant in grants(*rules, facts=facts, **used)}


def test_schemes_of_different_groups_all_pay() -> None:
    assert paid(scheme("a"), scheme("b", 50)) == {"a": (10000, None), "b": (5000, None)}


@pytest.mark.parametrize("helped", [False, None])
def test_a_scheme_that_does_not_say_yes_is_left_out(helped: bool | None) -> None:
    assert grants(scheme("a"), facts={"person.helped": helped}) == ()


def test_they_pay_by_order_and_then_by_id() -> None:
    rules = (scheme("c"), scheme("b"), scheme("a", order=200), scheme("d", order=1))
    assert [grant.rule_id for grant in grants(*rules)] == ["d", "b", "c", "a"]


def test_of_a_group_the_one_that_pays_most_wins_whatever_the_order() -> None:
    low, high = scheme("a", 100, group="uwv", order=1), scheme("b", 300, group="uwv", order=9)
    assert paid(low, high) == {"a": (0, Refusal.GROUP), "b": (30000, None)}


def test_of_a_group_that_pays_the_same_the_first_id_wins() -> None:
    assert paid(scheme("b", group="uwv"), scheme("a", group="uwv"))["a"] == (10000, None)


def test_the_one_that_loses_names_the_one_that_won() -> None:
    assert [grant.by for grant in grants(scheme("b", group="uwv"), scheme("a", group="uwv"))] == ["", "a"]


def test_within_a_group_a_gift_goes_before_a_greater_loan() -> None:
    loan = scheme("a", 5000, group="study", effect=Effect.LOAN)
    assert paid(loan, scheme("b", 100, group="study"))["b"] == (10000, None)


def test_the_greater_one_of_a_group_that_was_used_up_leaves_room_for_the_other() -> None:
    big = scheme("a", 300, group="uwv", per_person_eur=300)
    assert paid(big, scheme("b", 100, group="uwv"), used={"a": 30000}) == {"a": (0, Refusal.CAP), "b": (10000, None)}


def test_the_other_of_a_group_pays_when_the_first_may_not_stand_beside_an_earlier_one() -> None:
    earlier = scheme("x", order=1)
    first, other = scheme("a", 300, group="uwv", not_with=("x",)), scheme("b", 100, group="uwv")
    assert paid(earlier, first, other) == {"x": (10000, None), "a": (0, Refusal.NOT_WITH), "b": (10000, None)}


@pytest.mark.parametrize(("first", "second"), [(("b",), ()), ((), ("b", "a")), (("b",), ("a",))])
def test_not_with_counts_whichever_of_the_two_says_so(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    found = grants(scheme("a", not_with=first), scheme("b", not_with=second))
    assert [(grant.rule_id, grant.refused, grant.by) for grant in found] == [
        ("a", None, ""),
        ("b", Refusal.NOT_WITH, "a"),
    ]


def test_what_paid_this_person_before_stands_in_the_way_too() -> None:
    assert paid(scheme("a", not_with=("old",)), used={"old": 100})["a"] == (0, Refusal.NOT_WITH)


def test_what_paid_nothing_before_stands_in_nobodys_way() -> None:
    assert paid(scheme("a", not_with=("old",)), used={"old": 0})["a"] == (10000, None)


def test_a_scheme_with_nothing_to_pay_stands_in_nobodys_way() -> None:
    found = paid(scheme("a", 0, order=1, not_with=("b",)), scheme("b"))
    assert found == {"a": (0, Refusal.NOTHING), "b": (10000, None)}


def test_together_they_pay_no_more_than_the_price() -> None:
    rules = (scheme(one, 600, together_at_most=PRICE) for one in ("a", "b", "c"))
    assert paid(*rules) == {"a": (60000, None), "b": (40000, None), "c": (0, Refusal.TOGETHER)}


def test_the_limit_of_an_earlier_one_holds_for_a_later_one_that_says_nothing() -> None:
    assert paid(scheme("a", 600, together_at_most=PRICE), scheme("b", 600))["b"] == (40000, None)


def test_how_much_is_not_known_when_the_price_is_not() -> None:
    assert paid(scheme("a", together_at_most=PRICE), facts={"person.helped": True})["a"] == (None, None)


@pytest.mark.parametrize(("gone", "expected"), [(0, (10000, None)), (45000, (5000, None)), (50000, (0, Refusal.CAP))])
def test_a_highest_amount_for_one_person_counts_what_was_paid(gone: int, expected: tuple[int, Refusal | None]) -> None:
    assert paid(scheme("a", per_person_eur=500), used={"a": gone})["a"] == expected


@pytest.mark.parametrize(("gone", "expected"), [(0, (10000, None)), (15000, (5000, None)), (20000, (0, Refusal.CAP))])
def test_a_highest_amount_for_one_year_counts_that_year_only(gone: int, expected: tuple[int, Refusal | None]) -> None:
    found = paid(scheme("a", per_year_eur=200), used={"a": 90000}, used_this_year={"a": gone})
    assert found["a"] == expected


def test_the_tighter_of_both_highest_amounts_holds() -> None:
    assert paid(scheme("a", per_person_eur=70, per_year_eur=60))["a"] == (6000, None)


@pytest.mark.parametrize("effect", [Effect.KEEPS_BENEFIT, Effect.PAYS_EMPLOYER, Effect.LOAN, Effect.IN_KIND])
def test_only_own_cost_lowers_what_a_person_pays(effect: Effect) -> None:
    found = grants(scheme("a", 300, effect=effect), scheme("b", 100))
    assert sum(grant.lowers_own_cost_cents for grant in found) == 10000


def test_money_for_the_employer_does_not_eat_up_what_a_person_may_get() -> None:
    subsidy = scheme("a", 900, effect=Effect.PAYS_EMPLOYER, together_at_most=PRICE)
    assert paid(subsidy, scheme("b", 600, together_at_most=PRICE))["b"] == (60000, None)


def test_an_amount_by_the_hour_counts_in_no_sum_and_lowers_nothing() -> None:
    hourly = scheme("a", 900, per=Per.HOUR, order=1, per_person_eur=10)
    found = grants(hourly, scheme("b", 600, together_at_most=PRICE))
    assert [(grant.cents, grant.lowers_own_cost_cents) for grant in found] == [(90000, 0), (60000, 60000)]


def test_help_in_kind_is_granted_without_an_amount() -> None:
    assert paid(scheme("a", None, effect=Effect.IN_KIND)) == {"a": (None, None)}


def test_help_in_kind_can_stand_in_the_way_of_another() -> None:
    assert paid(scheme("a", None, order=1, not_with=("b",)), scheme("b"))["b"] == (0, Refusal.NOT_WITH)


@pytest.mark.parametrize(("first", "second"), [(400, 1000), (1000, 400)])
def test_of_two_limits_together_the_tighter_holds(first: int, second: int) -> None:
    rules = (scheme("a", 300, together_at_most=Number(first)), scheme("b", 300, together_at_most=Number(second)))
    assert paid(*rules) == {"a": (30000, None), "b": (10000, None)}
