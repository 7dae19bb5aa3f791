"""Words that a coach searches for: kept for an hour where only this browser finds them, for a name is personal.

In the address stands a mark that says nothing by itself.
"""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import session

from gouden_poort.profiles.bsn import without_bsn
from gouden_poort.profiles.typed import one_line
from gouden_poort.services import sent_forms
from gouden_poort.services.dossiers.caseload import LONGEST_SEARCH
from gouden_poort.wiring import house

_KEY = "searches"
_MOST = 5
"""Searches of one browser that can be gone back to."""


def keep(words: str) -> str:
    """Keep what was typed; the mark for the address, empty when nothing was."""
    typed = without_bsn(one_line(words)[:LONGEST_SEARCH])
    if not typed:
        return ""
    mark, parts = uuid4().hex[:8], house()
    kept = sent_forms.keep(parts.unit_of_work, typed, parts.clock())
    searches = [*_searches(), [mark, str(kept)]]
    for _, kept_id in searches[:-_MOST]:
        sent_forms.forget(parts.unit_of_work, UUID(kept_id))
    session[_KEY] = searches[-_MOST:]
    return mark


def find(mark: str) -> str | None:
    """What was typed; None when it is no longer known here."""
    kept_id = dict(_searches()).get(mark)
    return None if kept_id is None else sent_forms.find(house().unit_of_work, UUID(kept_id), house().clock())


def _searches() -> list[list[str]]:
    kept = session.get(_KEY)
    return kept if isinstance(kept, list) else []
