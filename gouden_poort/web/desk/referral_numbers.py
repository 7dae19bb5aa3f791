"""How many people an organisation referred, on screen and as a file to take along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.referrals.numbers import MONTHS, SMALLEST_GROUP, Group, Numbers, Reached, numbers
from gouden_poort.web.desk.referral_words import REACHED
from gouden_poort.web.desk.safe_csv import csv_file
from gouden_poort.web.filters import dutch_month, first_upper
from gouden_poort.wiring import house

pages = Blueprint("referral_numbers", __name__)
HIDDEN = "minder dan 10"
"""In the place of a number that would tell about fewer than ten people."""
NOWHERE = "Regio niet bekend"


@pages.get("/overzicht")
@needs(Deed.SEE_REFERRAL_NUMBERS)
def show() -> ResponseReturnValue:
    """A row for each month and region."""
    found = _numbers()
    return render_template(
        "desk/referral_numbers.html",
        heads=_heads(),
        rows=list(_rows(found)),
        hides_some=found.hides_some,
        smallest=SMALLEST_GROUP,
        months=MONTHS,
    )


@pages.get("/overzicht/verwijzingen.csv")
@needs(Deed.SEE_REFERRAL_NUMBERS)
def download() -> ResponseReturnValue:
    """The same rows as a file."""
    return csv_file("verwijzingen.csv", _heads(), _rows(_numbers()))


def _heads() -> tuple[str, ...]:
    return ("Maand", "Regio", *REACHED.values())


def _numbers() -> Numbers:
    return numbers(house().unit_of_work, house().shelf.active(), signed_in(), house().clock())


def _rows(found: Numbers) -> Iterator[tuple[str, ...]]:
    for group in found.groups:
        yield (_month(group.month), group.region or NOWHERE, *(_cell(group, step) for step in Reached))


def _month(day: date) -> str:
    return first_upper(dutch_month(day))


def _cell(group: Group, step: Reached) -> str:
    many = group.many[step]
    return HIDDEN if many is None else str(many)
