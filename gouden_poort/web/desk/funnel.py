"""How many take each step of the service, by language and by day; the number by which the service is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services.counting import Milestone, funnel
from gouden_poort.services.ports import DayCount
from gouden_poort.web.desk.people_words import LANGUAGES
from gouden_poort.wiring import house

pages = Blueprint("funnel", __name__)
PERIODS = ("7", "30", "90", "365")
"""Days."""
STEPS: Mapping[Milestone, str] = MappingProxyType(
    {
        Milestone.STARTED: "Begonnen",
        Milestone.BLOCK_1: "Antwoord in blok 1",
        Milestone.BLOCK_2: "Antwoord in blok 2",
        Milestone.BLOCK_3: "Antwoord in blok 3",
        Milestone.BLOCK_4: "Antwoord in blok 4",
        Milestone.BLOCK_5: "Antwoord in blok 5",
        Milestone.BLOCK_6: "Antwoord in blok 6",
        Milestone.ROUTES_SEEN: "Routes gezien",
        Milestone.FINISHED: "Alle vragen gehad",
        Milestone.CODE_SAVED: "Code bewaard",
        Milestone.WHAT_IF_USED: "Iets anders geprobeerd",
        Milestone.ROUTE_CHOSEN: "Een route bekeken",
        Milestone.COACH_ASKED: "Een coach gevraagd",
    }
)
BY_DAY = (Milestone.STARTED, Milestone.ROUTES_SEEN, Milestone.FINISHED, Milestone.CODE_SAVED, Milestone.COACH_ASKED)


@pages.get("/trechter")
@needs(Deed.SEE_FUNNEL)
def show() -> ResponseReturnValue:
    """The steps by language over a period, and the days below."""
    asked = request.args.get("dagen", "")
    days = asked if asked in PERIODS else "30"
    counts = funnel(house().unit_of_work, house().clock() - timedelta(days=int(days) - 1))
    languages = [code for code in LANGUAGES if any(one.language == code for one in counts)]
    return render_template(
        "desk/funnel.html",
        days=days,
        choices=[Choice(value=each, label=f"{each} dagen") for each in PERIODS],
        languages=[LANGUAGES[code] for code in languages],
        steps=_steps(counts, languages),
        by_day=_by_day(counts),
        by_day_steps=[STEPS[milestone] for milestone in BY_DAY],
    )


def _steps(counts: Sequence[DayCount], languages: Sequence[str]) -> list[tuple[str, int, list[int]]]:
    """Each step with how many took it, together and by language."""
    many = Counter[tuple[str, str]]()
    for one in counts:
        many[one.milestone, one.language] += one.many
        many[one.milestone, ""] += one.many
    return [
        (words, many[step.value, ""], [many[step.value, code] for code in languages]) for step, words in STEPS.items()
    ]


def _by_day(counts: Sequence[DayCount]) -> list[tuple[object, list[int]]]:
    """Each day on which somebody came, the latest first, with a few of the steps."""
    many = Counter[tuple[object, str]]()
    for one in counts:
        many[one.day, one.milestone] += one.many
    days = sorted({one.day for one in counts}, reverse=True)
    return [(day, [many[day, step.value] for step in BY_DAY]) for day in days]
