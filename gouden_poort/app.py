"""The one place where the house is joined: storage behind services, pages and API in front."""

from __future__ import annotations

import gc
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

from flask import Flask
from flask_wtf import CSRFProtect

from gouden_poort import api
from gouden_poort.errors import FieldError, InvalidInput, NoCatalogue, StorageUnavailable
from gouden_poort.http import guard, headers, uploads
from gouden_poort.routing.warming import warm
from gouden_poort.services.outbox import Sent, send_due
from gouden_poort.settings import OWNER_ONLY, SHORTEST_KEY, Settings, read_settings, templates_dir
from gouden_poort.smtp import SMTPMailer
from gouden_poort.storage import migrating
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.shelf import FileShelf
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from gouden_poort.web import registration as web
from gouden_poort.web.letters.mail import writer
from gouden_poort.wiring import House, move_in


def create_app(settings: Settings | None = None, house: House | None = None) -> Flask:
    """The web application. Tests may bring a house of their own; otherwise the settings build one."""
    house = house or build_house(settings or read_settings())
    https = house.settings.https
    app = Flask("gouden_poort", template_folder=str(templates_dir()), static_folder=None)
    app.url_map.merge_slashes = False  # one address for one thing; and no redirect to whatever Host was sent
    app.config.update(
        SECRET_KEY=session_key(house.settings),
        SESSION_COOKIE_NAME="__Host-session" if https else "session",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=2**20,
        TRUSTED_HOSTS=house.settings.hosts,
    )
    move_in(app, house)
    uploads.make_room(app)  # first: who has to sign in again is sent back with the form
    guard.stand_guard(app, https=https)
    headers.add_headers(app, https=https)
    CSRFProtect(app)
    web.register(app)
    api.register(app)
    return app


def get_ready(app: Flask, house: House) -> None:
    """Let nobody wait for what is done once: compiling the planner, preparing the catalogue, reading the templates.

    What is there now stays, so the garbage collector of this process need not look through it again: with a country's
    catalogue and rules that holds up whoever is waiting for an answer. For a process that serves, not for a test.
    """
    with suppress(NoCatalogue):  # pages then say that there is none yet
        warm(house.shelf.active())
    web.read_pages(app)
    gc.collect()
    gc.freeze()


def mail_sender(app: Flask, house: House) -> Callable[[], Sent] | None:
    """What sends the messages that are due, each time it is called; None without a mail server."""
    server, offered_by = house.settings.smtp, house.settings.organisation
    if server is None:
        return None
    mailer = SMTPMailer(server, house.clock, answers_to=offered_by.email if offered_by else "")
    return lambda: send_due(house.unit_of_work, writer(app), mailer, house.clock())


def build_house(settings: Settings) -> House:
    """The parts of a real installation: a database, a shelf of snapshots, the clock of this machine."""
    settings.data_dir.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    unit_of_work = partial(SQLUnitOfWork, make_engine(settings))
    return House(
        settings=settings,
        unit_of_work=unit_of_work,
        shelf=FileShelf(settings.data_dir / "snapshots", unit_of_work),
        clock=lambda: datetime.now(UTC),
    )


def open_house() -> House:
    """The installation that the environment names; StorageUnavailable when its database was never made."""
    settings = read_settings()
    house = build_house(settings)
    if migrating.current(settings) is None:
        raise StorageUnavailable("it has no tables yet")
    return house


def session_key(settings: Settings) -> str:
    """The key that signs session cookies: from the environment, else made once and kept for this installation."""
    if settings.secret_key:
        return settings.secret_key
    kept = settings.data_dir / "session_key"
    try:
        key = kept.read_text()
    except FileNotFoundError:
        key = _make_key(kept)
    if len(key) < SHORTEST_KEY:
        found = f"{len(key)} characters"
        expected = f"at least {SHORTEST_KEY} characters; remove the file and a new one is made"
        raise InvalidInput([FieldError(path=str(kept), code="malformed", given=found, expected=expected)])
    return key


def _make_key(kept: Path) -> str:
    """Keep a new key, whole and for the owner only; when another process was first, take its key."""
    with NamedTemporaryFile("w", dir=kept.parent) as unfinished:  # readable by its owner only
        unfinished.write(secrets.token_hex(32))
        unfinished.flush()
        os.fsync(unfinished.fileno())
        with suppress(FileExistsError):
            os.link(unfinished.name, kept)
    return kept.read_text()
