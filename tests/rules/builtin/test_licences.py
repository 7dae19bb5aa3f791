"""The papers of work, asked of the occupations of the built-in catalogue: which one asks what, and who has enough."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.facts.catalogue import occupation_table, row_facts
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.rules.builders import DAY
from tests.rules.builtin.people import outcome
from tests.rules.builtin.places import a_course, a_place, said, somebody, to_arrange

Occupation = Facts


def occupation(builtin: Snapshot, occupation_id: str) -> Occupation:
    return row_facts(occupation_table(builtin), builtin.columns.occupations.id.row(occupation_id))


def holding(*papers: str, **told: bool) -> Facts:
    """Someone who named these papers, so that no other ones are there."""
    drives_ce = "cr-rijbewijs-ce" in papers
    known = {
        "drives_b": drives_ce or "cr-rijbewijs-b" in papers,
        "drives_ce": drives_ce,
        "has_vca": bool({"cr-b-vca", "cr-vol-vca"} & set(papers)),
        "medically_fit": False,
        "has_vog": False,
    }
    return somebody("free", credentials=frozenset(papers), **(known | told))


def todo(builtin: Snapshot, occupation_id: str, person: Facts, day: date = DAY) -> set[str]:
    return to_arrange(person, a_place(), occupation(builtin, occupation_id), day=day, about="lic.")


@pytest.mark.parametrize(
    ("occupation_id", "expected"),
    [
        ("oc-servicemonteur-cv", {"lic.b", "lic.co", "lic.fgas", "lic.nen3140"}),
        ("oc-warmtepompmonteur", {"lic.fgas", "lic.nen3140", "lic.vca"}),
        ("oc-pv-monteur", {"lic.nen3140", "lic.vca"}),
        ("oc-monteur-laagspanning", {"lic.b", "lic.bei", "lic.vca"}),
        ("oc-monteur-gas-water", {"lic.viag", "lic.vca"}),
        ("oc-chauffeur-infra", {"lic.ce_work", "lic.vca"}),
        ("oc-spoormonteur", {"lic.medical", "lic.vca"}),
        ("oc-windtechnicus", {"lic.medical", "lic.nen3140"}),
        ("oc-hybride-docent", {"lic.vog"}),
        ("oc-monteur-beveiliging", {"lic.nen3140", "lic.vca", "lic.vog"}),
        ("oc-meubelmaker", set()),
        ("oc-ict-netwerktechnicus", set()),
    ],
)
def test_what_a_beginner_still_has_to_arrange(builtin: Snapshot, occupation_id: str, expected: set[str]) -> None:
    assert todo(builtin, occupation_id, holding("cr-bhv")) == expected


@pytest.mark.parametrize(
    ("occupation_id", "papers"),
    [
        ("oc-servicemonteur-cv", ("cr-rijbewijs-b", "cr-co", "cr-f-gassen", "cr-vp-nen3140")),
        ("oc-monteur-laagspanning", ("cr-rijbewijs-b", "cr-bei-vop", "cr-b-vca")),
        ("oc-chauffeur-infra", ("cr-rijbewijs-ce", "cr-code-95", "cr-vol-vca")),
        ("oc-pv-monteur", ("cr-b-vca", "cr-vop-nen3140")),
    ],
)
def test_who_has_the_papers_has_nothing_to_arrange(
    builtin: Snapshot, occupation_id: str, papers: tuple[str, ...]
) -> None:
    assert todo(builtin, occupation_id, holding(*papers)) == set()


def test_an_instructed_person_is_not_enough_where_a_skilled_one_is_asked(builtin: Snapshot) -> None:
    assert "lic.nen3140" in todo(builtin, "oc-monteur-elektro", holding("cr-b-vca", "cr-vop-nen3140"))
    assert "lic.bei" in todo(builtin, "oc-monteur-middenspanning", holding("cr-bei-vop"))


def test_a_driver_needs_code_95_beside_the_licence(builtin: Snapshot) -> None:
    without = holding("cr-rijbewijs-ce", "cr-b-vca")
    assert todo(builtin, "oc-chauffeur-infra", without) == {"lic.ce_work"}
    assert todo(builtin, "oc-bedrijfswagentechnicus", without) == set()


@pytest.mark.parametrize(("day", "asked"), [(date(2023, 3, 31), False), (date(2023, 4, 1), True)])
def test_the_co_scheme_began_in_april_2023(builtin: Snapshot, day: date, asked: bool) -> None:
    assert ("lic.co" in todo(builtin, "oc-servicemonteur-cv", holding("cr-bhv"), day)) is asked


def test_who_is_fit_goes_up_the_turbine(builtin: Snapshot) -> None:
    person = holding("cr-vp-nen3140", medically_fit=True)
    assert todo(builtin, "oc-windtechnicus", person) == set()


def test_papers_that_nobody_asked_about_are_a_question(builtin: Snapshot) -> None:
    place = (a_place(), occupation(builtin, "oc-servicemonteur-elektro"))
    assert outcome("lic.b", somebody("free"), *place) == "unknown"
    assert outcome("lic.vca", somebody("free"), *place) == "unknown"


@pytest.mark.parametrize(("age", "drives", "expected"), [(18, True, "yes"), (17, True, "no"), (40, False, "no")])
def test_a_lorry_licence_begins_with_b_and_18(age: int, drives: bool, expected: str) -> None:
    course = a_course("basic", awards=frozenset({"cr-rijbewijs-ce", "cr-code-95"}))
    person = somebody("free", drives_b=drives, medically_fit=True) | {"person.age": age}
    assert outcome("lic.ce", person, course) == expected


def test_a_licence_from_outside_the_eu_is_spoken_of_where_one_drives(builtin: Snapshot) -> None:
    person = somebody("free", foreign_licence=True)
    assert "lic.foreign" in said(person, occupation(builtin, "oc-servicemonteur-cv"))
    assert "lic.foreign" not in said(person, occupation(builtin, "oc-lasser"))


def test_work_at_height_is_spoken_of_with_roofers(builtin: Snapshot) -> None:
    assert "lic.height" in said(somebody("free"), occupation(builtin, "oc-dakdekker"))
    assert "lic.height" not in said(somebody("free"), occupation(builtin, "oc-stukadoor"))


def test_no_paper_of_work_shuts_a_door() -> None:
    kinds = {rule.kind for rule in builtin_rulebook().rules if rule.id.startswith("lic.")}
    assert RuleKind.ADMISSION not in kinds
