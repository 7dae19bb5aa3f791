"""What roles, standings and kinds of organisations are called on screens of staff."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.profiles.coach_request import Daypart
from gouden_poort.profiles.people.account import Role
from gouden_poort.services.accounts.listing import Standing

ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.CITIZEN: "burger",
        Role.COACH: "coach",
        Role.COUNSELLOR: "adviseur",
        Role.EDITOR: "redacteur",
        Role.ADMINISTRATOR: "beheerder",
    }
)
WHAT_ROLES_DO: Mapping[Role, str] = MappingProxyType(
    {
        Role.COACH: "Begeleidt mensen en ziet hun dossiers.",
        Role.COUNSELLOR: "Verwijst mensen en ziet alleen gedeelde stappen.",
        Role.EDITOR: "Houdt het aanbod en de regels bij.",
        Role.ADMINISTRATOR: "Nodigt collega’s uit en ziet het logboek.",
    }
)
LANGUAGES_IN_DUTCH: Mapping[str, str] = MappingProxyType(
    {
        "nl": "Nederlands",
        "en": "Engels",
        "ar": "Arabisch",
        "uk": "Oekraïens",
        "tr": "Turks",
        "ti": "Tigrinya",
        "other": "een andere taal",
    }
)
DAYPARTS_IN_DUTCH: Mapping[Daypart, str] = MappingProxyType(
    {
        Daypart.MORNING: "’s ochtends",
        Daypart.AFTERNOON: "’s middags",
        Daypart.EVENING: "’s avonds",
        Daypart.ANY: "maakt niet uit wanneer",
    }
)
STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {Standing.ACTIVE: "actief", Standing.WAITING: "uitgenodigd", Standing.DISABLED: "uitgezet"}
)
