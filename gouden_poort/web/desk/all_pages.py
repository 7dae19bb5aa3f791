"""Every screen of staff, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.desk import (
    importing,
    people,
    people_together,
    today,
    users,
)
from gouden_poort.web.language.address import in_dutch_only

DESK_PAGES = tuple(
    in_dutch_only(part.pages)
    for part in (
        importing,
        people,
        people_together,
        today,
        users,
    )
)
