"""Whole apps for tests: joining one takes a quarter of a second, so tests borrow one and move their own house in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from gouden_poort.app import create_app, session_key
from gouden_poort.wiring import House, move_in

_Kind = tuple[bool, tuple[str, ...] | None]
"""What of the settings an app is made for: whether it speaks https, and the names by which it answers."""


def own_app(house: House) -> Flask:
    """An app of whoever asks: for what lives longer than one test, and for a test that adds addresses."""
    Path(house.settings.data_dir).mkdir(exist_ok=True)
    made = create_app(house=house)
    made.testing = True
    return made


class Lender:
    """Lends an app to one test at a time, as if it were new; who asks outside of a test gets one of their own."""

    def __init__(self) -> None:
        self._apps: dict[_Kind, list[tuple[Flask, dict[str, Any]]]] = defaultdict(list)
        self._lent: Counter[_Kind] | None = None

    @contextmanager
    def during_a_test(self) -> Iterator[None]:
        """What is lent here comes back at the end."""
        self._lent = Counter()
        try:
            yield
        finally:
            self._lent = None

    def lend(self, house: House) -> Flask:
        """An app in which this house lives, with the configuration that it was made with."""
        if self._lent is None:
            return own_app(house)
        settings = house.settings
        kind = (settings.https, None if settings.hosts is None else tuple(settings.hosts))
        apps, number = self._apps[kind], self._lent[kind]
        if number == len(apps):
            made = own_app(house)
            apps.append((made, dict(made.config)))
        self._lent[kind] += 1
        app, made_with = apps[number]
        Path(settings.data_dir).mkdir(exist_ok=True)
        app.config.clear()
        app.config.update(made_with, SECRET_KEY=session_key(settings))
        move_in(app, house)
        return app


LENDER = Lender()


def app_of(house: House) -> Flask:
    """The application over a house: lent for as long as the test lasts, of its own in what serves more tests."""
    return LENDER.lend(house)
