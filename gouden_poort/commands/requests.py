"""The commands about what waits for a person, `objections` and `coach-requests`: `list`, `show` and `answered`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from gouden_poort.commands.house import open_house

if TYPE_CHECKING:
    from gouden_poort.profiles.coach_request import CoachRequest
    from gouden_poort.profiles.objection import Objection
    from gouden_poort.profiles.request import Request
    from gouden_poort.services.requests import Kind


@click.group()
def objections() -> None:
    """What people say is not right, for a person to answer in time."""


@click.group("coach-requests")
def coach_requests() -> None:
    """Who asks a coach to get in touch, for a coach to react in three working days."""


@objections.command()
def tidy() -> None:
    """Remove what was answered 90 days ago or longer. Made to run every night."""
    from gouden_poort.services import requests  # noqa: PLC0415

    house = open_house()
    click.echo(f"{requests.forget_expired(house.unit_of_work, requests.OBJECTIONS, house.clock())} removed.")


def _objections() -> Kind[Objection]:
    from gouden_poort.services.requests import OBJECTIONS  # noqa: PLC0415

    return OBJECTIONS


def _coach_requests() -> Kind[CoachRequest]:
    from gouden_poort.services.requests import COACH_REQUESTS  # noqa: PLC0415

    return COACH_REQUESTS


def _brief_objection(objection: Objection) -> str:
    """With the page as the form filled it in; what somebody wrote there instead is for `show`."""
    page = objection.page if re.fullmatch(r"/[\w/-]*", objection.page) else "-"
    return f"{objection.about.value}  {page}"


def _brief_coach_request(request: CoachRequest) -> str:
    return f"{request.reach.language}  {request.reach.daypart.value}"


def _whole_objection(objection: Objection) -> Iterator[str]:
    yield f"about: {objection.about.value}"
    yield f"page: {objection.page or '-'}"
    yield f"rules: {objection.rules or '-'}"
    yield f"catalogue: {objection.catalogue or '-'}"
    yield f"contact: {objection.contact or 'none given'}"
    yield from ("", objection.what)


def _whole_coach_request(request: CoachRequest) -> Iterator[str]:
    reach = request.reach
    yield f"name: {reach.name or 'none given'}"
    yield f"phone: {reach.phone or 'none given'}"
    yield f"e-mail: {reach.email or 'none given'}"
    yield f"language: {reach.language}"
    yield f"when: {reach.daypart.value}"
    yield f"route: {request.route or 'none'}"
    yield ""
    yield from (f"{line.about}: {'; '.join(line.words)}" for line in request.shared)


def _add_commands(
    group: click.Group,
    kind: Callable[[], Kind[Any]],
    brief: Callable[[Any], str],
    whole: Callable[[Any], Iterator[str]],
) -> None:
    """What can be done with every kind of request; `kind` loads the services only when a command runs."""

    @group.command("list")
    def list_() -> None:
        """Those that wait for an answer, the most urgent first; without anything about the person."""
        from gouden_poort.services.requests import waiting  # noqa: PLC0415

        house = open_house()
        found = waiting(house.unit_of_work, kind(), house.clock())
        for each in found:
            late = "  LATE" if each.is_late_on(house.today()) else ""
            click.echo(f"{each.number}  answer by {each.answer_by}  {brief(each)}{late}")
        click.echo(f"{len(found)} waiting.")

    @group.command()
    @click.argument("number")
    def show(number: str) -> None:
        """One in full. It holds personal data: show it only to who answers it."""
        from gouden_poort.services.requests import find  # noqa: PLC0415

        house = open_house()
        found = find(house.unit_of_work, kind(), number, house.clock())
        click.echo("\n".join((*_dates(found), *whole(found))))

    @group.command()
    @click.argument("number")
    def answered(number: str) -> None:
        """Note that somebody answered; a while later it is wiped."""
        from gouden_poort.services.requests import mark_answered  # noqa: PLC0415

        house = open_house()
        click.echo(f"{mark_answered(house.unit_of_work, kind(), number, house.clock()).number}: answered.")


def _dates(request: Request) -> Iterator[str]:
    yield f"number: {request.number}"
    yield f"received: {request.received_at:%Y-%m-%d %H:%M} UTC"
    yield f"answer by: {request.answer_by}"
    yield f"answered: {request.answered_at or 'not yet'}"


_add_commands(objections, _objections, _brief_objection, _whole_objection)
_add_commands(coach_requests, _coach_requests, _brief_coach_request, _whole_coach_request)
