"""The outbox: what did not arrive, what to post, what waits and what went out; letters are printed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services import outbox
from gouden_poort.services.outbox import Line, Shelf
from gouden_poort.web.desk import addresses, message_words
from gouden_poort.web.forms.posting import taken
from gouden_poort.web.letters.paper import as_letter
from gouden_poort.web.letters.saying import said
from gouden_poort.wiring import house

pages = Blueprint("messages", __name__)
SHOWN = 100
"""Messages on one page; what has to be done comes first."""
POSTED, AGAIN = "gepost", "opnieuw"
"""What was just done, as the address says it under `net`."""


@pages.get("/berichten")
@needs(Deed.SEE_MESSAGES)
def show() -> ResponseReturnValue:
    """One shelf of the outbox; without a choice the first one on which something lies."""
    found = outbox.overview(house().unit_of_work, signed_in(), house().clock())
    chosen = message_words.IN_ADDRESS.get(request.args.get("lijst", "")) or _first_with_something(found)
    return render_template(
        "desk/messages.html",
        found=found,
        chosen=chosen,
        lines=found[chosen][:SHOWN],
        more=len(found[chosen]) - SHOWN,
        sends_mail=house().settings.smtp is not None,
        words=message_words,
        person=addresses.person,
        said=request.args.get("net", ""),
    )


@pages.get("/berichten/<uuid:message_id>")
@needs(Deed.READ_MESSAGE)
def read(message_id: UUID) -> ResponseReturnValue:
    """What a message says, in its language beside Dutch."""
    found = outbox.read(house().unit_of_work, signed_in(), message_id, house().clock())
    return render_template("desk/message.html", message=found, parts=said(found), words=message_words)


@pages.get("/berichten/<uuid:message_id>/brief")
@needs(Deed.READ_MESSAGE)
def letter(message_id: UUID) -> ResponseReturnValue:
    """The letter, to print; once it was posted it is here no more."""
    moment = house().clock()
    return as_letter(outbox.letter(house().unit_of_work, signed_in(), message_id, moment), dutch_day(moment))


@pages.post("/berichten/<uuid:message_id>/gepost")
@needs(Deed.SEND_MESSAGE)
def posted(message_id: UUID) -> ResponseReturnValue:
    """Note that a letter went into the post or was handed over: what it said is kept no longer."""
    outbox.mark_posted(house().unit_of_work, signed_in(), message_id, house().clock())
    return taken(url_for(".show", lijst="posten", net=POSTED))


@pages.post("/berichten/<uuid:message_id>/opnieuw")
@needs(Deed.SEND_MESSAGE)
def again(message_id: UUID) -> ResponseReturnValue:
    """Let a mail be tried once more."""
    outbox.send_again(house().unit_of_work, signed_in(), message_id, house().clock())
    return taken(url_for(".show", lijst="wacht", net=AGAIN))


def _first_with_something(found: Mapping[Shelf, Sequence[Line]]) -> Shelf:
    return next((shelf for shelf in Shelf if found[shelf]), Shelf.WAITING)
