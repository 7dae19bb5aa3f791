"""A coach at a screen, with people to help; for tests of the pages of staff."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.databases import Database
from tests.dossiers import MORNING, a_kept_dossier
from tests.people_with_rights import Clock, Desk, People, house_at, keep_people, signed_in_client

TODAY = MORNING.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class AtADesk:
    """Someone signed in, the colleagues, and the database behind them."""

    database: Database
    house: House
    clock: Clock
    people: People
    desk: Desk

    def has(self, **told: Any) -> Dossier:
        """A dossier in the caseload of the coach, unless told otherwise."""
        coach = self.people.coach
        return a_kept_dossier(self.database, **{"coach_id": coach.id, "organisation_id": coach.organisation_id, **told})

    def other(self, account: Account | None) -> Desk:
        """Somebody else at another screen of the same house."""
        return Desk(signed_in_client(self.desk.client.application, self.house, account))


def at_a_desk(database: Database) -> AtADesk:
    """A coach who just signed in, in the morning."""
    clock = Clock(MORNING)
    house = house_at(database, clock)
    people = keep_people(house.unit_of_work, MORNING)
    client = signed_in_client(app_of(house), house, people.coach)
    return AtADesk(database=database, house=house, clock=clock, people=people, desk=Desk(client))


def marked(page: str, mark: str) -> list[str]:
    """The words inside each part of a page that carries a mark for tests."""
    parts = re.findall(rf'<(\w+)[^>]*data-test="{mark}"[^>]*>(.*?)</\1>', page, flags=re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", inside)).split()) for _, inside in parts]
