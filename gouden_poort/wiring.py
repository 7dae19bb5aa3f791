"""What a view may reach: the parts of the running house, joined once in `app.py`.

Views call `house()` and never build or look up a part themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from threading import Thread

from flask import Flask, current_app

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory
from gouden_poort.services.resuming import RESUME_WAIT
from gouden_poort.services.ten_years.for_everyone import ToldOfDay, remembered
from gouden_poort.services.tries import Tries
from gouden_poort.settings import Settings

_EXTENSION = "gouden_poort"


def aside(work: Callable[[], object]) -> None:
    """Do something in a thread of its own while its asker goes on; a process that ends does not wait for it."""
    Thread(target=work, daemon=True).start()


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The parts that services need, for one running installation."""

    settings: Settings
    unit_of_work: UnitOfWorkFactory
    shelf: CatalogueShelf
    clock: Callable[[], datetime]
    """The present moment, aware UTC; tests move it."""
    tries: Tries = field(default_factory=lambda: Tries(RESUME_WAIT))
    """Who typed wrong codes lately."""
    tries_of_a_day: Tries = field(default_factory=lambda: Tries(timedelta(days=1)))
    """Who sent much in a day."""
    told: ToldOfDay = field(default_factory=remembered)
    """What everyone may read of outcomes today."""
    aside: Callable[[Callable[[], object]], None] = aside
    """How work is done for which nobody waits; tests do it at once."""

    def today(self) -> date:
        """The day that it is in the Netherlands."""
        return dutch_day(self.clock())


def move_in(app: Flask, house: House) -> None:
    """Let the views of an app find this house."""
    app.extensions[_EXTENSION] = house


def installation_key() -> str:
    """The key of this installation, which signs the cookies and from which codes are worked out."""
    return str(current_app.secret_key)


def house() -> House:
    """The house of the app that answers the present request."""
    found = current_app.extensions[_EXTENSION]
    assert isinstance(found, House)  # noqa: S101 - tells mypy what move_in put there
    return found
