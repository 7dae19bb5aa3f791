"""The answer: the best routes for a person, and everything about one of them."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.profiles.assessment import Assumption
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.questions import BY_ID, QUESTIONS
from gouden_poort.services import assessments
from gouden_poort.services.openings import openings
from gouden_poort.services.routes import ExplainedRoute, route_to, suggest_routes
from gouden_poort.web import visitor
from gouden_poort.web.badges import badge_for
from gouden_poort.web.cards import route_cards, summary_facts
from gouden_poort.web.career_strip import career_strip
from gouden_poort.web.errors import NO_ROUTE, UNKNOWN_ROUTE, words_page
from gouden_poort.web.messages import messages, place_note, unnamed_skills
from gouden_poort.web.no_route import no_route
from gouden_poort.web.pictures import timeline
from gouden_poort.web.sheet import route_sheet
from gouden_poort.wiring import house

pages = Blueprint("routes", __name__)


@pages.get("/routes")
@public
def suggestions() -> ResponseReturnValue:
    """The best routes, at most five, with what we assumed to find them."""
    snapshot = house().shelf.active()
    profile, assumed = _profile(snapshot)
    found = suggest_routes(snapshot, profile)
    return render_template(
        "routes.html",
        cards=route_cards(snapshot, profile, found),
        messages=tuple(messages(snapshot, profile, _sectors(snapshot, found))),
        unnamed_skills=unnamed_skills(snapshot, visitor.kept_answers()),
        skills_url=url_for("assessment.ask", number=_number("skills"), naar="controle"),
        assumed=[(_number(each.question_id), BY_ID[each.question_id].short, each.used) for each in assumed],
        nothing=None if found else no_route(profile, openings(snapshot, profile)),
        place_note=place_note(visitor.kept_answers()),
    )


@pages.get("/routes/<occupation_id>")
@public
def show(occupation_id: str) -> ResponseReturnValue:
    """One route: what to do now, every step with its why, the money and the ten years after."""
    snapshot = house().shelf.active()
    profile, _ = _profile(snapshot)
    try:
        found = _found(snapshot, profile, occupation_id)
    except UnknownThing:
        return words_page(UNKNOWN_ROUTE, 404)
    if found is None:
        return words_page(NO_ROUTE, 404)
    sheet = route_sheet(snapshot, profile, found.route, found.explanation)
    return render_template(
        "route.html",
        sheet=sheet,
        badge=badge_for(profile),
        summary=summary_facts(snapshot, found),
        picture=timeline(sheet.bars),
        strip=career_strip(snapshot, profile, found.route),
        career=found.route.career,
    )


def _found(snapshot: Snapshot, profile: Profile, occupation_id: str) -> ExplainedRoute | None:
    """The suggested route to an occupation, which has its ten years; else the best one there is."""
    suggested = {each.route.target_occupation_id: each for each in suggest_routes(snapshot, profile)}
    return suggested.get(occupation_id) or route_to(snapshot, profile, occupation_id)


def _profile(snapshot: Snapshot) -> tuple[Profile, tuple[Assumption, ...]]:
    """The profile of this visitor; who still has to answer something goes to the page that says what."""
    visitor.kept_answers()
    try:
        return assessments.profile_of(house().unit_of_work, snapshot, visitor.known_assessment(), today=visitor.today())
    except InvalidInput:
        abort(redirect(url_for("assessment.check"), 303))


def _sectors(snapshot: Snapshot, found: Sequence[ExplainedRoute]) -> frozenset[str]:
    occupations = snapshot.columns.occupations
    rows = (occupations.id.row(each.route.target_occupation_id) for each in found)
    return frozenset(str(snapshot.columns.sectors[int(occupations.sector[row])]) for row in rows)


def _number(question_id: str) -> int:
    return QUESTIONS.index(BY_ID[question_id]) + 1
