"""The columns of a file with people: found by what stands above them, read as a coach would fill in the form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.people.consent import Given, Line
from gouden_poort.profiles.people.dossier import name_key

HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("naam", "volledige naam"),
        "birth_date": ("geboortedatum",),
        "phone": ("telefoon", "telefoonnummer", "mobiel"),
        "email": ("e mail", "email", "mailadres", "e mailadres"),
        "place": ("woonplaats of postcode", "woonplaats", "postcode"),
        "dutch": ("nederlands", "niveau nederlands"),
        "language": ("taal",),
        "given": ("toestemming",),
        "messages": ("berichten",),
        "steps": ("adviseur ziet stappen",),
    }
)
"""By column: what may stand above it, without capitals and signs."""
NEEDED = ("name", "birth_date", "place", "given")
"""Without these above a column nothing of a file is looked at; of the phone and the address one is enough."""
_GIVEN: Mapping[str, Given] = MappingProxyType(
    {
        "voorgelezen": Given.READ_ALOUD,
        "op scherm": Given.ON_SCREEN,
        "op het scherm": Given.ON_SCREEN,
        "op papier": Given.ON_PAPER,
    }
)
_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "nederlands": "nl",
        "engels": "en",
        "arabisch": "ar",
        "oekraiens": "uk",
        "turks": "tr",
        "tigrinya": "ti",
    }
)
_YES, _NO = frozenset({"ja", "j"}), frozenset({"nee", "n", ""})
_OPTIONAL_LINES = {"messages": Line.MESSAGES, "steps": Line.COUNSELLOR_SEES_STEPS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A row as the form of a newcomer would send it, and what is wrong before that form even looks."""

    given: Mapping[str, str]
    answers: Mapping[str, object]
    lines: Collection[str]
    faults: Sequence[FieldError]


def find_columns(header: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands; InvalidInput names those that are needed and absent, or there twice."""
    found: dict[str, int] = {}
    faults: list[FieldError] = []
    named = {words: name for name, many in HEADERS.items() for words in many}
    for place, words in enumerate(header):
        name = named.get(name_key(words))
        if name in found:
            faults.append(FieldError(path=name, code="duplicate", given="", expected="one such column"))
        elif name:
            found[name] = place
    faults += [_absent(name) for name in NEEDED if name not in found]
    if "phone" not in found and "email" not in found:
        faults.append(_absent("phone"))
    if faults:
        raise InvalidInput(faults)
    return found


def typed(columns: Mapping[str, int], row: Sequence[str]) -> Typed:
    """A row of the file, as far as it can be read."""
    cells = {name: row[place].strip() if place < len(row) else "" for name, place in columns.items()}
    faults: list[FieldError] = []
    words = name_key(cells["given"])
    if words not in _GIVEN:
        code = "missing" if words in _NO else "not_a_choice"
        faults.append(FieldError(path="given", code=code, given="", expected="how the yes was given"))
    lines = [Line.COACH_SEES_DOSSIER.value, *_more_lines(cells, faults)]
    spoken = name_key(cells.get("language", ""))
    return Typed(
        given={
            "name": cells["name"],
            "phone": _with_zero(cells.get("phone", "")),
            "email": cells.get("email", ""),
            "language": _LANGUAGES.get(spoken, spoken) or "nl",
            "given": _GIVEN.get(words, Given.READ_ALOUD).value,
        },
        answers={
            "place": cells["place"],
            "birth_date": _iso(cells["birth_date"]),
            "dutch": cells.get("dutch", "").upper() or None,
        },
        lines=lines,
        faults=faults,
    )


def _more_lines(cells: Mapping[str, str], faults: list[FieldError]) -> Iterator[str]:
    """The lines of consent that someone may give or not: only a clear yes is one."""
    for name, line in _OPTIONAL_LINES.items():
        words = name_key(cells.get(name, ""))
        if words in _YES:
            yield line.value
        elif words not in _NO:
            faults.append(FieldError(path=name, code="not_a_choice", given="", expected="ja or nee"))


def _with_zero(phone: str) -> str:
    """Spreadsheets take the zero before a Dutch number away.

    >>> _with_zero("612345678")
    '0612345678'
    """
    return f"0{phone}" if len(phone) == len("612345678") and phone.isdecimal() and phone[0] != "0" else phone


def _iso(words: str) -> str:
    """A day as the questions want it; what is no day stays as it was, so that they say so.

    >>> _iso("14-9-1998"), _iso("1998-09-14"), _iso("14/9/98")
    ('1998-09-14', '1998-09-14', '14/9/98')
    """
    parts = words.replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        return words
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    if len(year) != 4 or len(month) > 2 or len(day) > 2:
        return words
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return words


def _absent(name: str) -> FieldError:
    return FieldError(path=name, code="missing", given="", expected="a column with this name above it")
