"""The commands about an installation to try out: `gouden-poort demo load` and `remove`."""

from __future__ import annotations

import secrets

import click

from gouden_poort.commands.house import open_house


@click.group()
def demo() -> None:
    """Two organisations with invented people, for trying out. Never in a database with real dossiers."""


@demo.command("load")
@click.option("--people", default=200, show_default=True, type=click.IntRange(1, 20_000))
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same people.")
def load(people: int, seed: int) -> None:
    """Put the demo in, in the place of an earlier one, and print how to sign in."""
    from gouden_poort.app import session_key  # noqa: PLC0415
    from gouden_poort.services.demo import loading  # noqa: PLC0415

    house = open_house()
    password = secrets.token_urlsafe(12)
    made = loading.load(
        house.unit_of_work,
        house.shelf.active(),
        many=people,
        seed=seed,
        password=password,
        key=session_key(house.settings),
        moment=house.clock(),
    )
    click.echo(f"{people} invented people. Everyone signs in at /aanmelden with: {password}")
    click.echo("Staff also need a code: put the secret in an app for codes.")
    for each in made:
        click.echo(f"{each.account.role:<13}  {each.account.email:<28}  {each.secret or '-'}")


@demo.command("remove")
def remove() -> None:
    """Take the demo out, with everything that was done in it."""
    from gouden_poort.services.demo import loading  # noqa: PLC0415

    house = open_house()
    click.echo(f"{loading.remove(house.unit_of_work, house.clock())} dossiers removed.")
