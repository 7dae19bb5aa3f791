"""The loops give the same answers whether or not they are compiled."""

from __future__ import annotations

import os
import subprocess
import sys

from gouden_poort.routing.choice import choice
from gouden_poort.routing.kernel.compiled import WITHOUT
from gouden_poort.routing.suggestion import suggest
from tests.builders import a_profile, a_snapshot

ASKED = """
from gouden_poort.routing.kernel.compiled import numba
from tests.routing.test_without_numba import answers
assert (numba is None) is {is_without}
print(answers())
"""

LADDER = {
    "offerings": [
        {"weeks": 4, "cost_eur": 300},
        {"offering_id": "T2", "min_cefr": "A2", "weeks": 6, "rolling": "1"},
        {"offering_id": "L2", "awards_cefr": "A2", "min_cefr": "A1", "weeks": 6, "cost_eur": 100},
    ],
    "schemes": [{}],
}
"""A course with a scheme, one that starts every week, and Dutch that comes before it."""


def answers() -> str:
    """What a few people are offered on a small catalogue, as text."""
    snapshot = a_snapshot(**LADDER)
    people = [a_profile(), a_profile(budget_eur=0), a_profile(hours_per_week=12, horizon_weeks=40)]
    return repr([(suggest(snapshot, person), choice(snapshot, person, "O1")) for person in people])


def said(*, is_without: bool) -> str:
    """The same, asked in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name != WITHOUT}
    command = [sys.executable, "-W", "error::UserWarning", "-c", ASKED.format(is_without=is_without)]
    told = subprocess.run(
        command,
        env=environment | ({WITHOUT: "1"} if is_without else {}),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return told.stdout


def test_the_answers_are_the_same_without_numba() -> None:
    plain = said(is_without=True)
    assert "Route(" in plain
    assert plain == said(is_without=False)
