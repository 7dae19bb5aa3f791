"""The second lock on what companies have here: a query without any filter of ours hands out nothing of other houses."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Table, delete, func, select, update

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.services.employers.links import make_link
from gouden_poort.storage.tables.employers import COMPANY_LINKS, PROPOSALS, SURPLUSES
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER, a_kept_dossier
from tests.employers import a_proposal, a_surplus

CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)
EVERY = (COMPANY_LINKS, SURPLUSES, PROPOSALS)


@pytest.fixture
def kept(postgres_database: Database) -> Database:
    """A link, a surplus and somebody who is proposed, in each of two houses; the first is a citizen with an account."""
    for coach, told in ((COACH, {"citizen_id": CITIZEN.account_id}), (STRANGER, {})):
        house = coach.organisation_id
        assert house is not None
        dossier = a_kept_dossier(postgres_database, coach_id=coach.account_id, organisation_id=house, **told)
        make_link(postgres_database.unit, coach, "Lasbedrijf", MORNING, company_id="B1")
        with postgres_database.unit() as unit:
            place = unit.free_places.put(a_place(house))
            unit.surpluses.add_once(a_surplus(organisation_id=house))
            unit.proposals.add(a_proposal(dossier, place))
            unit.commit()
    return postgres_database


def a_place(organisation_id: UUID) -> FreePlace:
    return FreePlace(
        id=uuid4(),
        organisation_id=organisation_id,
        kind=OpeningKind.POSITION,
        opening_id="J1",
        seats=1,
        updated_at=MORNING,
        updated_by=COACH.account_id,
    )


@pytest.mark.parametrize(
    ("actor", "many"),
    [
        (COACH, (1, 1, 1)),
        (COLLEAGUE, (1, 1, 0)),
        (Actor(account_id=uuid4(), role=Role.ADMINISTRATOR, organisation_id=HERE), (1, 1, 0)),
        (CITIZEN, (0, 0, 1)),
        (Actor(account_id=uuid4(), role=Role.EDITOR), (0, 0, 0)),
        (None, (2, 2, 2)),
    ],
    ids=["coach", "colleague", "administrator", "citizen", "somebody without a house", "system"],
)
def test_nobody_gets_rows_of_other_houses_without_a_filter(
    kept: Database, actor: Actor | None, many: tuple[int, ...]
) -> None:
    with kept.unit(actor) as unit:
        found = tuple(unit._connection.scalar(select(func.count()).select_from(table)) for table in EVERY)
    assert found == many


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_nor_changes_or_removes_them(kept: Database, table: Table) -> None:
    elsewhere = table.c.organisation_id == STRANGER.organisation_id
    with kept.unit(COACH) as unit:
        moved = unit._connection.execute(update(table).where(elsewhere).values(organisation_id=HERE))
        gone = unit._connection.execute(delete(table).where(elsewhere))
        unit.commit()
    assert (moved.rowcount, gone.rowcount) == (0, 0)


def test_a_link_of_another_house_is_ended_by_nobody_here(kept: Database) -> None:
    with kept.unit() as unit:
        (link,) = unit.company_links.of(STRANGER.organisation_id or HERE)
    with kept.unit(COACH) as unit:
        unit.company_links.end(link.id, MORNING + timedelta(days=1))
        unit.commit()
    with kept.unit() as unit:
        assert unit.company_links.find(link.id) == link
