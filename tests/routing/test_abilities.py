"""What is asked and given is read back from the network of a catalogue."""

from __future__ import annotations

from gouden_poort.catalogue.columns import Ints, Longs
from gouden_poort.routing.abilities import Abilities, abilities_of
from tests.builders import a_snapshot

S1, S2, C1, CEFR, NLQF = range(5)


def some_abilities() -> Abilities:
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "S2"}],
        offerings=[{"min_cefr": "A2"}, {"offering_id": "T2"}, {"offering_id": "T3"}],
        offering_skills=[
            {"level": 3},
            {"offering_id": "T2", "skill_id": "S2", "level": 2},
            {"offering_id": "T3", "level": 5},
        ],
        offering_requires=[{"offering_id": "T2", "ref_id": "S2"}],
        offering_credentials=[{"offering_id": "T2"}],
        occupation_credentials=[{}],
        positions=[{"min_nlqf": 2}],
    )
    return abilities_of(snapshot)


def paired(levels: tuple[Ints | Longs, Ints | Longs]) -> list[tuple[int, int]]:
    return list(zip(levels[0].tolist(), levels[1].tolist(), strict=True))


def test_skills_stand_first_and_levels_of_education_last() -> None:
    abilities = some_abilities()
    assert (abilities.credentials_from, abilities.cefr, abilities.nlqf, abilities.count) == (C1, CEFR, NLQF, 5)


def test_an_offering_asks_what_must_be_held_to_enter_it() -> None:
    abilities = some_abilities()
    assert [paired(abilities.asked_by(row)) for row in (0, 1, 2)] == [[(CEFR, 2)], [(S2, 1)], []]


def test_work_asks_for_itself_and_for_its_occupation() -> None:
    abilities = some_abilities()
    assert paired(abilities.asked_at(0)) == [(NLQF, 2)]
    assert paired(abilities.asked_for(0)) == [(S1, 2), (C1, 1)]


def test_an_offering_gives_also_what_nobody_asks() -> None:
    abilities = some_abilities()
    assert [paired(abilities.given_by(row)) for row in (0, 1, 2)] == [[(S1, 3)], [(S2, 2), (C1, 1)], [(S1, 5)]]


def test_offerings_are_found_by_what_they_give_at_that_level_or_higher() -> None:
    abilities = some_abilities()
    found = {level: abilities.giving((S1, level)).tolist() for level in (1, 3, 4, 6)}
    assert found == {1: [0, 2], 3: [0, 2], 4: [2], 6: []}
