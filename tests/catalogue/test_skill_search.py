"""Skills and occupations of the built-in catalogue, found by the words people use."""

import statistics
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.skill_search import OccupationFinder, SkillFinder
from gouden_poort.catalogue.snapshot import Snapshot
from tests.builders import a_snapshot

BUDGET_MS = 5.0


@pytest.fixture(scope="module")
def skills(builtin: Snapshot) -> SkillFinder:
    return SkillFinder(builtin)


@pytest.fixture(scope="module")
def occupations(builtin: Snapshot) -> OccupationFinder:
    return OccupationFinder(builtin)


@pytest.mark.parametrize("text", ["lassen", "las", "lasen", "LASSEN", "ik kan lassen", "gelast"])
def test_welding_is_found_however_it_is_written(skills: SkillFinder, text: str) -> None:
    found = [match.skill_id for match in skills.search(text)]
    assert {"sk-lassen-migmag", "sk-lassen-tig", "sk-lassen-pijp"} <= set(found)


@pytest.mark.parametrize(
    ("text", "skill_id"),
    [
        ("lasser", "sk-lassen-migmag"),
        ("mig mag", "sk-lassen-migmag"),
        ("migmag", "sk-lassen-migmag"),
        ("argon lassen", "sk-lassen-tig"),
        ("robotlasser", "sk-lasrobot"),
        ("vca", "sk-vca-basis"),
        ("B-VCA", "sk-vca-basis"),
        ("tekening lezen", "sk-tekening-basis"),
        ("tekeningen lezen", "sk-tekening-basis"),
        ("tekenng lezen", "sk-tekening-basis"),
        ("nen3140", "sk-nen3140"),
        ("NEN 3140", "sk-nen3140"),
        ("zonnepanelen installeren", "sk-pv-montage"),
        ("fiets maken", "sk-fietstechniek"),
        ("metselaar", "sk-metselen"),
        ("metslen", "sk-metselen"),
        ("stukedoor", "sk-stukadoren"),
        ("loodgiter", "sk-sanitair"),
        ("vorkheftruk", "sk-heftruck"),
        ("rijbewijs b", "sk-rijden-b"),
        ("warmtepompinstallateur", "sk-warmtepomp"),
        ("schild", "sk-schilderen"),
        ("welder", "sk-lassen-migmag"),
        ("plumber", "sk-sanitair"),
        ("5S", "sk-lean"),
    ],
)
def test_the_right_skill_comes_first(skills: SkillFinder, text: str, skill_id: str) -> None:
    assert skills.search(text)[0].skill_id == skill_id


@pytest.mark.parametrize("text", ["", "   ", "\0", "😀", "x" * 10_000, "qqqqq"])
def test_nothing_meant_finds_nothing(skills: SkillFinder, text: str) -> None:
    assert skills.search(text) == ()


def test_every_skill_is_found_first_by_its_own_label(builtin: Snapshot, skills: SkillFinder) -> None:
    table = builtin.columns.skills
    lost = [label for i, label in zip(table.id, table.label, strict=True) if skills.search(label)[0].skill_id != i]
    assert lost == []


def test_every_synonym_finds_its_skill(builtin: Snapshot, skills: SkillFinder) -> None:
    synonyms, table = builtin.columns.synonyms, builtin.columns.skills
    lost = [
        text
        for row, text in zip(synonyms.skill.tolist(), synonyms.text, strict=True)
        if table.id[row] not in {match.skill_id for match in skills.search(text)}
    ]
    assert lost == []


def test_a_dropped_letter_in_a_long_label_still_finds_the_skill(builtin: Snapshot, skills: SkillFinder) -> None:
    table = builtin.columns.skills
    long = [(i, label) for i, label in zip(table.id, table.label, strict=True) if len(label.split()[0]) >= 9]
    lost = [label for i, label in long if i not in {match.skill_id for match in skills.search(label[:5] + label[6:])}]
    assert len(long) > 40
    assert lost == []


@pytest.mark.parametrize(
    ("text", "occupation_id"),
    [
        ("automonteur", "oc-autotechnicus"),
        ("car mechanic", "oc-autotechnicus"),
        ("fietsenmaker", "oc-fietstechnicus"),
        ("loodgieter", "oc-monteur-wti"),
        ("lasser", "oc-lasser"),
        ("welder", "oc-lasser"),
        ("timmerman", "oc-timmerman"),
        ("stucadoor", "oc-stukadoor"),
        ("huisschilder", "oc-schilder"),
        ("elektricien", "oc-monteur-elektro"),
        ("vrachtwagenchauffeur", "oc-chauffeur-infra"),
        ("kraanmachinist", "oc-machinist-grondverzet"),
    ],
)
def test_former_work_is_found_by_what_people_call_it(
    occupations: OccupationFinder, text: str, occupation_id: str
) -> None:
    assert occupations.search(text)[0].occupation_id == occupation_id


def test_every_occupation_is_found_first_by_its_own_label(builtin: Snapshot, occupations: OccupationFinder) -> None:
    table = builtin.columns.occupations
    found = [occupations.search(label)[0].occupation_id for label in table.label]
    assert found == list(table.id)


def test_an_extra_column_of_synonyms_is_read_too() -> None:
    snapshot = a_snapshot(occupations=[{"synonyms": "ijzersmid|smid", "label_en": "Smith"}])
    for text in ("smid", "ijzersmid", "smith"):
        assert [match.occupation_id for match in OccupationFinder(snapshot).search(text)] == ["O1"]


def test_a_match_says_which_words_were_recognised() -> None:
    snapshot = a_snapshot(skill_synonyms=[{"text": "autogeen branden"}])
    (match,) = SkillFinder(snapshot).search("autogeen")
    assert (match.skill_id, match.label, match.matched) == ("S1", "Lassen", "autogeen branden")


@given(text=st.text(max_size=200))
def test_any_text_gives_at_most_so_many_matches_and_the_same_each_time(skills: SkillFinder, text: str) -> None:
    matches = skills.search(text, 5)
    assert len(matches) <= 5
    assert skills.search(text, 5) == matches


QUERIES = ("lassen", "las", "lasen", "zonnepanelen installeren", "warmtepompinstallateur", "tekenng lezen", "monteur")


def median_ms(search: Callable[[str], object]) -> float:
    """Over queries that were not asked before in this form, as each is a little different."""
    times = []
    for i in range(10):
        for query in QUERIES:
            began = time.perf_counter()
            search(f"{query} {'xyz'[: i % 3]}")
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def test_searching_the_built_in_catalogue_takes_a_few_milliseconds(
    skills: SkillFinder, occupations: OccupationFinder
) -> None:
    assert median_ms(skills.search) < BUDGET_MS
    assert median_ms(occupations.search) < BUDGET_MS


def test_three_thousand_skills_are_searched_as_quickly() -> None:
    """Labels of made-up compounds, so that the vocabulary grows with the number of skills."""
    parts = ("las", "frees", "draai", "meet", "buis", "dak", "kabel", "pomp", "glas", "vloer", "wand", "muur", "net")
    labels = [
        f"{a}{b}{c} {i % 50}" for i, (a, b, c) in enumerate((a, b, c) for a in parts for b in parts for c in parts)
    ]
    rows = [{"skill_id": f"S{i}", "label": f"{labels[i % len(labels)]} {i}"} for i in range(1, 3001)]
    snapshot = a_snapshot(skills=rows)
    assert median_ms(SkillFinder(snapshot).search) < BUDGET_MS
