"""The state of a route as a badge: always a colour, an icon and words together."""

from __future__ import annotations

from dataclasses import dataclass

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
