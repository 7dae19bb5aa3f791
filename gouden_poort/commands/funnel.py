"""The command that counts the steps people took: `gouden-poort funnel`."""

from __future__ import annotations

import click

from gouden_poort.commands.house import open_house


@click.command()
@click.option("--days", default=30, show_default=True, type=click.IntRange(1, 3650), help="How far to look back.")
def funnel(days: int) -> None:
    """Tell how many took each step of the service, by day and language."""
    from datetime import timedelta  # noqa: PLC0415

    from gouden_poort.services.counting import funnel as counted  # noqa: PLC0415

    house = open_house()
    counts = counted(house.unit_of_work, house.clock() - timedelta(days=days - 1))
    if not counts:
        click.echo(f"Nobody took a step in {days} {'day' if days == 1 else 'days'}.")
    for one in counts:
        click.echo(f"{one.day}  {one.language}  {one.milestone:<14}{one.many:>7}")
