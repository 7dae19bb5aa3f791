"""The form of a proof, which a citizen and staff fill in alike, and what is wrong with it in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

from flask import request

from gouden_poort.development.proof import LONGEST_SOURCE, LONGEST_WHAT, ProofKind
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.signed_in import signed_in
from gouden_poort.http.uploads import uploaded_copy
from gouden_poort.services.ten_years import proving
from gouden_poort.services.ten_years.proving import Given
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import FULL, Fault, in_order
from gouden_poort.web.forms.no_days import where_no_day
from gouden_poort.web.forms.posting import form_id
from gouden_poort.web.forms.typed import day_in
from gouden_poort.web.language import _, later
from gouden_poort.web.wording import say
from gouden_poort.wiring import house

ACCEPTED = "image/jpeg,image/png,application/pdf"
"""What a browser offers to choose from; a telephone offers its camera too, and makes a JPEG of its own photos."""
_FILE = "file"
_FIELDS = ("what", "kind", "source", "day", "skill", _FILE)
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
        (_FILE, "wrong_type"): later("Dit bestand kunnen we niet laten zien. Kies een foto (JPEG of PNG) of een PDF."),
        (_FILE, "malformed"): later("Dit bestand is leeg of stuk. Maak de foto opnieuw, of kies een ander bestand."),
        (_FILE, "too_large"): later(
            "Dit bestand is %(given)s MB. Een foto mag 15 MB zijn, een PDF 5 MB. Kies een kleiner bestand."
        ),
        (_FILE, "out_of_range"): later("Deze foto heeft te veel beeldpunten. Maak een gewone foto."),
        (_FILE, "too_many"): later("Kies 1 bestand. Heb je er meer? Voeg dan nog een bewijs toe."),
        (_FILE, "full"): later("Er passen geen kopieën meer bij. Haal eerst een oude kopie weg."),
    }
)
_AGAIN = later("Kies je bestand nog een keer. We bewaren het pas als alles klopt.")
_LONGEST = {"what": LONGEST_WHAT, "source": LONGEST_SOURCE}


def add(dossier_id: UUID) -> list[Fault]:
    """Keep the proof that was sent; what is wrong with it in the order of the page, and nothing when it was kept."""
    parts, given = house(), _given_in(request.form)
    skills = parts.shelf.active().columns.skills.id
    try:
        given = replace(given, file=uploaded_copy(_FILE))
    except InvalidInput as wrong:
        given = replace(given, unread=wrong.faults)
    try:
        proving.add(parts.unit_of_work, signed_in(), dossier_id, given, skills, parts.clock(), form_id=form_id())
    except InvalidInput as wrong:
        faults = [fault_of(each) for each in wrong.faults]
        if given.file is not None and _FILE not in {fault.field for fault in faults}:
            faults.append(Fault(field=_FILE, words=_(_AGAIN)))
        return in_order(where_no_day(faults, request.form), _FIELDS)
    return []


def fault_of(fault: FieldError) -> Fault:
    """What to do about one thing that was filled in; what the journal refuses stands at the first field."""
    of_journal = fault.path == "kind" and fault.code in ("duplicate", "closed")
    field = "what" if of_journal else fault.path
    if fault.code == "bsn":
        return Fault(field=field, words=say("typed.bsn"))
    words = _FAULTS.get((field, fault.code)) or _FAULTS[field, ""]
    if field in _LONGEST and fault.code == "too_many":
        return Fault(field=field, words=_(words, number=_LONGEST[field]))
    return Fault(field=field, words=_(words, given=fault.given) if fault.code == "too_large" else _(words))


def _given_in(form: Form) -> Given:
    """What was filled in, for the service to judge."""
    kind = form.get("kind", "")
    return Given(
        kind=ProofKind(kind) if kind in [each.value for each in ProofKind] else None,
        what=form.get("what", ""),
        source=form.get("source", ""),
        day=day_in(form, "day"),
        skill_id=form.get("skill", ""),
    )
