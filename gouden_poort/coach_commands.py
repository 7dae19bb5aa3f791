"""The commands about requests to a coach: `gouden-poort coach-requests list`, `show` and `answered`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gouden_poort.profiles.coach_request import CoachRequest
    from gouden_poort.wiring import House


@click.group("coach-requests")
def coach_requests() -> None:
    """Who asks a coach to get in touch, for a coach to react in three working days."""


@coach_requests.command("list")
def list_() -> None:
    """Those that wait for a coach, the most urgent first; without anything about the person."""
    from gouden_poort.services.coach_requests import waiting_requests  # noqa: PLC0415

    house = _house()
    today, waiting = house.clock().date(), waiting_requests(house.unit_of_work, house.clock())
    for each in waiting:
        late = "  LATE" if each.is_late_on(today) else ""
        click.echo(f"{each.number}  react by {each.react_by}  {each.reach.language}  {each.reach.daypart.value}{late}")
    click.echo(f"{len(waiting)} waiting.")


@coach_requests.command()
@click.argument("number")
def show(number: str) -> None:
    """One request in full. It holds personal data: show it only to the coach who reacts."""
    from gouden_poort.services.coach_requests import find_request  # noqa: PLC0415

    house = _house()
    click.echo("\n".join(_lines(find_request(house.unit_of_work, number, house.clock()))))


@coach_requests.command()
@click.argument("number")
def answered(number: str) -> None:
    """Note that a coach reacted; 30 days later `forget-expired` wipes it."""
    from gouden_poort.services.coach_requests import mark_answered  # noqa: PLC0415

    house = _house()
    click.echo(f"{mark_answered(house.unit_of_work, number, house.clock()).number}: answered.")


def _lines(request: CoachRequest) -> list[str]:
    reach = request.reach
    return [
        f"number: {request.number}",
        f"received: {request.received_at:%Y-%m-%d %H:%M} UTC",
        f"react by: {request.react_by}",
        f"answered: {request.answered_at or 'not yet'}",
        f"name: {reach.name or 'none given'}",
        f"phone: {reach.phone or 'none given'}",
        f"e-mail: {reach.email or 'none given'}",
        f"language: {reach.language}",
        f"when: {reach.daypart.value}",
        f"route: {request.route or 'none'}",
        "",
        *(f"{line.about}: {'; '.join(line.words)}" for line in request.shared),
    ]


def _house() -> House:
    from gouden_poort.app import open_house  # noqa: PLC0415

    return open_house()
