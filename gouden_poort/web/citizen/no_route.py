"""What someone reads when no route is open: the one other answer that would help, as a sentence and a button."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.opening_changes import Opened
from gouden_poort.web.filters import counted_hours, counted_minutes, euros
from gouden_poort.web.language import _
from gouden_poort.web.routes.notes import WORK_QUESTION
from gouden_poort.web.wording import say
from gouden_poort.web.words.answering import question_url
from gouden_poort.web.words.badges import may_not_work
from gouden_poort.web.words.changes import ChangeLine, after_words, change_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A change that opens a route, and where to make it."""

    words: str
    button: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRoute:
    """Why there is no route, what to do first, and what would help as well."""

    why: str
    first: Hint
    others: tuple[Hint, ...]


def no_route(snapshot: Snapshot, profile: Profile, opened: Iterable[Opened], assumed: frozenset[str]) -> NoRoute:
    """The first change that opens work becomes the button; without any, all answers are one click away."""
    if may_not_work(profile):
        words, button = say("opening.not_allowed"), _("Verander mijn antwoord")
        hint = Hint(words=words, button=button, url=question_url(WORK_QUESTION))
        return NoRoute(why=say("opening.law"), first=hint, others=())
    nothing = Hint(words=say("opening.nothing"), button=_("Verander mijn antwoorden"), url=url_for("assessment.check"))
    first, *others = _hints(snapshot, profile, opened, assumed) or [nothing]
    why = say(
        "opening.none",
        minutes=counted_minutes(profile.max_travel_minutes),
        hours=counted_hours(profile.hours_per_week),
        euros=euros(profile.budget_eur),
    )
    return NoRoute(why=why, first=first, others=tuple(others))


def _hints(snapshot: Snapshot, profile: Profile, opened: Iterable[Opened], assumed: frozenset[str]) -> list[Hint]:
    """Each kind of change once: the first, for the work that suits best."""
    found: dict[object, Hint] = {}
    for one in opened:
        (change,) = one.changes
        (line,) = change_lines(one.changes, profile, assumed)
        if line.url and change.kind not in found:
            found[change.kind] = _hint(line, after_words(snapshot, profile, one.changes, one.route))
    return list(found.values())


def _hint(line: ChangeLine, then: str) -> Hint:
    return Hint(words=say("opening.change", words=line.words, then=then), button=line.button, url=line.url)
