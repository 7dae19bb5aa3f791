"""Objections and corrections: taking one in, what is open, what was answered, and what may go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import NoCatalogue, NoRoomToday, UnknownThing
from gouden_poort.profiles.objection import KEPT_AFTER_ANSWER, Objection, check_grievance, last_day
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.case_numbers import new_number, same_for_same_words, tidy
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory
from gouden_poort.services.tries import midnight

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
    may_come_in: Callable[[], bool] = lambda: True,
) -> Objection:
    """Keep an objection and give it back with its number; InvalidInput and NoRoomToday keep nothing.

    The same form with the same words, sent twice, is one objection; `may_come_in` is asked for a new one only.
    """
    grievance = check_grievance(given)
    rules, catalogue = _versions(shelf)
    objection = Objection(
        id=same_for_same_words(form_id, grievance.about.value, grievance.page, grievance.what, grievance.contact),
        number=new_number(),
        received_at=moment,
        answer_by=last_day(moment.date()),
        about=grievance.about,
        page=grievance.page,
        what=grievance.what,
        contact=grievance.contact,
        rules=rules,
        catalogue=catalogue,
    )
    with open_unit() as unit:
        before = unit.objections.with_id(objection.id)
        if before is not None:
            return before
        if unit.objections.received_since(midnight(moment)) >= MOST_A_DAY or not may_come_in():
            raise NoRoomToday("objection")
        kept = unit.objections.add(objection)
        unit.commit()
    return kept


def open_objections(open_unit: UnitOfWorkFactory) -> Sequence[Objection]:
    """Those that wait for an answer, the one that must be answered first on top."""
    with open_unit() as unit:
        return unit.objections.open()


def find_objection(open_unit: UnitOfWorkFactory, number: str) -> Objection:
    """The one with this number, however it was typed; UnknownThing."""
    with open_unit() as unit:
        found = unit.objections.find(tidy(number))
    if found is None:
        raise UnknownThing("objection", number[:40])
    return found


def mark_answered(open_unit: UnitOfWorkFactory, number: str, moment: datetime) -> Objection:
    """Note that a person answered it; from then on it is kept for 90 days. UnknownThing."""
    objection = find_objection(open_unit, number)
    with open_unit() as unit:
        unit.objections.mark_answered(objection.id, moment)
        unit.commit()
    return find_objection(open_unit, number)


def remove_old(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Remove those that were answered long enough ago; how many there were. An open one always stays."""
    with open_unit() as unit:
        removed = unit.objections.remove_answered_before(moment - KEPT_AFTER_ANSWER)
        unit.commit()
    return removed


def _versions(shelf: CatalogueShelf) -> tuple[str, str]:
    """Which rules and catalogue answer now, so that the result can be looked at again; nothing without a catalogue."""
    try:
        snapshot = shelf.active()
    except NoCatalogue:
        return "", ""
    return rulebook_of(snapshot).version, snapshot.version
