"""The form of a proof, which a citizen and staff fill in alike, and what is wrong with it in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.development.proof import LONGEST_SOURCE, LONGEST_WHAT, ProofKind
from gouden_poort.errors import FieldError
from gouden_poort.services.ten_years.proving import Given
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.typed import day_in
from gouden_poort.web.language import _, later
from gouden_poort.web.wording import say

FULL = later("Er staat al heel veel. Bel je coach als er nog iets bij moet.")
"""What to do where no more can be written down."""
FIELDS = ("what", "kind", "source", "day", "skill")
_FAULTS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("what", "missing"): later("Schrijf op wat je kunt laten zien."),
        ("what", "too_many"): later("Maak dit korter. Er passen %(number)s tekens in."),
        ("what", "full"): FULL,
        ("what", "duplicate"): later("Dit staat er al, met dezelfde dag."),
        ("what", "closed"): later("Je dossier is gesloten. Bel je coach."),
        ("kind", ""): later("Kies wat voor bewijs het is."),
        ("source", "missing"): later("Schrijf op van wie het komt: een school, een werkgever of een persoon."),
        ("source", "too_many"): later("Maak dit korter. Er passen %(number)s tekens in."),
        ("day", "missing"): later("Vul een dag, een maand en een jaar in."),
        ("day", ""): later("Kies een dag van 1 januari 2000 tot en met vandaag."),
        ("skill", ""): later("Deze vaardigheid kennen we niet. Kies een andere, of geen."),
    }
)
_LONGEST = {"what": LONGEST_WHAT, "source": LONGEST_SOURCE}


def given_in(form: Form) -> Given:
    """What was filled in, for the service to judge."""
    kind = form.get("kind", "")
    return Given(
        kind=ProofKind(kind) if kind in [each.value for each in ProofKind] else None,
        what=form.get("what", ""),
        source=form.get("source", ""),
        day=day_in(form, "day"),
        skill_id=form.get("skill", ""),
    )


def fault_of(fault: FieldError) -> Fault:
    """What to do about one thing that was filled in; what the journal refuses stands at the first field."""
    of_journal = fault.path == "kind" and fault.code in ("duplicate", "closed")
    field = "what" if of_journal else fault.path
    if fault.code == "bsn":
        return Fault(field=field, words=say("typed.bsn"))
    words = _FAULTS.get((field, fault.code)) or _FAULTS[field, ""]
    return Fault(field=field, words=_(words, number=_LONGEST[field]) if fault.code == "too_many" else _(words))
