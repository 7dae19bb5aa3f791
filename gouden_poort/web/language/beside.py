"""Dutch beside the language of a page, so that someone can show at a counter what a sentence says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import request

from gouden_poort.web.language import DUTCH, speaking, spoken

SWITCH = "nederlands"
"""The part of an address that says whether the Dutch shows on the screen; on paper it always does."""
SHOWN = "erbij"

Said = TypeVar("Said")


def in_dutch(make: Callable[[], Said], said: Said) -> Said:
    """What is said, made once more in Dutch; on a Dutch page it is what was said."""
    if spoken() == DUTCH:
        return said
    with speaking(DUTCH):
        return make()


def dutch_is_shown() -> bool:
    """Whether someone asked for the Dutch to stand beside it."""
    return request.args.get(SWITCH) == SHOWN
