"""A note in half a minute: what came up, and who may read it. Two who change one at once both see both texts."""

from __future__ import annotations

from typing import cast
from uuid import UUID, uuid4

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.note import Note
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services.dossiers import noting
from gouden_poort.services.dossiers.viewing import Seen
from gouden_poort.web.desk.client import look
from gouden_poort.web.desk.person_words import fault_of
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.forms.typed import version_in
from gouden_poort.wiring import house

pages = Blueprint("note", __name__)
MINE, BOTH = "mine", "both"
_SEEN_BY = {MINE: False, BOTH: True}


@pages.get("/persoon/<uuid:dossier_id>/notitie")
@needs(Deed.SEE_DOSSIER)
def form(dossier_id: UUID) -> ResponseReturnValue:
    """An empty note; nobody is chosen to read it."""
    seen, back = look(dossier_id), came_back()
    return _page(seen, back.form, url_for(".write", dossier_id=dossier_id), faults=back.faults)


@pages.post("/persoon/<uuid:dossier_id>/notitie")
@needs(Deed.CHANGE_DOSSIER)
def write(dossier_id: UUID) -> ResponseReturnValue:
    """Keep it; the same form sent twice is one note."""
    typed = request.form
    try:
        noting.write(
            house().unit_of_work,
            signed_in(),
            dossier_id,
            typed.get("text", ""),
            visible=_SEEN_BY.get(typed.get("visible", "")),
            moment=house().clock(),
            form_id=form_id(),
        )
    except InvalidInput as wrong:
        return send_back(url_for(".form", dossier_id=dossier_id), typed, map(fault_of, wrong.faults))
    return taken(url_for("person.show", dossier_id=dossier_id, _anchor="verloop"))


@pages.get("/persoon/<uuid:dossier_id>/notitie/<uuid:note_id>")
@needs(Deed.SEE_DOSSIER)
def reread(dossier_id: UUID, note_id: UUID) -> ResponseReturnValue:
    """A note that was kept, to change."""
    seen, back = look(dossier_id), came_back()
    here = url_for(".rewrite", dossier_id=dossier_id, note_id=note_id)
    return _page(seen, back.form or _shown(_note_of(seen, note_id)), here, faults=back.faults, is_kept=True)


@pages.post("/persoon/<uuid:dossier_id>/notitie/<uuid:note_id>")
@needs(Deed.CHANGE_DOSSIER)
def rewrite(dossier_id: UUID, note_id: UUID) -> ResponseReturnValue:
    """Keep the change; when somebody else changed it meanwhile, show both and keep neither over the other."""
    typed = request.form
    seen = look(dossier_id)
    _note_of(seen, note_id)
    here = url_for(".rewrite", dossier_id=dossier_id, note_id=note_id)
    try:
        noting.rewrite(
            house().unit_of_work,
            signed_in(),
            note_id,
            typed.get("text", ""),
            visible=_SEEN_BY.get(typed.get("visible", "")),
            version=version_in(typed),
            moment=house().clock(),
        )
    except InvalidInput as wrong:
        return send_back(here, typed, map(fault_of, wrong.faults))
    except ChangedMeanwhile as other:
        theirs = cast("Note", other.current)
        mine = MultiDict({**typed.to_dict(), "version": str(theirs.version)})
        return _page(seen, mine, here, other=theirs, is_kept=True), 412
    return taken(url_for("person.show", dossier_id=dossier_id, _anchor="verloop"))


def _page(
    seen: Seen,
    given: Form,
    action: str,
    *,
    faults: tuple[Fault, ...] = (),
    other: Note | None = None,
    is_kept: bool = False,
) -> str:
    readers = (
        Choice(value=MINE, label="Alleen voor mij", help="Ook wie jou opvolgt als coach kan dit lezen."),
        Choice(value=BOTH, label=f"Ook voor {seen.dossier.name}", help="Staat op de pagina Mijn gegevens."),
    )
    return render_template(
        "desk/note.html",
        dossier=seen.dossier,
        given=given,
        action=action,
        faults=faults,
        other=other,
        readers=readers,
        is_kept=is_kept,
        form_id=given.get("form_id") or uuid4(),
    )


def _note_of(seen: Seen, note_id: UUID) -> Note:
    return next((note for note in seen.notes if note.id == note_id), None) or abort(404)


def _shown(note: Note) -> Form:
    return MultiDict({"text": note.text, "visible": BOTH if note.visible else MINE, "version": str(note.version)})
