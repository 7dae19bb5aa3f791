"""The commands about the database: `gouden-poort db upgrade`, `sweep` and `draft-migration`."""

from __future__ import annotations

import click

from gouden_poort.commands.house import open_house


@click.group()
def db() -> None:
    """The database that GOUDEN_POORT_DATABASE_URL names."""


@db.command()
def upgrade() -> None:
    """Make the database, or bring its tables up to date."""
    from gouden_poort.settings import read_settings  # noqa: PLC0415
    from gouden_poort.storage import migrating  # noqa: PLC0415

    migrating.upgrade(read_settings())
    click.echo("The database is up to date.")


@db.command()
def sweep() -> None:
    """Leave nothing in the files of the database of what was wiped; good for every night, after `forget-expired`."""
    from gouden_poort.settings import read_settings  # noqa: PLC0415
    from gouden_poort.storage.engine import make_engine  # noqa: PLC0415
    from gouden_poort.storage.sweeping import sweep as swept  # noqa: PLC0415

    open_house()
    engine = make_engine(read_settings())
    try:
        swept(engine)
    finally:
        engine.dispose()
    click.echo("Nothing is left of what was wiped.")


@db.command()
@click.argument("name")
def draft_migration(name: str) -> None:
    """Write a new migration for a person to read."""
    from gouden_poort.settings import read_settings  # noqa: PLC0415
    from gouden_poort.storage import migrating  # noqa: PLC0415

    migrating.draft(read_settings(), name)
