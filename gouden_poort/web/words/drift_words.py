"""Why a plan is looked at again, in words to the person whose plan it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.development.drift import Drift, DriftKind
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, later, nl
from gouden_poort.web.words.event_words import Labels

_WHY: Mapping[DriftKind, str] = MappingProxyType(
    {
        DriftKind.STEP_FAILED: later("Een stap stopte: %(what)s."),
        DriftKind.PLACE_LOST: later("Het werk stopte op %(day)s."),
        DriftKind.LATE: later("Nog niets gehoord van: %(what)s. Dat stond voor %(day)s."),
        DriftKind.BETTER_ROUTE: later("Er is een weg die minder vraagt: %(what)s."),
        DriftKind.ROUTE_CLOSED: later("De weg uit het plan is nu dicht: %(what)s."),
        DriftKind.ROUTE_OPENED: later("Er is een weg bij gekomen: %(what)s."),
        DriftKind.OTHER_WORK: later("Het werk is nu ander werk dan gepland: %(what)s."),
    }
)


def why(drift: Drift, labels: Labels) -> str:
    """One sentence; it blames nobody."""
    what = labels.work(drift.label) if drift.kind is DriftKind.OTHER_WORK else nl(drift.label)
    return _(_WHY[drift.kind], what=what, day=fixed(dutch_date(drift.since)))
