"""Reading what is told about work that stops; a colleague and a company fill in the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from gouden_poort.errors import FieldError, InvalidInput, UnknownPlace
from gouden_poort.profiles.people.company_link import LONGEST_NAME
from gouden_poort.profiles.people.surplus import FURTHEST, MOST_PEOPLE, Stopping
from gouden_poort.profiles.typed import one_line
from gouden_poort.services.employers.surpluses import MOST
from gouden_poort.services.occupations import Work, find_work
from gouden_poort.services.places import find_place
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.no_days import no_day
from gouden_poort.web.forms.typed import real_day_in
from gouden_poort.wiring import house

LONGEST_SEARCH = 100
MOST_WORK = 8
"""Kinds of work that a search gives to choose from."""
_YEARS = FURTHEST.days // 365


def work_for(typed: str) -> tuple[Work, ...]:
    """The work that somebody may mean."""
    return find_work(house().shelf.active(), typed)[:MOST_WORK] if typed.strip() else ()


def read_stopping(form: Form, company_id: str = "") -> Stopping:
    """What was filled in; InvalidInput with what cannot be read. Whether it can be true, the service looks at."""
    faults: list[FieldError] = []
    people, last_day = _people(form), real_day_in(form, "last_day")
    town, region = _town(form)
    if form.get("occupation", "") not in house().shelf.active().columns.occupations.id:
        faults.append(FieldError(path="occupation", code="missing", given="", expected="an occupation"))
    if people is None:
        faults.append(FieldError(path="people", code="malformed", given="", expected="a whole number"))
    if last_day is None:
        faults.append(FieldError(path="last_day", code="not_a_date", given="", expected="a day"))
    if not town:
        faults.append(FieldError(path="place", code="unknown_id", given="", expected="a place"))
    if faults or people is None or last_day is None:
        raise InvalidInput(faults)
    return Stopping(
        occupation_id=form["occupation"],
        people=people,
        last_day=last_day,
        employer=one_line(form.get("employer", "")),
        town=town,
        region=region,
        company_id=company_id,
    )


def stopping_faults(wrong: InvalidInput, form: Form) -> Iterator[Fault]:
    """What to do about each thing that is wrong, in the order of the page."""
    codes = {each.path: each.code for each in wrong.faults}
    for path, words in _WORDS.items():
        if codes.get(path) == "not_a_date":
            yield no_day(path, form)
        elif path in codes:
            yield Fault(field=_AT.get(path, path), words=words)


_AT = {"surpluses": "occupation"}
"""At which field that is said which is of none."""
_WORDS = {
    "surpluses": f"Jullie meldden al {MOST} keer werk dat stopt. Haal weg wat niet meer klopt, of bel ons.",
    "employer": f"Vul de naam van het bedrijf in, hoogstens {LONGEST_NAME} tekens.",
    "occupation": "Kies het werk dat stopt.",
    "people": f"Vul een heel getal in van 1 tot en met {MOST_PEOPLE}.",
    "last_day": f"Kies een dag vanaf vandaag, binnen {_YEARS} jaar.",
    "place": "Vul een plaats of postcode in. Bijvoorbeeld Zwolle.",
}


def _people(form: Form) -> int | None:
    typed = form.get("people", "").strip()
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else None


def _town(form: Form) -> tuple[str, str]:
    """The place with its region; empty for what is no place."""
    with suppress(UnknownPlace):
        found = find_place(house().shelf.active(), house().unit_of_work, form.get("place", "")[:LONGEST_SEARCH])
        return found.label or found.name, found.region_code
    return "", ""
