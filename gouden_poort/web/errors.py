"""The table from error to page. What went wrong inside is never shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from flask import make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from gouden_poort.errors import CannotBeRead, NotAllowed, TooManyTries
from gouden_poort.http.guard import WrongRole
from gouden_poort.http.problems import Problem
from gouden_poort.http.signed_in import present
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.web.language import later, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorWords:
    """What an error page says, and the one thing to do next."""

    title: str
    why: str
    action: str = later("Naar het begin")
    endpoint: str = "start.welcome"


_NOT_FOUND = ErrorWords(
    title=later("Deze pagina is er niet"),
    why=later("Misschien klopt het adres niet meer. Je antwoorden zijn er nog wel."),
)
_BAD_REQUEST = ErrorWords(
    title=later("Dit konden we niet lezen"),
    why=later("Er ging iets mis met wat je browser stuurde. Ga terug en probeer het nog een keer."),
)
_BROKEN = ErrorWords(
    title=later("Er ging iets mis bij ons"),
    why=later("Het ligt niet aan jou. We hebben de fout bewaard en kijken ernaar. Probeer het straks nog een keer."),
)
EXPIRED = ErrorWords(
    title=later("Deze pagina stond te lang open"),
    why=later(
        "Voor de veiligheid sturen we dit niet meer op. Ga verder waar je was en vul je laatste antwoord nog eens in."
    ),
    action=later("Ga verder waar je was"),
    endpoint="assessment.go_on",
)
WRONG_ROLE = ErrorWords(
    title=later("Deze pagina is niet voor jou"),
    why=later("Je bent aangemeld, maar deze pagina hoort bij ander werk. Klopt dat niet? Vraag het je beheerder."),
    action=later("Naar je eigen begin"),
    endpoint="signing_in.form",
)
UNKNOWN_ROUTE = ErrorWords(
    title=later("Deze route kennen we niet"),
    why=later("Misschien is de route veranderd of gestopt. Kijk welke routes er nu voor je zijn."),
    action=later("Bekijk mijn routes"),
    endpoint="routes.suggestions",
)
UNKNOWN_SUBJECT = ErrorWords(
    title=later("Dit onderwerp kennen we niet"),
    why=later("Misschien heet het nu anders. Kijk bij alle onderwerpen."),
    action=later("Lees hoe het werkt"),
    endpoint="how_it_works.overview",
)
NO_DOSSIER = ErrorWords(
    title="Dit dossier kun je niet openen",
    why="Misschien deelt deze persoon het niet meer met je, heeft een collega het nu, of is het verwijderd. "
    "Meer mogen we hier niet laten zien.",
    action="Naar vandaag",
    endpoint="today.show",
)
"""For staff. A dossier that never was gets the same words, so that nobody learns which there are."""
OWN_UNREADABLE = ErrorWords(
    title=later("Dit kunnen we nu niet laten zien"),
    why=later(
        "Het ligt niet aan jou, en er is niets gewist. Wat we van je plan bewaren, kunnen we nu niet lezen. "
        "Vertel dit aan je coach. Die laat ernaar kijken."
    ),
)
UNREADABLE = ErrorWords(
    title="Het plan of het verloop is niet te lezen",
    why="Wat van deze tien jaar bewaard is, is beschadigd of in een vorm die we niet kennen. Er is niets gewist, "
    "en de rest van het dossier werkt. Geef het adres van deze pagina door aan je beheerder.",
    action="Naar vandaag",
    endpoint="today.show",
)
"""For staff."""
_ABOUT_A_DOSSIER = frozenset({Deed.SEE_DOSSIER, Deed.CHANGE_DOSSIER})
WORDS: Mapping[int, ErrorWords] = MappingProxyType(
    {
        400: _BAD_REQUEST,
        403: ErrorWords(
            title=later("Dit mag hier niet"), why=later("Je kwam van een andere site. Begin hier opnieuw.")
        ),
        404: _NOT_FOUND,
        405: _NOT_FOUND,
        413: ErrorWords(
            title=later("Dit is te groot"),
            why=later("Je stuurde meer dan we kunnen lezen. Maak je tekst korter, of kies een kleiner bestand."),
        ),
        429: ErrorWords(
            title=later("Even wachten"),
            why=later("Er komen veel vragen tegelijk. Probeer het over een minuut nog eens."),
        ),
        500: _BROKEN,
        503: ErrorWords(
            title=later("We zijn er zo weer"),
            why=later(
                "Het overzicht van opleidingen en werk staat nog niet klaar. Probeer het over een minuut nog eens."
            ),
        ),
    }
)
"""By status; anything else is our own fault until somebody gives it words."""


def error_page(problem: Problem, error: Exception) -> ResponseReturnValue:
    """The page for one failed request."""
    return words_page(_words_of(error) or WORDS.get(problem.status, _BROKEN), problem.status, dict(problem.headers))


def _words_of(error: Exception) -> ErrorWords | None:
    """What some errors say besides their status."""
    match error:
        case CSRFError():
            return EXPIRED
        case WrongRole():
            return WRONG_ROLE
        case CannotBeRead():
            return UNREADABLE if _is_staff() else OWN_UNREADABLE
        case NotAllowed(deed=deed) if deed in _ABOUT_A_DOSSIER:
            return NO_DOSSIER
        case TooManyTries(wait=wait):
            return _waiting(wait)
    return None


def _is_staff() -> bool:
    found = present()
    return found is not None and found.actor.role is not Role.CITIZEN


def _waiting(wait: timedelta) -> ErrorWords:
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    why = ngettext(
        "Er is te vaak geprobeerd om aan te melden. Wacht %(num)s minuut. Daarna kun je het weer proberen.",
        "Er is te vaak geprobeerd om aan te melden. Wacht %(num)s minuten. Daarna kun je het weer proberen.",
        minutes,
    )
    action = later("Naar aanmelden")
    return ErrorWords(title=later("Even wachten"), why=why, action=action, endpoint="signing_in.form")


def words_page(words: ErrorWords, status: int, headers: Mapping[str, str] | None = None) -> ResponseReturnValue:
    """An error page in these words."""
    response = make_response(render_template("error.html", words=words, url=url_for(words.endpoint)), status)
    response.headers.update(dict(headers or {}))
    return response
