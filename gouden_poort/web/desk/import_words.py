"""What is said of the rows of a file: which column, what is wrong, and who may be here already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gouden_poort.errors import FieldError
from gouden_poort.profiles.people.bringing_in import MOST_ROWS, Finding, Remark

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Naam",
        "birth_date": "Geboortedatum",
        "phone": "Telefoon",
        "email": "E-mail",
        "place": "Woonplaats of postcode",
        "dutch": "Nederlands",
        "language": "Taal",
        "given": "Toestemming",
        "messages": "Berichten",
        "steps": "Adviseur ziet stappen",
    }
)
"""What stands above each column in the example, in this order."""
WHAT_BELONGS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Voornaam en achternaam. Hoogstens 60 tekens.",
        "birth_date": "Dag, maand en jaar. Bijvoorbeeld 14-9-1998.",
        "phone": "Bijvoorbeeld 06 12345678. Leeg mag als er een e-mailadres is.",
        "email": "Bijvoorbeeld naam@voorbeeld.nl. Leeg mag als er een telefoonnummer is.",
        "place": "Bijvoorbeeld 8011 AB of Zwolle.",
        "dutch": "A0, A1, A2, B1, B2 of C1. Leeg mag: dan vraag je het later.",
        "language": "Nederlands, Engels, Arabisch, Oekraïens, Turks of Tigrinya. Leeg is Nederlands.",
        "given": "Hoe zei iemand ja? Voorgelezen, op scherm of op papier. Zonder toestemming komt iemand er niet in.",
        "messages": "Ja of nee: mogen we berichten sturen over afspraken en plekken?",
        "steps": "Ja of nee: mag de adviseur van het UWV de stappen zien?",
    }
)
NEEDED = ("name", "birth_date", "place", "given")
EXAMPLE: Sequence[Mapping[str, str]] = (
    {
        "name": "Voorbeeld Een",
        "birth_date": "14-9-1998",
        "phone": "06 12345678",
        "email": "een@voorbeeld.example",
        "place": "Utrecht",
        "dutch": "B1",
        "language": "Nederlands",
        "given": "voorgelezen",
        "messages": "ja",
        "steps": "nee",
    },
    {
        "name": "Voorbeeld Twee",
        "birth_date": "2-1-1985",
        "phone": "06 12345679",
        "email": "",
        "place": "8011 AB",
        "dutch": "A2",
        "language": "Arabisch",
        "given": "op papier",
        "messages": "ja",
        "steps": "ja",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One remark about one row, in words."""

    row: int
    column: str
    words: str


def said(remarks: Iterable[Remark]) -> Sequence[Said]:
    """Remarks in words, in the order of the file."""
    ordered = sorted(remarks, key=lambda remark: (remark.row, list(COLUMNS).index(remark.column or "name")))
    return [Said(row=each.row, column=COLUMNS.get(each.column, ""), words=_words(each)) for each in ordered]


def words_of_file(fault: FieldError) -> str:
    """What is wrong with a file as a whole."""
    match fault.path, fault.code:
        case "file", "missing":
            return "Kies een bestand met een kopregel en daaronder je mensen."
        case "file", "too_many":
            return f"Dit bestand is te groot. Neem er hoogstens {MOST_ROWS} mensen in op. Splits het in delen."
        case "file", _:
            return "Dit bestand kunnen we niet lezen. Bewaar het als CSV of als XLSX en kies het opnieuw."
        case column, "duplicate":
            return f"De kolom “{COLUMNS[column]}” staat er 2 keer in. Haal er 1 weg."
    return f"De kolom “{COLUMNS[fault.path]}” ontbreekt. Zet deze naam in de kopregel."


def _words(remark: Remark) -> str:
    match remark.finding:
        case Finding.HERE:
            return "Deze persoon staat er al in. We slaan de rij over."
        case Finding.IN_FILE:
            return f"Dezelfde persoon als in rij {remark.other}. We slaan de rij over."
        case Finding.ALIKE if remark.other:
            return f"Lijkt op rij {remark.other}. Kijk na of het dezelfde persoon is."
        case Finding.ALIKE:
            return "Lijkt op iemand die er al in staat. Kijk na of het dezelfde persoon is."
    return _fault_words(remark.column, remark.code)


def _fault_words(column: str, code: str) -> str:
    if code == "bsn":
        return "Hier staat een burgerservicenummer. Dat bewaren we niet. Haal het weg."
    return _MISSING[column] if code == "missing" and column in _MISSING else _WRONG.get((column, code), _WRONG[column])


_MISSING: Mapping[str, str] = MappingProxyType(
    {
        "name": "Vul een naam in.",
        "birth_date": "Vul een geboortedatum in. Bijvoorbeeld 14-9-1998.",
        "phone": "Vul een telefoonnummer of een e-mailadres in.",
        "place": "Vul een woonplaats of postcode in.",
        "given": "Er is geen toestemming. Dan mogen we geen dossier maken.",
    }
)
_WRONG: Mapping[str | tuple[str, str], str] = MappingProxyType(
    {
        "name": "Deze naam is te lang. Hoogstens 60 tekens.",
        "birth_date": "Deze datum kennen we niet. Schrijf hem als 14-9-1998.",
        ("birth_date", "out_of_range"): "Deze geboortedatum kan niet kloppen.",
        "phone": "Dit telefoonnummer klopt niet. Bijvoorbeeld 06 12345678.",
        "email": "Dit e-mailadres klopt niet. Bijvoorbeeld naam@voorbeeld.nl.",
        "place": "Deze plaats kennen we niet. Vul een postcode in. Bijvoorbeeld 8011 AB.",
        "dutch": "Dit niveau kennen we niet. Kies A0, A1, A2, B1, B2 of C1.",
        "language": "Deze taal kennen we niet. Kijk bij de uitleg welke talen er zijn.",
        "given": "Schrijf hoe iemand ja zei: voorgelezen, op scherm of op papier.",
        "messages": "Schrijf ja of nee.",
        "steps": "Schrijf ja of nee.",
    }
)
