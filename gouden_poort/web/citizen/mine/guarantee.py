"""What was promised to someone on paper: the yes to it, what is not right, and their ten years to take along.

The ten years are theirs with or without a paper; where nothing that both sides agreed holds, nothing is called one.
"""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import promising
from gouden_poort.services.ten_years.backing import Backing, own_backing
from gouden_poort.services.ten_years.guarantee_document import take_file_along
from gouden_poort.web.citizen.mine import guarantee_words
from gouden_poort.web.citizen.mine.paper import way_back
from gouden_poort.web.files import json_file
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.forms.typed import version_in
from gouden_poort.web.language.beside import dutch_is_shown, in_dutch
from gouden_poort.web.pictures.backed_years import BackedYears, backed_years
from gouden_poort.wiring import house

pages = Blueprint("my_guarantee", __name__)
YES, DOUBT, CHANGED = "ja", "klopt-niet", "veranderd"
"""What was just done, as the address says it under `net`."""


@pages.get("/mijn-garantie")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """The papers, and the whole file of who began; who has no dossier finds the way to a coach."""
    backing = own_backing(house().unit_of_work, signed_in(), house().clock())
    if backing is None:
        return render_template("citizen/my_plan_none.html")
    back, cards = came_back(), guarantee_words.cards(backing)
    in_dutch_too = in_dutch(lambda: guarantee_words.cards(backing), cards)
    return render_template(
        "citizen/my_guarantee.html",
        backing=backing,
        cards=list(zip(cards, in_dutch_too, strict=True)),
        file=backing.file,
        picture=_picture(backing),
        snapshot=house().shelf.active(),
        words=guarantee_words,
        given=back.form,
        faults=back.faults,
        said=request.args.get("net", ""),
        dutch_shown=dutch_is_shown(),
        paper=way_back(url_for(".show" if backing.is_backed else "my_plan.show")),  # an address is read on paper
    )


@pages.post("/mijn-garantie/<uuid:commitment_id>/ja")
@needs(Deed.OWN_DOSSIER)
def agree(commitment_id: UUID) -> ResponseReturnValue:
    """The yes to a paper that was read; when it changed meanwhile, it is shown again first."""
    version = version_in(request.form)
    try:
        promising.agree(house().unit_of_work, signed_in(), commitment_id, house().clock(), version=version)
    except ChangedMeanwhile:
        return taken(url_for(".show", net=CHANGED))
    return taken(url_for(".show", net=YES))


@pages.post("/mijn-garantie/<uuid:commitment_id>/klopt-niet")
@needs(Deed.OWN_DOSSIER)
def doubt(commitment_id: UUID) -> ResponseReturnValue:
    """What is not right, for the coach to read."""
    typed = request.form
    parts = house()
    try:
        promising.doubt(
            parts.unit_of_work,
            signed_in(),
            commitment_id,
            next((words for name, words in typed.items() if name.startswith("doubt")), ""),
            parts.clock(),
            version=version_in(typed),
        )
    except InvalidInput as wrong:
        faults = [guarantee_words.fault_of(each, f"doubt-{commitment_id}") for each in wrong.faults]
        return send_back(url_for(".show"), typed, faults)
    except ChangedMeanwhile:
        return taken(url_for(".show", net=CHANGED))
    return taken(url_for(".show", net=DOUBT))


@pages.get("/mijn-garantie/bestand")
@needs(Deed.OWN_DOSSIER)
def download() -> ResponseReturnValue:
    """The same as a file that other programs read (docs/taking-along.md)."""
    document = take_file_along(house().unit_of_work, signed_in(), house().clock())
    if document is None:
        abort(redirect(url_for(".show"), 303))
    return json_file("mijn-10-jaar.json", document)


def _picture(backing: Backing) -> BackedYears | None:
    file = backing.file
    if file is None:
        return None
    return backed_years(backing.stretches, file.entered_on, file.ends_on, backing.today)
