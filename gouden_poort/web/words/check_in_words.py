"""The five questions of a year and what can be answered, in the words that citizen and coach both read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.development.check_in import LONGEST_LEARNT, CheckIn, Going, Onward, WorkNow
from gouden_poort.errors import FieldError
from gouden_poort.profiles.question import Choice
from gouden_poort.web.filters import number
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.language import _, later
from gouden_poort.web.wording import say

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
_MISSING: Mapping[str, str] = MappingProxyType(
    {
        "going": later("Kies hoe het met je gaat."),
        "work": later("Kies wat je nu doet."),
        "onward": later("Kies hoe je verder wilt."),
        "talk": later("Kies of je een gesprek wilt."),
    }
)
_TOO_LONG = later("Maak dit korter. Er passen %(longest)s tekens in.")


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


def fault_words(fault: FieldError) -> Fault:
    """What to do about one thing that was filled in."""
    if fault.code == "bsn":
        return Fault(field=fault.path, words=say("typed.bsn"))
    if fault.code == "too_many":
        return Fault(field=fault.path, words=_(_TOO_LONG, longest=number(LONGEST_LEARNT)))
    return Fault(field=fault.path, words=_(_MISSING[fault.path]))
