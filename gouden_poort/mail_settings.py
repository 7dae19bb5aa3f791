"""What the environment says about the mail server; without a host messages stay in the outbox, in sight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gouden_poort.errors import FieldError, InvalidInput

TLS_PORT = 465
"""On this port a connection is private from the first sign on; on others it becomes so with STARTTLS."""
_PREFIX = "GOUDEN_POORT_SMTP_"
_ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\\\"]+@[^@\s,;:<>()\[\]\\\"]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SMTP:
    """The server that takes our mail, and in whose name we send."""

    host: str
    port: int = 587
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str
    """The address that mail comes from."""
    starttls: bool = True

    @property
    def tls_at_once(self) -> bool:
        """Whether the connection is private before anything is said."""
        return self.port == TLS_PORT


def read_mail_settings(env: Mapping[str, str]) -> SMTP | None:
    """The mail server of `GOUDEN_POORT_SMTP_*`; None when nothing of it is set. InvalidInput with all that is wrong."""
    names = ("HOST", "PORT", "USER", "PASSWORD", "FROM", "STARTTLS")
    given = {name: env.get(_PREFIX + name, "").strip() for name in names}
    if not any(given.values()):
        return None
    faults = list(_faults(given))
    if faults:
        raise InvalidInput(faults)
    return SMTP(
        host=given["HOST"],
        port=int(given["PORT"] or 587),
        user=given["USER"],
        password=given["PASSWORD"],
        sender=given["FROM"],
        starttls=given["STARTTLS"] != "no",
    )


def _faults(given: Mapping[str, str]) -> Iterator[FieldError]:
    private = given["STARTTLS"] != "no" or given["PORT"] == str(TLS_PORT)
    needed = (
        ("HOST", re.fullmatch(r"[A-Za-z0-9._:-]+", given["HOST"]), "the name of a mail server"),
        ("PORT", _is_port(given["PORT"]), "a port, such as 587"),
        ("FROM", _ADDRESS.fullmatch(given["FROM"]) and given["FROM"].isascii(), "the address that mail comes from"),
        ("STARTTLS", given["STARTTLS"] in {"", "yes", "no"}, "yes or no"),
        ("PASSWORD", bool(given["PASSWORD"]) == bool(given["USER"]), "a password with a user, or neither"),
        ("STARTTLS", private or not given["PASSWORD"], "yes: a password is never sent in the open"),
    )
    for name, fits, expected in needed:
        if not fits:
            told = "" if name == "PASSWORD" else given[name]
            yield FieldError(
                path=_PREFIX + name, code="malformed" if given[name] else "missing", given=told, expected=expected
            )


def _is_port(port: str) -> bool:
    return not port or (port.isdecimal() and 0 < int(port[:6]) < 65536)
