"""Who is signed in: flask-login carries a random token; the row it leads to says whose it is and whether it lives."""

from __future__ import annotations

from uuid import UUID

from flask import Flask, session
from flask_login import LoginManager, UserMixin, current_user, login_user
from werkzeug.exceptions import Unauthorized

from gouden_poort.profiles.people.account import Account, Actor
from gouden_poort.profiles.people.session import LONGEST_OWN_DEVICE
from gouden_poort.services.accounts import sessions
from gouden_poort.services.accounts.sessions import Present
from gouden_poort.wiring import house

_IN_COOKIE = "_user_id"
"""Where flask-login keeps what it is given in the cookie."""
KEPT_AT_SIGN_IN = ("assessment", "coach_request", "sent", "draft", "afterwards")
"""What of a visit goes along; all else begins anew, the token of the forms too."""


class _User(UserMixin):  # type: ignore[misc]  # flask-login has no types
    """What flask-login knows of someone."""

    def __init__(self, token: str, present: Present | None = None) -> None:
        self.token = token
        self.present = present

    def get_id(self) -> str:
        """What stands in the cookie."""
        return self.token


def know_people(app: Flask) -> None:
    """Let an app find out who is signed in, at most once for each request."""
    login = LoginManager(app)
    login.session_protection = None  # a telephone changes its address on the way; the row in the table protects
    login.user_loader(_load)
    app.config["PERMANENT_SESSION_LIFETIME"] = LONGEST_OWN_DEVICE


def present() -> Present | None:
    """Who asks, with the session it is done in; None for who is not signed in."""
    return current_user.present if current_user.is_authenticated else None


def signed_in() -> Actor:
    """Who asks, on a page that only opens for who is signed in."""
    return who().actor


def who() -> Present:
    """The account and the session of who asks; Unauthorized when nobody is signed in."""
    found = present()
    if found is None:
        raise Unauthorized
    return found


def token() -> str:
    """What this browser was given at the last sign-in, whether it still opens anything or not; empty before that."""
    return str(session.get(_IN_COOKIE, ""))


def was_here() -> bool:
    """Whether someone signed in from this browser and not out again; whether that still holds is not looked up."""
    return bool(token())


def owner_before() -> UUID | None:
    """Who was the last to sign in here, as long as that is known, also when the session is over."""
    return sessions.owner(house().unit_of_work, token()) if token() else None


def let_in(given: str, account: Account, *, own_device: bool = False) -> None:
    """Sign this browser in with a token that was just made. What stood in the cookie before goes, but for the visit.

    Of the visit of somebody else, who did not sign out here, nothing stays.
    """
    kept = {name: session[name] for name in KEPT_AT_SIGN_IN if name in session}
    if token() and owner_before() != account.id:
        kept = {}
    session.clear()
    session.update(kept)
    session.permanent = own_device
    login_user(_User(given))


def let_out() -> None:
    """End the session of this browser, here and in the table, and forget the whole visit."""
    sessions.leave(house().unit_of_work, token(), house().clock())
    session.clear()


def _load(given: str) -> _User | None:
    found = sessions.present(house().unit_of_work, given, house().clock())
    return None if found is None else _User(given, found)
