"""Changing several dossiers at once: a label on or off, or the day of the next contact. All of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.typed import one_line, unfit
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.reminding import remind
from gouden_poort.services.dossiers.versions import keep
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.trail import record

LONGEST_LABEL = 40
"""Characters."""
MANY = 10
"""Whoever changes more than so many is asked once more."""
_FURTHEST = timedelta(days=366)
_BETWEEN_LABELS = "|"


def put_label(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_ids: Iterable[UUID], label: str, moment: datetime
) -> int:
    """Give these people a label; how many did not have it yet."""
    new = checked_label(label)
    return _change(
        open_unit, actor, dossier_ids, moment, lambda dossier: replace(dossier, labels=_with(dossier.labels, new))
    )


def take_label(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_ids: Iterable[UUID], label: str, moment: datetime
) -> int:
    """Take a label away; how many had it."""
    old = checked_label(label)
    return _change(
        open_unit,
        actor,
        dossier_ids,
        moment,
        lambda dossier: replace(dossier, labels=tuple(each for each in dossier.labels if each != old)),
    )


def set_next_contact(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_ids: Iterable[UUID], day: date | None, moment: datetime
) -> int:
    """Put the next contact with these people on a day; with how many it was on another."""
    checked = checked_day(day, dutch_day(moment))
    return _change(open_unit, actor, dossier_ids, moment, lambda dossier: replace(dossier, next_contact_on=checked))


def checked_label(label: str) -> str:
    """A label as it is kept; InvalidInput for none, one that is too long, or one with a BSN."""
    words = one_line(label)
    faults = list(unfit({"label": words}, {"label": LONGEST_LABEL}))
    if not words:
        faults.append(FieldError(path="label", code="missing", given="", expected="a label"))
    if _BETWEEN_LABELS in words:
        faults.append(FieldError(path="label", code="malformed", given=words, expected="a label without |"))
    if faults:
        raise InvalidInput(faults)
    return words


def checked_day(day: date | None, today: date) -> date:
    """A day from today on and within a year, or InvalidInput."""
    if day is None:
        raise InvalidInput([FieldError(path="day", code="missing", given="", expected="a date")])
    if not today <= day <= today + _FURTHEST:
        expected = "a day from today on, within a year"
        raise InvalidInput([FieldError(path="day", code="out_of_range", given=day.isoformat(), expected=expected)])
    return day


def _change(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_ids: Iterable[UUID],
    moment: datetime,
    change: Callable[[Dossier], Dossier],
) -> int:
    changed = 0
    with open_unit(actor) as unit:
        for dossier_id in dict.fromkeys(dossier_ids):
            found = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id)
            dossier, new = found.dossier, change(found.dossier)
            if new == dossier:
                continue
            keep(unit, new)
            if new.next_contact_on != dossier.next_contact_on:
                remind(unit, new, found.consents, moment)
            record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
            changed += 1
        unit.commit()
    return changed


def _with(labels: tuple[str, ...], label: str) -> tuple[str, ...]:
    return labels if label in labels else (*labels, label)
