"""Why someone stands in the list of the day, and since when, as one says it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from gouden_poort.services.dossiers.today import Shelf
from gouden_poort.services.dossiers.todo import ABOUT_THE_PLAN, DRIFTED, Todo, Why
from gouden_poort.web.filters import dutch_date

NAMES: Mapping[Shelf, str] = MappingProxyType(
    {Shelf.NOW: "Nu", Shelf.WEEK: "Week", Shelf.NEW: "Nieuw", Shelf.QUIET: "Stil"}
)
"""The filters on the screen; in small letters they stand in the address."""
CAPTIONS: Mapping[Shelf, str] = MappingProxyType(
    {
        Shelf.NOW: "Wie vandaag iets van je nodig heeft",
        Shelf.WEEK: "Wat er in de komende 7 dagen komt",
        Shelf.NEW: "Wie nog geen eerste gesprek had",
        Shelf.QUIET: "Wie al 8 weken niemand sprak",
    }
)
EMPTY: Mapping[Shelf, str] = MappingProxyType(
    {
        Shelf.NOW: "Er wacht vandaag niemand op jou.",
        Shelf.WEEK: "In de komende 7 dagen staat er niets.",
        Shelf.NEW: "Met iedereen is al gesproken.",
        Shelf.QUIET: "Je sprak iedereen in de laatste 8 weken.",
    }
)
_WHY: Mapping[Why, str] = MappingProxyType(
    {
        Why.TALK: "Jullie spreken elkaar",
        Why.OWN_PROMISE: "Dit doe jij",
        Why.THEIR_PROMISE: "Vraag of dit is gelukt",
        Why.TAKE_OVER: "Een collega draagt dit dossier aan je over",
        Why.FIRST_TALK: "Het eerste gesprek moet nog komen",
        Why.SILENCE: "Niemand sprak deze persoon de laatste tijd",
        Why.PLACE_OFFERED: "Ja of nee op een plek",
        Why.PLACE_SILENT: "Gaf geen antwoord op een plek",
        Why.WANTS_TALK: "Wil een gesprek, gaf dat aan bij de vragen van het jaar",
        Why.NO_ANSWER: "Gaf geen antwoord op de vragen van het jaar",
        Why.ROUTE_CLOSED: "De route uit het plan kan niet meer",
        Why.BETTER_ROUTE: "Er is een route die minder vraagt",
        Why.ROUTE_OPENED: "Er is een route bij gekomen",
        Why.STEP_FAILED: "Een stap uit het plan lukte niet",
        Why.PLACE_LOST: "Heeft het werk uit het plan niet meer",
        Why.OTHER_WORK: "Doet ander werk dan in het plan staat",
        Why.NOT_ASKED: "Kon de vragen van het jaar niet krijgen",
        Why.PAPER_DOUBTED: "Zegt dat een toezegging niet klopt",
        Why.PAPER_WAITS: "Zei ja op een toezegging, jouw ja moet nog",
        Why.PAPER_AGREED: "Zei ja op een toezegging. Lees vanaf wanneer ze telt",
        Why.PROPOSAL_OPEN: "Ja of nee op een voorstel bij een bedrijf",
        Why.PROPOSAL_SILENT: "Gaf geen antwoord op een voorstel bij een bedrijf",
        Why.PROPOSAL_YES: "Zei ja op een voorstel bij een bedrijf",
        Why.PROPOSAL_NO: "Zei nee op een voorstel bij een bedrijf",
    }
)
DO: Mapping[Why, str] = MappingProxyType(
    {
        Why.TAKE_OVER: "Antwoord",
        Why.PLACE_OFFERED: "Noteer antwoord",
        Why.PLACE_SILENT: "Bied aan",
        Why.WORK_STOPS: "Zoek ander werk",
        Why.NOT_ASKED: "Vul samen in",
        Why.PAPER_DOUBTED: "Bekijk het papier",
        Why.PAPER_WAITS: "Bekijk het papier",
        Why.PAPER_AGREED: "Bekijk het papier",
    }
)
"""What one does with a line; a note where nothing stands here."""
_SINCE = DRIFTED | {
    Why.SILENCE,
    Why.WANTS_TALK,
    Why.NO_ANSWER,
    Why.NOT_ASKED,
    Why.PAPER_DOUBTED,
    Why.PAPER_WAITS,
}
"""What waits from a day on."""
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_IN_DAYS = 14


def why(todo: Todo) -> str:
    """Why now, with the words of the agreement when there is one."""
    if todo.why is Why.NO_ANSWER:
        return f"Gaf {todo.years} jaar geen antwoord op de vragen van het jaar"
    if todo.why is Why.NOT_ASKED:
        return f"Kon de vragen van jaar {todo.years} niet krijgen: zonder account en mail. Bel even"
    if todo.surplus is not None:
        return f"Het werk bij {todo.surplus.employer} stopt. Laatste dag: {dutch_date(todo.surplus.last_day)}"
    words = "Jullie zouden elkaar spreken" if todo.why is Why.TALK and todo.overdue else _WHY[todo.why]
    return f"{words}: {todo.what}" if todo.what else words


def when(todo: Todo, today: date) -> str:
    """Since when someone waits, or on which day it is due."""
    day, ago = short_day(todo.day, today), _ago(today, todo.day)
    match todo.why:
        case Why.FIRST_TALK:
            return f"Aangemeld op {day}, {ago}"
        case Why.TAKE_OVER:
            return "Wacht op jouw antwoord"
        case Why.WORK_STOPS:
            return f"Gemeld op {day}, {ago}"
        case why if why in _SINCE:
            return f"Sinds {day}, {ago}"
        case why if why in ABOUT_THE_PLAN:
            return f"Gezien op {day}, {ago}"
    return f"{day}, {ago}" if todo.day < today else f"{_coming(today, todo.day)} {day}"


def short_day(day: date, today: date) -> str:
    """A day without the year when that is this year.

    >>> short_day(date(2027, 1, 4), date(2027, 3, 1)), short_day(date(2026, 1, 4), date(2027, 3, 1))
    ('4 januari', '4 januari 2026')
    """
    return dutch_date(day) if day.year != today.year else dutch_date(day).removesuffix(f" {day.year}")


def _coming(today: date, day: date) -> str:
    """How far away a day is that is not over.

    >>> _coming(date(2027, 1, 4), date(2027, 1, 5)), _coming(date(2027, 1, 4), date(2027, 1, 7))
    ('Morgen,', 'Donderdag')
    """
    away = (day - today).days
    return {0: "Vandaag,", 1: "Morgen,"}.get(away, _DAYS[day.weekday()].capitalize())


def _ago(today: date, day: date) -> str:
    """How long ago a day was.

    >>> _ago(date(2027, 1, 4), date(2027, 1, 3)), _ago(date(2027, 1, 4), date(2026, 11, 1))
    ('gisteren', '9 weken geleden')
    """
    days = (today - day).days
    if days < 2:
        return "vandaag" if days < 1 else "gisteren"
    return f"{days} dagen geleden" if days < _IN_DAYS else f"{days // 7} weken geleden"
