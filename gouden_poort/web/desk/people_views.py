"""Ways of looking at people that a coach gave a name: kept, and put away."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers import saved_views
from gouden_poort.web.desk import people_filters
from gouden_poort.web.desk.people_words import fault_words
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import send_back, taken
from gouden_poort.wiring import house

pages = Blueprint("people_views", __name__)


@pages.post("/mensen/weergaven")
@needs(Deed.LIST_DOSSIERS)
def save() -> ResponseReturnValue:
    """Keep the filters that are looked through under a name."""
    parts = people_filters.written(people_filters.read(request.form))
    back_to = url_for("people.show", **parts)
    try:
        saved_views.save(
            house().unit_of_work, signed_in(), request.form.get("view", ""), urlencode(parts), house().clock()
        )
    except InvalidInput as wrong:
        return send_back(
            back_to, request.form, [Fault(field=each.path, words=fault_words(each)) for each in wrong.faults]
        )
    return taken(back_to)


@pages.post("/mensen/weergaven/<uuid:view_id>/weg")
@needs(Deed.LIST_DOSSIERS)
def remove(view_id: UUID) -> ResponseReturnValue:
    """Put a way of looking away; the people stay."""
    saved_views.remove(house().unit_of_work, signed_in(), view_id)
    return taken(url_for("people.show"))
