"""Filters of a caseload between the address and the service; a name that is searched for is never in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gouden_poort.services.dossiers.caseload import Filters
from gouden_poort.services.dossiers.together import LONGEST_LABEL
from gouden_poort.services.ports import Order
from gouden_poort.web.desk.people_words import CONTACTS, LANGUAGES, ORDERS, SILENCES, STATES, meant, slug

NAMES = ("staat", "taal", "met-label", "contact", "stil", "volgorde")
"""What of a caseload may stand in an address."""
_DOWN = "-"


def read(given: Mapping[str, str], name: str = "") -> Filters:
    """What an address asks for; what it says wrongly is left out. `name`: the words that are searched for."""
    order = given.get("volgorde", "")
    language = given.get("taal", "")
    return Filters(
        name=name,
        state=meant(STATES, given.get("staat", "")),
        language=language if language in LANGUAGES else "",
        label=given.get("met-label", "")[:LONGEST_LABEL],
        contact=meant(CONTACTS, given.get("contact", "")),
        silence=meant(SILENCES, given.get("stil", "")),
        order=meant(ORDERS, order.removeprefix(_DOWN)) or Order.NAME,
        descending=order.startswith(_DOWN),
    )


def written(filters: Filters) -> dict[str, Any]:
    """The same as parts of an address; what asks for nothing is not there, and neither is a name."""
    order = f"{_DOWN if filters.descending else ''}{slug(ORDERS[filters.order])}"
    parts = {
        "staat": slug(STATES[filters.state]) if filters.state else "",
        "taal": filters.language,
        "met-label": filters.label,
        "contact": slug(CONTACTS[filters.contact]) if filters.contact else "",
        "stil": slug(SILENCES[filters.silence]) if filters.silence else "",
        "volgorde": "" if order == slug(ORDERS[Order.NAME]) else order,
    }
    return {name: value for name, value in parts.items() if value}


def turned(filters: Filters, order: Order) -> str:
    """The order that a click on the head of a column gives: that one, or the other way round when it is that one."""
    again = filters.order == order and not filters.descending
    return f"{_DOWN if again else ''}{slug(ORDERS[order])}"
