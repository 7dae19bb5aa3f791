"""How it goes on after the first work, for everyone to read: how many of a hundred people stay."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.suppression import FEWEST
from gouden_poort.http.guard import public
from gouden_poort.services.ten_years.for_everyone import Told, told_to_everyone
from gouden_poort.services.ten_years.staying import most_telling
from gouden_poort.web.language import plain
from gouden_poort.web.pictures.outcome_picture import outcome_picture
from gouden_poort.web.words import staying_words
from gouden_poort.web.words.names import sector_name
from gouden_poort.wiring import house

pages = Blueprint("staying", __name__)


@pages.get("/hoe-gaat-het-verder")
@public
def show() -> ResponseReturnValue:
    """Of everyone, or of those who chose the sector in the address, as far as that can be told."""
    told = told_to_everyone(house().unit_of_work, house().today(), house().told)
    snapshot = house().shelf.active()
    asked = request.args.get("sector", "")
    sector = asked if most_telling(told.by_sector.get(asked, ())) else ""
    points = told.by_sector[sector] if sector else told.everyone
    point = most_telling(points)
    return render_template(
        "citizen/staying.html",
        told=told,
        point=point,
        said=staying_words.on_its_own(point) if point else "",
        picture=outcome_picture(points) if point else None,
        sector=sector_name(snapshot, sector) if sector else "",
        is_unknown=bool(asked) and not sector,
        sectors=sorted(_others(told, sector, snapshot), key=lambda other: plain(other[1])),
        fewest=FEWEST,
    )


def _others(told: Told, chosen: str, snapshot: Snapshot) -> Iterator[tuple[str, str, str]]:
    """The sectors of which something can be told: its id, its name, and how many stay."""
    for sector, points in told.by_sector.items():
        point = most_telling(points)
        if point is not None and sector != chosen:
            yield sector, sector_name(snapshot, sector), staying_words.beside_a_name(point)
