"""Organisations whose people work with dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class OrganisationKind(StrEnum):
    """What kind of body it is; it decides nothing about rights."""

    MUNICIPALITY = "municipality"
    UWV_OFFICE = "uwv_office"
    COACHING_BUREAU = "coaching_bureau"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that people belong to: gemeente, UWV office, coaching bureau or region."""

    id: UUID
    name: str
    kind: OrganisationKind
    phone: str = ""
    """The number that citizens may call, as people write it."""
