"""The running installation, loaded only when a command needs it: `--help` waits for no database and no pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gouden_poort.wiring import House


def open_house() -> House:
    """The house that the environment describes."""
    from gouden_poort.app import open_house as opened  # noqa: PLC0415

    return opened()
