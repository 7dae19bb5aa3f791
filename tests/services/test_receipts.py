"""Asking again with a receipt, after the rules, the catalogue or the whole package changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from gouden_poort.catalogue.bundle import write_bundle
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.errors import UnknownThing
from gouden_poort.rules import choosing
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.judge import judge_of
from gouden_poort.rules.loading import loading
from gouden_poort.rules.loading.folders import with_format
from gouden_poort.rules.loading.loading import load_rulebook
from gouden_poort.services import receipts
from gouden_poort.services.asked import Question
from gouden_poort.services.catalogues import import_catalogue, load_builtin
from gouden_poort.services.eligibility import State, eligibility
from gouden_poort.services.receipts import Receipt, judge_now, judge_then
from gouden_poort.storage.tables.rule_sets import RULE_SETS
from tests.builders import a_bundle, a_profile
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = date(2027, 1, 4)


def rules_asking(age: int) -> str:
    return f"""
rules:
  - id: law.age
    kind: admission
    nl: Voor deze opleiding moet je oud genoeg zijn.
    en: You must be old enough.
    source: {{title: Example act, read_on: 2026-11-21}}
    only_if: "offering.weeks > 0"
    when: {{id: age, test: "person.age >= {age}", nl: "Je bent {age} of ouder.", en: "You are {age} or older."}}
    tests:
      - {{given: {{offering.weeks: 8, person.age: {age}}}, expect: yes}}
      - {{given: {{offering.weeks: 8, person.age: {age - 1}}}, expect: no}}
      - {{given: {{offering.weeks: 0}}, expect: not_applicable}}
"""


def a_bundle_asking(age: int) -> Bundle:
    rules = {"rules/law.yaml": rules_asking(age).encode()}
    return a_bundle(bundle=[{"key": "rulebook", "value": "rules/"}], other_files=rules)


BUILTIN = a_bundle(bundle=[{"key": "rulebook", "value": "builtin"}])


@pytest.fixture
def forget() -> Iterator[None]:
    """Nothing stays in the memory of the process, as after a restart; before and after the test."""
    remembering = (judge_of, receipts._judge, receipts.read_again)
    for cached in remembering:
        cached.cache_clear()
    yield
    for cached in remembering:
        cached.cache_clear()


def install(package: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the program comes with other rules."""
    monkeypatch.setattr(choosing, "builtin_rulebook", lambda: package)
    judge_of.cache_clear()


def a_package_asking(age: int) -> Rulebook:
    return load_rulebook(with_format({"builtin/law.yaml": rules_asking(age)}))


def take_in(database: Database, bundle: Bundle, folder: Path) -> None:
    write_bundle(bundle, folder)
    import_catalogue(folder, database.unit, database.shelf(), NOON, activate=True)


def ask_now(database: Database) -> tuple[Receipt, State]:
    found = eligibility(
        judge_now(database.shelf(), database.unit, NOON), Question(profile=a_profile(), day=DAY, offerings=("T1",))
    )
    return found.receipt, found.answers[0].state


def ask_again(database: Database, receipt: Receipt) -> tuple[Receipt, State]:
    judge = judge_then(receipt, database.shelf(), database.unit)
    found = eligibility(judge, Question(profile=a_profile(), day=receipt.day, offerings=("T1",)))
    return found.receipt, found.answers[0].state


def kept(database: Database) -> list[str]:
    with database.engine.connect() as connection:
        return list(connection.scalars(select(RULE_SETS.c.version).order_by(RULE_SETS.c.recorded_at)))


def test_after_another_catalogue_with_other_rules_the_receipt_gives_the_first_answer(
    database: Database, tmp_path: Path, forget: None
) -> None:
    take_in(database, a_bundle_asking(18), tmp_path / "one")
    before = ask_now(database)
    take_in(database, a_bundle_asking(67), tmp_path / "two")
    after = ask_now(database)
    assert (before[1], after[1]) == (State.OPEN, State.CLOSED)
    assert before[0] != after[0]
    judge_of.cache_clear()
    assert ask_again(database, before[0]) == before
    assert ask_again(database, after[0]) == after


def test_after_a_newer_package_the_receipt_gives_the_first_answer(
    database: Database, tmp_path: Path, forget: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(a_package_asking(18), monkeypatch)
    take_in(database, BUILTIN, tmp_path / "one")
    before = ask_now(database)
    install(a_package_asking(67), monkeypatch)
    assert ask_now(database)[1] is State.CLOSED
    assert ask_again(database, before[0]) == before


def test_the_rules_of_a_package_are_kept_before_anyone_gets_a_receipt(
    database: Database, tmp_path: Path, forget: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(a_package_asking(18), monkeypatch)
    take_in(database, BUILTIN, tmp_path / "one")
    newer = a_package_asking(67)
    install(newer, monkeypatch)
    receipt, _ = ask_now(database)
    assert (receipt.rules, len(kept(database))) == (newer.version, 2)


def test_a_rule_set_is_kept_once(database: Database, tmp_path: Path, forget: None) -> None:
    take_in(database, a_bundle_asking(18), tmp_path / "one")
    for _ in range(3):
        ask_now(database)
    assert len(kept(database)) == 1


def test_taking_a_catalogue_in_keeps_its_rules(database: Database, tmp_path: Path) -> None:
    write_bundle(a_bundle_asking(18), tmp_path / "one")
    import_catalogue(tmp_path / "one", database.unit, database.shelf(), NOON, activate=False)
    assert len(kept(database)) == 1


def test_loading_the_same_builtin_catalogue_keeps_the_newer_rules_of_the_package(
    database: Database, tmp_path: Path, forget: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bundle(BUILTIN, tmp_path / "one")
    packages = [a_package_asking(age) for age in (18, 67)]
    for days, package in enumerate(packages):
        install(package, monkeypatch)
        load_builtin(database.unit, database.shelf(), NOON + timedelta(days=days), tmp_path / "one")
    assert kept(database) == [package.version for package in packages]


def test_a_receipt_that_nobody_was_given_is_refused(database: Database, tmp_path: Path, forget: None) -> None:
    take_in(database, a_bundle_asking(18), tmp_path / "one")
    receipt, _ = ask_now(database)
    for stranger in (
        Receipt(rules="0" * 16, catalogue=receipt.catalogue, day=DAY),
        Receipt(rules=receipt.rules, catalogue="../" * 9, day=DAY),
    ):
        with pytest.raises(UnknownThing):
            judge_then(stranger, database.shelf(), database.unit)


def test_rules_that_would_answer_otherwise_now_are_not_passed_off_as_the_old_ones(
    database: Database, tmp_path: Path, forget: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(database, a_bundle_asking(18), tmp_path / "one")
    receipt, _ = ask_now(database)
    monkeypatch.setattr(loading, "ENGINE_VERSION", "another")
    receipts.read_again.cache_clear()
    with pytest.raises(UnknownThing):
        judge_then(receipt, database.shelf(), database.unit)


def test_rules_that_this_package_can_no_longer_read_are_unknown(
    database: Database, tmp_path: Path, forget: None
) -> None:
    take_in(database, a_bundle_asking(18), tmp_path / "one")
    receipt, _ = ask_now(database)
    with database.unit() as unit:
        unit.rule_sets.add("old", {"old.yaml": "rules: [{id: nothing}]"}, NOON)
        unit.commit()
    with pytest.raises(UnknownThing):
        judge_then(Receipt(rules="old", catalogue=receipt.catalogue, day=DAY), database.shelf(), database.unit)
