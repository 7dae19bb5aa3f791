"""Conditions in words: nothing is asked that someone already answered, and what is missing is said kindly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gouden_poort.profiles.levels import PriorEducation, TargetGroup
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.routing.route import Placement, Route, Step
from gouden_poort.web.ask_first import Conditions, conditions_left, papers_before
from tests.builders import a_profile, a_snapshot

NOTHING = Conditions()


def left(conditions: str, profile: Profile) -> Conditions:
    return conditions_left(conditions, profile, profile.credentials)


def with_schooling(schooling: PriorEducation | None) -> Profile:
    return a_profile(circumstances=Circumstances(prior_education=schooling))


def with_years(years: int | None) -> Profile:
    return a_profile(circumstances=Circumstances(years_in_trade=years))


def test_a_licence_is_held_missing_or_not_known() -> None:
    condition = "licence_b=true"
    assert left(condition, a_profile(credentials=frozenset({"cr-rijbewijs-b"}))) == NOTHING
    assert left(condition, a_profile(credentials=frozenset({"cr-rijbewijs-be"}))) == NOTHING
    assert left(condition, a_profile(credentials=frozenset({"C1"}))) == Conditions(still_needed="rijbewijs B")
    assert left(condition, a_profile(credentials=frozenset())).to_ask == ("Je hebt rijbewijs B nodig.",)


def test_years_are_enough_too_few_or_not_known() -> None:
    condition = "years_in_trade>=3"
    assert left(condition, with_years(3)) == NOTHING
    assert left(condition, with_years(2)) == Conditions(still_needed="3 jaar ervaring in dit vak")
    assert left(condition, with_years(None)).to_ask == ("Je hebt 3 jaar ervaring in dit vak nodig.",)


def test_who_said_to_be_a_status_holder_is_not_asked_for_it() -> None:
    condition = "status in (statushouder,gezinsmigrant)"
    assert left(condition, a_profile(target_groups=frozenset({TargetGroup.STATUS_HOLDER}))) == NOTHING
    assert left(condition, a_profile(target_groups=frozenset({TargetGroup.STARTER}))).to_ask


@pytest.mark.parametrize(
    ("condition", "fits", "too_high"),
    [
        ("no_start_qualification=true", PriorEducation.ENTREE, PriorEducation.MBO_2),
        ("not qualifies_mbo2", PriorEducation.PRIMARY, PriorEducation.VMBO_BB),
    ],
)
def test_schooling_decides_where_it_is_known(condition: str, fits: PriorEducation, too_high: PriorEducation) -> None:
    assert left(condition, with_schooling(fits)) == NOTHING
    (sentence,) = left(condition, with_schooling(too_high)).to_ask
    assert sentence.endswith("Vraag of je toch mag meedoen.")
    for unknown in (None, PriorEducation.FOREIGN):
        (sentence,) = left(condition, with_schooling(unknown)).to_ask
        assert "toch" not in sentence


def test_a_diploma_from_abroad_is_not_asked_for_again() -> None:
    assert left("foreign_credential=true", with_schooling(PriorEducation.FOREIGN)) == NOTHING
    assert left("foreign_credential=true", with_schooling(PriorEducation.MBO_4)).to_ask


def test_what_nobody_can_know_is_asked_and_what_has_no_words_is_not() -> None:
    assert left("medical_ok=true;recognised_employer=true;age>=18", a_profile()).to_ask == (
        "Voor dit werk is een medische keuring nodig.",
    )
    assert not left("age>=18;contract_hours>=20;", a_profile())


def test_several_things_to_get_are_one_list() -> None:
    person = a_profile(credentials=frozenset({"C1"}), circumstances=Circumstances(years_in_trade=0))
    assert left("licence_b=true; years_in_trade>=5", person).still_needed == "rijbewijs B en 5 jaar ervaring in dit vak"


def test_a_paper_of_an_earlier_step_counts_from_its_end() -> None:
    snapshot = a_snapshot(
        offerings=[{"weeks": 4}, {"offering_id": "T2", "weeks": 4}],
        offering_credentials=[{"offering_id": "T1", "credential_id": "C1"}],
    )
    profile = a_profile(credentials=frozenset({"own"}))
    for second, held in ((date(2027, 1, 25), {"own"}), (date(2027, 2, 1), {"own", "C1"})):
        route = Route(
            target_occupation_id="O1",
            steps=(Step(offering_id="T1", start_date=date(2027, 1, 4)), Step(offering_id="T2", start_date=second)),
            placement=Placement(position_id="J1", start_date=date(2027, 3, 1)),
            weeks_to_work=8,
            weeks_to_qualified=8,
            own_cost_eur=0,
            travel_minutes=0,
            effort=Decimal(0),
        )
        assert list(papers_before(snapshot, profile, route)) == [{"own"}, held]
