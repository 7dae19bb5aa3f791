"""Finding texts by words: what matches, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.word_index import Text, WordIndex

TEXTS = (
    "MIG/MAG-lassen",
    "Pijplassen",
    "Lasrobots bedienen",
    "Glas zetten",
    "Werktekening lezen",
    "Warmtepompen installeren",
    "Verlichting installeren",
    "Elektrisch veilig werken NEN 3140",
    "Veilig werken NEN 3840",
    "Metselen",
    "Laser- en plaatsnijden",
)


@pytest.fixture(scope="module")
def index() -> WordIndex:
    return WordIndex(Text(row, text) for row, text in enumerate(TEXTS))


def found(index: WordIndex, query: str) -> list[str]:
    return [hit.text for hit in index.search(query, 10)]


def test_an_inflected_form_is_the_same_word(index: WordIndex) -> None:
    assert found(index, "las")[0] == found(index, "gelast lassen")[0] == "MIG/MAG-lassen"


def test_the_tail_and_the_head_of_a_compound_match(index: WordIndex) -> None:
    assert {"Pijplassen", "Lasrobots bedienen"} <= set(found(index, "lassen"))


def test_a_chance_run_of_letters_does_not_match(index: WordIndex) -> None:
    assert "Glas zetten" not in found(index, "las")


def test_a_compound_is_found_by_the_part_that_is_known(index: WordIndex) -> None:
    assert found(index, "warmtepompinstallateur") == ["Warmtepompen installeren"]


@pytest.mark.parametrize(
    ("mistake", "text"),
    [
        ("lasen", "MIG/MAG-lassen"),
        ("metslen", "Metselen"),
        ("metsellen", "Metselen"),
        ("warmtepopen", "Warmtepompen installeren"),
        ("electrisch", "Elektrisch veilig werken NEN 3140"),
        ("werktekenning", "Werktekening lezen"),
    ],
)
def test_a_spelling_mistake_is_forgiven(index: WordIndex, mistake: str, text: str) -> None:
    assert found(index, mistake)[0] == text


def test_a_word_that_exists_is_no_mistake_for_another(index: WordIndex) -> None:
    assert "MIG/MAG-lassen" not in found(index, "laser")
    alike = WordIndex([Text(0, "lasser"), Text(1, "laser")])
    assert [hit.row for hit in alike.search("laser", 5)] == [1]


def test_the_beginning_of_a_word_is_enough_while_typing(index: WordIndex) -> None:
    for length in range(3, len("metselen") + 1):
        assert found(index, "metselen"[:length])[0] == "Metselen"


def test_one_letter_is_not_enough(index: WordIndex) -> None:
    assert found(index, "m") == []


def test_spaces_and_hyphens_make_no_difference(index: WordIndex) -> None:
    for query in ("mig mag", "mig-mag", "MIGMAG", "mig/mag"):
        assert found(index, query)[0] == "MIG/MAG-lassen"
    for query in ("nen3140", "NEN 3140", "nen-3140"):
        assert found(index, query)[0] == "Elektrisch veilig werken NEN 3140"


def test_written_apart_is_as_good_as_written_together() -> None:
    index = WordIndex([Text(0, "NEN3140"), Text(1, "NEN 3140 VP")])
    assert [(hit.row, hit.score) for hit in index.search("nen 3140", 1)] == [(0, 100.0)]


def test_a_number_with_a_mistake_is_another_number(index: WordIndex) -> None:
    assert found(index, "3841") == []


def test_a_rare_word_counts_for_more_than_a_common_one(index: WordIndex) -> None:
    assert found(index, "verlichting installeren")[0] == "Verlichting installeren"
    assert found(index, "verlichting werken")[0] == "Verlichting installeren"


def test_a_whole_match_beats_part_of_a_longer_text() -> None:
    index = WordIndex([Text(0, "lassen van buizen en platen"), Text(1, "lassen")])
    assert [hit.row for hit in index.search("lassen", 5)] == [1, 0]


def test_a_text_that_is_worth_more_comes_first() -> None:
    index = WordIndex([Text(0, "frezen", 0.9), Text(1, "frezen", 1.0)])
    assert [hit.row for hit in index.search("frezen", 5)] == [1, 0]


def test_equal_scores_keep_the_order_of_the_texts() -> None:
    index = WordIndex([Text(row, "frezen") for row in range(6)])
    assert [hit.row for hit in index.search("frezen", 4)] == [0, 1, 2, 3]


def test_a_row_is_found_once_by_its_best_text() -> None:
    index = WordIndex([Text(0, "hout frezen"), Text(0, "frezen"), Text(1, "draaien")])
    (hit,) = index.search("frezen", 5)
    assert (hit.row, hit.text) == (0, "frezen")


def test_nothing_is_found_in_nothing() -> None:
    assert WordIndex([]).search("lassen", 5) == ()
    assert WordIndex([Text(0, "...")]).search("lassen", 5) == ()


@given(st.one_of(st.text(max_size=300), st.text(alphabet="laseng zt", max_size=60)))
def test_whatever_is_typed_scores_stay_between_0_and_100_best_first(index: WordIndex, query: str) -> None:
    scores = [hit.score for hit in index.search(query, 10)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)
