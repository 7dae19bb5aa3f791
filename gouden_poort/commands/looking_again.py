"""The command that goes round along the plans: `gouden-poort look-again`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gouden_poort.commands.house import open_house
from gouden_poort.commands.telling import CANNOT_NOW, progress

if TYPE_CHECKING:
    from gouden_poort.services.ten_years.reviewing import Reviewed


@click.command()
@click.option("--at-most", type=click.IntRange(min=1), help="So many plans in this round; the rest waits for the next.")
@click.pass_context
def look_again(context: click.Context, at_most: int | None) -> None:
    """Look again at plans after the catalogue or the rules changed, and note what closed, opened or asks less.

    Coach and citizen see what was found; no plan is changed. Safe to run twice, two at once, or again after it was
    stopped half-way: what was looked at already is passed over. Exit status 1 when a plan could not be looked at, told
    with the kind of error alone: all others were.
    """
    from gouden_poort.services.ten_years.reviewing import review_plans  # noqa: PLC0415

    house = open_house()
    with progress("plans") as tell:
        done = review_plans(house.unit_of_work, house.shelf, house.clock(), at_most=at_most, tell=tell)
    click.echo(_summary(done))
    for dossier_id, kind in done.unreadable:
        click.echo(f"The plan of dossier {dossier_id} could not be looked at ({kind}); all others were.", err=True)
    if done.unreadable:
        context.exit(CANNOT_NOW)


def _summary(done: Reviewed) -> str:
    from gouden_poort.development.drift import DriftKind  # noqa: PLC0415

    closed, better, opened = (
        done.found.get(kind, 0) for kind in (DriftKind.ROUTE_CLOSED, DriftKind.BETTER_ROUTE, DriftKind.ROUTE_OPENED)
    )
    plans = "plan" if done.looked == 1 else "plans"
    found = f"{closed} closed, {better} with a better way, {opened} with a new way"
    return f"{done.looked} {plans} looked at again: {found}."
