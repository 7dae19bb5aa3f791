"""What an answer that cannot be kept gets to hear: what to do, with an example."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouden_poort.errors import FieldError, UnknownPlace
from gouden_poort.profiles.bsn import holds_bsn
from gouden_poort.profiles.question import OCCUPATION_YEARS, Kind, NumberField, Question
from gouden_poort.web.filters import number
from gouden_poort.web.language import _, later
from gouden_poort.web.wording import say

FULL = later("Er staat al heel veel. Bel je coach als er nog iets bij moet.")
"""What to do where no more can be written down."""
_PLACE = later("Vul een postcode of een plaats in. Bijvoorbeeld 8011 AB of Zwolle.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One sentence at one field; `field` is the id of the input it is about."""

    field: str
    words: str


def in_order(faults: Iterable[Fault], fields: Sequence[str]) -> list[Fault]:
    """Faults as one meets their fields on the page; what is about none of these stands last.

    >>> [fault.field for fault in in_order([Fault(field="b", words=""), Fault(field="a", words="")], ("a", "b"))]
    ['a', 'b']
    """
    return sorted(faults, key=lambda fault: (*fields, fault.field).index(fault.field))


def faults_in(question: Question, faults: Iterable[FieldError]) -> tuple[Fault, ...]:
    """The faults of an answer in words, each at its field."""
    return tuple(Fault(field=fault.path, words=_words(question, fault)) for fault in faults)


def unknown_place(question: Question, error: UnknownPlace) -> Fault:
    """A place we do not know; the names that look like it are offered as buttons below."""
    return Fault(field=question.id, words=_place_words(error) if error.given.strip() else _(_PLACE))


def phone_of_staff(fault: FieldError) -> Fault:
    """What is wrong with the number of a colleague; in Dutch, as all screens of staff."""
    malformed = "Dit is geen telefoonnummer. Vul iets in als 030 123 45 67, of laat het leeg."
    return Fault(field=fault.path, words=say("typed.bsn") if fault.code == "bsn" else malformed)


def _place_words(error: UnknownPlace) -> str:
    if holds_bsn(error.given):
        return say("typed.bsn")
    if len(error.near) > 1 and all(name.casefold().startswith(error.given.casefold()) for name in error.near):
        return _(
            "Er zijn meer plaatsen die %(given)s heten. Kies hieronder je plaats, of vul je postcode in.",
            given=error.given,
        )
    if error.near:
        return _("We kennen %(given)s niet. Kies hieronder je plaats, of vul je postcode in.", given=error.given)
    return _("We kennen %(given)s niet. Vul je postcode in. Bijvoorbeeld 8011 AB.", given=error.given)


def _words(question: Question, fault: FieldError) -> str:
    match question.kind:
        case Kind.PLACE:
            return _(_PLACE)
        case Kind.DATE:
            return _date_words(question, fault)
        case Kind.CHOICE:
            return _("Kies 1 antwoord. Weet je het niet? Kies dan “Dat weet ik nog niet”.")
        case Kind.CHOICES:
            return _("Kies minstens 1 antwoord. Weet je het niet? Kies dan “Dat weet ik nog niet”.")
        case Kind.NUMBER | Kind.NUMBERS | Kind.OCCUPATIONS:
            return _number_words(_field(question, fault), fault)
        case _:
            return _("Dit staat niet in onze lijst. Kies iets anders, of ga verder.")


def _date_words(question: Question, fault: FieldError) -> str:
    match fault.code, question.ahead:
        case "missing", True:
            return _("Vul een dag, een maand en een jaar in.")
        case "missing", False:
            return _("Vul een dag, een maand en een jaar in. Bijvoorbeeld 14 9 1998.")
        case "out_of_range", True:
            return _("Kies een datum in de komende 3 jaar. Kun je al beginnen? Vul dan vandaag in.")
        case "out_of_range", False:
            return _("Deze datum kan niet kloppen. Vul de dag in waarop je bent geboren.")
        case _, True:
            return _("Deze datum kennen we niet. Vul een dag, een maand en een jaar in.")
    return _("Deze datum kennen we niet. Vul een dag, een maand en een jaar in. Bijvoorbeeld 14 9 1998.")


def _number_words(field: NumberField | None, fault: FieldError) -> str:
    if fault.code == "missing" or field is None:
        return _("Vul een getal in. Weet je het niet? Kies dan “Dat weet ik nog niet”.")
    if fault.code == "out_of_range":
        return _(
            "%(field)s: vul een getal in van %(lowest)s tot en met %(highest)s.",
            field=_(field.label),
            lowest=number(field.lowest),
            highest=number(field.highest),
        )
    return _(
        "%(field)s: vul een heel getal in, zonder letters of komma. Bijvoorbeeld %(example)s.",
        field=_(field.label),
        example=field.example,
    )


def _field(question: Question, fault: FieldError) -> NumberField | None:
    if question.kind is Kind.NUMBER:
        return question.numbers[0]
    if question.kind is Kind.OCCUPATIONS:
        return OCCUPATION_YEARS
    return next((field for field in question.numbers if fault.path == f"{question.id}.{field.name}"), None)
