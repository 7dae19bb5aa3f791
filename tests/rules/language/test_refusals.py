"""What is no test is refused with its place, what belongs there, and what was probably meant."""

from __future__ import annotations

from string import ascii_letters, digits

import pytest

from gouden_poort.rules.language.comparing import comparison
from gouden_poort.rules.language.faults import Unreadable
from gouden_poort.rules.language.tree import Lookup, Number, Relation, Word
from tests.rules.language.samples import expression_faults, fact, faults_of, the


def only_fault(text: str) -> tuple[int, str, str, str]:
    (fault,) = faults_of(text)
    return fault.offset, fault.found, fault.expected, fault.guess


@pytest.mark.parametrize(
    ("text", "offset", "found", "guess"),
    [
        ("person.nivo >= 3", 0, "unknown fact person.nivo", "person.niveau"),
        ("offering.kind == 'bbl' and person.agee > 3", 27, "unknown fact person.agee", "person.age"),
        ("Person.Age > 3", 0, "unknown fact Person.Age", "person.age"),
        ("hours > 3", 0, "unknown name hours", "person.hours"),
        ("person.age >= age_of_majorty", 14, "unknown name age_of_majorty", "age_of_majority"),
        ("offering.kind == bbl", 17, "unknown name bbl", "'bbl'"),
        ("person.age > xyzzy", 13, "unknown name xyzzy", ""),
        ("covers(skills, offering.skills)", 7, "skills", "offering.skills"),
    ],
)
def test_an_unknown_name_gets_the_nearest_known_one(text: str, offset: int, found: str, guess: str) -> None:
    assert only_fault(text)[:2] + only_fault(text)[3:] == (offset, found, guess)


@pytest.mark.parametrize(
    ("text", "offset", "expected", "guess"),
    [
        ("person.age / 2 > 3", 11, "no division: write * 0.5 instead of / 2", "*"),
        ("person.age // 2 > 3", 11, "no division: write * 0.5 instead of / 2", "*"),
        ("person.age % 2 == 0", 11, "a share as a number: write * 0.25 for a quarter", ""),
        ("person.niveau ** 2 > 3", 14, "no powers: write a * a", "*"),
        ("person.age = 18", 11, "== to compare", "=="),
        ("person.age === 18", 11, "== to compare", "=="),
        ("person.age => 18", 11, ">= for at least", ">="),
        ("person.age ≥ 18", 11, ">= for at least", ">="),
        ("person.age ≤ 18", 11, "<= for at most", "<="),
        ("person.age <> 18", 11, "!= for different", "!="),
        ("person.age << 18", 11, "< for less", "<"),
        ("person.age is 18", 11, "== to compare", "=="),
        ("person.employed & person.at_school", 16, "the word and", "and"),
        ("person.employed || person.at_school", 16, "the word or", "or"),
        ("!person.employed", 0, "the word not", "not"),
        ("~person.employed", 0, "the word not", "not"),
        ("person.employed AND person.at_school", 16, "small letters", "and"),
        ("person.employed en person.at_school", 16, "the word and", "and"),
        ("person.employed of person.at_school", 16, "the word or", "or"),
        ("niet person.employed", 0, "the word not", "not"),
        ("offering.kind == ‘bbl’", 17, "straight quotes around a word", "'"),
        ("offering.kind == 'bbl", 17, "a quote at both ends of a word", ""),
        ("offering.kind == 'b\\x62l'", 17, "a quote at both ends of a word", ""),
        ("person.age > 3 # adult", 15, "no remarks inside a test: write them on a line of their own", ""),
        ("person.employed == True", 19, "the yes/no fact by itself, such as person.employed", ""),
        ("person.employed == yes", 19, "the yes/no fact by itself, such as person.employed", ""),
        ("person.employed == false", 19, "not in front of the fact, such as not person.employed", ""),
        ("person.employed == False", 19, "not in front of the fact, such as not person.employed", ""),
        ("person.age == None", 14, "no word for not known: what is not known makes a question by itself", ""),
        ("person.age > 3 if person.employed else 4", 15, "and, or, not, or an only_if in the rule", ""),
        ("person.age\n> 3", 10, "a test of one line", ""),
        ("person.age\t> 3", 10, "a space", " "),
        ("ｐerson.age > 3", 0, "plain letters, numbers and signs; anything else only inside quotes", "p"),
        ("person.agé > 3", 9, "plain letters, numbers and signs; anything else only inside quotes", ""),
        ("person.age > ３", 13, "plain letters, numbers and signs; anything else only inside quotes", "3"),
    ],
)
def test_signs_of_other_languages_get_the_sign_of_this_one(text: str, offset: int, expected: str, guess: str) -> None:
    first = faults_of(text)[0]
    assert (first.offset, first.expected, first.guess) == (offset, expected, guess)


