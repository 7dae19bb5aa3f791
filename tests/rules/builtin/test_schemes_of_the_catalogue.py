"""Schemes that stand in the built-in catalogue and in the rules say the same, so that routes can count on them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from gouden_poort.catalogue.bundle import BUILTIN
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import Benefit, TargetGroup
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.loading.books import builtin_rulebook
from gouden_poort.rules.schemes import applies, limit_eur
from tests.builders import a_profile, a_snapshot

KINDS = ("language", "basic", "module", "course", "certificate", "exam", "bol", "bbl")
SECTORS = ("breed", "bouw", "installatie", "metaal", "energie", "infra", "proces", "mobiliteit", "ict")
DAYS = (date(2022, 3, 1), date(2023, 12, 31), date(2024, 1, 1), date(2027, 2, 1), date(2036, 12, 31))
AGES = (15, 16, 17, 18, 40)
GROUPS = [frozenset[TargetGroup](), frozenset(TargetGroup), *(frozenset({group}) for group in TargetGroup)]
ROWS = list(csv.DictReader((BUILTIN / "schemes.csv").read_text("utf-8").splitlines()))
VCA = "cr-b-vca"
BOOK = {rule.id: rule for rule in builtin_rulebook().rules if rule.scheme}


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """A catalogue with the built-in schemes and a training of each kind in each sector; each certificate is VCA."""
    offerings = [
        {"offering_id": f"{kind}-{sector}", "kind": kind, "sector": sector, "cost_eur": 12000}
        for kind, sector in product(KINDS, SECTORS)
    ]
    known = [{name: value for name, value in row.items() if name in _CATALOGUE_KEYS} for row in ROWS]
    safety = [{"offering_id": f"certificate-{sector}", "credential_id": VCA} for sector in SECTORS]
    return a_snapshot(
        schemes=known,
        offerings=offerings,
        credentials=[{"credential_id": VCA, "kind": "certificate", "nlqf_level": 0}],
        offering_credentials=safety,
        offering_skills=[],
        offering_starts=[],
    )


_CATALOGUE_KEYS = {
    *("scheme_id", "label", "kind", "pays_share", "max_amount_eur", "cap_per_person_eur", "stack_group"),
    *("target_groups", "benefits", "sectors", "offering_kinds", "min_age", "max_age", "valid_from", "valid_to"),
}


def people(day: date) -> Iterator[Profile]:
    """Everyone a scheme of the catalogue can tell apart on a day."""
    for age, benefit, groups in product(AGES, Benefit, GROUPS):
        yield a_profile(birth_date=date(day.year - age, 1, 1), benefit=benefit, target_groups=groups)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_where_the_catalogue_pays_the_rules_surely_say_yes(snapshot: Snapshot, day: date) -> None:
    judge = Judge(snapshot, builtin_rulebook())
    schemes, count = snapshot.columns.schemes.id, len(snapshot.columns.offerings.id)
    missed = set()
    for profile in people(day):
        judged = judge.paying.judge(judge.person(profile, day), day)
        for row, scheme_id in enumerate(schemes):
            surely = judged.surely(scheme_id)
            paid = {offering for offering in range(count) if applies(snapshot, profile, row, offering, day)}
            missed |= {
                (scheme_id, snapshot.columns.offerings.id[offering]) for offering in paid if not surely[offering]
            }
    assert missed == set()


def test_a_free_safety_course_is_no_other_course(builtin: Snapshot) -> None:
    judge = Judge(builtin, builtin_rulebook())
    person = a_profile(birth_date=date(1990, 1, 1), benefit=Benefit.WW, skills=(), credentials=frozenset())
    free = judge.paying.judge(judge.person(person, DAYS[3]), DAYS[3]).surely("sch-gratis-vca")
    vca = builtin.columns.credentials.id.row(VCA)
    awards = builtin.columns.offerings.awards
    assert free.any()
    assert [row for row in range(len(free)) if free[row] and vca not in awards[row].tolist()] == []


@pytest.mark.parametrize("scheme_id", [row["scheme_id"] for row in ROWS])
def test_each_of_them_pays_somebody(snapshot: Snapshot, scheme_id: str) -> None:
    row = snapshot.columns.schemes.id.row(scheme_id)
    day = date(2023, 12, 31)
    offerings = range(len(snapshot.columns.offerings.id))
    assert any(applies(snapshot, profile, row, offering, day) for profile in people(day) for offering in offerings)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["scheme_id"])
def test_the_rules_and_the_catalogue_agree_on_amount_and_group(snapshot: Snapshot, row: dict[str, str]) -> None:
    terms = BOOK[row["scheme_id"]].scheme
    assert terms is not None
    catalogue = snapshot.columns.schemes.id.row(row["scheme_id"])
    assert (terms.stacking.group, terms.stacking.per_person_eur, limit_eur(snapshot, catalogue, 0)) == (
        row["stack_group"],
        int(row["cap_per_person_eur"]),
        int(row["max_amount_eur"]),
    )


def test_no_scheme_of_the_catalogue_is_missing_in_the_rules() -> None:
    assert {row["scheme_id"] for row in ROWS} == {rule_id for rule_id in BOOK if rule_id.startswith("sch-")}
