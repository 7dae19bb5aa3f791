"""What the environment says, read once, and where the folders beside the code are found."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this installation runs. Times of day and secrets never stand in code."""

    data_dir: Path
    """Where files are kept: the SQLite database, snapshots, the session key."""
    database_url: str
    secret_key: str | None = None
    """Signs the session cookie; None: one is made once and kept in the data folder."""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `GOUDEN_POORT_*` variables; every one has a default that works on a fresh machine."""
    env = os.environ if environment is None else environment
    data_dir = Path(env.get("GOUDEN_POORT_DATA_DIR") or "var").resolve()
    return Settings(
        data_dir=data_dir,
        database_url=env.get("GOUDEN_POORT_DATABASE_URL") or f"sqlite:///{data_dir / 'gouden_poort.sqlite'}",
        secret_key=env.get("GOUDEN_POORT_SECRET_KEY") or None,
    )


def templates_dir() -> Path:
    """The page templates: inside the package in a wheel, beside it in a checkout."""
    return _beside("templates")


def migrations_dir() -> Path:
    """The database migrations: inside the package in a wheel, beside it in a checkout."""
    return _beside("migrations")


def _beside(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
