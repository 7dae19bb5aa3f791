"""Handing people over, accepting them, and giving away the people of a colleague who is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services.dossiers import handing_over
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.wiring import house

pages = Blueprint("handing_over", __name__)


@pages.get("/overdragen")
@needs(Deed.HAND_OVER)
def show() -> ResponseReturnValue:
    """Who comes, who waits for a colleague, and who can go."""
    found, back = handing_over.overview(house().unit_of_work, signed_in()), came_back()
    return render_template(
        "desk/hand_over.html",
        found=found,
        colleagues=_choices(found.colleagues),
        to=back.form.get("to", ""),
        chosen=back.form.getlist("person"),
        faults=back.faults,
    )


@pages.post("/overdragen")
@needs(Deed.HAND_OVER)
def offer() -> ResponseReturnValue:
    """Hand over those who were ticked, or everyone."""
    form, actor = request.form, signed_in()
    ids = _ids(form.getlist("person"))
    if form.get("whom") == "everyone":
        ids = [line.dossier.id for line in handing_over.overview(house().unit_of_work, actor).own]
    try:
        handing_over.offer(house().unit_of_work, actor, ids, _id(form.get("to", "")), house().clock())
    except InvalidInput as wrong:
        return send_back(url_for(".show"), form, map(_fault, wrong.faults))
    return taken(url_for(".show"))


@pages.post("/overdragen/<uuid:dossier_id>/terug")
@needs(Deed.HAND_OVER)
def take_back(dossier_id: UUID) -> ResponseReturnValue:
    """Keep someone after all."""
    handing_over.take_back(house().unit_of_work, signed_in(), dossier_id, house().clock())
    return taken(url_for(".show"))


@pages.post("/overdragen/aannemen")
@needs(Deed.TAKE_OVER)
def accept() -> ResponseReturnValue:
    """Go on with one, or with everybody who stands on the page."""
    ids = _ids(request.form.getlist("person"))
    handing_over.accept(house().unit_of_work, signed_in(), ids, house().clock())
    return taken(url_for(".show"))


@pages.post("/overdragen/<uuid:dossier_id>/niet-aannemen")
@needs(Deed.TAKE_OVER)
def refuse(dossier_id: UUID) -> ResponseReturnValue:
    """Let someone stay with the colleague."""
    handing_over.refuse(house().unit_of_work, signed_in(), dossier_id, house().clock())
    return taken(url_for(".show"))


@pages.get("/gebruikers/<uuid:account_id>/overdragen")
@needs(Deed.HAND_OVER_CASELOAD)
def caseload(account_id: UUID) -> ResponseReturnValue:
    """To whom the people of a colleague go; nobody's name stands here but those of colleagues."""
    actor, back = signed_in(), came_back()
    return render_template(
        "desk/hand_over_caseload.html",
        giver=handing_over.disabled_colleague(house().unit_of_work, actor, account_id),
        colleagues=_choices(handing_over.receivers(house().unit_of_work, actor, account_id)),
        faults=back.faults,
    )


@pages.post("/gebruikers/<uuid:account_id>/overdragen")
@needs(Deed.HAND_OVER_CASELOAD)
def give_caseload(account_id: UUID) -> ResponseReturnValue:
    """Hand all of them over; the colleague accepts."""
    to = _id(request.form.get("to", ""))
    try:
        handing_over.offer_caseload(house().unit_of_work, signed_in(), account_id, to, house().clock())
    except InvalidInput as wrong:
        return send_back(url_for(".caseload", account_id=account_id), request.form, map(_fault, wrong.faults))
    return taken(url_for("users.overview"))


def _choices(colleagues: Sequence[Account]) -> Sequence[Choice]:
    return [Choice(value=str(each.id), label=each.name) for each in colleagues]


def _ids(given: Iterable[str]) -> list[UUID]:
    return [found for each in given if (found := _id(each)) is not None]


def _id(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


def _fault(fault: FieldError) -> Fault:
    words = "Kies wie je overdraagt." if fault.path == "person" else "Kies een collega."
    return Fault(field=fault.path, words=words)
