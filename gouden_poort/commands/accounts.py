"""The commands about who may sign in: `gouden-poort organisation add` and `list`, `user add`, `list` and `reset`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from gouden_poort.commands.house import open_house

if TYPE_CHECKING:
    from gouden_poort.services.accounts.inviting import Invited
    from gouden_poort.wiring import House

_KINDS = click.Choice(["municipality", "uwv_office", "coaching_bureau", "region"])
_ROLES = click.Choice(["coach", "counsellor", "editor", "administrator"])


@click.group()
def organisation() -> None:
    """Organisations whose people work with the service."""


@organisation.command("add")
@click.argument("name")
@click.option("--kind", type=_KINDS, default="municipality", show_default=True)
@click.option("--phone", default="", help="The number that citizens may call.")
def add_organisation(name: str, kind: str, phone: str) -> None:
    """Add an organisation."""
    from gouden_poort.profiles.people.organisation import OrganisationKind  # noqa: PLC0415
    from gouden_poort.services.accounts import installing  # noqa: PLC0415

    made = installing.add_organisation(open_house().unit_of_work, name, OrganisationKind(kind), phone=phone)
    click.echo(f"{made.id}  {made.name}")


@organisation.command("list")
def list_organisations() -> None:
    """Every organisation."""
    from gouden_poort.services.accounts import installing  # noqa: PLC0415

    for each in installing.organisations(open_house().unit_of_work):
        click.echo(f"{each.id}  {each.kind:<15}  {each.name}")


@click.group()
def user() -> None:
    """People who sign in to work with the service."""


@user.command("add")
@click.option("--organisation", required=True, help="Name or id of an organisation.")
@click.option("--role", type=_ROLES, required=True)
@click.option("--name", required=True)
@click.option("--email", required=True, help="What they sign in with.")
@click.option("--phone", default="", help="The number at work, which citizens whom they help may call.")
def add_user(organisation: str, role: str, name: str, email: str, phone: str) -> None:
    """Invite someone: prints a link that works once, for seven days, and mails it where there is a mail server."""
    from gouden_poort.profiles.people.account import Role  # noqa: PLC0415
    from gouden_poort.services.accounts import installing  # noqa: PLC0415

    house = open_house()
    invited = installing.add_staff(
        house.unit_of_work,
        organisation=organisation,
        role=Role(role),
        name=name,
        email=email,
        phone=phone,
        moment=house.clock(),
        address_of=_address_of(house),
    )
    _tell(house, invited)


@user.command("list")
def list_users() -> None:
    """Everyone who works for an organisation, with the day of last use."""
    from gouden_poort.services.accounts import installing  # noqa: PLC0415

    for each in installing.everyone(open_house().unit_of_work):
        used = f"{each.last_used_at:%Y-%m-%d}" if each.last_used_at else "never     "
        account = each.account
        click.echo(
            f"{used}  {each.standing:<8}  {account.role:<13}  {account.email}  {account.name}  {each.organisation}"
        )


@user.command("reset")
@click.argument("email")
def reset_user(email: str) -> None:
    """Take password and second factor away; prints and mails a link to choose them anew."""
    from gouden_poort.services.accounts import installing  # noqa: PLC0415

    house = open_house()
    moment = house.clock()
    _tell(house, installing.start_anew(house.unit_of_work, email, moment, address_of=_address_of(house)))


def _address_of(house: House) -> Callable[[str], str] | None:
    """Where links lead; None where only this machine is known, for a mail cannot lead there."""
    base = house.settings.base_url
    return (lambda token: f"{base}/link/{token}") if base else None


def _tell(house: House, invited: Invited) -> None:
    """The link alone on the first stream, for who catches it; on the other one whether it is mailed."""
    click.echo(f"{house.settings.base_url or 'http://127.0.0.1:8000'}/link/{invited.token}")
    goes_out = invited.mailed and house.settings.smtp is not None
    by_mail = f"A mail with it goes to {invited.account.email}."
    click.echo(by_mail if goes_out else "No mail goes out: pass it on yourself.", err=True)
