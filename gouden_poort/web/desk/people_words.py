"""What the filters of a caseload are called, on the screen and in the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from gouden_poort.errors import FieldError
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.profiles.people.saved_view import LONGEST_NAME, MOST_VIEWS
from gouden_poort.profiles.question import Choice
from gouden_poort.services.dossiers.caseload import NextContact, Silence
from gouden_poort.services.dossiers.together import LONGEST_LABEL
from gouden_poort.services.ports import Order
from gouden_poort.web.wording import say

STATES: Mapping[DossierState, str] = MappingProxyType(
    {
        DossierState.NEW: "Nieuw",
        DossierState.ACTIVE: "Bezig",
        DossierState.PAUSED: "Even pauze",
        DossierState.STOPPED: "Gestopt",
        DossierState.DONE: "Klaar",
    }
)
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "nl": "Nederlands",
        "en": "Engels",
        "ar": "Arabisch",
        "uk": "Oekraïens",
        "tr": "Turks",
        "ti": "Tigrinya",
        "other": "Een andere taal",
    }
)
CONTACTS: Mapping[NextContact, str] = MappingProxyType(
    {
        NextContact.DUE: "Vandaag of al voorbij",
        NextContact.WEEK: "Binnen 1 week",
        NextContact.MONTH: "Binnen 4 weken",
        NextContact.NONE: "Geen datum",
    }
)
SILENCES: Mapping[Silence, str] = MappingProxyType(
    {
        Silence.MONTH: "Al 4 weken niet",
        Silence.QUIET: "Al 8 weken niet",
        Silence.HALF_YEAR: "Al een half jaar niet",
    }
)
ORDERS: Mapping[Order, str] = MappingProxyType(
    {
        Order.NAME: "Naam",
        Order.NEXT_CONTACT: "Volgend contact",
        Order.LAST_CONTACT: "Laatst gesproken",
        Order.REGISTERED: "Aangemeld",
    }
)
DONE: Mapping[int, str] = MappingProxyType({0: "Er hoefde niets te veranderen.", 1: "Bij 1 mens is het aangepast."})
Kind = TypeVar("Kind", bound=str)


def slug(words: str) -> str:
    """Words as they stand in an address.

    >>> slug("Even pauze")
    'even-pauze'
    """
    return words.lower().replace(" ", "-")


def choices(names: Mapping[Kind, str]) -> tuple[Choice, ...]:
    """What a filter can be set to, for a list that unfolds."""
    return tuple(Choice(value=slug(name), label=name) for name in names.values())


def as_they_are(words: Iterable[str], names: Mapping[str, str] = LANGUAGES) -> tuple[Choice, ...]:
    """The same for words that stand in the address as they are kept."""
    return tuple(Choice(value=word, label=names.get(word, word)) for word in words)


def done(many: str) -> str:
    """What was done to so many; empty when nobody said a number."""
    if not many.isdecimal() or len(many) > 4:
        return ""
    return DONE.get(int(many), f"Bij {int(many)} mensen is het aangepast.")


def meant(names: Mapping[Kind, str], word: str) -> Kind | None:
    """What a word in an address stands for; None for one that nobody here wrote."""
    return next((each for each, name in names.items() if slug(name) == word), None)


def language_name(code: str) -> str:
    """The Dutch name of a language."""
    return LANGUAGES.get(code, code)


def fault_words(fault: FieldError) -> str:
    """What to do about a label or a day that cannot be kept."""
    if fault.code == "bsn":
        return say("typed.bsn")
    return _FAULTS.get((fault.path, fault.code)) or _FAULTS[fault.path, ""]


_FAULTS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("who", ""): "Vink eerst aan om wie het gaat.",
        ("label", "missing"): "Vul een label in. Bijvoorbeeld taalklas.",
        ("label", "too_many"): f"Maak het label korter. Er passen {LONGEST_LABEL} tekens in.",
        ("label", ""): "Gebruik geen | in een label.",
        ("view", "missing"): "Geef de weergave een naam. Bijvoorbeeld Lang niet gesproken.",
        ("view", "too_many"): f"Maak de naam korter. Er passen {LONGEST_NAME} tekens in.",
        ("view", ""): f"Je hebt al {MOST_VIEWS} weergaven. Haal er eerst 1 weg.",
        ("day", "missing"): "Vul een dag in, met dag, maand en jaar.",
        ("day", ""): "Kies een dag vanaf vandaag, binnen een jaar.",
    }
)


def pages_around(page: int, pages: int) -> Iterator[int]:
    """The numbers of the pages to jump to: the first, the last, and those beside this one."""
    yield from (each for each in range(1, pages + 1) if each in (1, pages) or abs(each - page) < 2)
