"""What every way of signing in needs: what holds guesses back, and where someone goes once inside."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flask import redirect, session, url_for
from werkzeug.wrappers import Response

from gouden_poort.http.device import device_words
from gouden_poort.http.origin import address_block
from gouden_poort.http.signed_in import let_in
from gouden_poort.profiles.people.account import STAFF, Role
from gouden_poort.services.accounts.signing_in import Door, Opened
from gouden_poort.web.forms.posting import draft_address
from gouden_poort.web.language.address import without_language
from gouden_poort.wiring import house, installation_key

AFTERWARDS = "afterwards"
"""Where the cookie holds the page that someone wanted to see."""
HOMES: Mapping[Role, str] = MappingProxyType(
    {
        Role.CITIZEN: "my_plan.show",
        Role.COACH: "today.show",
        Role.COUNSELLOR: "referrals.own",
        Role.EDITOR: "funnel.show",
        Role.ADMINISTRATOR: "users.overview",
    }
)
"""The first page of each role."""


def door() -> Door:
    """The door at which this browser stands."""
    parts = house()
    return Door(
        open_unit=parts.unit_of_work,
        tries=parts.tries,
        key=installation_key(),
        device=device_words(),
        block=address_block(),
    )


def come_in(opened: Opened, *, own_device: bool = False) -> Response:
    """Sign this browser in, and go on where someone was."""
    let_in(opened.token, opened.account, own_device=own_device)
    return onward(opened.account.role)


def onward(role: Role) -> Response:
    """To the form that was under way, else to the page that was asked for, else to the first page of a role."""
    wanted = session.pop(AFTERWARDS, None)
    home = without_language(HOMES[role]) if role in STAFF else url_for(HOMES[role])
    return redirect(draft_address() or wanted or home, 303)
