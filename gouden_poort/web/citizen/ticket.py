"""What someone takes along on paper: the code, until when it works, and the way to the field for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import current_app, url_for

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.services.resume_code import written
from gouden_poort.services.resuming import Saved, saved_code
from gouden_poort.web.citizen import visitor
from gouden_poort.web.pictures.qr import QR, qr_of
from gouden_poort.web.whole_address import whole
from gouden_poort.wiring import house


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A code in two groups with the address it is typed at; the picture holds the address and no code."""

    code: str
    until: date
    address: str
    qr: QR


def kept_ticket() -> Ticket | None:
    """The ticket of this visitor; None for who did not ask for a code."""
    saved = saved_code(house().unit_of_work, resume_key(), visitor.known_assessment())
    return None if saved is None else _ticket(saved)


def resume_key() -> str:
    """The key of this installation, which also signs the cookies."""
    return str(current_app.secret_key)


def entrance() -> str:
    """Where a code is typed."""
    return whole(url_for("resume.enter"))


def _ticket(saved: Saved) -> Ticket:
    address = entrance()
    return Ticket(
        code=written(saved.code),
        until=dutch_day(saved.until),
        address=address.removeprefix("https://"),
        qr=qr_of(address),
    )
