"""Former work is found in the built-in catalogue by the words people say at home."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.skill_search import OccupationFinder
from gouden_poort.catalogue.snapshot import Snapshot
from tools.build_catalogue.facts import table

FIRST = (
    ("automonteur", "oc-autotechnicus"),
    ("car mechanic", "oc-autotechnicus"),
    ("loodgieter", "oc-monteur-wti"),
    ("plumber", "oc-monteur-wti"),
    ("bouwvakker", "oc-bouw-assistent"),
    ("construction worker", "oc-bouw-assistent"),
    ("elektricien", "oc-monteur-elektro"),
    ("electrician", "oc-monteur-elektro"),
    ("vrachtwagenchauffeur", "oc-chauffeur-infra"),
    ("truck driver", "oc-chauffeur-infra"),
    ("fietsenmaker", "oc-fietstechnicus"),
    ("lasser", "oc-lasser"),
    ("welder", "oc-lasser"),
    ("rvs lassen", "oc-tig-lasser"),
    ("huisschilder", "oc-schilder"),
    ("klusjesman", "oc-onderhoudsvakman"),
    ("fabrieksarbeider", "oc-productiemedewerker-metaal"),
    ("zonnepanelen leggen", "oc-pv-monteur"),
    ("laadpalen", "oc-monteur-laadinfra"),
    ("stucadoor", "oc-stukadoor"),
    ("ijzervlechter", "oc-betonstaalverwerker"),
    ("straatmaker", "oc-stratenmaker"),
    ("graafmachinist", "oc-machinist-grondverzet"),
    ("torenkraan", "oc-kraanmachinist"),
    ("smid", "oc-constructiewerker"),
    ("draaier", "oc-cnc-verspaner"),
    ("systeembeheerder", "oc-ict-netwerktechnicus"),
    ("stadsverwarming", "oc-monteur-warmtenet"),
    ("windmolens", "oc-windtechnicus"),
    ("keukens plaatsen", "oc-meubelmaker"),
    ("teamleider", "oc-voorman"),
    ("onderhoudsmonteur", "oc-onderhoudsmonteur"),
)
AMONG_THREE = (
    ("fabriek", "oc-operator-a"),
    ("garage", "oc-autotechnicus"),
    ("mechanic", "oc-autotechnicus"),
    ("tegels", "oc-tegelzetter"),
    ("verwarming", "oc-servicemonteur-cv"),
    ("operator", "oc-operator-a"),
    ("chauffeur", "oc-chauffeur-infra"),
    ("loodgietr", "oc-monteur-wti"),
    ("kraanmachinist", "oc-kraanmachinist"),
)


@pytest.fixture(scope="module")
def finder(builtin: Snapshot) -> OccupationFinder:
    return OccupationFinder(builtin)


@pytest.mark.parametrize(("words", "occupation"), FIRST)
def test_what_people_call_their_work_finds_it_first(finder: OccupationFinder, words: str, occupation: str) -> None:
    assert finder.search(words)[0].occupation_id == occupation


@pytest.mark.parametrize(("words", "occupation"), AMONG_THREE)
def test_a_vague_or_misspelt_word_finds_it_among_three(finder: OccupationFinder, words: str, occupation: str) -> None:
    assert occupation in [match.occupation_id for match in finder.search(words)[:3]]


def test_every_occupation_has_everyday_words_each_written_once() -> None:
    words = {row["occupation_id"]: row["synonyms"].split("|") for row in table("occupation_synonyms")}
    assert list(words) == [row["occupation_id"] for row in table("occupations")]
    for occupation, texts in words.items():
        assert len(set(texts)) == len(texts) >= 4, occupation
        assert all(text == text.strip() != "" for text in texts), occupation


def test_every_word_leads_to_its_own_occupation_among_three(finder: OccupationFinder) -> None:
    strays = [
        (text, row["occupation_id"])
        for row in table("occupation_synonyms")
        for text in row["synonyms"].split("|")
        if row["occupation_id"] not in [match.occupation_id for match in finder.search(text)[:3]]
    ]
    assert strays == []
