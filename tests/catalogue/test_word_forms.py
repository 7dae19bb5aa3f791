"""The same word in other forms shares one of them; another word does not."""

import pytest

from gouden_poort.catalogue.word_forms import forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gelast", "lassen"),
        ("gerepareerd", "repareren"),
        ("opgemeten", "opmeten"),
        ("gezaagd", "zagen"),
        ("repareerde", "repareren"),
        ("metselde", "metselen"),
        ("gevlochten", "vlechten"),
        ("repaired", "repairing"),
        ("drove", "driving"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert forms(one) & forms(other)


@pytest.mark.parametrize(("one", "other"), [("glas", "lassen"), ("geld", "leggen"), ("met", "metselen")])
def test_other_words_do_not_meet(one: str, other: str) -> None:
    assert not forms(one) & forms(other)
