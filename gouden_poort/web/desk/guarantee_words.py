"""What staff read about commitments: who promises, how far it is, what is in it, and what is wrong with a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gouden_poort.development.commitment import (
    LONGEST_DOUBT,
    LONGEST_NAME,
    LONGEST_PAPER,
    Commitment,
    CommitmentState,
    Party,
)
from gouden_poort.development.guarantee import Claim, ClaimKind
from gouden_poort.errors import FieldError
from gouden_poort.profiles.question import Choice
from gouden_poort.services.ten_years.promising import MOST, MOST_MONTHS, MOST_WEEKS
from gouden_poort.web.filters import counted, dutch_date
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.wording import say

PARTIES: Mapping[Party, str] = MappingProxyType(
    {Party.SECTOR: "Sector", Party.FUND: "Fonds", Party.EMPLOYER: "Werkgever"}
)
PARTY_CHOICES = (
    Choice(value=Party.SECTOR.value, label="Een sector"),
    Choice(value=Party.FUND.value, label="Een fonds", help="Zoals een opleidingsfonds."),
    Choice(value=Party.EMPLOYER.value, label="Een werkgever"),
)
TAKES_BACK, PAUSE_EXTENDS = "takes_back", "pause_extends"
CLAUSE_CHOICES = (
    Choice(value=TAKES_BACK, label="Wie stopte, mag terugkomen"),
    Choice(value=PAUSE_EXTENDS, label="Een pauze komt er aan het eind bij"),
)
STATES: Mapping[CommitmentState, tuple[str, str]] = MappingProxyType(
    {
        CommitmentState.AGREED: ("open", "Allebei akkoord"),
        CommitmentState.RECORDED: ("waiting", "Wacht"),
        CommitmentState.ENDED: ("closed", "Voorbij"),
    }
)
"""The colour and the word of each."""


def clauses(each: Commitment) -> Iterator[str]:
    """Everything that the paper promises, in the order of the form."""
    if each.work_within_weeks is not None:
        yield f"Werk weg? Dan binnen {counted(each.work_within_weeks, 'week', 'weken')} een aanbod van ander werk."
    if each.training_every_months is not None:
        yield f"Elke {counted(each.training_every_months, 'maand', 'maanden')} een betaalde stap in opleiding."
    if each.takes_back:
        yield "Wie stopte, mag terugkomen."
    if each.pause_extends:
        yield "Een pauze komt er aan het eind bij."


def waits_for(each: Commitment, name: str) -> Iterator[str]:
    """What has to happen before it counts."""
    if each.doubted_at is not None:
        yield f"{name} zegt dat dit niet klopt. Zet stop en leg het goed vast, of praat erover."
        return
    if each.agreed_by_citizen_at is None:
        yield f"Wacht op het ja van {name}."
    if each.agreed_by_staff_at is None:
        yield "Wacht op jouw ja: zag je het papier?"


def claim_words(claim: Claim) -> str:
    """What may be asked now, from whom, and by when it must be there."""
    by = f", uiterlijk {dutch_date(claim.by)}" if claim.by else ""
    return f"{_CLAIMS[claim.kind]} van {claim.commitment.name}{by} ({claim.commitment.paper})"


def fault_of(fault: FieldError) -> Fault:
    """What to do about one thing that was filled in."""
    words = say("typed.bsn") if fault.code == "bsn" else _words(fault)
    return Fault(field=fault.path, words=words)


def _words(fault: FieldError) -> str:
    if fault.code == "too_many" and fault.path in _LONGEST:
        return f"Maak dit korter. Er passen {_LONGEST[fault.path]} tekens in."
    return _FAULTS.get((fault.path, fault.code)) or _FAULTS[fault.path, ""]


_CLAIMS: Mapping[ClaimKind, str] = MappingProxyType(
    {ClaimKind.WORK: "Ander werk", ClaimKind.TRAINING: "Een stap in opleiding", ClaimKind.RETURN: "Terugkomen"}
)
_LONGEST: Mapping[str, int] = MappingProxyType(
    {"name": LONGEST_NAME, "paper": LONGEST_PAPER, "ended_because": LONGEST_DOUBT}
)
_FAULTS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("party", ""): "Kies wie dit toezegt: een sector, een fonds of een werkgever.",
        ("name", ""): "Vul de naam in van wie dit toezegt.",
        ("paper", "duplicate"): "Dit papier staat er al. Kijk in de lijst hierboven.",
        ("paper", "full"): f"Er staan er al {MOST}. Meer passen er niet in.",
        ("paper", ""): "Schrijf waar het staat. Bijvoorbeeld: brief van 1 november 2026.",
        ("holds_from", "missing"): "Vul een dag, een maand en een jaar in.",
        ("holds_from", ""): "Kies een dag vanaf 1 januari 2000, hoogstens een jaar vooruit.",
        (
            "holds_until",
            "",
        ): "Kies een dag na het begin, hoogstens 20 jaar later. Staat er geen einddag? Laat dit leeg.",
        ("work_within_weeks", ""): f"Vul een getal in van 1 tot en met {MOST_WEEKS}, of laat dit leeg.",
        ("training_every_months", ""): f"Vul een getal in van 1 tot en met {MOST_MONTHS}, of laat dit leeg.",
        ("clauses", ""): "Vul in wat er op het papier staat: minstens 1 van deze 4.",
        ("ended_on", "missing"): "Vul een dag, een maand en een jaar in.",
        ("ended_on", ""): "Kies een dag vanaf het begin van de toezegging tot en met vandaag.",
        ("ended_because", ""): "Schrijf waarom het stopt.",
    }
)
