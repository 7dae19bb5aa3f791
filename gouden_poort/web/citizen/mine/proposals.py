"""To which companies a citizen is proposed: what each would see, exactly, and yes, no, or stopping after a yes."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import ChangedMeanwhile
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.proposal import ProposalState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.own import own_dossier
from gouden_poort.services.employers.proposing import answer as note_answer
from gouden_poort.services.employers.proposing import proposals_to
from gouden_poort.web.forms.posting import taken
from gouden_poort.wiring import house

pages = Blueprint("my_proposals", __name__)
GONE = "weg"
_SAID = {ProposalState.YES: "ja", ProposalState.NO: "nee", ProposalState.WITHDRAWN: "gestopt"}
"""What was just done, as the address says it under `net`."""


@pages.get("/mijn-voorstellen")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """Each proposal that waits for an answer, or that a company sees."""
    parts, actor = house(), signed_in()
    dossier = own_dossier(parts.unit_of_work, actor)
    if dossier is None:
        return render_template("citizen/my_plan_none.html")
    return render_template(
        "citizen/my_proposals.html",
        proposals=proposals_to(parts.unit_of_work, actor, dossier.id, parts.today()),
        said=request.args.get("net", ""),
    )


@pages.post("/mijn-voorstellen/<uuid:proposal_id>")
@needs(Deed.OWN_DOSSIER)
def answer(proposal_id: UUID) -> ResponseReturnValue:
    """Say yes, say no, or stop after a yes."""
    parts, wanted = house(), "yes" in request.form
    try:
        now = note_answer(parts.unit_of_work, signed_in(), proposal_id, yes=wanted, moment=parts.clock())
    except ChangedMeanwhile:
        return taken(url_for(".show", net=GONE))
    return taken(url_for(".show", net=_SAID[now.state]))
