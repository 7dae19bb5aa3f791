"""The commands about objections: `gouden-poort objections list`, `show`, `answered` and `tidy`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gouden_poort.profiles.objection import Objection
    from gouden_poort.wiring import House


@click.group()
def objections() -> None:
    """What people say is not right, for a person to answer in time."""


@objections.command("list")
def list_() -> None:
    """Those that wait for an answer, the most urgent first; without what people wrote."""
    from gouden_poort.services.objections import open_objections  # noqa: PLC0415

    house = _house()
    today, waiting = house.clock().date(), open_objections(house.unit_of_work)
    for each in waiting:
        late = "  LATE" if each.answer_by < today else ""
        click.echo(f"{each.number}  answer by {each.answer_by}  {each.about.value}  {_address(each.page)}{late}")
    click.echo(f"{len(waiting)} open.")


@objections.command()
@click.argument("number")
def show(number: str) -> None:
    """One objection in full. It holds personal data: show it only to who answers it."""
    from gouden_poort.services.objections import find_objection  # noqa: PLC0415

    click.echo("\n".join(_lines(find_objection(_house().unit_of_work, number))))


@objections.command()
@click.argument("number")
def answered(number: str) -> None:
    """Note that somebody answered; 90 days later `tidy` removes it."""
    from gouden_poort.services.objections import mark_answered  # noqa: PLC0415

    house = _house()
    click.echo(f"{mark_answered(house.unit_of_work, number, house.clock()).number}: answered.")


@objections.command()
def tidy() -> None:
    """Remove what was answered 90 days ago or longer. Made to run every night."""
    from gouden_poort.services.objections import remove_old  # noqa: PLC0415

    house = _house()
    click.echo(f"{remove_old(house.unit_of_work, house.clock())} removed.")


def _address(page: str) -> str:
    """The page as the form filled it in; what somebody wrote there instead is for `show`."""
    return page if re.fullmatch(r"/[\w/-]*", page) else "-"


def _lines(objection: Objection) -> list[str]:
    return [
        f"number: {objection.number}",
        f"received: {objection.received_at:%Y-%m-%d %H:%M} UTC",
        f"answer by: {objection.answer_by}",
        f"answered: {objection.answered_at or 'not yet'}",
        f"about: {objection.about.value}",
        f"page: {objection.page or '-'}",
        f"rules: {objection.rules or '-'}",
        f"catalogue: {objection.catalogue or '-'}",
        f"contact: {objection.contact or 'none given'}",
        "",
        objection.what,
    ]


def _house() -> House:
    from gouden_poort.app import open_house  # noqa: PLC0415

    return open_house()
