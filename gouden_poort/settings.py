"""What the environment says, read once, and where the folders beside the code are found."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from gouden_poort.errors import FieldError, InvalidInput

OWNER_ONLY = 0o700
"""The rights of a data folder that we make: people's answers lie in it."""
SHORTEST_KEY = 32
"""Characters of a key that signs cookies; a shorter one can be guessed."""
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this installation runs. Times of day and secrets never stand in code."""

    data_dir: Path
    """Where files are kept: the SQLite database, snapshots, the session key."""
    database_url: str = field(repr=False)
    secret_key: str | None = field(default=None, repr=False)
    """Signs the session cookie; None: one is made once and kept in the data folder."""
    base_url: str = ""
    """Where people reach us, for what stands on paper; empty: wherever the present visitor does."""
    https: bool = False
    """Whether people reach us over https, as the base address says; browsers are then held to it."""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `GOUDEN_POORT_*` variables; every one has a default that works on a fresh machine."""
    env = os.environ if environment is None else environment
    data_dir = Path(env.get("GOUDEN_POORT_DATA_DIR") or "var").resolve()
    return Settings(
        data_dir=data_dir,
        database_url=env.get("GOUDEN_POORT_DATABASE_URL") or f"sqlite:///{data_dir / 'gouden_poort.sqlite'}",
        secret_key=_long_enough(env.get("GOUDEN_POORT_SECRET_KEY") or None),
        base_url=(env.get("GOUDEN_POORT_BASE_URL") or "").rstrip("/"),
        https=_is_https(env.get("GOUDEN_POORT_BASE_URL") or "http://127.0.0.1:8000"),
    )


def _long_enough(key: str | None) -> str | None:
    """The key, which the message does not repeat when it is too short."""
    if key is not None and len(key) < SHORTEST_KEY:
        found, expected = f"{len(key)} characters", f"at least {SHORTEST_KEY} random ones, or none at all"
        raise InvalidInput(
            [FieldError(path="GOUDEN_POORT_SECRET_KEY", code="out_of_range", given=found, expected=expected)]
        )
    return key


def _is_https(base_url: str) -> bool:
    """Whether the base address is https; a base address that is none stops the start."""
    scheme = urlsplit(base_url).scheme
    if scheme not in {"http", "https"}:
        raise InvalidInput(
            [FieldError(path="GOUDEN_POORT_BASE_URL", code="malformed", given=base_url, expected="https://your.host")]
        )
    return scheme == "https"


def templates_dir() -> Path:
    """The page templates: inside the package in a wheel, beside it in a checkout."""
    return _beside("templates")


def migrations_dir() -> Path:
    """The database migrations: inside the package in a wheel, beside it in a checkout."""
    return _beside("migrations")


def _beside(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
