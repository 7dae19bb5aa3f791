"""Where the pages about one person are; an id of a dossier says nothing by itself, so it may stand in an address."""

from __future__ import annotations

from uuid import UUID

from flask import request, url_for

from gouden_poort.services.dossiers.telling import PageAt
from gouden_poort.services.dossiers.todo import ABOUT_THE_PLAN, DRIFTED, Todo, Why
from gouden_poort.web.language import DUTCH, LANGUAGES
from gouden_poort.web.language.address import address_in
from gouden_poort.web.whole_address import whole


def read_by_citizen(endpoint: str) -> PageAt:
    """Where a citizen reads a page of their own, in their language as far as we speak it."""
    path = url_for(endpoint).removeprefix(request.script_root)
    return lambda language: whole(address_in(LANGUAGES.get(language, DUTCH), path))


def link(token: str) -> str:
    """Where the link leads that lets someone in once."""
    return whole(url_for("link.follow", token=token))


def newcomer() -> str:
    """Where someone is registered."""
    return f"{request.script_root}/nieuw"


def person(dossier_id: UUID) -> str:
    """Everything about someone on one page."""
    return f"{request.script_root}/persoon/{dossier_id}"


def begin(todo: Todo) -> str:
    """Where one does what stands in the list; somebody else's dossier opens only once it is taken over."""
    if todo.place is not None:
        return url_for("offering.place", place_id=todo.place.id)
    if todo.surplus is not None:
        return url_for("work_to_work.person", surplus_id=todo.surplus.id, dossier_id=todo.dossier.id)
    return _by_why(todo)


def _by_why(todo: Todo) -> str:
    if todo.why in ABOUT_THE_PLAN | DRIFTED:
        return url_for("plan_again.show", dossier_id=todo.dossier.id)
    match todo.why:
        case Why.TAKE_OVER:
            return url_for("handing_over.show")
        case Why.NOT_ASKED:
            return url_for("year_together.form", dossier_id=todo.dossier.id, number=todo.years)
        case Why.PAPER_DOUBTED | Why.PAPER_WAITS | Why.PAPER_AGREED:
            return url_for("guarantee.show", dossier_id=todo.dossier.id)
    return person(todo.dossier.id)


def note(dossier_id: UUID) -> str:
    """Where one writes down what came up."""
    return f"{person(dossier_id)}/notitie"
