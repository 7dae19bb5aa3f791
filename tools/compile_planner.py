"""Compile the planner ahead of the tests, while something else is looked at: `python -m tools.compile_planner`."""

from __future__ import annotations

import sys

from gouden_poort.routing.warming import takes_long, warm
from tests.builders import a_snapshot


def main() -> int:
    """Nothing where it was compiled before; the tests do it themselves where this did not."""
    if takes_long():
        warm(a_snapshot())
    return 0


if __name__ == "__main__":
    sys.exit(main())
