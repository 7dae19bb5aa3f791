"""What if: trying other answers, seeing what they change, and taking them over or not."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.services import trying
from gouden_poort.services.counting import Milestone
from gouden_poort.services.outlook import outlook_on
from gouden_poort.services.routes import suggested_or_best
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.counted import counted
from gouden_poort.web.citizen.what_if.form import Group, groups, picked, shown
from gouden_poort.web.citizen.what_if.opening import opening_answers
from gouden_poort.web.citizen.what_if.result import result_of
from gouden_poort.web.citizen.what_if.words import aim_of
from gouden_poort.web.errors import UNKNOWN_ROUTE, words_page
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.wording import say
from gouden_poort.wiring import house

pages = Blueprint("what_if", __name__)


@pages.get("/wat-als")
@public
def ask() -> ResponseReturnValue:
    """What someone could change, with what they are trying out."""
    offered = _offered()
    tried = trying.tried(house().unit_of_work, visitor.known_assessment())
    back = came_back()
    given = {} if back.faults else shown(offered, tried)
    return render_template("citizen/what_if.html", groups=offered, given=given, faults=back.faults)


@pages.post("/wat-als")
@public
def answer() -> ResponseReturnValue:
    """Keep what is tried out and show what it changes; nothing changed is nothing to show."""
    offered = _offered()
    otherwise = picked(offered, request.form)
    if not otherwise:
        fault = Fault(field=offered[0].question_id, words=say("whatif.pick"))
        return send_back(url_for(".ask"), request.form, [fault])
    trying.try_answers(house().unit_of_work, visitor.known_assessment(), otherwise, moment=house().clock())
    return taken(url_for(".outcome"))


@pages.get("/wat-als/uitkomst")
@public
def outcome() -> ResponseReturnValue:
    """What opens, closes, comes sooner or costs less with the answers that are tried out."""
    answers = visitor.kept_answers()
    otherwise = trying.tried(house().unit_of_work, visitor.known_assessment())
    if not otherwise:
        return redirect(url_for(".ask"), 303)
    result = result_of(visitor.catalogue(), answers, otherwise)
    counted(Milestone.WHAT_IF_USED)
    return render_template("citizen/what_if_outcome.html", result=result, aim=None)


@pages.post("/wat-als/beroep/<occupation_id>")
@public
def open_work(occupation_id: str) -> ResponseReturnValue:
    """Try out the changes that open one kind of work; where there are none, its page says what is in the way."""
    snapshot, answers = visitor.catalogue(), visitor.kept_answers()
    profile, _ = visitor.profile_from(snapshot, answers)
    try:
        changes = outlook_on(snapshot, profile, occupation_id).changes
    except UnknownThing:
        return words_page(UNKNOWN_ROUTE, 404)
    otherwise = opening_answers(changes, profile, answers)
    if not otherwise:
        return redirect(url_for("routes.show", occupation_id=occupation_id), 303)
    trying.try_answers(house().unit_of_work, visitor.known_assessment(), otherwise, moment=house().clock())
    return redirect(url_for(".outcome_for", occupation_id=occupation_id), 303)


@pages.get("/wat-als/uitkomst/<occupation_id>")
@public
def outcome_for(occupation_id: str) -> ResponseReturnValue:
    """The same as the outcome, with first what becomes of one kind of work."""
    snapshot, answers = visitor.catalogue(), visitor.kept_answers()
    otherwise = trying.tried(house().unit_of_work, visitor.known_assessment())
    if not otherwise:
        return redirect(url_for(".ask"), 303)
    profile, _ = visitor.profile_from(snapshot, {**answers, **otherwise})
    try:
        found = suggested_or_best(snapshot, profile, occupation_id)
    except UnknownThing:
        return words_page(UNKNOWN_ROUTE, 404)
    counted(Milestone.WHAT_IF_USED)
    aim = aim_of(snapshot, occupation_id, found.route if found else None)
    return render_template("citizen/what_if_outcome.html", result=result_of(snapshot, answers, otherwise), aim=aim)


@pages.post("/wat-als/overnemen")
@public
def take_over() -> ResponseReturnValue:
    """Make what was tried out the answers; the routes then say what changed."""
    visitor.kept_answers()
    try:
        trying.take_over(
            house().unit_of_work,
            visitor.catalogue(),
            visitor.known_assessment(),
            moment=house().clock(),
            today=visitor.today(),
        )
    except InvalidInput:  # the day that was tried has passed, or the catalogue lost a paper
        return redirect(url_for(".ask"), 303)
    return redirect(url_for("routes.suggestions"), 303)


@pages.post("/wat-als/terug")
@public
def put_back() -> ResponseReturnValue:
    """Give the answers again that were taken over a moment ago; the routes then say what that changed."""
    visitor.kept_answers()
    try:
        trying.put_back(
            house().unit_of_work,
            visitor.catalogue(),
            visitor.known_assessment(),
            moment=house().clock(),
            today=visitor.today(),
        )
    except InvalidInput:
        return redirect(url_for("assessment.check"), 303)
    return redirect(url_for("routes.suggestions"), 303)


def _offered() -> tuple[Group, ...]:
    answers = visitor.kept_answers()
    profile, _ = visitor.profile_from(visitor.catalogue(), answers)
    return groups(profile, answers, visitor.today())
