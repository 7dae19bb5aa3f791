"""The skills passport of someone, as the coach sees it: what was seen, and what still has to be."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.development.proof import ProofKind
from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import proving
from gouden_poort.services.ten_years.passport import Passport, passport_of
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.no_days import where_no_day
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.forms.proofs import FIELDS, fault_of, given_in
from gouden_poort.web.forms.typed import version_in
from gouden_poort.web.words import proof_words
from gouden_poort.wiring import house

pages = Blueprint("proofs", __name__)
ADDED, SEEN, CHANGED = "toegevoegd", "gezien", "veranderd"
"""What was just done, as the address says it under `net`."""


@pages.get("/persoon/<uuid:dossier_id>/bewijs")
@needs(Deed.SEE_DOSSIER)
def show(dossier_id: UUID) -> ResponseReturnValue:
    """Every proof, those that nobody saw marked, and the form."""
    found, snapshot, back = _passport(dossier_id), house().shelf.active(), came_back()
    return render_template(
        "desk/proofs.html",
        dossier=found.dossier,
        skills=proof_words.skill_lines(found, snapshot),
        proofs=proof_words.proof_lines(found, snapshot),
        kinds=proof_words.kind_choices(tuple(ProofKind)),
        choices=proof_words.skill_choices(found, snapshot),
        given=back.form,
        faults=back.faults,
        said=request.args.get("net", ""),
        form_id=back.form.get("form_id") or uuid4(),
    )


@pages.post("/persoon/<uuid:dossier_id>/bewijs")
@needs(Deed.CHANGE_DOSSIER)
def add(dossier_id: UUID) -> ResponseReturnValue:
    """Keep what the coach saw; the same form sent twice is one."""
    typed, skills = request.form, house().shelf.active().columns.skills.id
    try:
        proving.add(
            house().unit_of_work,
            signed_in(),
            dossier_id,
            given_in(typed),
            skills,
            house().clock(),
            form_id=form_id(),
        )
    except InvalidInput as wrong:
        faults = in_order(where_no_day(map(fault_of, wrong.faults), request.form), FIELDS)
        return send_back(url_for(".show", dossier_id=dossier_id), typed, faults)
    return taken(url_for(".show", dossier_id=dossier_id, net=ADDED))


@pages.post("/persoon/<uuid:dossier_id>/bewijs/<uuid:proof_id>/gezien")
@needs(Deed.CHANGE_DOSSIER)
def confirm(dossier_id: UUID, proof_id: UUID) -> ResponseReturnValue:
    """Say that it was seen; what was taken back meanwhile is told so."""
    if proof_id not in {each.id for each in _passport(dossier_id).proofs}:
        abort(404)
    version = version_in(request.form)
    try:
        proving.confirm(house().unit_of_work, signed_in(), proof_id, house().clock(), version=version)
    except ChangedMeanwhile:
        return taken(url_for(".show", dossier_id=dossier_id, net=CHANGED))
    return taken(url_for(".show", dossier_id=dossier_id, net=SEEN))


def _passport(dossier_id: UUID) -> Passport:
    parts = house()
    return passport_of(parts.unit_of_work, signed_in(), dossier_id, parts.shelf.active(), parts.clock())
