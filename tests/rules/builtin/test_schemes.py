"""What people and companies get from the schemes of the built-in rules, reasoned out by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest

from gouden_poort.rules.book.rule import Effect, Per, Rule
from gouden_poort.rules.case.amounts import amount_cents
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.placeholders import filled
from gouden_poort.rules.case.stacking import Grant, Refusal, stacked
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.language.words import Facts, Wording
from gouden_poort.rules.loading.books import builtin_rulebook

BOOK = builtin_rulebook()
SCHEMES = {rule.id: rule for rule in BOOK.rules if rule.scheme}
WINTER = date(2027, 2, 1)
NOBODY: Facts = {
    "person.age": 30,
    "person.groups": frozenset({"starter"}),
    "person.benefit": "none",
    "person.employed": True,
    "person.at_risk_of_job_loss": False,
    "person.income_low": False,
    "person.student_finance": True,
    "person.cao": "other",
    "person.basic_skills_below_2f": False,
    "person.integration_duty": "none",
    "person.permit": "dutch_eu",
    "person.right_to_work": "free",
    "person.in_doelgroepregister": False,
    "person.disabled_worker": False,
    "person.target_declaration": False,
    "person.back_in_old_job": False,
    "person.structural_limitation": False,
    "person.wage_value_percent": 100,
    "person.work_distance_large": False,
}
"""Someone of whom everything is known, and whom only the Werkcentrum is there for."""
A_COURSE: Facts = {"offering.kind": "course", "offering.subkind": "specialist", "offering.cost_eur": 6000}
A_BBL_PLACE: Facts = {
    "position.kind": "bbl",
    "position.full_diploma": True,
    "position.hours_per_week": 32,
    "position.contract_months": 12,
    "position.wage_month_eur": 2300,
}


def helping(facts: Facts, day: date = WINTER) -> set[str]:
    """The schemes that say yes."""
    return {rule.id for rule in SCHEMES.values() if judge(rule, facts, day).outcome is Outcome.YES}


def granted(facts: Facts, day: date = WINTER) -> Mapping[str, Grant]:
    """What each of them does beside the others."""
    verdicts = [judge(rule, facts, day) for rule in SCHEMES.values()]
    return {grant.rule_id: grant for grant in stacked(verdicts, facts, day)}


def cents(grants: Mapping[str, Grant]) -> dict[str, int | None]:
    """What each scheme that is not refused pays."""
    return {rule_id: grant.cents for rule_id, grant in grants.items() if grant.refused is None}


def own_cost_cents(grants: Mapping[str, Grant]) -> int:
    return sum(grant.lowers_own_cost_cents for grant in grants.values())


# ---- people


def test_someone_without_any_special_situation_can_go_to_the_werkcentrum_only() -> None:
    assert helping({**NOBODY, **A_COURSE}) == {"scheme.werkcentrum"}


def test_uwv_can_pay_a_course_of_someone_with_ww_up_to_its_highest_amount() -> None:
    facts = {**NOBODY, **A_COURSE, "person.benefit": "ww", "person.employed": False}
    assert helping(facts) == {"scheme.werkcentrum", "sch-uwv-scholing"}
    assert own_cost_cents(granted(facts)) == 5000_00


def test_a_known_benefit_is_enough_to_count_on_uwv() -> None:
    facts: Facts = {"person.benefit": "wia", "offering.kind": "exam", "offering.cost_eur": 300}
    assert own_cost_cents(granted(facts)) == 300_00


def test_with_wia_two_schemes_help_and_one_of_them_pays() -> None:
    grants = granted({**NOBODY, **A_COURSE, "person.benefit": "wia"})
    assert own_cost_cents(grants) == 5000_00
    assert {grants["sch-iro"].refused, grants["sch-uwv-scholing"].refused} == {None, Refusal.GROUP}


def test_guidance_of_uwv_does_not_go_with_a_plan_of_your_own() -> None:
    grants = granted({**NOBODY, **A_COURSE, "person.benefit": "wajong", "person.work_distance_large": True})
    assert (grants["sch-iro"].refused, grants["sch-iro"].by) == (Refusal.NOT_WITH, "scheme.werkfit")


def test_language_lessons_of_a_status_holder_cost_nothing() -> None:
    facts = {
        **NOBODY,
        "person.groups": frozenset({"status_holder"}),
        "person.benefit": "bijstand",
        "person.integration_duty": "wi2021",
        "person.learnability": "medium",
        "person.integration_route": "b1",
        "person.permit": "asylum_permit",
        "offering.kind": "language",
        "offering.cost_eur": 1500,
    }
    assert helping(facts) == {
        "sch-inburgering-gemeente",
        "scheme.bijstand_vrijlating",
        "scheme.map",
        "scheme.proefplaatsing_gemeente",
        "scheme.werkcentrum",
        "scheme.wi2021_b1",
    }
    assert own_cost_cents(granted(facts)) == 1500_00


def test_a_family_migrant_borrows_where_a_status_holder_is_paid_for() -> None:
    facts = {
        **NOBODY,
        "person.integration_duty": "wi2021",
        "person.permit": "family",
        "person.income_low": True,
        "offering.kind": "language",
        "offering.cost_eur": 1500,
    }
    assert {"scheme.duo_lening", "sch-inburgering-gemeente"} & helping(facts) == {"scheme.duo_lening"}
    assert cents(granted(facts))["scheme.duo_lening"] == 1500_00


@pytest.mark.parametrize(
    "changed",
    [
        {"person.benefit": "bijstand"},
        {"person.groups": frozenset({"status_holder"})},
        {"person.employed": False},
        {"person.at_risk_of_job_loss": True},
    ],
)
def test_a_basic_safety_course_is_free_for_whoever_looks_for_work(changed: Facts) -> None:
    facts: Facts = {**NOBODY, "offering.awards": frozenset({"cr-b-vca"}), "offering.cost_eur": 195}
    assert own_cost_cents(granted(facts)) == 0
    assert own_cost_cents(granted({**facts, **changed})) == 195_00


def test_a_voucher_of_the_sector_pays_before_uwv_and_together_no_more_than_the_price() -> None:
    facts = {
        **NOBODY,
        **A_COURSE,
        "offering.cost_eur": 3000,
        "person.benefit": "zw",
        "person.cao": "technisch_installatiebedrijf",
    }
    paid = cents(granted(facts))
    assert (paid["scheme.wij_waardebon"], paid["sch-uwv-scholing"]) == (500_00, 2500_00)


SCHOOL: Facts = {"offering.kind": "bol", "offering.subkind": "bol", "offering.cost_eur": 9000}


@pytest.mark.parametrize(
    ("age", "student_finance", "expected"),
    [
        (17, True, set()),
        (18, True, {"scheme.studiefinanciering_bol"}),
        (29, True, {"scheme.studiefinanciering_bol"}),
        (30, True, {"scheme.lll_krediet"}),
        (56, False, {"scheme.lll_krediet"}),
        (57, False, set()),
    ],
)
def test_who_goes_to_school_gets_student_finance_or_can_borrow_by_age(
    age: int, student_finance: bool, expected: set[str]
) -> None:
    facts = {**NOBODY, **SCHOOL, "person.age": age, "person.student_finance": student_finance}
    assert helping(facts) - {"scheme.werkcentrum"} == expected


def test_the_loan_and_student_finance_never_go_together() -> None:
    grants = granted({**NOBODY, **SCHOOL, "person.age": 25, "person.student_finance": False})
    refused = {grants[scheme].refused for scheme in ("scheme.lll_krediet", "scheme.studiefinanciering_bol")}
    assert refused == {None, Refusal.GROUP}


def test_a_loan_lowers_no_own_cost() -> None:
    grants = granted({**NOBODY, **SCHOOL, "person.age": 40})
    assert cents(grants)["scheme.lll_krediet"] == 7095_00
    assert own_cost_cents(grants) == 0


def test_the_share_of_a_wage_kept_beside_bijstand_changes_in_2027() -> None:
    rule = SCHEMES["scheme.bijstand_vrijlating"]
    said = [filled(rule.wording.nl, {}, day, BOOK.words, "nl") for day in (date(2026, 12, 31), date(2027, 1, 1))]
    assert ("25%, hoogstens 6 maanden" in said[0], "15%, hoogstens 12 maanden" in said[1]) == (True, True)


# ---- companies


def test_only_the_highest_wage_cost_benefit_counts() -> None:
    facts = {
        **NOBODY,
        "person.in_doelgroepregister": True,
        "person.disabled_worker": True,
        "person.target_declaration": True,
    }
    grants = granted(facts)
    assert (grants["scheme.lkv_arbeidsgehandicapt"].cents, grants["scheme.lkv_arbeidsgehandicapt"].per) == (
        305,
        Per.HOUR,
    )
    assert grants["scheme.lkv_banenafspraak"].refused is Refusal.GROUP


def test_the_job_agreement_alone_gives_its_own_rate_with_coach_and_no_risk() -> None:
    grants = granted({**NOBODY, "person.in_doelgroepregister": True})
    assert set(grants) == {
        "scheme.jobcoach",
        "scheme.lkv_banenafspraak",
        "scheme.no_risk",
        "scheme.werkcentrum",
    }
    assert grants["scheme.lkv_banenafspraak"].cents == 101


def test_an_installation_company_combines_what_it_gets_for_one_apprentice() -> None:
    company: Facts = {
        "employer.cao": "technisch_installatiebedrijf",
        "employer.recognised": True,
        "employer.staff": 10,
        "employer.applied": False,
    }
    assert cents(granted({**NOBODY, **A_BBL_PLACE, **company})) == {
        "scheme.praktijkleren": 2700_00,
        "scheme.werkcentrum": None,
        "scheme.wij_osr": 1800_00,
        "scheme.wij_rti": None,
        "scheme.wij_stip": 1300_00,
    }


def test_a_company_that_is_not_recognised_gets_nothing_for_an_apprentice() -> None:
    company: Facts = {"employer.cao": "metaalbewerking", "employer.recognised": False, "employer.applied": False}
    assert helping({**NOBODY, **A_BBL_PLACE, **company}) == {"scheme.werkcentrum"}


def test_slim_does_not_pay_for_a_course_that_the_fund_of_the_sector_pays() -> None:
    company: Facts = {"employer.cao": "technisch_installatiebedrijf", "employer.staff": 4, "employer.applied": True}
    grants = granted({**NOBODY, **A_COURSE, **company})
    assert grants["scheme.wij_osr"].cents == 1260_00
    assert grants["scheme.slim_scholing"].refused is Refusal.GROUP


@pytest.mark.parametrize(
    ("benefit", "expected"), [("wajong", "scheme.loondispensatie"), ("bijstand", "scheme.loonkostensubsidie")]
)
def test_the_benefit_says_who_makes_up_for_less_work(benefit: str, expected: str) -> None:
    facts = {**NOBODY, "person.benefit": benefit, "person.wage_value_percent": 60}
    both = {"scheme.loondispensatie", "scheme.loonkostensubsidie"}
    assert helping(facts) & both == {expected}


HIRED: Facts = {
    **NOBODY,
    **A_BBL_PLACE,
    "person.groups": frozenset({"status_holder"}),
    "person.integration_duty": "done",
    "person.sowis_used": False,
    "employer.de_minimis_eur": 0,
}


def test_a_company_that_hires_a_status_holder_gets_sowis_while_it_lasts() -> None:
    assert granted(HIRED, date(2026, 12, 31))["scheme.sowis"].cents == 8000_00
    assert "scheme.sowis" not in helping(HIRED, date(2027, 1, 1))


def test_whether_sowis_was_used_before_is_a_question_as_long_as_nobody_says() -> None:
    facts = {name: value for name, value in HIRED.items() if name != "person.sowis_used"}
    assert judge(SCHEMES["scheme.sowis"], facts, date(2026, 11, 21)).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("benefit", ["ww", "zw", "wia", "wao", "waz", "wajong", "iow", "bijstand", "none"])
def test_a_job_can_be_tried_with_every_benefit_and_with_one_scheme_only(benefit: str) -> None:
    facts = {**NOBODY, **A_BBL_PLACE, "person.benefit": benefit}
    trials = {"scheme.proefplaatsing", "scheme.proefplaatsing_gemeente"} & helping(facts)
    assert trials == {
        "none": set(),
        "bijstand": {"scheme.proefplaatsing_gemeente"},
    }.get(benefit, {"scheme.proefplaatsing"})


# ---- what has ended or never began


ENDED = {
    "sch-stap": date(2023, 12, 31),
    "scheme.ao_flex": date(2024, 12, 31),
    "scheme.ao_zijinstroom": date(2023, 12, 31),
    "scheme.lkv_oudere": date(2025, 12, 31),
    "scheme.mobiliteitsbonus_bbl": date(2013, 12, 31),
    "scheme.praktijkleren_klimaat": date(2026, 7, 31),
    "scheme.rmt": date(2025, 12, 31),
    "scheme.telmeemettaal": date(2024, 12, 31),
}
EVERYTHING: Facts = {
    **HIRED,
    **A_COURSE,
    "person.age": 60,
    "person.groups": frozenset({"status_holder", "career_changer"}),
    "person.benefit": "ww",
    "person.employed": False,
    "person.basic_skills_below_2f": True,
    "person.right_to_work": "permit_needed",
    "employer.applied": True,
    "employer.recognised": True,
    "employer.cao": "metalektro",
    "offering.nlqf": 3,
}
"""Whatever the ended schemes ask for."""


@pytest.mark.parametrize("scheme", sorted(ENDED))
def test_an_ended_scheme_helps_on_its_last_day_and_never_after(scheme: str) -> None:
    assert scheme in helping(EVERYTHING, ENDED[scheme])
    assert scheme not in helping(EVERYTHING, ENDED[scheme] + timedelta(days=1))


def test_every_scheme_that_is_over_is_named_here() -> None:
    over = {rule.id for rule in SCHEMES.values() if rule.period.last and rule.period.last < date(2026, 11, 21)}
    assert over == set(ENDED)


def test_stap_and_the_skilled_worker_scheme_never_help_from_2024_on() -> None:
    rules = [SCHEMES["sch-stap"], SCHEMES["scheme.vakkrachten"]]
    days = (date(2024, 1, 1) + timedelta(days=count) for count in range(13 * 366))
    outcomes = {judge(rule, EVERYTHING, day).outcome for day in days for rule in rules}
    assert outcomes == {Outcome.NOT_IN_FORCE}


# ---- what holds for all of them


def test_whatever_lowers_a_price_has_an_amount_for_a_step_or_a_person() -> None:
    facts: Facts = {"offering.cost_eur": 400, "employer.staff": 1}
    paying = [rule for rule in SCHEMES.values() if rule.scheme and rule.scheme.effect is Effect.OWN_COST]
    lacking = {
        rule.id
        for rule in paying
        if not amount_cents(rule, facts, rule.period.first or WINTER)
        or rule.scheme is None
        or rule.scheme.amount is None
        or rule.scheme.amount.per not in (Per.STEP, Per.PERSON)
    }
    assert (len(paying), lacking) == (6, set())


def test_no_scheme_is_surely_given_to_someone_of_whom_nothing_is_known() -> None:
    assert helping({}) == set()


def test_whatever_is_old_or_from_hearsay_says_what_to_ask() -> None:
    silent = {rule.id for rule in SCHEMES.values() if _is_old_or_hearsay(rule) and not rule.unsure}
    assert silent - set(ENDED) == set()


def _is_old_or_hearsay(rule: Rule) -> bool:
    years = re.findall(r"\b20\d\d\b", rule.source.title)
    return "kennis" in rule.source.title or max(years, default="") < "2026"


@pytest.mark.parametrize("rule", SCHEMES.values(), ids=lambda rule: rule.id)
def test_no_sentence_of_a_scheme_is_longer_than_fifteen_words(rule: Rule) -> None:
    sentences = [
        sentence
        for wording in _wordings(rule)
        for sentence in re.split(r"(?<=[.?!])\s+", filled(wording.nl, {}, WINTER, BOOK.words, "nl"))
    ]
    assert [sentence for sentence in sentences if len(sentence.split()) > 15] == []


def _wordings(rule: Rule) -> Iterator[Wording]:
    yield rule.wording
    yield from rule.not_expressed
    yield from (leaf.wording for leaf in rule.leaves if leaf.wording)
    if rule.unsure:
        yield rule.unsure
    if rule.scheme and rule.scheme.window:
        yield rule.scheme.window
