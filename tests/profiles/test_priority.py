"""What someone wants most weighs more than usual, and nothing else changes but what it is paid for with."""

import pytest

from gouden_poort.profiles.priority import WEIGHTS_OF_PRIORITY, Priority
from gouden_poort.profiles.profile import Weights


def test_every_priority_has_weights() -> None:
    assert set(WEIGHTS_OF_PRIORITY) == set(Priority)
    assert WEIGHTS_OF_PRIORITY[Priority.EVEN] == Weights()


@pytest.mark.parametrize(
    ("priority", "name"),
    [(Priority.SOON, "week"), (Priority.WAGE, "wage"), (Priority.NEAR, "travel"), (Priority.CHEAP, "cost")],
)
def test_what_is_wanted_most_weighs_more(priority: Priority, name: str) -> None:
    assert getattr(WEIGHTS_OF_PRIORITY[priority], name) >= 3 * getattr(Weights(), name)
