"""Whom the calendar cannot ask the questions of a year: without an account, and without a mail that they allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gouden_poort.development.check_ins import Asking, askings_of
from gouden_poort.development.journey import Journey
from gouden_poort.profiles.mail_address import is_mail_address
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ports import UnitOfWork


def not_asked(unit: UnitOfWork, people: Sequence[tuple[Dossier, Journey]], today: date) -> Mapping[UUID, Asking]:
    """The last year that is due of each of these people, by their lines, whom no message reaches."""
    due = [
        (dossier, askings[-1])
        for dossier, line in people
        if dossier.citizen_id is None and (askings := askings_of(line.open_years, line.phase, today))
    ]
    mailed = unit.consents.sharing([dossier.id for dossier, _ in due], Line.MESSAGES) if due else frozenset()
    return {
        dossier.id: asking for dossier, asking in due if not (dossier.id in mailed and is_mail_address(dossier.email))
    }
