"""Taking in an objection or a correction, with the rules and the catalogue that answered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import NoCatalogue
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.objection import Objection, check_grievance, last_day
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.case_numbers import new_number, same_for_same_words
from gouden_poort.services.inbox.reaching import DUTCH
from gouden_poort.services.inbox.receipt import mail_receipt
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory
from gouden_poort.services.requests import OBJECTIONS, take_in

MOST_A_DAY = 500
"""Objections of one day in the whole installation: more than people could answer, and no room for a flood."""
A_DAY_FROM_A_BROWSER = 5
A_DAY_FROM_A_BLOCK = 25
"""More than one browser may stand behind one block of addresses: a library, a class, a mobile network."""


def object_to(
    open_unit: UnitOfWorkFactory,
    shelf: CatalogueShelf,
    form_id: UUID,
    given: Mapping[str, str],
    moment: datetime,
    *,
    spoken: Collection[str] = (DUTCH,),
    reads: str = DUTCH,
    may_come_in: Callable[[], bool] = lambda: True,
) -> Objection:
    """Keep an objection and give it back with its number; InvalidInput and NoRoomToday keep nothing.

    The same form with the same words, sent twice, is one objection; `may_come_in` is asked for a new one only, and only
    that is mailed a receipt. `spoken`: the languages of mails. `reads`: the language of the form.
    """
    grievance = check_grievance(given)
    rules, catalogue = _versions(shelf)
    objection = Objection(
        id=same_for_same_words(form_id, grievance.about.value, grievance.page, grievance.what, grievance.contact),
        number=new_number(),
        received_at=moment,
        answer_by=last_day(dutch_day(moment)),
        about=grievance.about,
        page=grievance.page,
        what=grievance.what,
        contact=grievance.contact,
        rules=rules,
        catalogue=catalogue,
    )
    return take_in(
        open_unit,
        OBJECTIONS,
        objection,
        most_a_day=MOST_A_DAY,
        may_come_in=may_come_in,
        beside=lambda unit: mail_receipt(unit, objection, spoken, reads),
    )


def _versions(shelf: CatalogueShelf) -> tuple[str, str]:
    """Which rules and catalogue answer now, so that the result can be looked at again; nothing without a catalogue."""
    try:
        snapshot = shelf.active()
    except NoCatalogue:
        return "", ""
    return rulebook_of(snapshot).version, snapshot.version
