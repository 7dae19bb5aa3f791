"""What people do all day in each occupation: told for all of them, in short and plain sentences."""

from __future__ import annotations

from statistics import mean

from tools.build_catalogue.facts import listed, table

MOST_WORDS = 20
MEAN_WORDS = 12
FORMAL = {"u", "uw"}


def sentences() -> dict[str, list[str]]:
    return {row["occupation_id"]: listed(row["tasks"]) for row in table("day_tasks")}


def test_every_occupation_is_described_once() -> None:
    assert [row["occupation_id"] for row in table("day_tasks")] == [
        row["occupation_id"] for row in table("occupations")
    ]


def test_a_day_is_three_to_five_whole_sentences_to_the_reader() -> None:
    odd = {work: told for work, told in sentences().items() if not 3 <= len(told) <= 5 or len(set(told)) < len(told)}
    assert odd == {}
    unfinished = [one for told in sentences().values() for one in told if not (one[0].isupper() and one[-1] == ".")]
    assert unfinished == []
    assert [work for work, told in sentences().items() if not any("je " in one.lower() for one in told)] == []


def test_the_sentences_are_short() -> None:
    lengths = {one: len(one.split()) for told in sentences().values() for one in told}
    assert [one for one, length in lengths.items() if length > MOST_WORDS] == []
    assert mean(lengths.values()) <= MEAN_WORDS


def test_english_tells_the_same_in_as_many_sentences() -> None:
    english = {row["occupation_id"]: listed(row["tasks_en"]) for row in table("day_tasks")}
    assert {work: len(told) for work, told in english.items()} == {
        work: len(told) for work, told in sentences().items()
    }
    assert max(len(one.split()) for told in english.values() for one in told) <= MOST_WORDS


def test_nobody_is_shouted_at_or_addressed_formally() -> None:
    said = [one for told in sentences().values() for one in told]
    assert [one for one in said if "!" in one or FORMAL & set(one.lower().strip(".").split())] == []
