"""What to do now on a route, and whom to go to."""

from __future__ import annotations

from gouden_poort.catalogue.snapshot import POSITION_BBL, Snapshot
from gouden_poort.routing.route import Route
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import nl
from gouden_poort.web.wording import say
from gouden_poort.web.words.names import label


def first_step(snapshot: Snapshot, route: Route, key: str) -> str:
    """What to do now, as the sentence of that key (`first` or `first.card`): apply for a course or for work."""
    columns = snapshot.columns
    first = route.steps[0] if route.steps else None
    position_id = first.position_id if first else route.placement.position_id
    if position_id is not None:
        position = columns.positions.id.row(position_id)
        return say(
            f"{key}.bbl" if columns.positions.kind[position] == POSITION_BBL else f"{key}.job",
            company=employer(snapshot, position_id),
            start=dutch_date(route.placement.start_date),
        )
    assert first is not None  # noqa: S101 - without steps there is a position
    offerings = columns.offerings
    row = offerings.id.row(first.offering_id)
    site = int(offerings.site[row])
    return say(
        f"{key}.online" if site < 0 else f"{key}.course",
        what=label(offerings, row),
        provider=nl(str(columns.providers.label[int(offerings.provider[row])])),
        place="" if site < 0 else nl(str(columns.sites.city[site])),
        start=dutch_date(first.start_date),
    )


def employer(snapshot: Snapshot, position_id: str) -> str:
    """The company of a position, with its city."""
    positions, companies = snapshot.columns.positions, snapshot.columns.companies
    company = positions.company[positions.id.row(position_id)]
    return with_city(str(companies.label[company]), str(companies.city[company]))


def with_city(name: str, city: str) -> str:
    """A name with its city, unless the name says it already."""
    return nl(name) if not city or city in name else say("goal.place", company=nl(name), city=nl(city))
