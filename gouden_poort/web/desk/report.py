"""The month figures of an organisation, on the screen and on paper, without retyping."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services.dossiers.reporting import LEAST, Figure, report
from gouden_poort.web.desk.people_words import LANGUAGES, STATES
from gouden_poort.web.filters import dutch_month
from gouden_poort.wiring import house

pages = Blueprint("report", __name__)
FIGURES: Mapping[Figure, str] = MappingProxyType(
    {
        Figure.REGISTERED: "Aangemeld",
        Figure.FIRST_TALKS: "Eerste gesprek",
        Figure.PLANS: "Ja gezegd tegen het plan",
        Figure.STOPPED: "Gestopt",
        Figure.DONE: "Klaar",
    }
)
TOO_SMALL = f"minder dan {LEAST}"


@pages.get("/rapport")
@needs(Deed.SEE_REPORT)
def show() -> ResponseReturnValue:
    """One month, and who is here now."""
    today = house().today()
    found = report(house().unit_of_work, signed_in(), today, _month(request.args.get("maand", "")))
    return render_template(
        "desk/report.html",
        month=dutch_month(found.month),
        chosen=_in_address(found.month),
        choices=[Choice(value=_in_address(month), label=dutch_month(month)) for month in found.months],
        is_running=found.month == today.replace(day=1),
        happened=[(FIGURES[figure], _words(many)) for figure, many in found.figures.items()],
        states=[(STATES[state], _words(many)) for state, many in found.states.items()],
        languages=[(name, _words(found.languages.get(code))) for code, name in LANGUAGES.items()],
        together=_words(found.together),
        today=today,
    )


def _month(words: str) -> date | None:
    """A month as it stands in the address; None for what is none."""
    try:
        return date.fromisoformat(f"{words}-01")
    except ValueError:
        return None


def _in_address(month: date) -> str:
    return f"{month.year:04}-{month.month:02}"


def _words(many: int | None) -> str:
    return TOO_SMALL if many is None else str(many)
