"""The short assessment: one question a page. Saving redirects, so back, reload and a double click are safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import InvalidInput, UnknownPlace
from gouden_poort.http.guard import public
from gouden_poort.profiles.assessment import missing, next_question
from gouden_poort.profiles.question import OCCUPATION_YEARS, UNKNOWN, Answer, Question
from gouden_poort.profiles.questions import BY_ID, NUMBER, QUESTIONS
from gouden_poort.services import assessments, trying
from gouden_poort.services.counting import Milestone
from gouden_poort.web.citizen import resume, visitor
from gouden_poort.web.citizen.counted import block_reached, counted
from gouden_poort.web.citizen.first_routes import LAST_BEFORE
from gouden_poort.web.forms.answers import ALL, Form, read, shown
from gouden_poort.web.forms.backgrounds import BACKGROUND, is_unseen
from gouden_poort.web.forms.fault_words import Fault, faults_in, unknown_place
from gouden_poort.web.forms.picking import picker
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.forms.question_words import in_words
from gouden_poort.web.forms.story import STORY, TELL, fitting, is_unread, ticked_work, without_story
from gouden_poort.web.language import _
from gouden_poort.web.words.answer_words import answered_blocks
from gouden_poort.wiring import house

pages = Blueprint("assessment", __name__)
TOTAL = len(QUESTIONS)
TASKS = "tasks"
"""The button that shows what people do in the work that was picked."""
STAYING = ("search", "add", TELL, TASKS)
"""What someone may do without going on to the next question."""
STOPPING = "stop"
"""Keeping what was filled in, if anything, and leaving with a code."""
NOTHING: tuple[Answer, ...] = ((), {})
"""What a form says in which nothing was filled in."""
TO_CHECK = "controle"
"""Where a changed answer leads back to; any other word leads to the next question."""


@pages.post("/voor-je-begint")
@public
def begin() -> ResponseReturnValue:
    """Start, or go on: who has answers already keeps them, so pressing twice loses nothing."""
    if not visitor.has_answers():
        visitor.remember(assessments.start(house().unit_of_work, house().clock()))
        counted(Milestone.STARTED)
    return redirect(url_for(".go_on"), 303)


@pages.get("/vraag")
@public
def go_on() -> ResponseReturnValue:
    """The first question that was not answered yet, or all answers."""
    question = next_question(visitor.kept_answers())
    if question is None:
        return redirect(url_for(".check"), 303)
    return redirect(url_for(".ask", number=NUMBER[question.id]), 303)


@pages.get("/vraag/<int:number>")
@public
def ask(number: int) -> ResponseReturnValue:
    """One question, with the answer that was kept; or with what was filled in and cannot be kept."""
    question, back = _numbered(number), came_back()
    form = back.form if back.faults else shown(question, visitor.kept_answers().get(question.id))
    for name in {"query", STORY, BACKGROUND} & back.form.keys():
        form[name] = back.form[name]
    return _page(question, form, faults=back.faults, near=back.near, after=back.form.get("next", ""))


@pages.post("/vraag/<int:number>")
@public
def answer(number: int) -> ResponseReturnValue:
    """Keep one answer and go to the next question; searching keeps what was picked and stays."""
    question, form = _numbered(number), request.form
    action = _action(form)
    try:
        _keep_ticked_work(question, form)
        _keep(question, None if action == "unknown" else read(question, form), staying=action in (*STAYING, STOPPING))
    except InvalidInput as wrong:
        if action == STOPPING and all(fault.code == "missing" for fault in wrong.faults):
            return resume.save()
        return send_back(url_for(".ask", number=number), without_story(form), faults_in(question, wrong.faults))
    except UnknownPlace as wrong:
        return send_back(url_for(".ask", number=number), form, [unknown_place(question, wrong)], wrong.near)
    if action == STOPPING:
        return resume.save()
    if action in STAYING:
        # A story is not ours to keep, not for a moment: it stays in the browser of who tells it.
        place = BACKGROUND if action == TASKS else None  # far down on a phone, and the tasks stand below it
        address = url_for(".ask", number=number, _anchor=place)
        return send_back(address, _search(form, action), in_cookie=question.in_own_words)
    return taken(_next_address(number))


@pages.get("/controle")
@public
def check() -> ResponseReturnValue:
    """All answers, each with a way to change it, and what is still open."""
    answers = visitor.kept_answers()
    needed = missing(answers)
    return render_template(
        "citizen/check.html",
        blocks=answered_blocks(house().shelf.active(), answers),
        needed=[(number, question) for number, question in enumerate(QUESTIONS, 1) if question.id in needed],
        unanswered=sum(question.id not in answers for question in QUESTIONS),
    )


@pages.post("/wis-mijn-antwoorden")
@public
def forget() -> ResponseReturnValue:
    """Remove every answer of this visitor, here and in the browser; those of a dossier go with all of it."""
    if visitor.has_dossier():
        return redirect(url_for("my_data.show", _anchor="wissen"), 303)
    assessment_id = visitor.current_assessment()
    if assessment_id is not None:
        assessments.forget(house().unit_of_work, assessment_id)
    visitor.forget()
    return redirect(url_for(".forgotten"), 303)


@pages.get("/gewist")
@public
def forgotten() -> ResponseReturnValue:
    """Says that nothing is left."""
    return render_template("citizen/forgotten.html")


def _numbered(number: int) -> Question:
    """The question of that number, counted from 1."""
    if not 1 <= number <= TOTAL:
        abort(404)
    return QUESTIONS[number - 1]


def _keep(question: Question, raw: object, *, staying: bool) -> None:
    """Check and keep an answer; the same answer again adds nothing, and searching or stopping is not an answer."""
    parts, snapshot, today = house(), house().shelf.active(), visitor.today()
    kept = visitor.kept_answers()
    checked = assessments.check(parts.unit_of_work, snapshot, question.id, raw, today=today)
    if staying and checked in NOTHING and kept.get(question.id) is None:
        return
    if question.id not in kept or not _same(kept[question.id], checked):
        old, whose = kept.get(question.id), visitor.known_assessment()
        trying.changes_now(parts.unit_of_work, whose, question.id, old, parts.clock())
        assessments.answer(
            parts.unit_of_work,
            snapshot,
            whose,
            question.id,
            checked,
            moment=parts.clock(),
            today=today,
        )
    block_reached(question)
    if next_question({**kept, question.id: checked}) is None:
        counted(Milestone.FINISHED)


def _keep_ticked_work(question: Question, form: Form) -> None:
    """Work that was read in a story and ticked goes to the answer about former work."""
    ticked = ticked_work(house().shelf.active(), form) if question.in_own_words else {}
    if ticked:
        former = visitor.kept_answers().get("former_work")
        _keep(BY_ID["former_work"], {**(former if isinstance(former, Mapping) else {}), **ticked}, staying=True)


def _same(kept: Answer, checked: Answer) -> bool:
    """Whether two answers say the same; a kept list may come back as another kind of sequence."""
    if isinstance(kept, Sequence) and isinstance(checked, Sequence):
        return list(kept) == list(checked)
    return kept == checked


def _action(form: Form) -> str:
    """What was asked for; words typed in the search box but not looked for yet come before going on."""
    if ALL in form:
        return "add"
    action, query = form.get("action", "next"), form.get("query", "").strip()
    if action == "next" and is_unread(form):
        return TELL
    if action == "next" and is_unseen(form):
        return TASKS
    new = query not in ("", form.get("searched", ""))
    return "search" if action == "next" and new else action


def _search(form: Form, action: str) -> Form:
    """What is to be looked for or read, and where to go after it; what was picked is kept already."""
    names = {"next"} | {"search": {"query"}, TASKS: {BACKGROUND}}.get(action, set())
    if action == TELL or is_unread(form):
        names.add(STORY)
    return MultiDict((name, fitting(form[name])) for name in sorted(names & form.keys()))


def _next_address(number: int) -> str:
    if request.form.get("next") == TO_CHECK or number == TOTAL:
        return url_for(".check")
    if number == LAST_BEFORE:
        return url_for("first_routes.show")
    return url_for(".ask", number=number + 1)


def _previous_address(number: int) -> str:
    if number == 1:
        return url_for("start.before_you_begin")
    return url_for("first_routes.show") if number == LAST_BEFORE + 1 else url_for(".ask", number=number - 1)


def _page(question: Question, form: Form, *, faults: tuple[Fault, ...], near: tuple[str, ...], after: str) -> str:
    number = NUMBER[question.id]
    answers = visitor.kept_answers()
    return render_template(
        "citizen/question.html",
        question=in_words(question),
        number=number,
        total=TOTAL,
        given=form,
        faults=faults,
        near=near,
        next=TO_CHECK if TO_CHECK in (after, request.args.get("naar")) else "",
        previous=_previous_address(number),
        picker=picker(house().shelf.active(), question, form, answers),
        years=OCCUPATION_YEARS,
        unknown_words=_(UNKNOWN),
        unsure=not faults and answers.get(question.id, "") is None,
    )
