"""Ik wil … worden: looking for work, and the page of each occupation, with answers or without."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.errors import UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.services import catalogue_search
from gouden_poort.services.occupations import MOST_FOUND, find_work
from gouden_poort.services.ways_to_work import ways_to
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.occupations.chance import Someone, chance, someone_here
from gouden_poort.web.citizen.occupations.sheet import occupation_sheet
from gouden_poort.web.citizen.occupations.ways_words import ways_sheet
from gouden_poort.web.errors import ErrorWords, words_page
from gouden_poort.web.language import later
from gouden_poort.web.routes.near import work_by_sector
from gouden_poort.web.words.names import Names
from gouden_poort.wiring import house

pages = Blueprint("occupations", __name__)
_LONGEST = 100
UNKNOWN_WORK = ErrorWords(
    title=later("Dit beroep kennen we niet"),
    why=later("Misschien heet het nu anders. Kijk in de lijst met alle beroepen."),
    action=later("Bekijk alle beroepen"),
    endpoint="occupations.browse",
)


@pages.get("/beroepen")
@public
def browse() -> ResponseReturnValue:
    """All work by sector; or what someone searched for, perhaps in one sector."""
    snapshot = house().shelf.active()
    sectors = work_by_sector(snapshot)
    words, sector = request.args.get("zoek", "").strip()[:_LONGEST], request.args.get("sector", "")
    chosen = next((one for one in sectors if one.id == sector), None)
    return render_template(
        "citizen/occupations.html",
        words=words,
        sectors=sectors,
        chosen=chosen,
        found=find_work(snapshot, words, chosen.id if chosen else "") if words else (),
        most=MOST_FOUND,
        names=Names(snapshot),
    )


@pages.get("/beroep/<occupation_id>")
@public
def show(occupation_id: str) -> ResponseReturnValue:
    """One occupation: what you do, need and earn, the ways to it, and how it stands for who answered the questions."""
    snapshot = visitor.catalogue()
    try:
        work = catalogue_search.occupation(snapshot, occupation_id[:_LONGEST])
    except UnknownThing:
        return words_page(UNKNOWN_WORK, 404)
    someone = someone_here(snapshot)
    ways = ways_to(snapshot, occupation_id)
    return render_template(
        "citizen/occupation.html",
        sheet=occupation_sheet(snapshot, work, _held(someone)),
        ways=ways_sheet(snapshot, ways, someone.profile),
        chance=chance(snapshot, someone, occupation_id),
    )


def _held(someone: Someone) -> Mapping[str, int] | None:
    """Levels by skill; None while nobody told what they can."""
    if someone.profile is None or "skills" in someone.assumed:
        return None
    return {skill.skill_id: skill.level for skill in someone.profile.skills}
