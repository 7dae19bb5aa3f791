"""What the tests of the judge share."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.feasibility.trials import Judge, try_route


@pytest.fixture
def judged(tmp_path: Path) -> Judge:
    """Judge a route of the town, with its bundle written where no other test looks."""
    return partial(try_route, tmp_path)
