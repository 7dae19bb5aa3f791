"""The answer: the best routes for a person, everything about one of them, and how all other work stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.profiles.assessment import Assumption
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.questions import BY_ID, NUMBER
from gouden_poort.services import trying
from gouden_poort.services.counting import Milestone
from gouden_poort.services.outlook import nearly_open, outlook_on
from gouden_poort.services.routes import ExplainedRoute, suggest_routes, suggested_or_best
from gouden_poort.services.wishes import wishes_left
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.counted import counted
from gouden_poort.web.citizen.income import INCOME, kept_income, tell
from gouden_poort.web.citizen.no_route import no_route
from gouden_poort.web.citizen.notices import messages, place_note, priority_note, unnamed_skills, wished_note
from gouden_poort.web.citizen.ticket import kept_ticket
from gouden_poort.web.citizen.what_if.opening import opening_answers
from gouden_poort.web.citizen.what_if.result import changed_lately
from gouden_poort.web.errors import UNKNOWN_ROUTE, words_page
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language import _
from gouden_poort.web.language.beside import dutch_is_shown, in_dutch
from gouden_poort.web.pictures.month_bars import month_bars
from gouden_poort.web.pictures.timeline import timeline
from gouden_poort.web.routes.cards import route_cards, summary_facts, wished_cards
from gouden_poort.web.routes.career_strip import career_strip, other_moves_at_most
from gouden_poort.web.routes.month_money import month_money
from gouden_poort.web.routes.near import near_cards
from gouden_poort.web.routes.notes import WORK_QUESTION
from gouden_poort.web.routes.sheet import RouteSheet, route_sheet
from gouden_poort.web.routes.standing import Standing, standing
from gouden_poort.web.wording import say
from gouden_poort.web.words.answering import question_url
from gouden_poort.web.words.assumed import assumed_words
from gouden_poort.web.words.badges import badge_for, may_not_work
from gouden_poort.wiring import house

pages = Blueprint("routes", __name__)


@pages.get("/routes")
@public
def suggestions() -> ResponseReturnValue:
    """The best routes, at most five, with what we assumed to find them."""
    snapshot = visitor.catalogue()
    answers = visitor.kept_answers()
    profile, assumed = visitor.profile_from(snapshot, answers)
    found = suggest_routes(snapshot, profile)
    sectors = _sectors(snapshot, found)
    wishes = wishes_left(snapshot, profile, found)
    counted(Milestone.ROUTES_SEEN)
    changed = changed_lately(snapshot, answers)
    trying.routes_were_seen(house().unit_of_work, visitor.known_assessment(), house().clock())
    return render_template(
        "citizen/routes.html",
        cards=route_cards(snapshot, profile, found),
        wished=wished_cards(snapshot, profile, wishes),
        wished_note=wished_note(snapshot, wishes),
        messages=tuple(messages(snapshot, profile, sectors, wishes)),
        unnamed_skills=unnamed_skills(snapshot, answers),
        skills_url=question_url("tasks"),
        assumed=[
            (NUMBER[each.question_id], _(BY_ID[each.question_id].short), assumed_words(each.used)) for each in assumed
        ],
        nothing=None if found else no_route(snapshot, profile, nearly_open(snapshot, profile), _questions(assumed)),
        place_note=place_note(answers),
        priority_note=priority_note(answers),
        changed=changed,
        set_aside=visitor.set_aside_in_words(),
    )


@pages.get("/routes/bijna")
@public
def nearly() -> ResponseReturnValue:
    """Work that one change opens, with the change."""
    snapshot = visitor.catalogue()
    profile, assumed = _profile(snapshot)
    opened = nearly_open(snapshot, profile)
    return render_template(
        "citizen/nearly.html",
        cards=near_cards(snapshot, profile, opened, _questions(assumed)),
        barred=say("instead.not_allowed") if may_not_work(profile) else "",
        work_url=question_url(WORK_QUESTION),
    )


@pages.get("/routes/<occupation_id>")
@public
def show(occupation_id: str) -> ResponseReturnValue:
    """One route: what to do now, every step with its why, the money and the ten years after; or what is in the way."""
    snapshot = visitor.catalogue()
    answers = visitor.kept_answers()
    profile, assumed = visitor.profile_from(snapshot, answers)
    try:
        found = suggested_or_best(snapshot, profile, occupation_id)
    except UnknownThing:
        return words_page(UNKNOWN_ROUTE, 404)
    if found is None:
        return _closed(snapshot, profile, occupation_id, answers, _questions(assumed))
    route, why = found.route, found.explanation
    sheet = route_sheet(snapshot, route, why)
    income, sent = kept_income(), came_back()
    money = month_money(snapshot, route, sheet, profile.benefit, income)
    counted(Milestone.ROUTE_CHOSEN)
    return render_template(
        "citizen/route.html",
        occupation_id=occupation_id,
        sheet=sheet,
        dutch=in_dutch(lambda: route_sheet(snapshot, route, why), sheet),
        dutch_shown=dutch_is_shown(),
        badge=badge_for(profile, found.explanation),
        summary=summary_facts(snapshot, found),
        picture=timeline(sheet.bars),
        money=money,
        bars=month_bars(money),
        typed_income=sent.form.get(INCOME, "" if income is None else str(income)),
        faults=sent.faults,
        strip=career_strip(snapshot, profile, found.route),
        career=found.route.career,
        other_moves=other_moves_at_most(found.route.career) if found.route.career else None,
        work_url=question_url(WORK_QUESTION),
        ticket=kept_ticket(),
        planned=visitor.planned_target(),
        set_aside=visitor.set_aside_in_words(),
    )


@pages.post("/routes/<occupation_id>/inkomen")
@public
def tell_income(occupation_id: str) -> ResponseReturnValue:
    """Keep what comes in today, or take it away, to lay the months of every route beside it."""
    page = url_for(".show", occupation_id=occupation_id, _anchor="geld")
    faults = tell(request.form)
    return send_back(page.partition("#")[0], request.form, faults) if faults else taken(page)


@pages.get("/routes/<occupation_id>/hulp")
@public
def aid(occupation_id: str) -> ResponseReturnValue:
    """All help on one route, with where it is written: too much for the page of the route itself."""
    snapshot = visitor.catalogue()
    profile, _assumed = visitor.profile_from(snapshot, visitor.kept_answers())
    try:
        found = suggested_or_best(snapshot, profile, occupation_id)
    except UnknownThing:
        return words_page(UNKNOWN_ROUTE, 404)
    if found is None:
        return redirect(url_for(".show", occupation_id=occupation_id), 303)
    route, why = found.route, found.explanation
    sheet = route_sheet(snapshot, route, why)
    return render_template(
        "citizen/route_aid.html",
        occupation_id=occupation_id,
        sheet=sheet,
        dutch=in_dutch(lambda: route_sheet(snapshot, route, why), sheet),
        dutch_shown=dutch_is_shown(),
    )


def _closed(
    snapshot: Snapshot, profile: Profile, occupation_id: str, answers: Mapping[str, Answer], assumed: frozenset[str]
) -> ResponseReturnValue:
    """Work without a route now; when only a place is missing, with the route that waits for it."""
    outlook = outlook_on(snapshot, profile, occupation_id)

    def told() -> tuple[Standing, RouteSheet | None]:
        route, why = outlook.route, outlook.explanation
        sheet = route_sheet(snapshot, route, why) if route and why else None
        return standing(snapshot, profile, outlook, assumed), sheet

    said = told()
    dutch = in_dutch(told, said)
    return render_template(
        "citizen/standing.html",
        standing=said[0],
        sheet=said[1],
        dutch=dutch[0],
        dutch_sheet=dutch[1],
        dutch_shown=dutch_is_shown(),
        occupation_id=occupation_id,
        can_try=bool(opening_answers(outlook.changes, profile, answers)),
        set_aside=visitor.set_aside_in_words(),
    )


def _profile(snapshot: Snapshot) -> tuple[Profile, tuple[Assumption, ...]]:
    """The profile of this visitor; who still has to answer something goes to the page that says what."""
    return visitor.profile_from(snapshot, visitor.kept_answers())


def _sectors(snapshot: Snapshot, found: Sequence[ExplainedRoute]) -> frozenset[str]:
    occupations = snapshot.columns.occupations
    rows = (occupations.id.row(each.route.target_occupation_id) for each in found)
    return frozenset(str(snapshot.columns.sectors[int(occupations.sector[row])]) for row in rows)


def _questions(assumed: Sequence[Assumption]) -> frozenset[str]:
    """The questions that were not answered."""
    return frozenset(each.question_id for each in assumed)
