"""What if: trying other answers, seeing what they change, and taking them over or not."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import public
from gouden_poort.services import trying
from gouden_poort.web import visitor
from gouden_poort.web.fault_words import Fault
from gouden_poort.web.what_if_form import Group, groups, picked, shown
from gouden_poort.web.what_if_result import result_of
from gouden_poort.web.wording import say
from gouden_poort.wiring import house

pages = Blueprint("what_if", __name__)


@pages.get("/wat-als")
@public
def ask() -> ResponseReturnValue:
    """What someone could change, with what they are trying out."""
    offered = _offered()
    tried = trying.tried(house().unit_of_work, visitor.known_assessment())
    return _form(offered, shown(offered, tried))


@pages.post("/wat-als")
@public
def answer() -> ResponseReturnValue:
    """Keep what is tried out and show what it changes; nothing changed is nothing to show."""
    offered = _offered()
    otherwise = picked(offered, request.form)
    if not otherwise:
        field = offered[0].question_id
        return _form(offered, {}, (Fault(field=field, words=say("whatif.pick")),)), 400
    trying.try_answers(house().unit_of_work, visitor.known_assessment(), otherwise, moment=house().clock())
    return redirect(url_for(".outcome"), 303)


@pages.get("/wat-als/uitkomst")
@public
def outcome() -> ResponseReturnValue:
    """What opens, closes, comes sooner or costs less with the answers that are tried out."""
    answers = visitor.kept_answers()
    otherwise = trying.tried(house().unit_of_work, visitor.known_assessment())
    if not otherwise:
        return redirect(url_for(".ask"), 303)
    return render_template("what_if_outcome.html", result=result_of(house().shelf.active(), answers, otherwise))


@pages.post("/wat-als/overnemen")
@public
def take_over() -> ResponseReturnValue:
    """Make what was tried out the answers; the routes then say what changed."""
    visitor.kept_answers()
    try:
        trying.take_over(
            house().unit_of_work,
            house().shelf.active(),
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
            house().shelf.active(),
            visitor.known_assessment(),
            moment=house().clock(),
            today=visitor.today(),
        )
    except InvalidInput:
        return redirect(url_for("assessment.check"), 303)
    return redirect(url_for("routes.suggestions"), 303)


def _offered() -> tuple[Group, ...]:
    answers = visitor.kept_answers()
    profile, _ = visitor.profile_from(house().shelf.active(), answers)
    return groups(profile, answers, visitor.today())


def _form(offered: tuple[Group, ...], given: Mapping[str, str], faults: tuple[Fault, ...] = ()) -> str:
    return render_template("what_if.html", groups=offered, given=given, faults=faults)