PLAIN = "a number such as 18 or 0.5, without letters, underscores or zeros in front"
SHORT = "at most 12 digits, 4 of them after the point"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1e9", PLAIN),
        ("1e400", PLAIN),
        ("0x1F", PLAIN),
        ("0b1", PLAIN),
        ("1_000", PLAIN),
        ("3j", PLAIN),
        ("007", PLAIN),
        ("18.", PLAIN),
        (".5", PLAIN),
        ("1.2.3", PLAIN),
        ("1234567890123", SHORT),
        ("123456789.0123", SHORT),
        ("0.12345", SHORT),
    ],
)
def test_a_number_that_is_not_plain_is_refused(written: str, expected: str) -> None:
    assert only_fault(f"person.age > {written}") == (13, written, expected, "")


@pytest.mark.parametrize(
    ("text", "offset", "found", "expected"),
    [
        ("person.age > person.hours", 13, "person.hours (number, in hour)", "a value in year"),
        ("person.niveau > person.hours", 16, "person.hours (number, in hour)", "a bare number"),
        ("person.age + person.hours > 3", 13, "person.hours (number, in hour)", "a value in year"),
        ("person.age > person.niveau", 13, "person.niveau (number)", "a value in year"),
        ("offering.cost_eur > minimum_wage", 20, "minimum_wage (parameter, in euro/hour)", "a value in euro"),
        ("offering.cost_eur > position.hourly_eur", 20, "position.hourly_eur (money, in euro/hour)", "a value in euro"),
        ("min(person.age, person.hours) > 3", 16, "person.hours (number, in hour)", "a value in year"),
        (
            "person.hours * position.hourly_eur > 3",
            15,
            "position.hourly_eur (money, in euro/hour)",
            "a number without a unit: one side of * has none",
        ),
        ("offering.cost_eur * 2 > person.age", 24, "person.age (number, in year)", "a value in euro"),
    ],
)
def test_units_must_be_the_same(text: str, offset: int, found: str, expected: str) -> None:
    assert only_fault(text) == (offset, found, expected, "")


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("person.employed + 1 > 1", 0, "a number or an amount of money"),
        ("person.cefr + 1 > 1", 0, "a number or an amount of money"),
        ("person.age + 'B1' > 1", 13, "a number or an amount of money"),
        ("min(person.cefr, 3) > 1", 4, "a number or an amount of money"),
        ("person.employed > 3", 0, "person.employed by itself, or not person.employed"),
        ("3 == person.employed", 5, "person.employed by itself, or not person.employed"),
        ("person.modes == 'car'", 0, "'a word' in person.modes, covers, shares or empty"),
        ("person.skills == 'car'", 0, "covers"),
        ("person.cefr > 3", 14, "a word of person.cefr (level): A0, A1, A2, B1, B2, C1, C2"),
        ("person.cefr > 0", 14, "a word of person.cefr (level): A0, A1, A2, B1, B2, C1, C2"),
        ("person.cefr > -0.05", 14, "a word of person.cefr (level): A0, A1, A2, B1, B2, C1, C2"),
        ("person.age > 'B1'", 13, "a number, to compare with person.age (number, in year)"),
        ("'a' == 'b'", 0, "a fact on one side of the comparison"),
        ("offering.kind < 'bol'", 0, "== or !=: the words of a choice have no order"),
        ("offering.sector < position.sector", 0, "== or !=: the words of a choice have no order"),
        ("person.cefr == offering.kind", 15, "a level, to compare with person.cefr (level)"),
        ("person.cefr > person.pace", 14, "a level with the words A0, A1, A2, B1, B2, C1, C2"),
        ("offering.kind == offering.sector", 17, "a choice that can be one of bol, bbl, course"),
        ("person.age", 0, "a comparison: a number by itself is neither yes nor no"),
        ("18", 0, "a comparison: a number by itself is neither yes nor no"),
        ("person.age + 3", 0, "a comparison: a number by itself is neither yes nor no"),
        ("min(person.age, 3)", 0, "a comparison: a number by itself is neither yes nor no"),
        ("age_of_majority", 0, "a comparison: a number by itself is neither yes nor no"),
        ("not person.age", 4, "a comparison: a number by itself is neither yes nor no"),
        ("'bbl'", 0, "a comparison: a word by itself is neither yes nor no"),
        ("person.cefr", 0, "a comparison with a word, such as >= 'B1'"),
        ("offering.kind", 0, "a comparison with a word, or in with a list of words"),
        ("person.modes", 0, "'a word' in it, covers, shares or empty"),
        ("person.employed and person.age", 20, "a comparison: a number by itself is neither yes nor no"),
        ("(person.age > 3) > 2", 1, "a value; a test answers yes or no and does not reckon or compare"),
        (
            "(person.employed and person.at_school) == 1",
            1,
            "a value; a test answers yes or no and does not reckon or compare",
        ),
        ("covers(person.skills, offering.skills) > 2", 0, "a value; covers answers yes or no and stands by itself"),
        ("-person.age > 3", 0, "0 - in front of it: a minus sign stands only before a number"),
        ("--5 < person.score", 0, "0 - in front of it: a minus sign stands only before a number"),
        ("person.score > +5", 15, "the value without a sign in front"),
        ("-'a' == occupation.id", 0, "0 - in front of it: a minus sign stands only before a number"),
    ],
)
def test_kinds_must_go_together(text: str, offset: int, expected: str) -> None:
    fault = only_fault(text)
    assert (fault[0], fault[2]) == (offset, expected)


