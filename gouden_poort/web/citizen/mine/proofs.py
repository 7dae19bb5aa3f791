"""The skills passport: what someone can, how that is known, adding a proof with a copy, and taking it all along."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.http.uploads import COPY_LIMIT, takes_upload
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.own import own_dossier
from gouden_poort.services.ten_years import proof_files, proving
from gouden_poort.services.ten_years.passport import own_passport, take_passport_along
from gouden_poort.web.citizen.mine.paper import way_back
from gouden_poort.web.files import copy_answer, json_file
from gouden_poort.web.forms import proofs
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language.beside import dutch_is_shown, in_dutch
from gouden_poort.web.words import proof_words
from gouden_poort.wiring import house

pages = Blueprint("my_proofs", __name__)
ADDED, BACK, NO_COPY = "toegevoegd", "weg", "kopie-weg"
"""What was just done, as the address says it under `net`."""


@pages.get("/mijn-bewijs")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """Skills, proofs and the form; who has no dossier finds the way to a coach."""
    parts, snapshot = house(), house().shelf.active()
    found = own_passport(parts.unit_of_work, signed_in(), snapshot, parts.clock())
    if found is None:
        return render_template("citizen/my_plan_none.html")
    back, skills = came_back(), proof_words.skill_lines(found, snapshot)
    shown, others = proof_words.proof_lines(found, snapshot), proof_words.other_lines(found, snapshot)
    return render_template(
        "citizen/my_proofs.html",
        dossier=found.dossier,
        skills=list(zip(skills, in_dutch(lambda: proof_words.skill_lines(found, snapshot), skills), strict=True)),
        proofs=list(zip(shown, in_dutch(lambda: proof_words.proof_lines(found, snapshot), shown), strict=True)),
        others=list(zip(others, in_dutch(lambda: proof_words.other_lines(found, snapshot), others), strict=True)),
        did=bool(found.experience.courses or found.experience.work),
        kinds=proof_words.kind_choices(proof_words.OWN_KINDS),
        choices=proof_words.skill_choices(found, snapshot),
        given=back.form,
        faults=back.faults,
        said=request.args.get("net", ""),
        form_id=back.form.get("form_id") or uuid4(),
        accepted=proofs.ACCEPTED,
        is_draft=back.is_draft,
        dutch_shown=dutch_is_shown(),
        paper=way_back(url_for(".show")),
    )


@pages.post("/mijn-bewijs")
@needs(Deed.OWN_DOSSIER)
@takes_upload(COPY_LIMIT)
def add() -> ResponseReturnValue:
    """Keep a proof; the same form sent twice is one."""
    dossier = own_dossier(house().unit_of_work, signed_in())
    if dossier is None:
        return redirect(url_for(".show"), 303)
    if faults := proofs.add(dossier.id):
        return send_back(url_for(".show"), request.form, faults)
    return taken(url_for(".show", net=ADDED))


@pages.post("/mijn-bewijs/<uuid:proof_id>/terug")
@needs(Deed.OWN_DOSSIER)
def take_back(proof_id: UUID) -> ResponseReturnValue:
    """It is no proof after all."""
    proving.take_back(house().unit_of_work, signed_in(), proof_id, house().clock())
    return taken(url_for(".show", net=BACK))


@pages.get("/mijn-bewijs/<uuid:proof_id>/kopie")
@needs(Deed.OWN_DOSSIER)
def look(proof_id: UUID) -> ResponseReturnValue:
    """The copy that lies with a proof."""
    found = proof_files.look(house().unit_of_work, signed_in(), proof_id, house().clock())
    return copy_answer(found.kind, found.content)


@pages.post("/mijn-bewijs/<uuid:proof_id>/kopie/weg")
@needs(Deed.OWN_DOSSIER)
def remove_copy(proof_id: UUID) -> ResponseReturnValue:
    """The copy goes, the proof stays."""
    proof_files.remove(house().unit_of_work, signed_in(), proof_id, house().clock())
    return taken(url_for(".show", net=NO_COPY))


@pages.get("/mijn-bewijs/bestand")
@needs(Deed.OWN_DOSSIER)
def download() -> ResponseReturnValue:
    """The same as a file that other programs read (docs/taking-along.md)."""
    parts = house()
    document = take_passport_along(parts.unit_of_work, signed_in(), parts.shelf.active(), parts.clock())
    if document is None:
        abort(redirect(url_for(".show"), 303))
    return json_file("mijn-bewijzen.json", document)
