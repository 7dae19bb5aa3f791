"""What to do where three fields hold no day: which of them to look at again."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from gouden_poort.web.forms.answers import DATE_PARTS, Form, read_date
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.typed import NO_DAY, day_in
from gouden_poort.web.language import _


def no_day(name: str, given: Form) -> Fault:
    """The fault of fields that were left empty, or that hold what no calendar has."""
    day, month, year = (given.get(f"{name}-{part}", "").strip() for part in DATE_PARTS)
    if not (day or month or year):
        return Fault(field=name, words=_("Vul een dag, een maand en een jaar in."))
    if year.isdecimal() and len(year) != 4:
        return Fault(field=name, words=_("Vul het jaar in met 4 cijfers."))
    days = _days_of(month, year)
    if days and day.isdecimal() and len(day) <= 2 and int(day) > days:
        return Fault(field=name, words=_("Die maand heeft %(days)s dagen. Kijk de dag na.", days=days))
    return Fault(field=name, words=_("Deze dag kennen we niet. Vul een dag, een maand en een jaar in."))


def where_no_day(faults: Iterable[Fault], given: Form) -> Iterator[Fault]:
    """The same faults; those at fields that hold no day say what is wrong with that day itself."""
    for fault in faults:
        is_day = f"{fault.field}-day" in given
        yield no_day(fault.field, given) if is_day and day_in(given, fault.field) in (None, NO_DAY) else fault


def _days_of(month: str, year: str) -> int:
    """How many days a month of a year has; 0 for what is none."""
    try:
        first = date.fromisoformat(read_date("1", month, year))
    except ValueError:
        return 0
    return monthrange(first.year, first.month)[1]
