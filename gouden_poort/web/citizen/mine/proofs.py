"""The skills passport: what someone can, how that is known, adding a proof, and taking it all along."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import proving
from gouden_poort.services.ten_years.passport import own_passport, take_passport_along
from gouden_poort.web.citizen.mine.paper import way_back
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.no_days import where_no_day
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.forms.proofs import FIELDS, fault_of, given_in
from gouden_poort.web.language.beside import dutch_is_shown, in_dutch
from gouden_poort.web.words import proof_words
from gouden_poort.wiring import house

pages = Blueprint("my_proofs", __name__)
ADDED, BACK = "toegevoegd", "weg"
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
    proofs = proof_words.proof_lines(found, snapshot)
    return render_template(
        "citizen/my_proofs.html",
        dossier=found.dossier,
        skills=list(zip(skills, in_dutch(lambda: proof_words.skill_lines(found, snapshot), skills), strict=True)),
        proofs=list(zip(proofs, in_dutch(lambda: proof_words.proof_lines(found, snapshot), proofs), strict=True)),
        kinds=proof_words.kind_choices(proof_words.OWN_KINDS),
        choices=proof_words.skill_choices(found, snapshot),
        given=back.form,
        faults=back.faults,
        said=request.args.get("net", ""),
        form_id=back.form.get("form_id") or uuid4(),
        dutch_shown=dutch_is_shown(),
        paper=way_back(url_for(".show")),
    )


@pages.post("/mijn-bewijs")
@needs(Deed.OWN_DOSSIER)
def add() -> ResponseReturnValue:
    """Keep a proof; the same form sent twice is one."""
    parts, snapshot, typed = house(), house().shelf.active(), request.form
    found = own_passport(parts.unit_of_work, signed_in(), snapshot, parts.clock())
    if found is None:
        return redirect(url_for(".show"), 303)
    try:
        proving.add(
            parts.unit_of_work,
            signed_in(),
            found.dossier.id,
            given_in(typed),
            snapshot.columns.skills.id,
            parts.clock(),
            form_id=form_id(),
        )
    except InvalidInput as wrong:
        faults = in_order(where_no_day(map(fault_of, wrong.faults), request.form), FIELDS)
        return send_back(url_for(".show"), typed, faults)
    return taken(url_for(".show", net=ADDED))


@pages.post("/mijn-bewijs/<uuid:proof_id>/terug")
@needs(Deed.OWN_DOSSIER)
def take_back(proof_id: UUID) -> ResponseReturnValue:
    """It is no proof after all."""
    proving.take_back(house().unit_of_work, signed_in(), proof_id, house().clock())
    return taken(url_for(".show", net=BACK))


@pages.get("/mijn-bewijs/bestand")
@needs(Deed.OWN_DOSSIER)
def download() -> ResponseReturnValue:
    """The same as a file that other programs read (docs/taking-along.md)."""
    parts = house()
    document = take_passport_along(parts.unit_of_work, signed_in(), parts.shelf.active(), parts.clock())
    if document is None:
        abort(redirect(url_for(".show"), 303))
    answer = Response(json.dumps(document, ensure_ascii=False, indent=2), mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="mijn-bewijzen.json"'
    return answer
