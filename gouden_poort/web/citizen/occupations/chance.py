"""How one occupation stands for who reads its page: the route there is, what is in the way, or what to answer first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.outlook import Outlook, RouteState
from gouden_poort.services import assessments
from gouden_poort.services.first_look import first_look
from gouden_poort.services.routes import ExplainedRoute
from gouden_poort.web.citizen import visitor
from gouden_poort.web.routes.cards import summary_facts
from gouden_poort.web.routes.notes import OpenQuestion, open_question
from gouden_poort.web.routes.standing import Standing, standing
from gouden_poort.web.words.badges import Badge, badge_for
from gouden_poort.web.words.facts import Fact


class ChanceKind(Enum):
    """What the page can say, and with it what there is to do."""

    BEGIN = "begin"
    """Nobody began."""
    GO_ON = "go_on"
    """Someone began; what a route needs is not answered yet."""
    OPEN = "open"
    QUESTION = "question"
    """There is a route if one answer is what it should be."""
    WAITING = "waiting"
    SHUT = "shut"
    LONG = "long"
    """Only a longer search can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Who reads the page, as far as they answered."""

    began: bool
    profile: Profile | None = None
    assumed: frozenset[str] = frozenset()
    """The questions that were not answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How the occupation stands; what does not belong to its kind is empty."""

    kind: ChanceKind
    badge: Badge | None = None
    facts: tuple[Fact, ...] = ()
    question: OpenQuestion | None = None
    standing: Standing | None = None


def someone_here(snapshot: Snapshot) -> Someone:
    """The visitor of this request; a page for everyone sends nobody on to a question."""
    if not visitor.has_answers():
        return Someone(began=False)
    answers = visitor.kept_answers()
    try:
        profile, assumed = assessments.profile_of(snapshot, visitor.known_assessment(), answers, today=visitor.today())
    except InvalidInput:
        return Someone(began=True)
    return Someone(began=True, profile=profile, assumed=frozenset(each.question_id for each in assumed))


def chance(snapshot: Snapshot, someone: Someone, occupation_id: str) -> Chance:
    """How an occupation stands for someone, by one short search."""
    profile = someone.profile
    if profile is None:
        return Chance(kind=ChanceKind.GO_ON if someone.began else ChanceKind.BEGIN)
    outlook = first_look(snapshot, profile, occupation_id)
    if outlook is None:
        return Chance(kind=ChanceKind.LONG)
    if outlook.state in (RouteState.OPEN, RouteState.UNKNOWN):
        return _open(snapshot, profile, outlook)
    told = standing(snapshot, profile, outlook, someone.assumed)
    kind = ChanceKind.WAITING if outlook.state is RouteState.WAITING else ChanceKind.SHUT
    return Chance(kind=kind, badge=told.badge, standing=told)


def _open(snapshot: Snapshot, profile: Profile, outlook: Outlook) -> Chance:
    assert outlook.route is not None  # noqa: S101 - an open occupation has a route
    assert outlook.explanation is not None  # noqa: S101
    found = ExplainedRoute(route=outlook.route, explanation=outlook.explanation)
    return Chance(
        kind=ChanceKind.QUESTION if outlook.questions else ChanceKind.OPEN,
        badge=badge_for(profile, outlook.explanation),
        facts=summary_facts(snapshot, found),
        question=open_question(outlook.questions[0]) if outlook.questions else None,
    )
