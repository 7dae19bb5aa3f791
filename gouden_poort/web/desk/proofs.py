"""The skills passport of someone, as the coach sees it: what was seen, and what still has to be."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.development.proof import ProofKind, Shown
from gouden_poort.errors import ChangedMeanwhile
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.http.uploads import COPY_LIMIT, takes_upload
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import proof_files, proving
from gouden_poort.services.ten_years.passport import Passport, passport_of
from gouden_poort.web.files import copy_answer
from gouden_poort.web.forms import proofs
from gouden_poort.web.forms.posting import came_back, send_back, taken
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
        skills=proof_words.skill_lines(found, snapshot, proof_words.TOLD_BY_THEM),
        others=proof_words.other_lines(found, snapshot),
        proofs=proof_words.proof_lines(found, snapshot),
        did=bool(found.experience.courses or found.experience.work),
        kinds=proof_words.kind_choices(tuple(ProofKind)),
        choices=proof_words.skill_choices(found, snapshot),
        given=back.form,
        faults=back.faults,
        said=request.args.get("net", ""),
        form_id=back.form.get("form_id") or uuid4(),
        accepted=proofs.ACCEPTED,
        is_draft=back.is_draft,
    )


@pages.post("/persoon/<uuid:dossier_id>/bewijs")
@needs(Deed.CHANGE_DOSSIER)
@takes_upload(COPY_LIMIT)
def add(dossier_id: UUID) -> ResponseReturnValue:
    """Keep what the coach saw; the same form sent twice is one."""
    if faults := proofs.add(dossier_id):
        return send_back(url_for(".show", dossier_id=dossier_id), request.form, faults)
    return taken(url_for(".show", dossier_id=dossier_id, net=ADDED))


@pages.get("/persoon/<uuid:dossier_id>/bewijs/<uuid:proof_id>")
@needs(Deed.SEE_DOSSIER)
def look_closer(dossier_id: UUID, proof_id: UUID) -> ResponseReturnValue:
    """One proof with its copy large enough to read, and the yes of who saw it."""
    found = _passport(dossier_id)
    line = proof_words.proof_line(_standing(found, proof_id), house().shelf.active())
    return render_template("desk/proof.html", dossier=found.dossier, line=line)


@pages.get("/persoon/<uuid:dossier_id>/bewijs/<uuid:proof_id>/kopie")
@needs(Deed.SEE_DOSSIER)
def look(dossier_id: UUID, proof_id: UUID) -> ResponseReturnValue:
    """The copy that lies with a proof."""
    parts = house()
    found = proof_files.look(parts.unit_of_work, signed_in(), proof_id, parts.clock(), dossier_id=dossier_id)
    return copy_answer(found.kind, found.content)


@pages.post("/persoon/<uuid:dossier_id>/bewijs/<uuid:proof_id>/gezien")
@needs(Deed.CHANGE_DOSSIER)
def confirm(dossier_id: UUID, proof_id: UUID) -> ResponseReturnValue:
    """Say that it was seen; what was taken back meanwhile is told so."""
    parts, version = house(), version_in(request.form)
    try:
        proving.confirm(
            parts.unit_of_work, signed_in(), proof_id, parts.clock(), version=version, dossier_id=dossier_id
        )
    except ChangedMeanwhile:
        return taken(url_for(".show", dossier_id=dossier_id, net=CHANGED))
    return taken(url_for(".show", dossier_id=dossier_id, net=SEEN))


def _standing(found: Passport, proof_id: UUID) -> Shown:
    """The proof of that passport; what was taken back, or is of somebody else, is not there."""
    return next((each for each in found.proofs if each.id == proof_id), None) or abort(404)


def _passport(dossier_id: UUID) -> Passport:
    parts = house()
    return passport_of(parts.unit_of_work, signed_in(), dossier_id, parts.shelf.active(), parts.clock())
