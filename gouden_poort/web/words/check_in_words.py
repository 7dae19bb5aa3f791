"""The five questions of a year and what can be answered, in the words that citizen and coach both read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.development.check_in import CheckIn, Going, Onward, WorkNow
from gouden_poort.development.event import EventKind
from gouden_poort.profiles.question import Choice
from gouden_poort.web.language import _, later

FIELDS = ("going", "work", "learnt", "onward", "talk")
"""In the order of the page."""
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "going": later("Hoe gaat het met je?"),
        "work": later("Wat doe je nu?"),
        "learnt": later("Wat leerde je dit jaar?"),
        "onward": later("Hoe wil je verder?"),
        "talk": later("Wil je een gesprek met je coach?"),
    }
)
GOING: Mapping[Going, str] = MappingProxyType(
    {
        Going.WELL: later("Goed"),
        Going.FAIRLY: later("Het gaat wel"),
        Going.BADLY: later("Niet zo goed"),
    }
)
WORK: Mapping[WorkNow, str] = MappingProxyType(
    {
        WorkNow.SAME: later("Ik doe hetzelfde werk in de techniek"),
        WorkNow.OTHER_TECHNICAL: later("Ik doe ander werk in de techniek"),
        WorkNow.ELSEWHERE: later("Ik werk niet in de techniek"),
        WorkNow.LEARNING: later("Ik leer nog en heb nog geen werk"),
        WorkNow.NONE: later("Ik heb nu geen werk"),
    }
)
ONWARD: Mapping[Onward, str] = MappingProxyType(
    {
        Onward.AS_PLANNED: later("Zoals in mijn plan"),
        Onward.ANOTHER_STEP: later("Met een andere stap"),
        Onward.SOMETHING_ELSE: later("Ik wil iets heel anders"),
    }
)
YES, NO = "yes", "no"
TALK: Mapping[str, str] = MappingProxyType({YES: later("Ja, graag"), NO: later("Nee, nu niet")})


UNWRITTEN: Mapping[WorkNow, str] = MappingProxyType(
    {
        WorkNow.SAME: later("Je zei dat je in de techniek werkt. Schrijf op sinds wanneer, en bij wie."),
        WorkNow.OTHER_TECHNICAL: later("Je zei dat je ander werk doet. Schrijf op sinds wanneer, en bij wie."),
        WorkNow.ELSEWHERE: later("Je zei dat je niet in de techniek werkt. Schrijf op sinds wanneer."),
        WorkNow.NONE: later("Je zei dat je nu geen werk hebt. Schrijf op sinds wanneer."),
    }
)
"""Answers about work that nobody wrote down yet, said to the citizen."""
TOLD_OF: Mapping[WorkNow, str] = MappingProxyType(
    {
        WorkNow.SAME: "Zegt in de techniek te werken",
        WorkNow.OTHER_TECHNICAL: "Zegt nu ander werk in de techniek te doen",
        WorkNow.ELSEWHERE: "Zegt nu niet in de techniek te werken",
        WorkNow.NONE: "Zegt nu geen werk te hebben",
    }
)
"""The same for staff."""
TO_WRITE: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.NEW_JOB: later("Schrijf mijn werk op"),
        EventKind.LOST_JOB: later("Schrijf op dat mijn werk stopte"),
    }
)
"""On the button that leads there."""


def choices(
    words: Mapping[Going, str] | Mapping[WorkNow, str] | Mapping[Onward, str] | Mapping[str, str],
) -> list[Choice]:
    """What can be picked, in the language of the reader."""
    return [Choice(value=str(value), label=_(label)) for value, label in words.items()]


def answered(check_in: CheckIn) -> list[tuple[str, str]]:
    """Each question with the answer that was picked, in Dutch."""
    return [
        ("going", GOING[check_in.going]),
        ("work", WORK[check_in.work]),
        ("onward", ONWARD[check_in.onward]),
        ("talk", TALK[YES if check_in.wants_talk else NO]),
    ]
