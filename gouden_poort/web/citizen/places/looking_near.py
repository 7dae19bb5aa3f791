"""The place around which someone looks without having told where they live: in their own browser, for one hour."""

from __future__ import annotations

from datetime import timedelta

from flask import session

from gouden_poort.wiring import house

_KEY = "near"
KEPT_FOR = timedelta(hours=1)


def look_near(place: str) -> None:
    """Remember the name of a place of the catalogue; no postcode."""
    session[_KEY] = {"since": _now(), "place": place}


def looked_near() -> str:
    """The name of the place; empty when there is none, or none any more."""
    kept = session.get(_KEY)
    if not isinstance(kept, dict) or _now() - kept["since"] > KEPT_FOR.total_seconds():
        return ""
    return str(kept["place"])


def look_from_home() -> None:
    """Forget the place."""
    session.pop(_KEY, None)


def _now() -> int:
    return int(house().clock().timestamp())
