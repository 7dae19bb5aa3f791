"""The state of a route as a badge: always a colour, an icon and words together."""

from __future__ import annotations

from dataclasses import dataclass

from gouden_poort.profiles.levels import RightToWork
from gouden_poort.profiles.profile import Profile
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
    return Badge(state=state, words=words, icon=icon)


def badge_for(profile: Profile) -> Badge:
    """The badge of every route of this person: a route fits the answers, but who may not work yet has to wait."""
    not_allowed = profile.circumstances.right_to_work is RightToWork.NOT_ALLOWED
    return badge("not_allowed" if not_allowed else "open")
