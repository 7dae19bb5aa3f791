"""Every screen of staff, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.desk import (
    importing,
    today,
    users,
)
from gouden_poort.web.language.address import in_dutch_only

DESK_PAGES = tuple(
    in_dutch_only(part.pages)
    for part in (
        importing,
        today,
        users,
    )
)
