"""Every screen of staff, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.desk import users

DESK_PAGES = (users.pages,)
