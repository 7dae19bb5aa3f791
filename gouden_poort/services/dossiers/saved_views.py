"""Giving a way of looking at one's own people a name, and finding it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.errors import FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.saved_view import LONGEST_NAME, MOST_VIEWS, SavedView
from gouden_poort.profiles.typed import one_line, unfit
from gouden_poort.services.ports import UnitOfWorkFactory


def views_of(open_unit: UnitOfWorkFactory, actor: Actor) -> Sequence[SavedView]:
    """One's own, by name."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    with open_unit(actor) as unit:
        return unit.saved_views.of(actor.account_id)


def save(open_unit: UnitOfWorkFactory, actor: Actor, name: str, filters: str, moment: datetime) -> SavedView:
    """Keep a way of looking, in the place of one with that name; InvalidInput without a name, or for one too many."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    words = one_line(name)
    faults = list(unfit({"view": words}, {"view": LONGEST_NAME}))
    if not words:
        faults.append(FieldError(path="view", code="missing", given="", expected="a name"))
    with open_unit(actor) as unit:
        others = [each for each in unit.saved_views.of(actor.account_id) if each.name != words]
        if len(others) >= MOST_VIEWS:
            expected = f"at most {MOST_VIEWS} views"
            faults.append(FieldError(path="view", code="too_many_views", given=str(len(others)), expected=expected))
        if faults:
            raise InvalidInput(faults)
        view = SavedView(id=uuid4(), account_id=actor.account_id, name=words, filters=filters, made_at=moment)
        unit.saved_views.put(view)
        unit.commit()
    return view


def remove(open_unit: UnitOfWorkFactory, actor: Actor, view_id: UUID) -> None:
    """Forget a way of looking; NotAllowed for one of somebody else, and for one that is not there."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    with open_unit(actor) as unit:
        view = unit.saved_views.find(view_id)
        if view is None:
            raise NotAllowed(Deed.LIST_DOSSIERS.value)
        require(actor, Deed.OWN_ACCOUNT, Ties(account_id=view.account_id))
        unit.saved_views.remove(view_id)
        unit.commit()
