"""Everything about oneself: who looked, what is shared and how to stop, taking it all along, and having it wiped."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.http.guard import needs, public
from gouden_poort.http.signed_in import let_out, signed_in
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services import assessments, own_data
from gouden_poort.services.dossiers import sharing
from gouden_poort.services.dossiers.looks import own_looks
from gouden_poort.services.dossiers.own import own_dossier
from gouden_poort.services.referrals.looking import referrals_about
from gouden_poort.web.citizen.mine.referrals import about_me
from gouden_poort.web.citizen.mine.sheet import copies_in, told
from gouden_poort.web.citizen.mine.words import line_words, look_rows, shared_lines
from gouden_poort.web.files import json_file
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language import _, spoken
from gouden_poort.web.whole_address import whole
from gouden_poort.web.words.answer_words import answered_blocks
from gouden_poort.wiring import house

pages = Blueprint("my_data", __name__)
MOST_LOOKS = 10
"""Looks that are shown at first."""
ALL = "alles"
_YES = "yes"


@pages.get("/mijn-gegevens")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """Who looked and when, what is shared line by line, and what one may do with it."""
    dossier = own_dossier(house().unit_of_work, signed_in())
    if dossier is None:
        return render_template("citizen/my_plan_none.html")
    looks = own_looks(house().unit_of_work, signed_in(), dossier.id)
    shown = looks if ALL in request.args else looks[:MOST_LOOKS]
    consents = sharing.consents_of(house().unit_of_work, signed_in(), dossier.id)
    return render_template(
        "citizen/my_data.html",
        looks=look_rows(shown),
        more=len(looks) - len(shown),
        lines=shared_lines(consents),
        referrals=about_me(referrals_about(house().unit_of_work, signed_in(), dossier.id)),
    )


@pages.post("/mijn-gegevens/delen/<line>/stop")
@needs(Deed.OWN_DOSSIER)
def stop(line: str) -> ResponseReturnValue:
    """Stop sharing one line; it holds from the next request of whoever saw it."""
    sharing.stop(house().unit_of_work, signed_in(), _own().id, _line(line), house().clock())
    return taken(url_for(".show", _anchor="delen"))


@pages.post("/mijn-gegevens/delen/<line>")
@needs(Deed.OWN_DOSSIER)
def share(line: str) -> ResponseReturnValue:
    """Share one line, again or for the first time."""
    sharing.share_again(
        house().unit_of_work,
        signed_in(),
        _own().id,
        _line(line),
        language=spoken().code,
        moment=house().clock(),
    )
    return taken(url_for(".show", _anchor="delen"))


@pages.get("/mijn-gegevens/lezen")
@needs(Deed.OWN_DOSSIER)
def read() -> ResponseReturnValue:
    """Everything in words, to read and to print."""
    dossier = _own()
    document = own_data.take_along(house().unit_of_work, signed_in(), dossier.id, house().clock())
    answers = assessments.answers(house().unit_of_work, dossier.assessment_id)
    return render_template(
        "citizen/my_data_all.html",
        told=told(document),
        blocks=answered_blocks(house().shelf.active(), answers),
        looks=look_rows(own_looks(house().unit_of_work, signed_in(), dossier.id)),
        referrals=about_me(referrals_about(house().unit_of_work, signed_in(), dossier.id)),
        day=house().today(),
        line_words=line_words,
    )


@pages.get("/mijn-gegevens/bestand")
@needs(Deed.OWN_DOSSIER)
def download() -> ResponseReturnValue:
    """Everything as a file that other programs read, with where each copy of a paper is to be had."""
    document = own_data.take_along(house().unit_of_work, signed_in(), _own().id, house().clock())
    copies = [whole(url_for("my_proofs.look", proof_id=each["proof_id"])) for each in copies_in(document)]
    return json_file("mijn-gegevens.json", {**document, "copies": copies})


@pages.get("/mijn-gegevens/wissen")
@needs(Deed.ERASE_DOSSIER)
def before_erasing() -> ResponseReturnValue:
    """What goes, what stays and why, and the yes."""
    _own()
    sure = (Choice(value=_YES, label=_("Ja, wis alles over mij")),)
    return render_template("citizen/my_data_erase.html", faults=came_back().faults, sure=sure)


@pages.post("/mijn-gegevens/wissen")
@needs(Deed.ERASE_DOSSIER)
def erase() -> ResponseReturnValue:
    """Have everything wiped after a yes, and forget it in this browser too."""
    dossier = _own()
    if request.form.get("sure") != _YES:
        fault = Fault(field="sure", words=_("Zet een vinkje als je het zeker weet."))
        return send_back(url_for(".before_erasing"), MultiDict(), [fault], in_cookie=True)
    own_data.erase(house().unit_of_work, signed_in(), dossier.id, house().clock())
    let_out()
    return redirect(url_for(".erased"), 303)


@pages.get("/mijn-gegevens/gewist")
@public
def erased() -> ResponseReturnValue:
    """Says that nothing is left, and what stays without a name."""
    return render_template("citizen/my_data_erased.html")


def _own() -> Dossier:
    """The dossier of who asks; who has none goes to the page that says so."""
    dossier = own_dossier(house().unit_of_work, signed_in())
    if dossier is None:
        abort(redirect(url_for(".show"), 303))
    return dossier


def _line(given: str) -> Line:
    try:
        return Line(given)
    except ValueError:
        abort(404)
