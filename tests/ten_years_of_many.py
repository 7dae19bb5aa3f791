"""Lines of many dossiers at once, for counting: people of whom only the days matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from gouden_poort.development.lines import NEVER, Coded, Lines

TODAY = 20_000
"""As lines write a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """Somebody who began on time, ten years and a bit ago, and still works."""

    region: str = "R1"
    groups: str = "starter"
    target_id: str = "O1"
    target_sector: str = "metal"
    first_sector: str = "metal"
    sector: str = "metal"
    occupation_id: str = "O1"
    chosen_on: int = TODAY - 3_900
    planned_work_on: int = TODAY - 3_800
    started_on: int = TODAY - 3_850
    finished_on: int = TODAY - 3_810
    work_on: int = TODAY - 3_800
    left_on: int = NEVER
    seen_until: int = NEVER


WAITS = One(work_on=NEVER, first_sector="", sector="", occupation_id="", finished_on=NEVER)
"""Somebody who began and found no work."""


def left(days: int) -> One:
    """Somebody who left after so many days."""
    return One(left_on=One().work_on + days, sector="", occupation_id="")


def lines_of(*people: One) -> Lines:
    """These people column by column."""
    columns: dict[str, object] = {}
    for each in fields(Lines):
        values: Sequence[object] = [getattr(one, each.name) for one in people]
        columns[each.name] = (
            Coded.of([str(value) for value in values]) if each.type == "Coded" else np.array(values, dtype=np.int32)
        )
    return Lines(**columns)  # type: ignore[arg-type]
