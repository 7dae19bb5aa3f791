"""The commands about what the country offers, and where: `gouden-poort catalogue` and `places`."""

from __future__ import annotations

from pathlib import Path

import click

from gouden_poort.commands.house import open_house
from gouden_poort.commands.paths import FILE, FOLDER


@click.group()
def catalogue() -> None:
    """Catalogues: folders of CSV files, as docs/formats.md describes them."""


@catalogue.command("import")
@click.argument("folder", type=FOLDER)
@click.option("--activate", is_flag=True, help="Let it answer from now on.")
def import_(folder: Path, activate: bool) -> None:
    """Take in a catalogue; a bad one changes nothing."""
    from gouden_poort.services.catalogues import import_catalogue  # noqa: PLC0415

    house = open_house()
    version = import_catalogue(folder, house.unit_of_work, house.shelf, house.clock(), activate=activate)
    click.echo(f"Version {version.id}: {version.name}, {'active' if activate else 'not active yet'}.")


@catalogue.command()
@click.argument("folder", type=click.Path(path_type=Path))
def export(folder: Path) -> None:
    """Write the active catalogue to a folder."""
    from gouden_poort.services.catalogues import export_catalogue  # noqa: PLC0415

    version = export_catalogue(folder, open_house().unit_of_work)
    click.echo(f"Version {version.id}: {version.name}, written to {folder}.")


@catalogue.command()
@click.argument("folder", type=FOLDER)
def check(folder: Path) -> None:
    """Read a catalogue, and its rules, and say everything that is wrong with it."""
    from gouden_poort.services.catalogues import check_catalogue  # noqa: PLC0415

    bundle, _ = check_catalogue(folder)
    counts = (f"{len(bundle.files[name])} {name}" for name in ("occupations", "skills", "offerings", "positions"))
    click.echo(f"{bundle.name}: nothing wrong. {', '.join(counts)}.")


@catalogue.command()
def load_builtin() -> None:
    """Let the catalogue of this package answer, unless another was chosen."""
    from gouden_poort.services.catalogues import load_builtin as load  # noqa: PLC0415

    house = open_house()
    version = load(house.unit_of_work, house.shelf, house.clock())
    click.echo(f"Version {version.id}: {version.name}, active.")


@click.group()
def places() -> None:
    """Where people live."""


@places.command("import")
@click.argument("file", type=FILE)
def import_places(file: Path) -> None:
    """Take in a table of exact postcodes, in the place of the one before."""
    from gouden_poort.services.postcodes import import_postcodes  # noqa: PLC0415

    click.echo(f"{import_postcodes(file, open_house().unit_of_work)} postcodes.")
