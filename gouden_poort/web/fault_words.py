"""What an answer that cannot be kept gets to hear: what to do, with an example."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gouden_poort.errors import FieldError, UnknownPlace
from gouden_poort.profiles.question import OCCUPATION_YEARS, Kind, NumberField, Question

_UNSURE = "Weet je het niet? Kies dan Dat weet ik nog niet."
_DATE = "Vul een dag, een maand en een jaar in. Bijvoorbeeld 14 9 1998."
_PLACE = "Vul een postcode of een plaats in. Bijvoorbeeld 8011 AB of Zwolle."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One sentence at one field; `field` is the id of the input it is about."""

    field: str
    words: str


def faults_in(question: Question, faults: Iterable[FieldError]) -> tuple[Fault, ...]:
    """The faults of an answer in words, each at its field."""
    return tuple(Fault(field=fault.path, words=_words(question, fault)) for fault in faults)


def unknown_place(question: Question, error: UnknownPlace) -> Fault:
    """A place we do not know; the names that look like it are offered as buttons below."""
    words = f"We kennen {error.given} niet. " + (
        "Kies hieronder je plaats, of vul je postcode in."
        if error.near
        else "Vul je postcode in. Bijvoorbeeld 8011 AB."
    )
    return Fault(field=question.id, words=words if error.given.strip() else _PLACE)


def _words(question: Question, fault: FieldError) -> str:
    match question.kind:
        case Kind.PLACE:
            return _PLACE
        case Kind.DATE:
            return _date_words(question, fault)
        case Kind.CHOICE:
            return f"Kies 1 antwoord. {_UNSURE}"
        case Kind.CHOICES:
            return f"Kies minstens 1 antwoord. {_UNSURE}"
        case Kind.NUMBER | Kind.NUMBERS | Kind.OCCUPATIONS:
            return _number_words(_field(question, fault), fault)
        case _:
            return "Dit staat niet in onze lijst. Kies iets anders, of ga verder."


def _date_words(question: Question, fault: FieldError) -> str:
    if fault.code != "out_of_range":
        return _DATE if fault.code == "missing" else f"Deze datum kennen we niet. {_DATE}"
    if question.ahead:
        return "Kies een datum tussen nu en 3 jaar. Kun je al beginnen? Vul dan vandaag in."
    return "Deze datum kan niet kloppen. Vul de dag in waarop je bent geboren."


def _number_words(field: NumberField | None, fault: FieldError) -> str:
    if fault.code == "missing" or field is None:
        return f"Vul een getal in. {_UNSURE}"
    if fault.code == "out_of_range":
        return f"{field.label}: vul een getal in van {field.lowest} tot en met {field.highest}."
    return f"{field.label}: vul een heel getal in, zonder letters. Bijvoorbeeld {max(field.lowest, 4)}."


def _field(question: Question, fault: FieldError) -> NumberField | None:
    if question.kind is Kind.NUMBER:
        return question.numbers[0]
    if question.kind is Kind.OCCUPATIONS:
        return OCCUPATION_YEARS
    return next((field for field in question.numbers if fault.path == f"{question.id}.{field.name}"), None)
