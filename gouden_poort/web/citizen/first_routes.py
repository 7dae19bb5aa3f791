"""Half-way the assessment: the first routes, so that who stops early still gets something."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.profiles.assessment import missing
from gouden_poort.profiles.questions import BLOCKS, BY_ID, FIRST_ROUTES_AFTER, NUMBER, QUESTIONS
from gouden_poort.services.counting import Milestone
from gouden_poort.services.routes import suggest_routes
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.counted import counted
from gouden_poort.web.routes.cards import RouteCard, route_cards

pages = Blueprint("first_routes", __name__)
LAST_BEFORE = NUMBER[BLOCKS[FIRST_ROUTES_AFTER - 1][-1].id]
"""The question after which the first routes are shown."""
MOST = 3


@pages.get("/dit-zien-we-al")
@public
def show() -> ResponseReturnValue:
    """The best routes so far, with what is not known yet; it changes nothing, so reloading or going back is safe."""
    answers, snapshot = visitor.kept_answers(), visitor.catalogue()
    needed = [(NUMBER[each], BY_ID[each]) for each in missing(answers)]
    cards: tuple[RouteCard, ...] = ()
    if not needed:
        profile, _ = visitor.profile_from(snapshot, answers)
        cards = route_cards(snapshot, profile, suggest_routes(snapshot, profile))[:MOST]
        counted(Milestone.ROUTES_SEEN)
    return render_template(
        "citizen/first_routes.html",
        cards=cards,
        needed=needed,
        number=LAST_BEFORE,
        total=len(QUESTIONS),
        to_come=[block[0].block for block in BLOCKS[FIRST_ROUTES_AFTER:]],
        previous=url_for("assessment.ask", number=LAST_BEFORE),
        onward=url_for("assessment.ask", number=LAST_BEFORE + 1),
    )
