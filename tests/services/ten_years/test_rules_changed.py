"""The same catalogue under other rules: what a rule closed or opened is told, and what was so before is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.drift import DriftKind
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.choosing import rulebook_named, rulebook_of, under
from gouden_poort.services import routes
from gouden_poort.services.ten_years import resting
from gouden_poort.services.ten_years.reviewing import Reviewed
from gouden_poort.storage.tables.rule_sets import RULE_SETS
from tests.databases import Database
from tests.services.ten_years.test_rerouting import BOTH, LATER, Shelf, look, reasons
from tests.services.ten_years.test_reviewing import NEXT, go_round, planned

CLOSED = (DriftKind.ROUTE_CLOSED, "Lasser")
OPENED = (DriftKind.ROUTE_OPENED, "Monteur")
BETTER = (DriftKind.BETTER_ROUTE, "Monteur")


COURSE, FITTER = ("offering.weeks", "> 0", "8", "0"), ("occupation.id", "== 'O2'", "O2", "other")
OTHER_WORK = ("occupation.id", "== 'O9'", "O9", "other")
Closed = tuple[str, str, str, str]
"""A fact, what it is where the rule applies, and a value for which it does and one for which it does not."""


def only_for_the_old(closed: Closed) -> str:
    fact, applies, yes, no = closed
    return f"""
rules:
  - id: law.old
    kind: admission
    nl: Dit mag je doen als je oud bent.
    en: This is for old people.
    source: {{title: Example act, read_on: 2026-11-21}}
    only_if: "{fact} {applies}"
    when: {{id: old, test: "person.age >= 99", nl: Je bent 99 of ouder., en: You are 99 or older.}}
    tests:
      - {{given: {{{fact}: {yes}, person.age: 99}}, expect: yes}}
      - {{given: {{{fact}: {yes}, person.age: 98}}, expect: no}}
      - {{given: {{{fact}: {no}}}, expect: not_applicable}}
"""


@pytest.fixture(autouse=True)
def another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process has the rules of one package, and keeps routes by catalogue alone; here two stand beside each other."""
    by_catalogue = routes._question

    def by_rules_too(snapshot: Snapshot, profile: Profile, work: str | None) -> routes.Question:
        version, who, where = by_catalogue(snapshot, profile, work)
        return f"{version} {rulebook_of(snapshot).version}", who, where

    monkeypatch.setattr(routes, "_question", by_rules_too)


class Ruled(Shelf):
    """One catalogue, under rules that another package would bring for it."""

    def __init__(self, bundle: Bundle, closed: Closed | None = None) -> None:
        super().__init__(bundle)
        if closed:
            own = {"law.yaml": only_for_the_old(closed)}
            self._all = {each: replace(was, rulebook="rules", rules=own) for each, was in self._all.items()}


def forget_rules(database: Database) -> None:
    with database.unit() as unit:
        unit._connection.execute(RULE_SETS.delete())
        unit.commit()


def both(database: Database, dossier: Dossier, shelf: Shelf) -> tuple[Reviewed, list[tuple[DriftKind, str]]]:
    """What the round finds, and what whoever looks then is told."""
    return go_round(database, shelf), reasons(look(database, dossier, shelf))


def test_a_way_that_a_rule_closed_is_found_once(database: Database) -> None:
    dossier = planned(database, Ruled(LATER))
    shelf = Ruled(LATER, closed=COURSE)
    assert both(database, dossier, shelf) == (Reviewed(looked=1, found={DriftKind.ROUTE_CLOSED: 1}), [CLOSED])
    assert go_round(database, shelf, NEXT) == Reviewed()


def test_a_way_that_a_rule_opened_is_found_once(database: Database) -> None:
    dossier = planned(database, Ruled(LATER, closed=FITTER))
    shelf = Ruled(LATER)
    assert both(database, dossier, shelf) == (Reviewed(looked=1, found={DriftKind.ROUTE_OPENED: 1}), [OPENED])
    assert go_round(database, shelf, NEXT) == Reviewed()


def test_where_neither_changed_no_plan_is_looked_at(database: Database) -> None:
    dossier = planned(database, Ruled(LATER, closed=FITTER))
    assert both(database, dossier, Ruled(LATER, closed=FITTER)) == (Reviewed(), [])


def test_what_was_open_and_better_under_the_rules_of_then_is_no_news(database: Database) -> None:
    dossier = planned(database, Ruled(BOTH))
    assert both(database, dossier, Ruled(BOTH, closed=OTHER_WORK)) == (Reviewed(looked=1), [BETTER])


def test_another_catalogue_is_held_against_the_rules_of_then(database: Database) -> None:
    """The catalogue of then names the rules of the package, which are others by now."""
    dossier = planned(database, Ruled(LATER, closed=FITTER))
    upgraded = Shelf(LATER, BOTH)
    assert reasons(look(database, dossier, upgraded)) == [BETTER, OPENED]


def test_rules_that_are_not_kept_hide_no_way(database: Database) -> None:
    dossier = planned(database, Ruled(LATER, closed=FITTER))
    forget_rules(database)
    assert both(database, dossier, Ruled(LATER)) == (Reviewed(looked=1), [])


def test_choosing_a_plan_keeps_its_rules(database: Database) -> None:
    shelf = Ruled(LATER, closed=FITTER)
    planned(database, shelf)
    snapshot = shelf.active()
    book = rulebook_named(snapshot.rulebook, snapshot.rules)
    with database.unit() as unit:
        assert unit.rule_sets.find(book.version) == book.texts


def test_the_rules_of_then_are_laid_over_the_catalogue_once_for_all_plans(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        planned(database, Ruled(LATER, closed=FITTER))
    made: list[Snapshot] = []

    def counted(snapshot: Snapshot, book: Rulebook) -> Snapshot:
        made.append(under(snapshot, book))
        return made[-1]

    monkeypatch.setattr(resting, "under", counted)
    assert go_round(database, Ruled(LATER)).looked == 3
    assert len(made) == 1
