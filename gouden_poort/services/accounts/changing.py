"""What someone changes about the own account: another password, new codes on paper, and where to be called."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from gouden_poort.errors import FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import STAFF, Actor
from gouden_poort.profiles.people.particulars import check_new_password, read_phone
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.services.accounts.passwords import fits, hashed_password
from gouden_poort.services.accounts.sessions import Present
from gouden_poort.services.accounts.signing_in import Door
from gouden_poort.services.accounts.ways_in import draw_recovery_codes
from gouden_poort.services.dossiers.reminding import remind
from gouden_poort.services.ports import UnitOfWorkFactory


def has_password(open_unit: UnitOfWorkFactory, actor: Actor) -> bool:
    """Whether someone signs in with a password; a citizen may have links alone."""
    require(actor, Deed.OWN_ACCOUNT, Ties(account_id=actor.account_id))
    with open_unit() as unit:
        return unit.accounts.credentials(actor.account_id).password_hash is not None


def change_password(door: Door, who: Present, before: str, chosen: str, moment: datetime) -> None:
    """Keep another password and end the other sessions; InvalidInput, TooManyTries.

    Who has a password types it first: an open screen is not enough to take an account over.
    """
    require(who.actor, Deed.OWN_ACCOUNT, Ties(account_id=who.account.id))
    password = check_new_password(chosen, email=who.account.email)
    limits = door.hold_back(f"password {who.account.id}", moment)
    with door.open_unit() as unit:
        credentials = unit.accounts.credentials(who.account.id)
        if credentials.password_hash is not None and not fits(before, credentials.password_hash):
            fault = FieldError(path="before", code="malformed", given="", expected="the present password")
            raise InvalidInput([fault])
        unit.accounts.keep_credentials(replace(credentials, password_hash=hashed_password(password)))
        unit.sessions.end_all(who.account.id, moment, but=who.session.id)
        unit.commit()
    door.tries.give_back(*limits)


def new_recovery_codes(open_unit: UnitOfWorkFactory, key: str, actor: Actor) -> None:
    """Draw new codes on paper; the earlier ones work no more."""
    require(actor, Deed.OWN_ACCOUNT, Ties(account_id=actor.account_id))
    with open_unit() as unit:
        draw_recovery_codes(unit, key, unit.accounts.credentials(actor.account_id))
        unit.commit()


def codes_left(open_unit: UnitOfWorkFactory, actor: Actor) -> int:
    """How many codes on paper still work."""
    require(actor, Deed.OWN_ACCOUNT, Ties(account_id=actor.account_id))
    with open_unit() as unit:
        return unit.accounts.recovery_codes_left(actor.account_id)


def change_phone(open_unit: UnitOfWorkFactory, actor: Actor, typed: str, moment: datetime) -> None:
    """Keep the number at which staff is called, or none; InvalidInput. A citizen has one in the dossier.

    Reminders that wait, perhaps for months, tell the new number.
    """
    require(actor, Deed.OWN_ACCOUNT, Ties(account_id=actor.account_id))
    if actor.role not in STAFF:
        raise NotAllowed(Deed.OWN_ACCOUNT.value)
    phone = read_phone(typed)
    with open_unit() as unit:
        unit.accounts.set_phone(actor.account_id, phone)
        for dossier in unit.dossiers.of_coach(actor.account_id):
            remind(unit, dossier, unit.consents.of(dossier.id), moment)
        unit.commit()
