"""A coach lets the citizen of a dossier in, or in again: by mail, or with a letter that is posted or handed over."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.message import Channel
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services.dossiers import inviting
from gouden_poort.web.desk import addresses
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.wiring import house

pages = Blueprint("inviting", __name__)


@pages.get("/persoon/<uuid:dossier_id>/uitnodigen")
@needs(Deed.CHANGE_DOSSIER)
def form(dossier_id: UUID) -> ResponseReturnValue:
    """By mail or with a letter."""
    invitee = inviting.invitee(house().unit_of_work, signed_in(), dossier_id, house().clock())
    back = came_back()
    by_letter = "Jij drukt hem af. Je geeft hem mee of doet hem op de post."
    ways = (
        Choice(value=Channel.MAIL.value, label="Mail", help=f"Naar {invitee.email}." if invitee.email else ""),
        Choice(value=Channel.LETTER.value, label="Brief", help=by_letter),
    )
    chosen = back.form.get("channel", Channel.MAIL.value if invitee.email else Channel.LETTER.value)
    return render_template(
        "desk/invite.html",
        invitee=invitee,
        ways=ways if invitee.email else ways[1:],
        chosen=chosen,
        address=back.form.get("address", ""),
        faults=back.faults,
        dossier_id=dossier_id,
        person=addresses.person(dossier_id),
    )


@pages.post("/persoon/<uuid:dossier_id>/uitnodigen")
@needs(Deed.CHANGE_DOSSIER)
def invite(dossier_id: UUID) -> ResponseReturnValue:
    """Make the account and the link, and put the message into the outbox."""
    by_letter = request.form.get("channel") == Channel.LETTER.value
    try:
        inviting.invite_citizen(
            house().unit_of_work,
            signed_in(),
            dossier_id,
            house().clock(),
            address_of=addresses.link,
            channel=Channel.LETTER if by_letter else Channel.MAIL,
            address=request.form.get("address", "") if by_letter else "",
        )
    except InvalidInput as wrong:
        faults = [Fault(field=_field(each.path), words=_words(each.path, each.code)) for each in wrong.faults]
        return send_back(url_for(".form", dossier_id=dossier_id), request.form, faults)
    return taken(url_for(".show", dossier_id=dossier_id))


@pages.get("/persoon/<uuid:dossier_id>/opnieuw-binnen")
@needs(Deed.CHANGE_DOSSIER)
def lost(dossier_id: UUID) -> ResponseReturnValue:
    """For whom mail and telephone are gone: what a new link does."""
    invitee = inviting.invitee(house().unit_of_work, signed_in(), dossier_id, house().clock())
    return render_template(
        "desk/let_in_again.html", invitee=invitee, dossier_id=dossier_id, person=addresses.person(dossier_id)
    )


@pages.post("/persoon/<uuid:dossier_id>/opnieuw-binnen")
@needs(Deed.CHANGE_DOSSIER)
def let_in_again(dossier_id: UUID) -> ResponseReturnValue:
    """Make a link on paper; nothing else of the citizen opens the door any more."""
    inviting.let_in_again(house().unit_of_work, signed_in(), dossier_id, house().clock(), address_of=addresses.link)
    return taken(url_for(".show", dossier_id=dossier_id))


@pages.get("/persoon/<uuid:dossier_id>/uitgenodigd")
@needs(Deed.CHANGE_DOSSIER)
def show(dossier_id: UUID) -> ResponseReturnValue:
    """Says that it is on its way, and what then."""
    invitee = inviting.invitee(house().unit_of_work, signed_in(), dossier_id, house().clock())
    return render_template(
        "desk/invited.html", invitee=invitee, dossier_id=dossier_id, person=addresses.person(dossier_id)
    )


def _field(path: str) -> str:
    return "address" if path == "to" else "channel"


def _words(path: str, code: str) -> str:
    if path == "to":
        return "Vul hoogstens 5 regels in, met in elke regel hoogstens 60 tekens."
    if code == "duplicate":
        return "Met dit mailadres meldt zich al iemand aan. Nodig uit met een brief."
    return "Er staat geen goed mailadres in het dossier. Nodig uit met een brief."
