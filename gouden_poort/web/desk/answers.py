"""One answer of one person, changed by their coach; two who change it at once both see both."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import ChangedMeanwhile, InvalidInput, UnknownPlace
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import OCCUPATION_YEARS, UNKNOWN, Answer, Question
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services.dossiers.changing import change_answer, seal_of
from gouden_poort.services.dossiers.viewing import Seen
from gouden_poort.web.desk.client import look
from gouden_poort.web.forms.answers import Form, read, shown
from gouden_poort.web.forms.fault_words import Fault, faults_in, unknown_place
from gouden_poort.web.forms.picking import picker
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.words.answer_words import answer_words
from gouden_poort.wiring import house

pages = Blueprint("answers", __name__)
_STAYING = ("search", "add")


@pages.get("/persoon/<uuid:dossier_id>/antwoord/<question_id>")
@needs(Deed.SEE_DOSSIER)
def form(dossier_id: UUID, question_id: str) -> ResponseReturnValue:
    """The question with the answer that is kept."""
    question, seen, back = _question(question_id), look(dossier_id), came_back()
    kept = seen.answers.get(question_id)
    given = back.form or MultiDict([*shown(question, kept).items(multi=True), ("seal", seal_of(kept))])
    return _page(question, seen, given, faults=back.faults, near=back.near)


@pages.post("/persoon/<uuid:dossier_id>/antwoord/<question_id>")
@needs(Deed.CHANGE_DOSSIER)
def change(dossier_id: UUID, question_id: str) -> ResponseReturnValue:
    """Keep the answer; a search only shows what it found."""
    question, typed = _question(question_id), request.form
    here = url_for(".form", dossier_id=dossier_id, question_id=question_id)
    action = typed.get("action", "")
    if action in _STAYING:
        return send_back(here, typed)
    raw = None if action == "unknown" else read(question, typed)
    try:
        change_answer(
            house().unit_of_work,
            house().shelf.active(),
            signed_in(),
            dossier_id,
            question_id,
            raw,
            seal=typed.get("seal", ""),
            moment=house().clock(),
        )
    except InvalidInput as wrong:
        return send_back(here, typed, faults_in(question, wrong.faults))
    except UnknownPlace as wrong:
        return send_back(here, typed, [unknown_place(question, wrong)], wrong.near)
    except ChangedMeanwhile as other:
        return _both(dossier_id, question, typed, other.current), 412
    return taken(url_for("person.show", dossier_id=dossier_id, _anchor="profiel"))


def _both(dossier_id: UUID, question: Question, typed: Form, current: object) -> str:
    """Their answer in words, and mine still in the form, which now belongs to what stands there."""
    seen = look(dossier_id)
    kept: Answer = seen.answers.get(question.id, current)  # type: ignore[arg-type]  # an answer, which errors do not know
    mine = MultiDict([*((k, v) for k, v in typed.items(multi=True) if k != "seal"), ("seal", seal_of(kept))])
    theirs = tuple(_in_words(house().shelf.active(), question, kept))
    return _page(question, seen, mine, theirs=theirs)


def _page(
    question: Question,
    seen: Seen,
    given: Form,
    *,
    faults: tuple[Fault, ...] = (),
    near: tuple[str, ...] = (),
    theirs: tuple[str, ...] = (),
) -> str:
    snapshot = house().shelf.active()
    return render_template(
        "desk/answer.html",
        dossier=seen.dossier,
        question=question,
        given=given,
        faults=faults,
        near=near,
        theirs=theirs,
        picker=picker(snapshot, question, given, seen.answers),
        years=OCCUPATION_YEARS,
        unknown_words=UNKNOWN,
    )


def _in_words(snapshot: Snapshot, question: Question, answer: Answer) -> list[str]:
    return [UNKNOWN] if answer is None else list(answer_words(snapshot, question, answer)) or ["Niets gekozen"]


def _question(question_id: str) -> Question:
    """A question by its id; here skills are searched for by name, and no story is read."""
    return replace(BY_ID.get(question_id) or abort(404), in_own_words=False)
