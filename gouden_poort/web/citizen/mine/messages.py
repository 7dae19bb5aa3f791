"""What we wrote to a citizen, to read on the screen: in the language of the page, with the Dutch below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.message import Message
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services import outbox
from gouden_poort.web.language import spoken
from gouden_poort.web.letters.saying import Part, said
from gouden_poort.wiring import house

pages = Blueprint("my_messages", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRead:
    """One message as it stands on the page."""

    day: date
    own: Part
    dutch: Part | None
    """None where the page is in Dutch."""


@pages.get("/mijn-berichten")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """Everything that was written to who asks, the last one first."""
    found = outbox.own_messages(house().unit_of_work, signed_in(), house().clock())
    return render_template("citizen/my_messages.html", messages=[_to_read(each) for each in found])


def _to_read(message: Message) -> ToRead:
    own, *beside = said(replace(message, language=spoken().code))
    return ToRead(day=dutch_day(message.due), own=own, dutch=beside[0] if beside else None)
