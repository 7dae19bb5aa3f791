"""The command that lets time pass: `gouden-poort tick`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gouden_poort.commands.house import open_house
from gouden_poort.commands.telling import CANNOT_NOW, progress

if TYPE_CHECKING:
    from gouden_poort.services.ten_years.calendar import Looked


@click.command()
@click.pass_context
def tick(context: click.Context) -> None:
    """Ask people the questions of a year, remind them, and note who did not answer; once a day is enough.

    Safe to run twice, two at once, after weeks, or again after it was stopped half-way. Exit status 1 when a dossier
    could not be read: all others were looked at.
    """
    from gouden_poort.services.ten_years.calendar import keep_calendar  # noqa: PLC0415
    from gouden_poort.web.letters.addresses import questions_of_a_year  # noqa: PLC0415

    house = open_house()
    address_of = questions_of_a_year(house.settings.base_url)
    with progress("looked at") as tell:
        done = keep_calendar(house.unit_of_work, address_of, house.clock(), tell=tell)
    click.echo(_summary(done))
    for dossier_id in done.unreadable:
        click.echo(f"Dossier {dossier_id} could not be read; all others were looked at.", err=True)
    if done.unreadable:
        context.exit(CANNOT_NOW)


def _summary(done: Looked) -> str:
    people = "dossier" if done.looked == 1 else "dossiers"
    parts = [f"{done.looked} {people} looked at: {done.asked} asked, {done.reminded} reminded"]
    if done.unreached:
        parts.append(f"{done.unreached} without an account or an address that may be used")
    return ", ".join(parts) + "."
