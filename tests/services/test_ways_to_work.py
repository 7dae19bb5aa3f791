"""Which training leads to work, and from which other work people come and go."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.services.ways_to_work import Training, Ways, ways_to
from tests.builders import a_snapshot

SKILLS = [{}, *({"skill_id": f"S{n}", "label": f"Vaardigheid {n}"} for n in range(2, 5))]
ASKED = [{}, {"skill_id": "S2"}, {"skill_id": "S3"}, {"skill_id": "S4", "importance": "optional"}]
"""The work cannot do without three skills, each at level 2, and a fourth helps."""
PAPERS = [{}, {"credential_id": "C2", "label": "Diploma lassen", "kind": "diploma"}]
OTHER_WORK = [
    {},
    {"occupation_id": "O2", "label": "Hulplasser", "wage_month_eur": 2300},
    {"occupation_id": "O3", "label": "Voorman", "wage_month_eur": 3300},
]


def teaching(*taught: str, level: int = 2) -> list[Mapping[str, object]]:
    return [{"skill_id": skill, "level": level} for skill in taught]


def ways(**files: object) -> Ways:
    usual: dict[str, object] = {"skills": SKILLS, "occupation_skills": ASKED}
    return ways_to(a_snapshot(**(usual | files)), "O1")


def test_training_for_most_of_the_work_is_told_apart_from_training_for_a_part() -> None:
    assert [one.covers for one in ways(offering_skills=teaching("S1", "S2")).whole] == [2]
    assert [one.covers for one in ways(offering_skills=teaching("S1")).part] == [1]


def test_less_than_the_work_asks_does_not_count() -> None:
    found = ways(offering_skills=teaching("S1", "S2", "S3", level=1))
    assert (found.whole, found.part) == ((), ())


def test_training_for_something_else_is_left_out_though_it_touches_upon_the_work() -> None:
    skills = [*SKILLS, {"skill_id": "S5", "label": "Koken"}]
    assert ways(skills=skills, offering_skills=teaching("S1", "S5")).part == ()


def test_a_diploma_of_the_work_makes_a_whole_training() -> None:
    found = ways(
        credentials=PAPERS,
        occupation_credentials=[{"credential_id": "C2", "importance": "optional"}],
        offering_credentials=[{"credential_id": "C2"}],
        offering_skills=[],
    )
    assert [one.label for one in found.whole] == ["Leren lassen"]


def test_a_paper_that_helps_is_a_part() -> None:
    found = ways(occupation_credentials=[{"importance": "optional"}], offering_credentials=[{}], offering_skills=[])
    assert [one.label for one in found.part] == ["Leren lassen"]


def test_learning_at_work_is_for_work_with_such_places_only() -> None:
    files: dict[str, object] = {"credentials": PAPERS, "offering_credentials": [{"credential_id": "C2"}]}
    files["offerings"] = [{"kind": "bbl"}]
    place = {"kind": "bbl", "credential_id": "C2"}
    assert [one.kind for one in ways(**files, positions=[place]).at_work] == ["bbl"]
    elsewhere = ways(**files, occupations=OTHER_WORK, positions=[place | {"occupation_id": "O2"}])
    assert (elsewhere.at_work, elsewhere.whole, elsewhere.part) == ((), (), ())


def test_the_same_training_at_two_sites_is_told_once_with_the_lowest_price() -> None:
    found = ways(
        sites=[{}, {"site_id": "L2", "city": "Zeist"}],
        offerings=[{}, {"offering_id": "T2", "site_id": "L2", "cost_eur": 300}],
        offering_starts=[],
        offering_skills=[*teaching("S1"), {"offering_id": "T2", "skill_id": "S1", "level": 2}],
    )
    assert [(len(one.sites), one.cost_eur) for one in found.part] == [(2, 300)]
    assert found.sites == (0, 1)


def test_what_covers_most_comes_first_and_then_what_is_shortest() -> None:
    offerings = [{"label": "Lang", "weeks": 20}, {"offering_id": "T2", "label": "Kort", "weeks": 2}]
    offerings += [{"offering_id": "T3", "label": "Alles", "weeks": 50}]
    taught = [("T1", "S1"), ("T1", "S2"), ("T2", "S1"), ("T2", "S2"), ("T3", "S1"), ("T3", "S2"), ("T3", "S3")]
    found = ways(
        offerings=offerings,
        offering_starts=[],
        offering_skills=[{"offering_id": one, "skill_id": skill} for one, skill in taught],
    )
    assert [one.label for one in found.whole] == ["Alles", "Kort", "Lang"]


def test_moves_say_from_where_to_where_after_how_long() -> None:
    found = ways(
        occupations=OTHER_WORK,
        transitions=[
            {"from_occupation_id": "O2", "to_occupation_id": "O1", "min_tenure_weeks": 104},
            {"from_occupation_id": "O1", "to_occupation_id": "O3", "min_tenure_weeks": 156},
            {"from_occupation_id": "O1", "to_occupation_id": "O1"},
        ],
    )
    assert [(move.label, move.weeks, move.wage_month_eur) for move in found.moves_from] == [("Hulplasser", 104, 2300)]
    assert [(move.label, move.weeks, move.wage_month_eur) for move in found.moves_to] == [("Voorman", 156, 3300)]


def test_online_training_has_no_site() -> None:
    found = ways(offerings=[{"delivery": "online", "site_id": ""}])
    assert [(one.online, one.sites) for one in found.part] == [(True, ())]


def test_work_that_is_not_in_the_catalogue_is_an_error() -> None:
    with pytest.raises(UnknownThing):
        ways_to(a_snapshot(), "O9")


def test_every_occupation_of_the_builtin_catalogue_has_a_way_in(builtin: Snapshot) -> None:
    def training(found: Ways) -> tuple[Training, ...]:
        return (*found.at_work, *found.whole, *found.part)

    known = builtin.columns.occupations.id
    assert [work for work in known if not (training(ways_to(builtin, work)) or ways_to(builtin, work).moves_from)] == []