@pytest.mark.parametrize(
    ("text", "offset", "guess"),
    [
        ("offering.kind == 'bbll'", 17, "'bbl'"),
        ("person.cefr >= 'b1'", 15, "'B1'"),
        ("'b1' <= person.cefr", 0, "'B1'"),
        ("offering.kind in ['bol', 'coarse']", 25, "'course'"),
        ("'cars' in person.modes", 0, "'car'"),
        ("offering.kind == 'something else'", 17, ""),
    ],
)
def test_a_word_must_be_one_of_its_fact(text: str, offset: int, guess: str) -> None:
    fault = only_fault(text)
    assert fault[2].startswith("a word of ")
    assert (fault[0], fault[3]) == (offset, guess)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("person.age in [1, 2]", 0, "a choice or a level before in and a list"),
        ("person.modes in ['car']", 0, "a choice or a level before in and a list"),
        ("offering.kind in []", 17, "at least one word in the list"),
        ("offering.kind in ['bol', bbl]", 25, "one word between quotes, such as 'B1'"),
        ("offering.kind in ['bol', 'bol']", 25, "each word once"),
        ("offering.kind in ('bol', 'bbl')", 17, "a set, or a list such as ['bol', 'bbl']"),
        ("offering.kind in 'bol'", 17, "a set, or a list such as ['bol', 'bbl']"),
        ("offering.kind in offering.sector", 17, "a set, or a list such as ['bol', 'bbl']"),
        ("person.age in person.modes", 0, "a choice, or a word between quotes, before in and a set"),
        ("person.modes in offering.modes", 0, "a choice, or a word between quotes, before in and a set"),
        ("offering.kind in person.modes", 0, "a choice that can be one of bike, transit, car"),
        ("3 in person.modes", 0, "one word between quotes, such as 'B1'"),
        ("3 < person.age in person.modes", 0, "in by itself; join it to other comparisons with and"),
        ("offering.kind == ['bol']", 17, "one value; a list stands only after in"),
        ("covers(person.skills)", 0, "covers of exactly 2 values"),
        ("covers(person.skills, offering.skills, person.modes)", 0, "covers of exactly 2 values"),
        ("covers(person.skills, *offering.skills)", 0, "covers of exactly 2 values"),
        ("empty()", 0, "empty of exactly one value"),
        ("empty(person.modes, person.modes)", 0, "empty of exactly one value"),
        ("min(person.age) > 3", 0, "min of exactly 2 values"),
        ("max(1, 2, person.niveau) > 3", 0, "max of exactly 2 values"),
        ("covers(person.skills, person.modes)", 22, "skills, as person.skills is"),
        ("covers(person.age, person.modes)", 7, "a set or skills"),
        ("shares(person.skills, offering.skills)", 7, "a set"),
        ("shares(person.modes, offering.groups)", 21, "a set that can hold one of bike, transit, car"),
        ("empty(offering.kind)", 6, "a set or skills"),
        ("empty('bol')", 6, "a fact: its subject, a dot and its name, such as person.age"),
    ],
)
def test_lists_sets_and_calls_must_have_their_shape(text: str, offset: int, expected: str) -> None:
    first = faults_of(text)[0]
    assert (first.offset, first.expected) == (offset, expected)


def test_an_unknown_call_gets_the_nearest_known_one() -> None:
    expected = "one of covers, shares, empty, min, max in front of brackets"
    assert only_fault("cover(person.skills, offering.skills)") == (0, "cover", expected, "covers")


def test_a_keyword_in_a_call_is_refused() -> None:
    assert faults_of("covers(have=person.skills, asked=offering.skills)")[0].guess == "=="


@pytest.mark.parametrize(
    ("text", "offset", "found"),
    [
        ("", 0, "nothing"),
        ("    ", 0, "nothing"),
        ("person.age >", 12, "the end of the text"),
        ("person.age 18", 11, "18"),
        ("(person.age > 3", 0, "("),
        ("person.age > 3)", 14, ")"),
        ("offering.kind in ['bol')", 23, ")"),
        ("  person.age > > 3", 15, "> 3"),
    ],
)
def test_half_a_test_is_refused_where_it_breaks(text: str, offset: int, found: str) -> None:
    assert only_fault(text)[:2] == (offset, found)


