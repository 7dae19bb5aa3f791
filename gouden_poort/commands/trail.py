"""The commands about the audit trail: `gouden-poort trail verify`."""

from __future__ import annotations

import click

from gouden_poort.commands.house import open_house
from gouden_poort.commands.telling import CANNOT_NOW


@click.group()
def trail() -> None:
    """Who did what with whose dossier, as a chain that shows when something in it was altered."""


@trail.command()
@click.pass_context
def verify(context: click.Context) -> None:
    """Go through the whole trail; exit status 1 when something was altered, with the place of the first.

    Keep what it tells outside this machine: who rewrites the whole chain cannot rewrite that.
    """
    from gouden_poort.services import trail as services  # noqa: PLC0415

    house = open_house()
    broken = services.verify(house.unit_of_work)
    if broken is None:
        last = services.end(house.unit_of_work)
        click.echo(f"{last.seq} {'entry' if last.seq == 1 else 'entries'}, all as written. The last seal: {last.hash}")
    else:
        there = f"an entry of {broken.found.moment:%Y-%m-%d %H:%M} UTC" if broken.found else "nothing"
        click.echo(f"The trail is broken at entry {broken.seq}: {there} stands there.", err=True)
        context.exit(CANNOT_NOW)
