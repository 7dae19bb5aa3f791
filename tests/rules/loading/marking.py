"""Damaging a healthy rule file at one place, and saying where the fault must be told."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from gouden_poort.errors import RuleFault
from gouden_poort.rules.loading.loading import faults_of

HEALTHY = Path(__file__).with_name("healthy.yaml").read_text(encoding="utf-8")
MARK = "‸"
FILE = "made_up.yaml"


class Damage(NamedTuple):
    """The first `old` becomes `new`; the fault is told where the mark stands in `new`, or at `at`."""

    name: str
    old: str
    new: str
    found: str
    at: str = ""
    guess: str = ""


def damaged(damage: Damage) -> tuple[str, int, int]:
    """The damaged text, and the line and column at which that must be told."""
    assert damage.old in HEALTHY
    marked = HEALTHY.replace(damage.old, damage.new, 1)
    if damage.at:
        marked = marked.replace(damage.at, MARK + damage.at, 1)
    before, mark, after = marked.partition(MARK)
    assert mark
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def told(text: str) -> tuple[RuleFault, ...]:
    """Every fault of a text as a book of one file."""
    return faults_of({FILE: text})
