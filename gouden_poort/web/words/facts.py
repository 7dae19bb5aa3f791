"""Facts with a name, a value and a small remark, as the part `facts` shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gouden_poort.web.filters import duration, dutch_date, euros, first_upper, minutes, own_cost, weeks
from gouden_poort.web.language import _, fixed, ngettext
from gouden_poort.web.wording import DAYPARTS, and_list, say

FULL_TIME_HOURS = 38
"""A full week in most collective agreements in technical trades; they lie between 36 and 40."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact; the remark says what the value leaves out."""

    name: str
    value: str
    remark: str = ""


def duration_fact(many_weeks: int, hours_per_week: int) -> Fact:
    """How long a step takes, exactly, and how full the weeks are."""
    remark = ngettext("%(num)s uur per week", "%(num)s uur per week", hours_per_week)
    return Fact(name=_("Duur"), value=weeks(many_weeks), remark=remark)


def travel_fact(many: int | None, name: str = "") -> Fact:
    """Travel one way by the person's quickest mode; None when there is nothing to travel to."""
    name = name or _("Reizen")
    if many is None:
        return Fact(name=name, value=_("Online"), remark=_("geen reistijd"))
    return Fact(name=name, value=first_upper(minutes(many)), remark=_("ongeveer, enkele reis"))


def cost_fact(cost_eur: int, own_cost_eur: int) -> Fact:
    """What someone pays, and how that came down from the full price."""
    if cost_eur == own_cost_eur:
        return own_cost_fact(own_cost_eur)
    return Fact(name=_("Jij betaalt"), value=_paid(own_cost_eur), remark=say("fact.price", price=euros(cost_eur)))


def own_cost_fact(own_cost_eur: int) -> Fact:
    """What a whole route costs someone."""
    return Fact(name=_("Jij betaalt"), value=_paid(own_cost_eur))


def _paid(amount_eur: int) -> str:
    return fixed(own_cost(amount_eur)) if amount_eur else own_cost(amount_eur)


def wage_fact(wage_month_eur: int, hours_per_week: int) -> Fact:
    """Gross pay a month for the hours of the place, out of a wage for a full week; an estimate, so to ten euros."""
    hours = min(hours_per_week, FULL_TIME_HOURS)
    wage = euros(round(wage_month_eur * hours / (10 * FULL_TIME_HOURS)) * 10)
    remark = ngettext("ongeveer, bruto, %(num)s uur per week", "ongeveer, bruto, %(num)s uur per week", hours_per_week)
    return Fact(name=_("Loon per maand"), value=fixed(wage), remark=remark)


def paid_from_fact(start: date, many_weeks: int) -> Fact:
    """The first paid day, and how long that is after one could begin."""
    remark = say("fact.after", duration=duration(many_weeks)) if many_weeks else ""
    return Fact(name=_("Betaald werk vanaf"), value=fixed(dutch_date(start)), remark=remark)


def full_wage_fact(wage_month_eur: int) -> Fact:
    """Gross pay a month in an occupation; an estimate, so it says so."""
    return Fact(name=_("Loon per maand"), value=fixed(euros(wage_month_eur)), remark=say("fact.full_time"))


def daypart_facts(dayparts: str) -> tuple[Fact, ...]:
    """When in the week the lessons are, in the words of the catalogue's column; nothing where it does not say."""
    known = [_(DAYPARTS[part]) for part in dayparts.split("|") if part in DAYPARTS]
    return (Fact(name=_("Lestijd"), value=first_upper(and_list(known))),) if known else ()
