"""The demo: the same for the same seed, never beside real people, and gone without a trace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pyotp
import pytest
from sqlalchemy import func, select

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.people.account import STAFF
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.services.accounts.passwords import fits
from gouden_poort.services.accounts.second_factor import step_of
from gouden_poort.services.demo import loading
from gouden_poort.services.demo.cast import the_cast
from gouden_poort.services.demo.loading import SignIn
from gouden_poort.services.dossiers.today import Shelf, todos
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.openings import opening_of
from gouden_poort.services.referrals.looking import look, own
from gouden_poort.storage.tables import METADATA
from tests.databases import Database
from tests.dossiers import MORNING, a_kept_dossier
from tests.people_with_rights import actor_of
from tests.services.importing.files import a_country

PASSWORD = "een zin die niemand raadt"


def loaded(database: Database, *, many: int = 60, seed: int = 1) -> Sequence[SignIn]:
    return loading.load(
        database.unit, a_country(), many=many, seed=seed, password=PASSWORD, key="sleutel", moment=MORNING
    )


def everyone(database: Database) -> list[Dossier]:
    with database.unit() as unit:
        return [each for coach in the_cast(MORNING).coaches for each in unit.dossiers.of_coach(coach.id)]


def rows(database: Database) -> dict[str, int]:
    with database.unit() as unit:
        count = {table.name: select(func.count()).select_from(table) for table in METADATA.sorted_tables}
        return {name: unit._connection.scalar(query) or 0 for name, query in count.items()}


def test_there_are_so_many_people_in_all_states(database: Database) -> None:
    loaded(database)
    people = everyone(database)
    assert len(people) == 60
    assert set(Counter(each.state for each in people)) == set(DossierState)
    assert all(each.name.startswith("Voorbeeld ") for each in people)


def test_a_coach_has_something_to_do_on_each_shelf(database: Database) -> None:
    loaded(database, many=200)
    lists = todos(database.unit, actor_of(the_cast(MORNING).coaches[0]), MORNING.date())
    assert {shelf for shelf, lines in lists.items() if lines} == set(Shelf)
    assert lists[Shelf.NOW][0].overdue


def test_referrals_are_in_every_state_that_a_counsellor_meets(database: Database) -> None:
    loaded(database, many=200)
    cast = the_cast(MORNING)
    entries = own(database.unit, actor_of(cast.counsellor), MORNING.date())
    states = {entry.referral.state for entry in entries if not entry.is_closed}
    assert states >= {ReferralState.SENT, ReferralState.SENT_BACK, ReferralState.FIRST_TALK, ReferralState.STARTED}
    assert any(entry.is_late for entry in entries)
    taken = next(entry.referral for entry in entries if entry.referral.state is ReferralState.STARTED)
    seen = look(database.unit, actor_of(cast.counsellor), taken.id, MORNING)
    assert seen
    assert seen.coach_id
    with database.unit() as unit:
        written = [len(unit.referral_messages.of(entry.referral.id)) for entry in entries]
    assert max(written) > 1


def test_there_are_places_to_offer(database: Database) -> None:
    loaded(database)
    coach = actor_of(the_cast(MORNING).coaches[1])
    places = seats.places(database.unit, coach, MORNING.date())
    assert places
    assert all(opening_of(a_country(), place.kind, place.opening_id) for place, _left in places)
    assert all(left == place.seats for place, left in places)


def test_everyone_can_sign_in_with_what_is_told(database: Database) -> None:
    for each in loaded(database):
        with database.unit() as unit:
            kept = unit.accounts.credentials(each.account.id)
        assert fits(PASSWORD, kept.password_hash)
        if each.account.role in STAFF:
            assert kept.app_confirmed_at
            assert step_of(each.secret, pyotp.TOTP(each.secret).at(MORNING), MORNING) is not None


def test_the_same_seed_makes_the_same_people(database: Database) -> None:
    loaded(database)
    first = everyone(database)
    loaded(database)
    assert everyone(database) == first
    loaded(database, seed=2)
    assert everyone(database) != first


def test_it_is_refused_beside_real_people_and_changes_nothing(database: Database) -> None:
    a_kept_dossier(database)
    before = rows(database)
    with pytest.raises(InvalidInput):
        loaded(database)
    assert rows(database) == before


def test_removed_it_leaves_nothing_behind(database: Database) -> None:
    before = rows(database)
    loaded(database)
    assert loading.remove(database.unit, MORNING) == 60
    assert rows(database) == before


def test_removing_touches_nobody_else(database: Database) -> None:
    loaded(database, many=3)
    real = a_kept_dossier(database)
    loading.remove(database.unit, MORNING)
    with database.unit() as unit:
        assert unit.dossiers.find(real.id) == real