def test_a_text_of_more_than_three_hundred_characters_is_refused() -> None:
    assert only_fault("person.age >= 18".ljust(301))[:2] == (300, "301 characters")


def test_thirteen_brackets_within_each_other_are_refused() -> None:
    assert only_fault("(" * 13 + "person.employed" + ")" * 13)[:2] == (12, "(")


def test_a_test_of_thirteen_layers_is_refused() -> None:
    assert only_fault("not " * 12 + "person.employed")[2] == "at most 12 deep"


def test_a_test_of_more_than_sixty_parts_is_refused() -> None:
    words = list((ascii_letters + digits)[:58])
    assert only_fault(f"occupation.id in {words}".replace(", ", ","))[1] == "a very large test"


def test_all_faults_of_a_text_come_at_once_in_order_of_place() -> None:
    text = "person.nivo > 3 and (person.agee < 3 or offering.kind == 'bbll') and person.cefr + 1 > 2"
    assert [fault.offset for fault in faults_of(text)] == [0, 21, 57, 69]


def test_places_are_counted_in_characters_also_after_letters_of_more_bytes() -> None:
    assert only_fault("occupation.id == 'één' and person.nivo > 3")[0] == 27


def test_places_count_the_spaces_in_front() -> None:
    assert only_fault("   person.nivo > 3")[0] == 3


@pytest.mark.parametrize(
    "text",
    [
        "999999999999 * employer.turnover_eur > 1",
        "employer.turnover_eur * 0.9999 * 0.9999 > 1",
        "employer.turnover_eur > 1.0001 * 1.0001",
        "employer.turnover_eur + 1.0001 * 1.0001 > 1",
        "employer.anything_eur * 0.9999 * 0.9999 > 1",
    ],
)
def test_what_64_bits_cannot_hold_is_refused(text: str) -> None:
    assert [fault.found for fault in faults_of(text)] == ["too large to be exact"]


def test_what_64_bits_can_hold_is_read() -> None:
    assert faults_of("employer.turnover_eur * 0.5 + 1000 > 12.5") == ()


@pytest.mark.parametrize("text", ["person.employed", "person.modes", "person.skills", "'B1'"])
def test_an_expression_without_a_value_is_refused(text: str) -> None:
    (fault,) = expression_faults(text)
    assert (fault.offset, fault.expected) == (0, "a number, an amount, a level or a choice")


@pytest.mark.parametrize("text", ["person.age > 3", "not person.employed", "person.age > 3 and person.employed"])
def test_a_test_is_no_expression(text: str) -> None:
    (fault,) = expression_faults(text)
    assert fault.expected.startswith("a value; a test answers yes or no")


def test_a_table_with_a_word_outside_its_scale_is_refused() -> None:
    table = Lookup((fact("offering.niveau"),), (((1,), Word("A1")), ((2,), Word("B7"))), Word("B1"))
    with pytest.raises(Unreadable) as caught:
        comparison(Relation.AT_LEAST, the("person.cefr"), table)
    assert [(fault.offset, fault.found) for fault in caught.value.faults] == [(0, "the word 'B7'")]


def test_the_same_word_in_many_cells_is_one_fault() -> None:
    table = Lookup((fact("offering.niveau"),), tuple(((place,), Word("B7")) for place in range(8)), None)
    with pytest.raises(Unreadable) as caught:
        comparison(Relation.AT_LEAST, the("person.cefr"), table)
    assert len(caught.value.faults) == 1


def test_a_table_of_numbers_beside_a_level_is_refused() -> None:
    table = Lookup((fact("offering.niveau"),), (((1,), Number(3)),), None)
    with pytest.raises(Unreadable):
        comparison(Relation.AT_LEAST, the("person.cefr"), table)


@pytest.mark.parametrize("name", ["person.age", "person.cefr"])
def test_a_table_of_numbers_and_words_is_refused(name: str) -> None:
    table = Lookup((fact("offering.niveau"),), (((1,), Number(3)),), Word("B1"))
    with pytest.raises(Unreadable):
        comparison(Relation.AT_LEAST, the(name), table)


def test_a_table_of_numbers_takes_the_unit_of_the_other_side() -> None:
    table = Lookup((fact("offering.niveau"),), (((1,), Number(18)),), Number(21))
    assert comparison(Relation.AT_LEAST, the("person.age"), table).right is table


@pytest.mark.parametrize(
    "row", ["18 <= person.age > 3", "1 != person.age != 2", "1 < person.age == 3", "3 < person.age >= 2"]
)
def test_comparisons_in_a_row_go_one_way(row: str) -> None:
    (fault,) = faults_of(row)

    assert fault.expected.partition(",")[0] == "a row of comparisons in one direction"
