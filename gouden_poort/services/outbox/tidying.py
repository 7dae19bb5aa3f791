"""What a person does with messages that did not arrive, and what is kept of them no longer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.people.message import ADDRESS_FOR_ONCE, KEPT_AFTER_GIVING_UP, KEPT_FOR_ONCE, Message
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


def try_again(open_unit: UnitOfWorkFactory, message_id: UUID, moment: datetime) -> None:
    """Let a message be sent once more that was given up or is in doubt; UnknownThing for any other."""
    with open_unit() as unit:
        found = unit.outbox.find(message_id)
        if found is None:
            raise UnknownThing("message that was given up", str(message_id))
        again(unit, found, moment)
        unit.commit()


def again(unit: UnitOfWork, found: Message, moment: datetime) -> None:
    """The same within a unit of work. What is over its time stays where it is: it would only confuse."""
    if not found.may_be_tried(moment):
        raise UnknownThing("message that was given up", str(found.id))
    unit.outbox.change(found, found.once_more(moment))


def forget_given_up(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Remove what did not arrive and had to, 30 days ago, or would only have confused since; how many there were."""
    with open_unit() as unit:
        removed = unit.outbox.remove_unsent_due_until(moment - KEPT_AFTER_GIVING_UP)
        unit.commit()
    return removed


def forget_for_once(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Remove every trace of mails to an address that was given for that one, a day after they were asked for."""
    with open_unit() as unit:
        removed = unit.outbox.remove_of_kinds_made_until(ADDRESS_FOR_ONCE, moment - KEPT_FOR_ONCE)
        unit.commit()
    return removed
