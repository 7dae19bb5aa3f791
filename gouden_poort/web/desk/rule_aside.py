"""Setting a rule aside for one person, with a reason that the citizen reads; and letting it count again."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.set_aside import SHORTEST_REASON
from gouden_poort.profiles.question import Choice
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.dossiers import setting_aside
from gouden_poort.web.desk.client import look
from gouden_poort.web.desk.person_words import fault_of
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.words.whole_rules import rule_in_words
from gouden_poort.wiring import house

pages = Blueprint("set_aside", __name__)


@pages.get("/persoon/<uuid:dossier_id>/regel")
@needs(Deed.SEE_DOSSIER)
def form(dossier_id: UUID) -> ResponseReturnValue:
    """Every law that can shut a door and is not set aside yet."""
    seen, back = look(dossier_id), came_back()
    snapshot, today = house().shelf.active(), house().today()
    book = rulebook_of(snapshot)
    aside = {each.rule_id for each in seen.set_aside if each.ended_at is None}
    rules = tuple(
        Choice(value=rule.id, label=rule_in_words(book, rule, today), help=rule.source.title)
        for rule in setting_aside.rules_to_set_aside(snapshot)
        if rule.id not in aside and rule.is_in_force_on(today)
    )
    return render_template(
        "desk/rule_aside.html",
        dossier=seen.dossier,
        given=back.form,
        faults=back.faults,
        rules=rules,
        shortest=SHORTEST_REASON,
    )


@pages.post("/persoon/<uuid:dossier_id>/regel")
@needs(Deed.CHANGE_DOSSIER)
def set_aside(dossier_id: UUID) -> ResponseReturnValue:
    """Keep it with its reason; from now on the routes leave the rule out."""
    typed = request.form
    try:
        setting_aside.set_aside(
            house().unit_of_work,
            house().shelf.active(),
            signed_in(),
            dossier_id,
            rule_id=typed.get("rule", ""),
            reason=typed.get("reason", ""),
            moment=house().clock(),
        )
    except InvalidInput as wrong:
        return send_back(url_for(".form", dossier_id=dossier_id), typed, map(fault_of, wrong.faults))
    return taken(url_for("person.show", dossier_id=dossier_id, _anchor="routes"))


@pages.post("/persoon/<uuid:dossier_id>/regel/<uuid:set_aside_id>/terug")
@needs(Deed.CHANGE_DOSSIER)
def take_back(dossier_id: UUID, set_aside_id: UUID) -> ResponseReturnValue:
    """Let the rule count again."""
    setting_aside.take_back(house().unit_of_work, signed_in(), dossier_id, set_aside_id, house().clock())
    return taken(url_for("person.show", dossier_id=dossier_id, _anchor="routes"))
