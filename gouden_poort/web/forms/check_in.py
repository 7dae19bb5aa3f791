"""Sending the answers to the questions of a year: a citizen and a coach fill in the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from flask import redirect, request
from werkzeug import Response

from gouden_poort.development import plan
from gouden_poort.development.check_in import LONGEST_LEARNT, Going, Onward, WorkNow
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.signed_in import signed_in
from gouden_poort.services.ten_years.answering import Given, answer
from gouden_poort.web.filters import number as in_words
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import send_back, taken
from gouden_poort.web.language import _, later
from gouden_poort.web.wording import say
from gouden_poort.web.words import check_in_words
from gouden_poort.wiring import house

YEARS = range(1, plan.YEARS + 1)
_MISSING: Mapping[str, str] = MappingProxyType(
    {
        "going": later("Kies hoe het met je gaat."),
        "work": later("Kies wat je nu doet."),
        "onward": later("Kies hoe je verder wilt."),
        "talk": later("Kies of je een gesprek wilt."),
    }
)
_MISSING_FOR_STAFF: Mapping[str, str] = MappingProxyType(
    {
        "going": "Kies hoe het gaat.",
        "work": "Kies wat iemand nu doet.",
        "onward": "Kies hoe iemand verder wil.",
        "talk": "Kies of een gesprek nodig is.",
    }
)
_TOO_LONG = later("Maak dit korter. Er passen %(longest)s tekens in.")
_Picked = TypeVar("_Picked", bound=StrEnum)


def send_check_in(
    dossier_id: UUID, number: int, *, form: str, kept: str, otherwise: str, for_staff: bool = False
) -> Response:
    """Keep the answers, and lead on: to what was `kept`, or back to the `form` with what is wrong in it.

    Sent twice they are kept once. Those of a year that is not open are not kept, and lead to `otherwise`.
    """
    try:
        answer(house().unit_of_work, signed_in(), dossier_id, number, _given(request.form), moment=house().clock())
    except InvalidInput as wrong:
        faults = _faults(wrong, _MISSING_FOR_STAFF if for_staff else _MISSING)
        return send_back(form, request.form, faults) if faults else redirect(otherwise, 303)
    return taken(kept)


def _given(form: Form) -> Given:
    return Given(
        going=_picked(Going, form.get("going", "")),
        work=_picked(WorkNow, form.get("work", "")),
        learnt=form.get("learnt", ""),
        onward=_picked(Onward, form.get("onward", "")),
        wants_talk={check_in_words.YES: True, check_in_words.NO: False}.get(form.get("talk", "")),
    )


def _faults(wrong: InvalidInput, missing: Mapping[str, str]) -> list[Fault]:
    """What to do about each thing that was filled in, said to who filled it in; none where the year is not open."""
    return [_fault(fault, missing) for fault in wrong.faults if fault.path in check_in_words.FIELDS]


def _fault(fault: FieldError, missing: Mapping[str, str]) -> Fault:
    if fault.code == "bsn":
        return Fault(field=fault.path, words=say("typed.bsn"))
    if fault.code == "too_many":
        return Fault(field=fault.path, words=_(_TOO_LONG, longest=in_words(LONGEST_LEARNT)))
    return Fault(field=fault.path, words=_(missing[fault.path]))


def _picked(kind: type[_Picked], given: str) -> _Picked | None:
    return kind(given) if given in [each.value for each in kind] else None
