"""The rules of this package, over its own catalogue, come out of the columns as they come out one by one."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.columns.prepared import prepare
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.facts.catalogue import row_facts
from gouden_poort.rules.facts.person import person_facts
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.builders import a_profile
from tests.rules.columns.test_agreement import HOLDS

PEOPLE = (a_profile(), a_profile(profile_id="young", birth_date=date(2010, 5, 3)))
DAYS = (date(2026, 11, 23), date(2027, 8, 2))
SAMPLE = 10


@pytest.fixture(scope="module")
def laid() -> Judge:
    return Judge(build(read_bundle(BUILTIN)), builtin_rulebook())


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("person", PEOPLE, ids=lambda profile: profile.profile_id)
@pytest.mark.parametrize("name", ["offerings", "positions", "occupations"])
def test_columns_and_cases_agree_on_the_built_in_catalogue(laid: Judge, name: str, person: Profile, day: date) -> None:
    table: FactTable = getattr(laid, name)
    facts = person_facts(laid.snapshot, person, day)
    rules = [rule for rule in laid.book.rules if rule.is_in_force_on(day)]
    judged = prepare(rules, table).judge(facts, day)
    columns = {rule.id: (judged.surely(rule.id), judged.possibly(rule.id)) for rule in rules}
    for row in range(0, table.rows, table.rows // SAMPLE):
        case = {**facts, **row_facts(table, row)}
        for rule in rules:
            outcome = judge(rule, case, day).outcome
            stands = outcome in HOLDS.get(rule.kind, {Outcome.YES})
            expected = (stands, stands or outcome is Outcome.UNKNOWN)
            assert (rule.id, row, tuple(bool(plane[row]) for plane in columns[rule.id])) == (rule.id, row, expected)
