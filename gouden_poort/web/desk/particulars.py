"""Name, ways to reach someone, language and labels; two who change them at once both see both."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.changing import change_particulars
from gouden_poort.web.desk.client import look
from gouden_poort.web.desk.person_words import LANGUAGE_CHOICES, LANGUAGE_NAMES, fault_of
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.forms.typed import version_in
from gouden_poort.wiring import house

pages = Blueprint("particulars", __name__)
FIELDS = {
    "name": "Naam",
    "phone": "Telefoonnummer",
    "email": "Mailadres",
    "language": "Taal",
    "labels": "Labels",
}


@pages.get("/persoon/<uuid:dossier_id>/gegevens")
@needs(Deed.SEE_DOSSIER)
def form(dossier_id: UUID) -> ResponseReturnValue:
    """What is kept, to change."""
    dossier, back = look(dossier_id).dossier, came_back()
    given = back.form or shown(dossier)
    return render_template(
        "desk/particulars.html",
        dossier=dossier,
        given=given,
        faults=back.faults,
        languages=LANGUAGE_CHOICES,
        differences=(),
    )


@pages.post("/persoon/<uuid:dossier_id>/gegevens")
@needs(Deed.CHANGE_DOSSIER)
def change(dossier_id: UUID) -> ResponseReturnValue:
    """Keep it; when somebody else changed it meanwhile, show both and keep neither over the other."""
    typed = request.form
    try:
        change_particulars(
            house().unit_of_work,
            signed_in(),
            dossier_id,
            typed,
            version=version_in(typed),
            languages=LANGUAGE_NAMES,
            moment=house().clock(),
        )
    except InvalidInput as wrong:
        return send_back(url_for(".form", dossier_id=dossier_id), typed, map(fault_of, wrong.faults))
    except ChangedMeanwhile as other:
        return _both(cast("Dossier", other.current), typed), 412
    return taken(url_for("person.show", dossier_id=dossier_id))


def shown(dossier: Dossier) -> Form:
    """What is kept, as the form shows it."""
    return MultiDict(
        {
            "name": dossier.name,
            "phone": dossier.phone,
            "email": dossier.email,
            "language": dossier.language,
            "labels": ", ".join(dossier.labels),
            "version": str(dossier.version),
        }
    )


def _both(current: Dossier, typed: Form) -> str:
    kept = shown(current)
    mine = MultiDict({**{name: typed.get(name, "") for name in FIELDS}, "version": kept["version"]})
    names = {**FIELDS}
    differences = [
        (names[name], _words(name, kept[name]), _words(name, mine[name]))
        for name in FIELDS
        if kept[name].strip() != mine[name].strip()
    ]
    return render_template(
        "desk/particulars.html",
        dossier=current,
        given=mine,
        faults=(),
        languages=LANGUAGE_CHOICES,
        differences=differences,
    )


def _words(name: str, value: str) -> str:
    return LANGUAGE_NAMES.get(value, value) if name == "language" else value or "leeg"
