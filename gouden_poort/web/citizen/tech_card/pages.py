"""The Techniekkaart: eight questions with pictures for a child, then its card. Nothing of it reaches a database."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.catalogue.places import Place
from gouden_poort.errors import UnknownPlace
from gouden_poort.http.guard import public
from gouden_poort.profiles.tech_card import CardQuestion, Theme, liked
from gouden_poort.profiles.tech_card_questions import ACTIVITY_KINDS, FOR_AGES, QUESTIONS, THEMES
from gouden_poort.services.finders import place_finder
from gouden_poort.services.outings import outings_near
from gouden_poort.web.citizen.tech_card import draft as card_draft
from gouden_poort.web.citizen.tech_card.draft import Draft
from gouden_poort.web.citizen.tech_card.outing_cards import OutingCard, outing_card, work_words
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.picking import LONGEST_QUERY
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language import _
from gouden_poort.web.wording import and_list, say
from gouden_poort.wiring import house

pages = Blueprint("tech_card", __name__, url_prefix="/techniekkaart")
_DONT_KNOW = "unknown"


@pages.get("")
@public
def welcome() -> ResponseReturnValue:
    """What this is, for the child itself."""
    return render_template("citizen/card_welcome.html", total=len(QUESTIONS))


@pages.post("")
@public
def begin() -> ResponseReturnValue:
    """Start with an empty card."""
    card_draft.begin()
    return redirect(url_for(".ask", number=1), 303)


@pages.get("/vraag/<int:number>")
@public
def ask(number: int) -> ResponseReturnValue:
    """One question with its pictures; pressing a picture is the answer."""
    draft, question = _draft(), _numbered(number)
    return render_template(
        "citizen/card_question.html",
        question=question,
        number=number,
        total=len(QUESTIONS),
        picked=draft.picked.get(question.id),
        previous=url_for(".ask", number=number - 1) if number > 1 else url_for(".welcome"),
        faults=came_back().faults,
    )


@pages.post("/vraag/<int:number>")
@public
def answer(number: int) -> ResponseReturnValue:
    """Keep one answer in the cookie and go on."""
    _draft()
    question, given = _numbered(number), request.form.get("pick", "")
    if given != _DONT_KNOW and given not in {pick.value for pick in question.picks}:
        fault = Fault(field="pictures", words=say("card.pick_one"))
        return send_back(url_for(".ask", number=number), MultiDict(), [fault], in_cookie=True)
    card_draft.pick(question.id, "" if given == _DONT_KNOW else given)
    after = url_for(".where") if number == len(QUESTIONS) else url_for(".ask", number=number + 1)
    return taken(after)


@pages.get("/plaats")
@public
def where() -> ResponseReturnValue:
    """Near which place to look; it may be left out."""
    draft, back = _draft(), came_back()
    return render_template(
        "citizen/card_place.html",
        typed=back.form.get("place", draft.place),
        faults=back.faults,
        near=back.near,
        names=place_finder(house().shelf.active()).labels,
        previous=url_for(".ask", number=len(QUESTIONS)),
    )


@pages.post("/plaats")
@public
def live_in() -> ResponseReturnValue:
    """Keep the name of a place of the catalogue; of a postcode only the place it lies in."""
    _draft()
    typed = request.form.get("place", "").strip()
    if request.form.get("action") == _DONT_KNOW or not typed:
        card_draft.live_in("")
        return taken(url_for(".card"))
    try:
        card_draft.live_in(_find(typed).label)
    except UnknownPlace as wrong:
        words = say("card.place.near" if wrong.near else "card.place.unknown")
        given, fault = MultiDict({"place": typed[:LONGEST_QUERY]}), Fault(field="place", words=words)
        return send_back(url_for(".where"), given, [fault], wrong.near, in_cookie=True)
    return taken(url_for(".card"))


@pages.get("/kaart")
@public
def card() -> ResponseReturnValue:
    """What the child likes, which technology goes with it, and where to try it."""
    draft, snapshot = _draft(), house().shelf.active()
    unanswered = card_draft.next_number(draft)
    if unanswered is not None:
        return redirect(url_for(".ask", number=unanswered), 303)
    themes = liked(QUESTIONS, THEMES, draft.picked)
    return render_template(
        "citizen/card.html",
        themes=[(theme, work_words(snapshot, theme)) for theme in themes],
        all_themes=THEMES,
        place=draft.place,
        outings=_outings(draft, themes),
    )


@pages.post("/wis")
@public
def wipe() -> ResponseReturnValue:
    """Take the card out of this browser."""
    card_draft.forget()
    return taken(url_for(".welcome"))


@pages.get("/op-papier")
@public
def on_paper() -> ResponseReturnValue:
    """All questions to print, with the key for who stands before the class."""
    key = [(_(theme.label), and_list(_picks_of(theme))) for theme in THEMES]
    return render_template("citizen/card_paper.html", questions=QUESTIONS, key=key)


@pages.get("/ouders-en-school")
@public
def for_grown_ups() -> ResponseReturnValue:
    """What the card is, what is kept, and how to use it in class."""
    return render_template("citizen/card_grown_ups.html", total=len(QUESTIONS), themes=THEMES, ages=FOR_AGES)


def _draft() -> Draft:
    """The card of this browser; who has none begins at the beginning."""
    draft = card_draft.read()
    if draft is None:
        abort(redirect(url_for(".welcome"), 303))
    return draft


def _numbered(number: int) -> CardQuestion:
    if not 1 <= number <= len(QUESTIONS):
        abort(404)
    return QUESTIONS[number - 1]


def _picks_of(theme: Theme) -> list[str]:
    """The words of the pictures that lead to a theme."""
    return [_(pick.label) for question in QUESTIONS for pick in question.picks if pick.theme == theme.id]


def _find(text: str) -> Place:
    """A place by name; without a name, such as a postcode nobody knows, there is none."""
    place = place_finder(house().shelf.active()).find(text)
    if not place.label:
        raise UnknownPlace(text)
    return place


def _outings(draft: Draft, themes: Sequence[Theme]) -> tuple[OutingCard, ...]:
    """Sites near the place of the child; none when there is no place, or the catalogue lost it since."""
    snapshot = house().shelf.active()
    try:
        place = _find(draft.place)
    except UnknownPlace:
        return ()
    near = outings_near(snapshot, (place.lat, place.lon), ages=FOR_AGES, kinds=ACTIVITY_KINDS)
    return tuple(outing_card(snapshot, each, themes) for each in near)
