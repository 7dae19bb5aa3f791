"""The state of a route as a badge: always a colour, an icon and words together."""

from __future__ import annotations

from dataclasses import dataclass

from gouden_poort.profiles.levels import RightToWork, TargetGroup
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.explanation import RouteExplanation
from gouden_poort.routing.outlook import Outlook, RouteState, questions_of
from gouden_poort.web.language import _
from gouden_poort.web.wording import STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a badge shows."""

    state: str
    words: str
    icon: str


def badge(state: str) -> Badge:
    """The badge of one of the route states; KeyError for any other word."""
    words, icon = STATES[state]
    return Badge(state=state.partition("-")[0], words=_(words), icon=icon)


def badge_for(profile: Profile, why: RouteExplanation) -> Badge:
    """The badge of a route that was found: open, unless an answer decides about it."""
    if questions_of(why):
        return badge("unknown")
    return badge("not_allowed" if may_not_work(profile) else "open")


def badge_of(outlook: Outlook) -> Badge:
    """The badge of an occupation without a route now."""
    if outlook.state is RouteState.ALMOST:
        return badge_after(len(outlook.changes))
    return badge(outlook.state.value)


def badge_after(changes: int) -> Badge:
    """The badge of work that opens after one or two changes."""
    return badge("almost" if changes == 1 else f"almost-{changes}")


def may_not_work(profile: Profile) -> bool:
    """Whether someone may not work yet, by their own answers; a status holder always may.

    With the rules of the built-in catalogue such work is closed; a catalogue without them still finds a route.
    """
    not_allowed = profile.circumstances.right_to_work is RightToWork.NOT_ALLOWED
    return not_allowed and TargetGroup.STATUS_HOLDER not in profile.target_groups
