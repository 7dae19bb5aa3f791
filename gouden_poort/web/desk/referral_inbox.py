"""What counsellors ask of coaches: the inbox, taking someone up after comparing, and sending back with a reason."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services.referrals import answering, looking
from gouden_poort.services.referrals.looking import Look
from gouden_poort.web.desk import referral_words as words
from gouden_poort.web.desk.referrals import full_address
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.wiring import house

pages = Blueprint("referral_inbox", __name__)
_ANOTHER = "another"
"""The answer that nobody who is here already is meant; else it is the id of a dossier."""


@pages.get("/verwijzingen")
@needs(Deed.ANSWER_REFERRAL)
def show() -> ResponseReturnValue:
    """What waits for an answer, or what one took up."""
    open_unit, actor = house().unit_of_work, signed_in()
    lists = {
        "wacht": looking.inbox(open_unit, actor, house().today()),
        "van-mij": looking.taken_up(open_unit, actor),
    }
    asked = request.args.get("stand", "wacht")
    chosen = asked if asked in lists else "wacht"
    return render_template("desk/referral_inbox.html", lists=lists, chosen=chosen, words=words)


@pages.get("/verwijzing/<uuid:referral_id>/aannemen")
@needs(Deed.ANSWER_REFERRAL)
def compare(referral_id: UUID) -> ResponseReturnValue:
    """Who is like this person, and what is still to be filled in."""
    seen = _waiting(referral_id)
    if seen is None:
        return taken(_page(referral_id))
    back = came_back()
    doubles = answering.doubles(house().unit_of_work, signed_in(), referral_id)
    return render_template(
        "desk/referral_accept.html",
        seen=seen,
        referral=seen.referral,
        doubles=doubles,
        own_id=signed_in().account_id,
        dutch=BY_ID["dutch"].choices,
        given=back.form,
        faults=back.faults,
        another=_ANOTHER,
    )


@pages.post("/verwijzing/<uuid:referral_id>/aannemen")
@needs(Deed.ANSWER_REFERRAL)
def accept(referral_id: UUID) -> ResponseReturnValue:
    """Make a dossier of it, or join it to one."""
    form, parts = request.form, house()
    who, moment = form.get("who", ""), parts.clock()
    try:
        if who not in ("", _ANOTHER):
            answering.join(parts.unit_of_work, signed_in(), referral_id, _id(who), moment=moment, address=full_address)
        else:
            answering.accept(
                parts.unit_of_work,
                parts.shelf.active(),
                signed_in(),
                referral_id,
                {"place": form.get("place", ""), "dutch": form.get("dutch", "")},
                is_another=who == _ANOTHER,
                languages=words.LANGUAGES,
                moment=moment,
                address=full_address,
            )
    except InvalidInput as wrong:
        return send_back(url_for(".compare", referral_id=referral_id), form, map(words.fault_of, wrong.faults))
    except ChangedMeanwhile:
        return taken(url_for(".show"))
    return taken(_page(referral_id))


@pages.get("/verwijzing/<uuid:referral_id>/terugsturen")
@needs(Deed.ANSWER_REFERRAL)
def why_back(referral_id: UUID) -> ResponseReturnValue:
    """Ask for the reason."""
    seen = _waiting(referral_id)
    if seen is None:
        return taken(_page(referral_id))
    back = came_back()
    return render_template("desk/referral_back.html", seen=seen, given=back.form, faults=back.faults)


@pages.post("/verwijzing/<uuid:referral_id>/terugsturen")
@needs(Deed.ANSWER_REFERRAL)
def send_it_back(referral_id: UUID) -> ResponseReturnValue:
    """Send it back to the counsellor."""
    parts = house()
    reason = request.form.get("reason", "")
    try:
        answering.send_back(
            parts.unit_of_work, signed_in(), referral_id, reason, moment=parts.clock(), address=full_address
        )
    except InvalidInput as wrong:
        return send_back(
            url_for(".why_back", referral_id=referral_id), request.form, [_why(each) for each in wrong.faults]
        )
    except ChangedMeanwhile:
        return taken(url_for(".show"))
    return taken(url_for(".show"))


def _waiting(referral_id: UUID) -> Look | None:
    """The referral as long as it waits for an answer; None when a colleague, or this coach, gave one."""
    seen = looking.look(house().unit_of_work, signed_in(), referral_id, house().clock())
    return seen if seen is not None and seen.referral.state is ReferralState.SENT else None


def _id(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        raise NotFound from None


def _why(fault: FieldError) -> Fault:
    found = words.fault_of(fault)
    return Fault(field="reason", words="Schrijf op waarom je terugstuurt.") if fault.code == "missing" else found


def _page(referral_id: UUID) -> str:
    return url_for("referrals.show", referral_id=referral_id)
