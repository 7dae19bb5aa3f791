"""Whose answers these are: the session cookie holds a random id and nothing else about a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NoReturn
from uuid import UUID

from flask import abort, g, redirect, session, url_for

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.http.guard import SignInFirst
from gouden_poort.http.signed_in import present
from gouden_poort.profiles.assessment import Assumption
from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services import assessments, drafts
from gouden_poort.services.dossiers.own import Reach, reach
from gouden_poort.services.dossiers.setting_aside import catalogue_for, set_aside_for
from gouden_poort.services.drafts import Draft
from gouden_poort.services.keeping import visit
from gouden_poort.services.offering.overlay import with_full_openings
from gouden_poort.web.citizen.places import looking_near
from gouden_poort.web.forms import posting
from gouden_poort.web.words.whole_rules import RuleSetAside, rules_set_aside
from gouden_poort.wiring import house

_KEY = "assessment"
_REACH = "reach"
"""Where it is kept while one request is answered."""
COACH_REQUEST, OBJECTION = "coach_request", "objection"
"""Where the cookie holds the number of the request, or of the message, whose receipt this browser may show."""


def today() -> date:
    """The day on which this request is answered."""
    return house().today()


def current_assessment() -> UUID | None:
    """The id of the answers of this visitor: of the own dossier for who has one; None for who has not begun."""
    return _reach().assessment_id


def is_locked() -> bool:
    """Whether this browser noted answers that became a dossier, whose citizen is not signed in here."""
    return _reach().is_locked


def has_dossier() -> bool:
    """Whether the answers of this visitor are those of the own dossier."""
    return _reach().is_of_dossier


def planned_target() -> str | None:
    """The occupation in the plan of this visitor, empty when none was chosen; None for who has no plan with a coach."""
    return _reach().target_id if has_dossier() else None


def has_answers() -> bool:
    """Whether this visitor has begun; answers that were wiped elsewhere do not count."""
    assessment_id = current_assessment()
    return assessment_id is not None and assessments.exists(house().unit_of_work, assessment_id)


def known_assessment() -> UUID:
    """The id of the answers of this visitor; who has not begun goes to the page before the first question.

    Who must sign in to see them goes to the page for that.
    """
    assessment_id = current_assessment()
    if is_locked():
        raise SignInFirst
    if assessment_id is None:
        abort(redirect(url_for("start.before_you_begin"), 303))
    return assessment_id


def kept_answers() -> Mapping[str, Answer]:
    """The answers of this visitor, which are kept longer for it. Those that were wiped are forgotten here too."""
    try:
        return visit(house().unit_of_work, known_assessment(), house().clock())
    except UnknownThing:
        _begin_anew()


def answers_if_any() -> Mapping[str, Answer]:
    """The answers of this visitor; none for who did not begin, on a page that needs none."""
    return kept_answers() if has_answers() else {}


def set_aside() -> Sequence[SetAside]:
    """The rules that a coach set aside for this visitor, with the reasons."""
    assessment_id = current_assessment()
    return set_aside_for(house().unit_of_work, assessment_id) if assessment_id else ()


def set_aside_in_words() -> tuple[RuleSetAside, ...]:
    """The same in words, for whoever reads about their routes."""
    kept = set_aside()
    return rules_set_aside(rulebook_of(house().shelf.active()), kept, today()) if kept else ()


def catalogue() -> Snapshot:
    """The catalogue as it answers this visitor now: without full places, and rules that were set aside for them."""
    parts = house()
    now = with_full_openings(parts.unit_of_work, parts.shelf.active(), current_assessment())
    return catalogue_for(now, set_aside())


def profile_from(snapshot: Snapshot, answers: Mapping[str, Answer]) -> tuple[Profile, tuple[Assumption, ...]]:
    """The profile that answers of this visitor make; what is needed and absent leads to the page that says so."""
    try:
        return assessments.profile_of(snapshot, known_assessment(), answers, today=today())
    except InvalidInput:
        abort(redirect(url_for("assessment.check"), 303))


def try_out(draft: Draft, value: Answer) -> None:
    """Keep what this visitor is trying out; who wiped the answers elsewhere begins anew."""
    try:
        drafts.keep(house().unit_of_work, known_assessment(), draft, value, moment=house().clock())
    except UnknownThing:
        _begin_anew()


def tried_out(draft: Draft) -> Answer:
    """What this visitor is trying out; None when nothing is."""
    try:
        return drafts.find(house().unit_of_work, known_assessment(), draft)
    except UnknownThing:
        _begin_anew()


def remember(assessment_id: UUID) -> None:
    """Let this browser find its answers again."""
    session[_KEY] = str(assessment_id)
    g.pop(_REACH, None)


def forget() -> None:
    """Take the id out of the cookie, with what was filled in wrongly, the place looked at and the way to receipts.

    The next person at this screen sees nothing of it.
    """
    posting.forget()
    looking_near.look_from_home()
    for key in (_KEY, COACH_REQUEST, OBJECTION):
        session.pop(key, None)
    g.pop(_REACH, None)


def _reach() -> Reach:
    """What is within reach of this browser, looked up once a request."""
    if _REACH not in g:
        found = present()
        g.reach = reach(house().unit_of_work, found.actor if found else None, _noted())
    return g.reach  # type: ignore[no-any-return]  # put there above


def _noted() -> UUID | None:
    try:
        return UUID(session[_KEY])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _begin_anew() -> NoReturn:
    forget()
    abort(redirect(url_for("start.before_you_begin"), 303))
