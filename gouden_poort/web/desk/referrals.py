"""Referrals on screen: those of a counsellor, and one of them for counsellor and coach, with what they write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from uuid import UUID, uuid4

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.referrals import looking
from gouden_poort.services.referrals.answering import mark_started
from gouden_poort.services.referrals.closing import withdraw
from gouden_poort.services.referrals.looking import Entry
from gouden_poort.services.referrals.talking import write
from gouden_poort.web.desk import addresses
from gouden_poort.web.desk import referral_words as words
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.whole_address import whole
from gouden_poort.wiring import house

pages = Blueprint("referrals", __name__)
_UNDER_WAY = {ReferralState.ACCEPTED, ReferralState.FIRST_TALK, ReferralState.STARTED}


def _is_all(_entry: Entry) -> bool:
    return True


SHELVES: Mapping[str, tuple[str, Callable[[Entry], bool]]] = MappingProxyType(
    {
        "alle": ("Alle", _is_all),
        "te-laat": ("Te laat", lambda entry: entry.is_late),
        "wacht": ("Wacht", lambda entry: entry.referral.state is ReferralState.SENT),
        "bezig": ("Bezig", lambda entry: entry.referral.state in _UNDER_WAY),
        "terug": ("Terug", lambda entry: entry.referral.state is ReferralState.SENT_BACK),
        "voorbij": ("Voorbij", lambda entry: entry.is_closed or entry.referral.state is ReferralState.STOPPED),
    }
)
"""The filters of the list, by what stands in the address."""


def full_address(referral_id: UUID) -> str:
    """Where a mail leads to."""
    return whole(url_for("referrals.show", referral_id=referral_id))


@pages.get("/mijn-verwijzingen")
@needs(Deed.REFER)
def own() -> ResponseReturnValue:
    """Those of the counsellor, overdue on top; the number on each filter is the length of its list."""
    asked = request.args.get("stand", "alle")
    chosen = asked if asked in SHELVES else "alle"
    entries = looking.own(house().unit_of_work, signed_in(), house().today())
    lists = {name: [entry for entry in entries if belongs(entry)] for name, (_label, belongs) in SHELVES.items()}
    return render_template(
        "desk/own_referrals.html",
        lists=lists,
        labels={name: label for name, (label, _belongs) in SHELVES.items()},
        chosen=chosen,
        words=words,
    )


@pages.get("/verwijzing/<uuid:referral_id>")
@needs(Deed.SEE_REFERRAL)
def show(referral_id: UUID) -> ResponseReturnValue:
    """One referral; once it is closed, only that."""
    seen = looking.look(house().unit_of_work, signed_in(), referral_id, house().clock())
    if seen is None:
        return render_template("desk/referral_closed.html")
    back = came_back()
    return render_template(
        "desk/referral.html",
        seen=seen,
        referral=seen.referral,
        is_coach=signed_in().role is Role.COACH,
        own_id=signed_in().account_id,
        person=addresses.person(seen.referral.dossier_id) if seen.referral.dossier_id else "",
        words=words,
        given=back.form,
        faults=back.faults,
        form_id=back.form.get("form_id", "") or uuid4(),
    )


@pages.post("/verwijzing/<uuid:referral_id>/bericht")
@needs(Deed.WRITE_ABOUT_REFERRAL)
def say(referral_id: UUID) -> ResponseReturnValue:
    """Send a message to the other side."""
    parts = house()
    try:
        write(
            parts.unit_of_work,
            signed_in(),
            referral_id,
            request.form.get("text", ""),
            moment=parts.clock(),
            address=full_address,
            form_id=form_id(),
        )
    except InvalidInput as wrong:
        return send_back(_page(referral_id), request.form, map(words.fault_of, wrong.faults))
    return taken(_page(referral_id, "berichten"))


@pages.post("/verwijzing/<uuid:referral_id>/gestart")
@needs(Deed.ANSWER_REFERRAL)
def started(referral_id: UUID) -> ResponseReturnValue:
    """Note that the route began."""
    mark_started(house().unit_of_work, signed_in(), referral_id, house().clock())
    return taken(_page(referral_id))


@pages.post("/verwijzing/<uuid:referral_id>/sluiten")
@needs(Deed.WITHDRAW_REFERRAL)
def close(referral_id: UUID) -> ResponseReturnValue:
    """Close it, because the person said so."""
    withdraw(house().unit_of_work, signed_in(), referral_id, house().clock())
    return taken(_page(referral_id))


def _page(referral_id: UUID, place: str | None = None) -> str:
    return url_for("referrals.show", referral_id=referral_id, _anchor=place)
