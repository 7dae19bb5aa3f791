"""Which words of a sentence are meant as something the teller did."""

import pytest

from gouden_poort.catalogue.clauses import clauses


def meant(story: str) -> list[str]:
    return [clause.words[at].text for clause in clauses(story) for at in sorted(clause.meant)]


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("ik kan lassen", ["ik", "kan", "lassen"]),
        ("ik kan niet lassen en schilderen", []),
        ("ik kan niet lassen, schilderen of metselen", []),
        ("ik kan niet lassen en heb gemetseld", ["en", "heb", "gemetseld"]),
        ("lassen kan ik niet, wel metselen", ["wel", "metselen"]),
        ("niet alleen gelast", ["niet", "alleen", "gelast"]),
        ("gelast zonder diploma", ["gelast"]),
        ("geen ervaring met lassen", []),
        ("met lassen heb ik geen ervaring", []),
        ("I don't weld. I paint", ["i", "paint"]),
        ("mijn vader was lasser", []),
        ("ik hielp mijn vader met lassen", ["ik", "hielp", "mijn", "vader", "met", "lassen"]),
        ("gemetseld met mijn vader", ["gemetseld", "met", "mijn", "vader"]),
        ("ik wil leren lassen", []),
        ("ik werk graag met hout", ["ik", "werk", "graag", "met", "hout"]),
    ],
)
def test_what_is_denied_wished_or_of_others_is_not_meant(story: str, words: list[str]) -> None:
    assert meant(story) == words


def test_words_keep_their_place_in_the_story() -> None:
    story = "Ja!  Déze lás ik."
    words = [word for clause in clauses(story) for word in clause.words]
    assert [story[word.begin : word.end] for word in words] == ["Ja", "Déze", "lás", "ik"]
    assert [word.text for word in words] == ["ja", "deze", "las", "ik"]
