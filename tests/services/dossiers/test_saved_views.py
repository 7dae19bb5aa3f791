"""Ways of looking with a name: one's own alone, one for each name, and not too many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.saved_view import LONGEST_NAME, MOST_VIEWS
from gouden_poort.services.dossiers.saved_views import remove, save, views_of
from tests.databases import Database
from tests.dossiers import MORNING
from tests.people_with_rights import actor_of, keep_people


@pytest.fixture
def coaches(database: Database) -> tuple[Actor, Actor]:
    people = keep_people(database.unit, MORNING)
    return actor_of(people.coach), actor_of(people.other_coach)


def named(database: Database, actor: Actor) -> dict[str, str]:
    return {view.name: view.filters for view in views_of(database.unit, actor)}


def test_a_name_holds_the_last_filters(database: Database, coaches: tuple[Actor, Actor]) -> None:
    me, _ = coaches
    for filters in ("staat=bezig", "staat=klaar"):
        save(database.unit, me, " Mijn  lijst ", filters, MORNING)
    assert named(database, me) == {"Mijn lijst": "staat=klaar"}


def test_somebody_else_sees_and_removes_nothing_of_it(database: Database, coaches: tuple[Actor, Actor]) -> None:
    me, other = coaches
    view = save(database.unit, me, "Mijn lijst", "staat=bezig", MORNING)
    assert named(database, other) == {}
    with pytest.raises(NotAllowed):
        remove(database.unit, other, view.id)
    remove(database.unit, me, view.id)
    assert named(database, me) == {}


@pytest.mark.parametrize(
    ("name", "code"), [(" ", "missing"), ("a" * (LONGEST_NAME + 1), "too_many"), ("111222333", "bsn")]
)
def test_a_name_that_cannot_be_kept_is_refused(
    database: Database, coaches: tuple[Actor, Actor], name: str, code: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        save(database.unit, coaches[0], name, "", MORNING)
    assert [fault.code for fault in refused.value.faults] == [code]


def test_there_are_not_too_many(database: Database, coaches: tuple[Actor, Actor]) -> None:
    for number in range(MOST_VIEWS):
        save(database.unit, coaches[0], f"Lijst {number}", "", MORNING)
    save(database.unit, coaches[0], "Lijst 1", "staat=klaar", MORNING)
    with pytest.raises(InvalidInput):
        save(database.unit, coaches[0], "Nog een", "", MORNING)


def test_only_coaches_have_them(database: Database, coaches: tuple[Actor, Actor]) -> None:
    with pytest.raises(NotAllowed):
        views_of(database.unit, replace(coaches[0], role=Role.COUNSELLOR))
