"""What an answer that cannot be kept gets to hear: what to do, with an example."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gouden_poort.errors import FieldError, UnknownPlace
from gouden_poort.profiles.question import OCCUPATION_YEARS, Kind, NumberField, Question
from gouden_poort.web.filters import number

_UNSURE = "Weet je het niet? Kies dan “Dat weet ik nog niet”."
_DATE = "Vul een dag, een maand en een jaar in."
_BIRTHDAY = f"{_DATE} Bijvoorbeeld 14 9 1998."
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
    return Fault(field=question.id, words=_place_words(error) if error.given.strip() else _PLACE)


def _place_words(error: UnknownPlace) -> str:
    if len(error.near) > 1 and all(name.casefold().startswith(error.given.casefold()) for name in error.near):
        return f"Er zijn meer plaatsen die {error.given} heten. Kies hieronder je plaats, of vul je postcode in."
    if error.near:
        return f"We kennen {error.given} niet. Kies hieronder je plaats, of vul je postcode in."
    return f"We kennen {error.given} niet. Vul je postcode in. Bijvoorbeeld 8011 AB."


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
        words = _DATE if question.ahead else _BIRTHDAY
        return words if fault.code == "missing" else f"Deze datum kennen we niet. {words}"
    if question.ahead:
        return "Kies een datum in de komende 3 jaar. Kun je al beginnen? Vul dan vandaag in."
    return "Deze datum kan niet kloppen. Vul de dag in waarop je bent geboren."


def _number_words(field: NumberField | None, fault: FieldError) -> str:
    if fault.code == "missing" or field is None:
        return f"Vul een getal in. {_UNSURE}"
    if fault.code == "out_of_range":
        return f"{field.label}: vul een getal in van {number(field.lowest)} tot en met {number(field.highest)}."
    return f"{field.label}: vul een heel getal in, zonder letters of komma. Bijvoorbeeld {field.example}."


def _field(question: Question, fault: FieldError) -> NumberField | None:
    if question.kind is Kind.NUMBER:
        return question.numbers[0]
    if question.kind is Kind.OCCUPATIONS:
        return OCCUPATION_YEARS
    return next((field for field in question.numbers if fault.path == f"{question.id}.{field.name}"), None)
