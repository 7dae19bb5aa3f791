"""Whom the calendar cannot ask the questions of a year: without an account, and without a mail that they allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gouden_poort.development.check_ins import Asking, open_askings
from gouden_poort.development.journey import reading_of
from gouden_poort.profiles.mail_address import is_mail_address
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ports import UnitOfWork
from gouden_poort.services.ten_years.line import plan_of_now


def not_asked(unit: UnitOfWork, dossiers: Sequence[Dossier], today: date) -> Mapping[UUID, Asking]:
    """The last year that is due of each of these people with a plan whom no message reaches."""
    alone = [each.id for each in dossiers if each.citizen_id is None]
    mailed = unit.consents.sharing(alone, Line.MESSAGES) if alone else frozenset()
    unreached = [
        each.id
        for each in dossiers
        if each.citizen_id is None and not (each.id in mailed and is_mail_address(each.email))
    ]
    if not unreached:
        return {}
    plans, journals = unit.plans.of_many(unreached), unit.journal.of_many(unreached)
    found = {}
    for key in unreached:
        read = reading_of(journals[key], plans[key][0], plan_of_now(plans[key], journals[key]), today)
        askings = open_askings(read.points, read.standing.phase, today)
        if askings:
            found[key] = askings[-1]
    return found
