"""The words around a request to a coach: languages, parts of the day, and what to do about a fault."""

from __future__ import annotations

from collections.abc import Mapping

from gouden_poort.errors import FieldError
from gouden_poort.profiles.coach_request import Daypart
from gouden_poort.profiles.contact import LONGEST
from gouden_poort.profiles.question import Choice
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.language import LANGUAGES, _, later
from gouden_poort.web.wording import say

DAYPARTS: Mapping[Daypart, str] = {
    Daypart.MORNING: later("’s ochtends"),
    Daypart.AFTERNOON: later("’s middags"),
    Daypart.EVENING: later("’s avonds"),
    Daypart.ANY: later("Het maakt mij niet uit"),
}
OTHER = "other"
LANGUAGE_CHOICES: Mapping[str, str] = {code: language.name for code, language in LANGUAGES.items()} | {
    OTHER: later("Een andere taal")
}
"""What a talk may be held in, by the code that is kept."""


def language_name(code: str) -> str:
    """A language as it calls itself, where it has a name of its own."""
    return _(LANGUAGE_CHOICES[OTHER]) if code == OTHER else LANGUAGE_CHOICES[code]


def choices_of_languages() -> tuple[Choice, ...]:
    """The languages to choose from."""
    return tuple(Choice(value=code, label=language_name(code)) for code in LANGUAGE_CHOICES)


def choices_of_dayparts() -> tuple[Choice, ...]:
    """The parts of the day to choose from."""
    return tuple(Choice(value=daypart.value, label=_(words)) for daypart, words in DAYPARTS.items())


def fault_words(fault: FieldError) -> Fault:
    """What to do about one thing that was filled in."""
    return Fault(field=fault.path, words=say("typed.bsn") if fault.code == "bsn" else _words(fault))


def _words(fault: FieldError) -> str:
    match fault.path, fault.code:
        case "language", _code:
            return _("Kies een taal.")
        case "daypart", _code:
            return _("Kies wanneer het jou uitkomt.")
        case _field, "too_many":
            return _("Maak dit korter. Er passen %(longest)s tekens in.", longest=LONGEST[fault.path])
        case "phone", "missing":
            return _("Vul een telefoonnummer of een mailadres in. Anders kunnen we je niet bereiken.")
        case "phone", _code:
            return _("Vul een telefoonnummer in met alleen cijfers. Bijvoorbeeld 06 1234 5678.")
        case _:
            return _("Vul een mailadres in met een @. Bijvoorbeeld naam@voorbeeld.nl.")
