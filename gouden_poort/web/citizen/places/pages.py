"""Places to learn and work near someone, on a map and as a list. Where they live is in their answers, or is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.catalogue.places import Place
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import kilometres_within
from gouden_poort.errors import UnknownPlace
from gouden_poort.http.guard import public
from gouden_poort.profiles.assessment import ASSUMED_MODES, ASSUMED_TRAVEL_MINUTES, missing
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.levels import Mode
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.routing.route import Route
from gouden_poort.services.finders import land
from gouden_poort.services.near_places import Near, PlaceKind, Traveller, near_places
from gouden_poort.services.places import find_place
from gouden_poort.services.routes import suggest_routes
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.places.looking_near import look_from_home, look_near, looked_near
from gouden_poort.web.citizen.places.spots import KINDS, town_spots
from gouden_poort.web.forms.fault_words import unknown_place
from gouden_poort.web.forms.picking import LONGEST_QUERY
from gouden_poort.web.forms.posting import SentBack, came_back, send_back, taken
from gouden_poort.web.pictures.place_map import Spot, place_map
from gouden_poort.web.words.answering import question_url
from gouden_poort.wiring import house

pages = Blueprint("places", __name__)
_QUESTION = BY_ID["place"]
_HOME = "home"
"""What a form says to look from home again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _From:
    """From where someone looks."""

    words: str
    traveller: Traveller
    asked: bool
    """A place that was typed here, not the home of the answers."""
    guessed: bool
    """Nobody told how they travel."""


@pages.get("/plekken")
@public
def show() -> ResponseReturnValue:
    """The map and the list; who has not told where they live is asked for a place."""
    snapshot, back = visitor.catalogue(), came_back()
    if back.faults:
        return _ask_page(back)
    answers = visitor.answers_if_any()
    start = _start(snapshot, answers)
    if start is None:
        return _ask_page(SentBack())
    kind = next((each for each in PlaceKind if each.value == request.args.get("soort")), None)
    near = near_places(snapshot, start.traveller, () if start.asked else _routes(snapshot, answers), kind)
    return _near_page(snapshot, start, near, kind, knows_routes=bool(answers) and not missing(answers))


@pages.post("/plekken")
@public
def look() -> ResponseReturnValue:
    """Look around another place, or from home again. Of a postcode only the place is remembered."""
    typed = request.form.get("place", "").strip()
    if request.form.get("action") == _HOME:
        look_from_home()
        return taken(url_for(".show"))
    try:
        look_near(_named(house().shelf.active(), typed).label)
    except UnknownPlace as wrong:
        given, fault = MultiDict({"place": typed[:LONGEST_QUERY]}), unknown_place(_QUESTION, wrong)
        return send_back(url_for(".show"), given, [fault], wrong.near, in_cookie=True)
    return taken(url_for(".show"))


def _start(snapshot: Snapshot, answers: Mapping[str, Answer]) -> _From | None:
    """Where to look from: the place asked for here, else home; None where neither is known."""
    transport, most = answers.get("transport"), answers.get("travel_minutes")
    modes = frozenset(Mode(str(each)) for each in transport) if isinstance(transport, list | tuple) else frozenset()
    place = _asked(snapshot)
    home = answers.get("place")
    if place is not None:
        point, words = (place.lat, place.lon), place.label
    elif isinstance(home, list | tuple):
        lived = Home.from_answer([str(each) for each in home])
        point, words = (lived.lat, lived.lon), lived.label
    else:
        return None
    traveller = Traveller(
        lat=point[0],
        lon=point[1],
        modes=modes or ASSUMED_MODES,
        most_minutes=most if isinstance(most, int) else ASSUMED_TRAVEL_MINUTES,
    )
    return _From(words=words, traveller=traveller, asked=place is not None, guessed=not modes)


def _asked(snapshot: Snapshot) -> Place | None:
    """The place someone looked for; None when there is none, or the catalogue lost it since."""
    try:
        return _named(snapshot, looked_near())
    except UnknownPlace:
        return None


def _named(snapshot: Snapshot, text: str) -> Place:
    """A place by name or postcode; one without a name cannot be found again, so it is unknown."""
    place = find_place(snapshot, house().unit_of_work, text)
    if not place.label:
        raise UnknownPlace(text)
    return place


def _routes(snapshot: Snapshot, answers: Mapping[str, Answer]) -> tuple[Route, ...]:
    """The suggested routes of who answered enough for them."""
    if not answers or missing(answers):
        return ()
    profile, _assumed = visitor.profile_from(snapshot, answers)
    return tuple(each.route for each in suggest_routes(snapshot, profile))


def _near_page(
    snapshot: Snapshot, start: _From, near: Near, kind: PlaceKind | None, *, knows_routes: bool
) -> ResponseReturnValue:
    traveller = start.traveller
    towns = town_spots(snapshot, near.places)
    return render_template(
        "citizen/places.html",
        start=start,
        towns=towns,
        too_far=near.too_far,
        most=traveller.most_minutes,
        kind=kind,
        kinds=KINDS,
        map=place_map(
            land(snapshot),
            snapshot.columns.places,
            (traveller.lat, traveller.lon),
            [Spot(number=each.number, name=each.town, lat=each.lat, lon=each.lon) for each in towns],
            kilometres_within(traveller.most_minutes, traveller.modes),
        ),
        knows_routes=knows_routes,
        travel_question=question_url("travel_minutes"),
    )


def _ask_page(back: SentBack) -> str:
    typed = back.form.get("place", "")
    return render_template(
        "citizen/places_ask.html", question=_QUESTION, typed=typed, faults=back.faults, near=back.near
    )
