"""Keeping a dossier as it was changed: never over what somebody else kept since it was read."""

from __future__ import annotations

from dataclasses import replace

from gouden_poort.errors import ChangedMeanwhile
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ports import UnitOfWork


def keep(unit: UnitOfWork, changed: Dossier) -> Dossier:
    """The dossier in its next version; ChangedMeanwhile holds the one that stands there by now."""
    if not unit.dossiers.change(changed):
        raise ChangedMeanwhile("dossier", unit.dossiers.find(changed.id) or changed)
    return replace(changed, version=changed.version + 1)
