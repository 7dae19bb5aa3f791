"""Entry conditions that a catalogue gives in words: the column `entry_conditions`, terms joined by semicolons.

A term that nobody understands is kept as it stands, so that a rule can ask about it; none is ever dropped.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

YES_NO: Mapping[str, str] = MappingProxyType(
    {
        "recognised_employer=true": "offering.asks_recognised_employer",
        "work_or_placement_in_trade=true": "offering.asks_work_in_trade",
        "employed=true": "offering.asks_employment",
        "licence_b=true": "offering.asks_licence_b",
        "medical_ok=true": "offering.asks_medical",
        "no_start_qualification=true": "offering.asks_no_start_qualification",
        "not qualifies_mbo2": "offering.asks_below_mbo_2",
        "native_or_b1=true": "offering.asks_first_language_or_b1",
        "foreign_credential=true": "offering.asks_foreign_diploma",
        "vmbo_pupil=true": "offering.asks_vmbo_pupil",
        "status in (statushouder,gezinsmigrant)": "offering.asks_newcomer",
    }
)
"""Terms that are there or not, and the fact each makes true."""
AMOUNTS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "contract_hours": ("offering.min_contract_hours", 168),
        "years_in_trade": ("offering.min_years_in_trade", 100),
    }
)
"""Terms with a least number, the fact each gives, and the highest number that makes sense."""
ASKED_SKILLS = "offering.asked_skills"
OTHER = "offering.other_conditions"
HIGHEST_LEVEL = 5
_AT_LEAST = re.compile(r"([a-z][a-z0-9_-]*) ?>= ?([0-9]{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one text of conditions asks; empty when it asks nothing."""

    truths: frozenset[str] = frozenset()
    """Facts of `YES_NO` that hold."""
    amounts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    skills: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Skills of the catalogue with their least level."""
    other: tuple[str, ...] = ()
    """Terms that are not understood, as they stand, each once."""


def read_conditions(text: str, skills: Container[str]) -> Asked:
    """What a text asks; `skills` are the ids that the catalogue knows, named without their `sk-`."""
    truths: set[str] = set()
    amounts: dict[str, int] = {}
    levels: dict[str, int] = {}
    other: dict[str, None] = {}
    for term in filter(None, (" ".join(term.split()) for term in text.split(";"))):
        name, least = _at_least(term)
        if term in YES_NO:
            truths.add(YES_NO[term])
        elif name in AMOUNTS and 0 <= least <= AMOUNTS[name][1]:
            fact = AMOUNTS[name][0]
            amounts[fact] = max(least, amounts.get(fact, 0))
        elif f"sk-{name}" in skills and 1 <= least <= HIGHEST_LEVEL:
            levels[f"sk-{name}"] = max(least, levels.get(f"sk-{name}", 0))
        else:
            other[term] = None
    return Asked(truths=frozenset(truths), amounts=amounts, skills=levels, other=tuple(other))


def _at_least(term: str) -> tuple[str, int]:
    """The name and number of `name>=number`; an empty name for anything else."""
    found = _AT_LEAST.fullmatch(term)
    return (found[1], int(found[2])) if found else ("", -1)
