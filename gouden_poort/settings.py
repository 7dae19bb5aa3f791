"""What the environment says, read once, and where the folders beside the code are found."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.mail_settings import SMTP, read_mail_settings

OWNER_ONLY = 0o700
"""The rights of a data folder that we make: people's answers lie in it."""
SHORTEST_KEY = 32
"""Characters of a key that signs cookies; a shorter one can be guessed."""
_THIS_MACHINE = ("localhost", "127.0.0.1")
_PACKAGE = Path(__file__).parent
_ORGANISATION = {
    "name": "GOUDEN_POORT_ORGANISATION",
    "phone": "GOUDEN_POORT_ORGANISATION_PHONE",
    "hours": "GOUDEN_POORT_ORGANISATION_HOURS",
    "email": "GOUDEN_POORT_ORGANISATION_EMAIL",
}
_FITTING = {
    "name": (r".{1,80}", "a name of at most 80 characters"),
    "phone": (r"\+?[0-9][0-9 ()-]{2,18}", "a telephone number, such as 030 123 45 67"),
    "hours": (r".{0,80}", "at most 80 characters"),
    "email": (r"|[^@\s]+@[^@\s]+\.[^@\s.]+", "an e-mail address, or nothing"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who offers this installation: answers for the data of its visitors, and has coaches they may ask."""

    name: str
    phone: str
    """As people write it; they call it when a form does not help."""
    hours: str = ""
    """When someone picks up, in Dutch words, such as `op werkdagen van 9 tot 17 uur`."""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this installation runs. Times of day and secrets never stand in code."""

    data_dir: Path
    """Where files are kept: the SQLite database, snapshots, the session key."""
    database_url: str = field(repr=False)
    secret_key: str | None = field(default=None, repr=False)
    """Signs the session cookie; None: one is made once and kept in the data folder."""
    base_url: str = ""
    """Where people reach us, for what stands on paper; empty: wherever the present visitor does."""
    https: bool = False
    """Whether people reach us over https, as the base address says; browsers are then held to it."""
    organisation: Organisation | None = None
    """None: nobody is named yet, and pages say so."""
    smtp: SMTP | None = None
    """None: messages stay in the outbox, where colleagues see them."""
    proxies: int = 0
    """How many proxies of our own stand before this server; only these are believed when they say whom they answer."""

    @property
    def hosts(self) -> list[str] | None:
        """The names by which we answer: the one of the base address, and this machine for who looks whether we live.

        None without a base address: on a machine for trying out any name will do.
        """
        named = urlsplit(self.base_url).hostname
        return None if named is None else [named, *_THIS_MACHINE]


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `GOUDEN_POORT_*` variables; every one has a default that works on a fresh machine."""
    env = os.environ if environment is None else environment
    data_dir = Path(env.get("GOUDEN_POORT_DATA_DIR") or "var").resolve()
    smtp, base_url = read_mail_settings(env), (env.get("GOUDEN_POORT_BASE_URL") or "").rstrip("/")
    _refuse_links_to_anywhere(smtp, base_url)
    return Settings(
        data_dir=data_dir,
        database_url=env.get("GOUDEN_POORT_DATABASE_URL") or f"sqlite:///{data_dir / 'gouden_poort.sqlite'}",
        secret_key=_long_enough(env.get("GOUDEN_POORT_SECRET_KEY") or None),
        base_url=base_url,
        https=_is_https(env.get("GOUDEN_POORT_BASE_URL") or "http://127.0.0.1:8000"),
        organisation=_organisation(env),
        smtp=smtp,
        proxies=_number_of_proxies(env.get("GOUDEN_POORT_PROXIES", "").strip() or "0"),
    )


def _number_of_proxies(given: str) -> int:
    """How many there are; what is no small number stops the start."""
    if not re.fullmatch(r"[0-9]", given):
        expected = "how many proxies of your own stand before the server, such as 1"
        raise InvalidInput(
            [FieldError(path="GOUDEN_POORT_PROXIES", code="malformed", given=given[:20], expected=expected)]
        )
    return int(given)


def _refuse_links_to_anywhere(smtp: SMTP | None, base_url: str) -> None:
    """Who mails must know the own address: else a link that lets someone in leads to whatever name a stranger asked."""
    if smtp is not None and not base_url:
        expected = "https://your.host, for links in mails lead there"
        raise InvalidInput([FieldError(path="GOUDEN_POORT_BASE_URL", code="missing", given="", expected=expected)])


def _organisation(env: Mapping[str, str]) -> Organisation | None:
    """The organisation when anything of it is set. Without a name or a number nobody could reach it: that stops the
    start, with all that is wrong."""
    given = {name: env.get(variable, "").strip() for name, variable in _ORGANISATION.items()}
    if not any(given.values()):
        return None
    faults = [
        FieldError(
            path=_ORGANISATION[name], code="malformed" if given[name] else "missing", given=given[name], expected=says
        )
        for name, (fits, says) in _FITTING.items()
        if not re.fullmatch(fits, given[name])
    ]
    if faults:
        raise InvalidInput(faults)
    return Organisation(**given)


def _long_enough(key: str | None) -> str | None:
    """The key, which the message does not repeat when it is too short."""
    if key is not None and len(key) < SHORTEST_KEY:
        found, expected = f"{len(key)} characters", f"at least {SHORTEST_KEY} random ones, or none at all"
        raise InvalidInput(
            [FieldError(path="GOUDEN_POORT_SECRET_KEY", code="out_of_range", given=found, expected=expected)]
        )
    return key


def _is_https(base_url: str) -> bool:
    """Whether the base address is https; a base address that is none stops the start."""
    scheme = urlsplit(base_url).scheme
    if scheme not in {"http", "https"}:
        raise InvalidInput(
            [FieldError(path="GOUDEN_POORT_BASE_URL", code="malformed", given=base_url, expected="https://your.host")]
        )
    return scheme == "https"


def templates_dir() -> Path:
    """The page templates: inside the package in a wheel, beside it in a checkout."""
    return _beside("templates")


def migrations_dir() -> Path:
    """The database migrations: inside the package in a wheel, beside it in a checkout."""
    return _beside("migrations")


def _beside(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
