"""A line of the list of the day: who stands there, why, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.place_offer import FreePlace
from gouden_poort.profiles.people.surplus import Surplus

WEEK = timedelta(days=7)
"""What waits longer is late."""


class Why(StrEnum):
    """Why someone stands in the list."""

    TALK = "talk"
    """The next contact is due."""
    OWN_PROMISE = "own_promise"
    """The coach would do something by a day."""
    THEIR_PROMISE = "their_promise"
    """The citizen would do something by a day, and did not say that it is done."""
    TAKE_OVER = "take_over"
    """A colleague hands someone over."""
    FIRST_TALK = "first_talk"
    """Registered, and not spoken with yet."""
    SILENCE = "silence"
    """Nobody spoke with them for a long while."""
    PLACE_OFFERED = "place_offered"
    """The last day for a yes or no to a place comes near."""
    PLACE_SILENT = "place_silent"
    """They said neither yes nor no to a place in time, and nobody was asked since."""
    WANTS_TALK = "wants_talk"
    """They asked for a talk in the questions of a year, and there was none since."""
    NO_ANSWER = "no_answer"
    """They did not answer the questions of two years or more in a row."""
    ROUTE_CLOSED = "route_closed"
    """The catalogue or a rule changed, and the way in their plan is not there any more."""
    BETTER_ROUTE = "better_route"
    """The same, and another way asks so much less."""
    ROUTE_OPENED = "route_opened"
    """The same, and there is a way that was not there."""
    STEP_FAILED = "step_failed"
    """A step of their plan did not work out."""
    PLACE_LOST = "place_lost"
    """They lost the work that the plan counted on."""
    OTHER_WORK = "other_work"
    """They do other work than their plan says."""
    WORK_STOPS = "work_stops"
    """The work that they do is announced to stop, and there was no talk since."""
    NOT_ASKED = "not_asked"
    """The questions of a year are due, and there is no way to ask them but to call."""
    PAPER_DOUBTED = "paper_doubted"
    """They say that something is not right in what was recorded from a paper."""
    PAPER_WAITS = "paper_waits"
    """They said yes to a paper, and the yes of the coach lacks."""
    PAPER_AGREED = "paper_agreed"
    """They said yes to a paper, and now it counts."""
    PROPOSAL_OPEN = "proposal_open"
    """The last day for a yes or no to a proposal comes near."""
    PROPOSAL_SILENT = "proposal_silent"
    """They said neither yes nor no to a proposal."""
    PROPOSAL_YES = "proposal_yes"
    PROPOSAL_NO = "proposal_no"


ABOUT_THE_PLAN = frozenset({Why.ROUTE_CLOSED, Why.BETTER_ROUTE, Why.ROUTE_OPENED})
"""What the house found when it looked at a plan again; each has the word of its `DriftKind`."""
DRIFTED = frozenset({Why.STEP_FAILED, Why.PLACE_LOST, Why.OTHER_WORK})
"""What happened beside the plan, in the same words; a step that only takes longer asks nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One line of the list."""

    dossier: Dossier
    why: Why
    day: date
    """Since when it waits, or on which day it is due."""
    overdue: bool
    what: str = ""
    """The words of the agreement, or the work that a way leads to."""
    place: FreePlace | None = None
    """That was offered."""
    surplus: Surplus | None = None
    """By which their work stops."""
    years: int = 0
    """How many of them were not answered; or which one could not be asked."""
