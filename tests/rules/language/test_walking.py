"""What a tree reads, in order and each once."""

from __future__ import annotations

import pytest

from gouden_poort.rules.language.reading import read_expression, read_test
from gouden_poort.rules.language.tree import Comparison, Lookup, Number, Relation
from gouden_poort.rules.language.walking import facts_in, parameters_in
from tests.rules.language.samples import WORDS, fact, the


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("person.employed or person.age > 3 and not person.employed", ["person.employed", "person.age"]),
        ("3 < person.age - person.years_here", ["person.age", "person.years_here"]),
        ("offering.sector in person.sectors", ["offering.sector", "person.sectors"]),
        ("covers(person.skills, offering.skills)", ["person.skills", "offering.skills"]),
        ("shares(person.modes, offering.modes)", ["person.modes", "offering.modes"]),
        ("'car' in person.modes or empty(offering.groups)", ["person.modes", "offering.groups"]),
        ("offering.kind in ['bol'] or person.cefr >= 'B1'", ["offering.kind", "person.cefr"]),
        ("3 > 2", []),
    ],
)
def test_facts_come_in_order_of_first_mention(text: str, names: list[str]) -> None:
    assert [one.name for one in facts_in(read_test(text, WORDS))] == names


def test_the_keys_of_a_table_are_read_too() -> None:
    table = Lookup((fact("offering.niveau"), fact("offering.sector")), (((1, "bouw"), Number(3)),), None)
    names = [one.name for one in facts_in(Comparison(Relation.LESS, the("person.age"), table))]
    assert names == ["person.age", "offering.niveau", "offering.sector"]


def test_parameters_are_told_apart_from_facts() -> None:
    tree = read_expression("min(minimum_wage * own_share, position.hourly_eur - minimum_wage)", WORDS)
    assert [one.name for one in parameters_in(tree)] == ["minimum_wage", "own_share"]
