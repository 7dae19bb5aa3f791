"""What a profile says, what it leaves open, and what told answers and a later moment change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR, Benefit, Daypart, Mode, PriorEducation, RightToWork, TargetGroup
from gouden_poort.profiles.profile import Circumstances, HeldSkill
from gouden_poort.rules.entry import Holdings
from gouden_poort.rules.facts.person import person_facts
from tests.builders import MONDAY, a_profile, a_snapshot

PAPERS = ("C1", "cr-b-vca", "cr-vol-vca", "cr-rijbewijs-b", "cr-rijbewijs-be", "cr-rijbewijs-ce", "cr-idw")
SKILLS = ("S1", "sk-digitaal-basis", "sk-rekenen-basis")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """A catalogue that knows the papers and skills that facts are made of, and diplomas of mbo 1 to 3."""
    diplomas = [{"credential_id": f"mbo-{level}", "kind": "diploma", "nlqf_level": level} for level in (1, 2, 3)]
    return a_snapshot(
        credentials=[{"credential_id": paper} for paper in PAPERS] + diplomas,
        skills=[{"skill_id": skill} for skill in SKILLS],
    )


def facts(snapshot: Snapshot, day: date = MONDAY, **changes: Any) -> dict[str, Any]:
    return person_facts(snapshot, a_profile(**changes), day)


def told(**circumstances: Any) -> dict[str, Any]:
    return {"circumstances": Circumstances(**circumstances)}


def test_the_age_is_that_of_the_day(snapshot: Snapshot) -> None:
    born = date(2009, 1, 5)
    assert facts(snapshot, date(2027, 1, 4), birth_date=born)["person.age"] == 17
    assert facts(snapshot, date(2027, 1, 5), birth_date=born)["person.age"] == 18


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2027, 7, 31), 15),  # still the school year that began in 2026
        (date(2027, 8, 1), 16),
        (date(2028, 3, 1), 16),
        (date(2028, 8, 1), 17),
    ],
)
def test_a_school_year_begins_on_the_first_of_august(snapshot: Snapshot, day: date, age: int) -> None:
    assert facts(snapshot, day, birth_date=date(2011, 8, 1))["person.age_on_1_august"] == age


@pytest.mark.parametrize("licence", ["cr-rijbewijs-b", "cr-rijbewijs-be", "cr-rijbewijs-ce"])
def test_every_licence_that_holds_b_drives_b(snapshot: Snapshot, licence: str) -> None:
    assert facts(snapshot, credentials=frozenset({licence}))["person.drives_b"] is True


def test_only_ce_drives_ce(snapshot: Snapshot) -> None:
    assert facts(snapshot, credentials=frozenset({"cr-rijbewijs-be"}))["person.drives_ce"] is False
    assert facts(snapshot, credentials=frozenset({"cr-rijbewijs-ce"}))["person.drives_ce"] is True


@pytest.mark.parametrize("vca", ["cr-b-vca", "cr-vol-vca"])
def test_both_kinds_of_vca_count(snapshot: Snapshot, vca: str) -> None:
    assert facts(snapshot, credentials=frozenset({vca}))["person.has_vca"] is True


@pytest.mark.parametrize("fact", ["person.drives_b", "person.has_vca", "person.diploma_valued"])
def test_who_named_other_papers_has_not_this_one_and_who_named_none_may_have(snapshot: Snapshot, fact: str) -> None:
    assert facts(snapshot, credentials=frozenset({"C1"}))[fact] is False
    assert facts(snapshot)[fact] is None


def test_a_paper_nobody_could_name_stays_unknown() -> None:
    poor = a_snapshot(credentials=[{"credential_id": "C1"}])
    assert facts(poor, credentials=frozenset({"C1"}))["person.drives_b"] is None


def test_a_paper_earned_on_the_way_does_not_answer_for_those_never_named(snapshot: Snapshot) -> None:
    earned = Holdings(skills={}, credentials=frozenset({0}), cefr=CEFR.B1, nlqf=2)
    later = person_facts(snapshot, a_profile(), MONDAY, holdings=earned)
    assert later["person.credentials"] == frozenset({"C1"})
    assert later["person.drives_b"] is None


def test_skills_named_say_the_level_of_digital_work_and_arithmetic(snapshot: Snapshot) -> None:
    known = facts(snapshot, skills=(HeldSkill(skill_id="sk-digitaal-basis", level=3),))
    assert (known["person.digital_level"], known["person.numeracy_level"]) == (3, 0)


def test_without_any_skill_named_levels_are_unknown(snapshot: Snapshot) -> None:
    known = facts(snapshot)
    assert (known["person.digital_level"], known["person.numeracy_level"]) == (None, None)


def test_holdings_of_a_later_moment_replace_what_the_profile_holds(snapshot: Snapshot) -> None:
    holdings = Holdings(skills={0: 4}, credentials=frozenset({3}), cefr=CEFR.C1, nlqf=4)
    later = person_facts(snapshot, a_profile(cefr=CEFR.A2), MONDAY, holdings=holdings)
    assert later["person.skills"] == {"S1": 4}
    assert later["person.credentials"] == frozenset({"cr-rijbewijs-b"})
    assert (later["person.cefr"], later["person.spoken_dutch"], later["person.nlqf"]) == ("C1", "C1", 4)
    assert later["person.drives_b"] is True


def test_a_diploma_gives_its_level(snapshot: Snapshot) -> None:
    assert facts(snapshot, nlqf=1, credentials=frozenset({"mbo-3"}))["person.nlqf"] == 3


def test_a_diploma_earned_on_the_way_is_a_start_qualification(snapshot: Snapshot) -> None:
    profile = a_profile(nlqf=1, **told(prior_education=PriorEducation.VMBO_BB))
    assert person_facts(snapshot, profile, MONDAY)["person.start_qualification"] is False
    earned = Holdings(
        skills={}, credentials=frozenset({snapshot.columns.credentials.id.row("mbo-2")}), cefr=CEFR.B1, nlqf=2
    )
    assert person_facts(snapshot, profile, MONDAY, holdings=earned)["person.start_qualification"] is True


def test_told_answers_win_over_the_profile(snapshot: Snapshot) -> None:
    known = person_facts(
        snapshot, a_profile(), MONDAY, told={"person.spoken_dutch": "A2", "person.medically_fit": False}
    )
    assert (known["person.cefr"], known["person.spoken_dutch"]) == ("B1", "A2")
    assert known["person.medically_fit"] is False


def test_a_status_holder_has_an_asylum_permit_and_of_others_it_is_unknown(snapshot: Snapshot) -> None:
    groups = frozenset({TargetGroup.STATUS_HOLDER})
    assert facts(snapshot, target_groups=groups)["person.permit"] == "asylum_permit"
    assert facts(snapshot)["person.permit"] is None


def test_schooling_from_abroad_is_a_foreign_diploma_and_other_schooling_does_not_say(snapshot: Snapshot) -> None:
    assert facts(snapshot, **told(prior_education=PriorEducation.FOREIGN))["person.foreign_diploma"] is True
    assert facts(snapshot, **told(prior_education=PriorEducation.MBO_4))["person.foreign_diploma"] is None


def test_what_was_never_asked_is_unknown(snapshot: Snapshot) -> None:
    known = facts(snapshot)
    for name in ("right_to_work", "schooling", "years_in_trade", "integration_hours", "care_hours", "dayparts"):
        assert known[f"person.{name}"] is None, name


def test_an_answer_of_nothing_differs_from_no_answer(snapshot: Snapshot) -> None:
    known = facts(snapshot, **told(years_in_trade=0, care_hours=0, integration_hours=0))
    assert {known[f"person.{name}"] for name in ("years_in_trade", "care_hours", "integration_hours")} == {0}


def test_answers_are_the_words_of_the_word_list(snapshot: Snapshot) -> None:
    known = facts(
        snapshot,
        modes=frozenset({Mode.CAR}),
        benefit=Benefit.WIA,
        target_groups=frozenset({TargetGroup.STARTER, TargetGroup.EXPERIENCED}),
        **told(
            right_to_work=RightToWork.PERMIT_NEEDED,
            prior_education=PriorEducation.HAVO_VWO_3,
            dayparts=frozenset({Daypart.EVENING}),
        ),
    )
    assert known["person.modes"] == frozenset({"car"})
    assert known["person.benefit"] == "wia"
    assert known["person.groups"] == frozenset({"starter", "experienced"})
    assert known["person.right_to_work"] == "permit_needed"
    assert known["person.schooling"] == "havo_vwo_3"
    assert known["person.dayparts"] == frozenset({"evening"})


def test_belonging_to_no_group_is_known(snapshot: Snapshot) -> None:
    assert facts(snapshot, target_groups=frozenset())["person.groups"] == frozenset()


def test_one_wish_answers_for_both_kinds_of_wishes(snapshot: Snapshot) -> None:
    known = facts(snapshot, **told(wished_sectors=frozenset({"metal"})))
    assert (known["person.wished_sectors"], known["person.unwanted_sectors"]) == (frozenset({"metal"}), frozenset())
    assert facts(snapshot)["person.unwanted_sectors"] is None
