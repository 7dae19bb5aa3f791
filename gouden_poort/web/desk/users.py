"""Colleagues who may sign in: an administrator invites them, lets them in or out, and gives a new start."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.way_in import WORKS_FOR, Purpose
from gouden_poort.profiles.question import Choice
from gouden_poort.services.accounts import staff
from gouden_poort.services.accounts.inviting import Invited
from gouden_poort.services.accounts.listing import Standing
from gouden_poort.web.desk import addresses
from gouden_poort.web.desk.words import ROLES, STANDINGS, WHAT_ROLES_DO
from gouden_poort.web.forms.fault_words import Fault, phone_of_staff
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.wiring import house

pages = Blueprint("users", __name__)
_MADE = "made_link"
"""In the cookie of the administrator: the link that was made last, until it was passed on."""
_ROLE_CHOICES = tuple(
    Choice(value=role.value, label=ROLES[role].capitalize(), help=words) for role, words in WHAT_ROLES_DO.items()
)


@pages.get("/gebruikers")
@needs(Deed.INVITE_STAFF)
def overview() -> ResponseReturnValue:
    """Everyone of the organisation, with role and last use."""
    lines = staff.colleagues(house().unit_of_work, signed_in())
    active = [each for each in lines if each.account.role is Role.ADMINISTRATOR and each.standing is Standing.ACTIVE]
    return render_template(
        "desk/users.html",
        lines=lines,
        own_id=signed_in().account_id,
        is_last=len(active) == 1,
        roles=ROLES,
        standings=STANDINGS,
        organisation_name=lines[0].organisation,
    )


@pages.get("/gebruikers/nieuw")
@needs(Deed.INVITE_STAFF)
def new() -> ResponseReturnValue:
    """Name, mail address and role of a new colleague."""
    back = came_back()
    return render_template("desk/user_new.html", given=back.form, faults=back.faults, choices=_ROLE_CHOICES)


@pages.post("/gebruikers/nieuw")
@needs(Deed.INVITE_STAFF)
def invite() -> ResponseReturnValue:
    """Make the account and the link."""
    form = request.form
    try:
        invited = staff.invite(
            house().unit_of_work,
            signed_in(),
            role=_role(form.get("role", "")),
            name=form.get("name", ""),
            email=form.get("email", ""),
            phone=form.get("phone", ""),
            moment=house().clock(),
            address_of=addresses.link,
        )
    except InvalidInput as wrong:
        return send_back(url_for(".new"), form, map(_fault, wrong.faults))
    return _show_link(invited, Purpose.INVITATION)


@pages.post("/gebruikers/<uuid:account_id>/uitzetten")
@needs(Deed.DISABLE_STAFF)
def disable(account_id: UUID) -> ResponseReturnValue:
    """Let someone in no more."""
    staff.disable(house().unit_of_work, signed_in(), account_id, house().clock())
    return taken(url_for(".overview"))


@pages.post("/gebruikers/<uuid:account_id>/aanzetten")
@needs(Deed.ENABLE_STAFF)
def enable(account_id: UUID) -> ResponseReturnValue:
    """Let someone in again."""
    staff.enable(house().unit_of_work, signed_in(), account_id, house().clock())
    return taken(url_for(".overview"))


@pages.post("/gebruikers/<uuid:account_id>/opnieuw")
@needs(Deed.RESET_STAFF)
def start_anew(account_id: UUID) -> ResponseReturnValue:
    """Take password and app away, and make a link to choose them again."""
    invited = staff.start_anew(
        house().unit_of_work, signed_in(), account_id, house().clock(), address_of=addresses.link
    )
    return _show_link(invited, Purpose.RESET)


@pages.get("/gebruikers/link")
@needs(Deed.INVITE_STAFF)
def link() -> ResponseReturnValue:
    """The link that was made last: on its way by mail, or to pass on by hand."""
    made = session.get(_MADE)
    if made is None:
        return redirect(url_for(".overview"), 303)
    return render_template("desk/user_link.html", made=made, address=addresses.link(made["token"]))


@pages.post("/gebruikers/link")
@needs(Deed.INVITE_STAFF)
def passed_on() -> ResponseReturnValue:
    """The link was passed on: it is shown no more."""
    session.pop(_MADE, None)
    return taken(url_for(".overview"))


def _show_link(invited: Invited, purpose: Purpose) -> ResponseReturnValue:
    goes_out = invited.mailed and house().settings.smtp is not None
    session[_MADE] = {
        "name": invited.account.name,
        "token": invited.token,
        "days": WORKS_FOR[purpose].days,
        "email": invited.account.email if goes_out else "",
    }
    return taken(url_for(".link"))


def _role(given: str) -> Role:
    """The role that was chosen; that of a citizen when none was, which nobody is invited as."""
    return Role(given) if given in {choice.value for choice in _ROLE_CHOICES} else Role.CITIZEN


def _fault(fault: FieldError) -> Fault:
    return phone_of_staff(fault) if fault.path == "phone" else Fault(field=fault.path, words=_words(fault))


def _words(fault: FieldError) -> str:
    match fault.path, fault.code:
        case "name", "missing":
            return "Vul een naam in."
        case "name", _:
            return "Deze naam is te lang. Maak hem korter."
        case "email", "missing":
            return "Vul een mailadres in."
        case "email", "duplicate":
            return "Met dit mailadres lukt het niet. Neem een ander mailadres."
        case "email", _:
            return "Dit is geen mailadres. Vul iets in als naam@voorbeeld.nl."
    return "Kies wat je collega gaat doen."
