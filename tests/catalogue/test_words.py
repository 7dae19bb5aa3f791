"""Words brought to one form."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.words import LONGEST, content_words, fold, sound, stem


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("  MIG/MAG   lassen ", "mig mag lassen"),
        ("’s‑Gravenhage", "s gravenhage"),
        ("Ĳmuiden", "ijmuiden"),
        ("HR++ glas", "hr plus plus glas"),
        ("las\0sen\ud800😀", "las sen"),
        ("", ""),
        ("💥", ""),
    ],
)
def test_case_accents_and_punctuation_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_is_done_once_and_for_all(text: str) -> None:
    folded = fold(text)
    assert fold(folded[:LONGEST]) == folded[:LONGEST].strip()


def test_small_words_go_unless_there_is_nothing_else() -> None:
    assert content_words("lezen van een tekening") == ("lezen", "tekening")
    assert content_words("van het") == ("van", "het")


@pytest.mark.parametrize(
    ("one", "other"),
    [("lassen", "las"), ("tekeningen", "tekening"), ("schilderen", "schilder"), ("frezen", "gefreesd")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_numbers_stay_as_they_are() -> None:
    assert stem("3140") == "3140"
    assert sound("5s") == "5s"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("lasen", "lassen"), ("electrisch", "elektrisch"), ("heftruk", "heftruck"), ("zilinder", "cilinder")],
)
def test_spellings_that_sound_alike_are_one(wrong: str, right: str) -> None:
    assert sound(wrong) == sound(right)


def test_stemming_from_many_threads_gives_what_one_thread_gives() -> None:
    words = [
        f"{start}{end}" for start in ("las", "metsel", "frees", "schilder") for end in ("en", "t", "er", "ing", "de")
    ]
    expected = {word: stem(word) for word in words}
    wrong: list[str] = []

    def work() -> None:
        for _ in range(20):
            for word in words:
                if stem.__wrapped__(word) != expected[word]:
                    wrong.append(word)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
