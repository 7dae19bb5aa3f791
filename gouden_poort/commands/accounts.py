"""The commands about who may sign in: `gouden-poort organisation add` and `list`, `user add`, `list` and `reset`."""

from __future__ import annotations

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
    """Invite someone: prints a link that works once, for seven days. Pass it on yourself."""
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
    )
    click.echo(_link(house, invited))


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
    """Take password and second factor away, and print a link to choose them anew."""
    from gouden_poort.services.accounts import installing  # noqa: PLC0415

    house = open_house()
    click.echo(_link(house, installing.start_anew(house.unit_of_work, email, house.clock())))


def _link(house: House, invited: Invited) -> str:
    return f"{house.settings.base_url or 'http://127.0.0.1:8000'}/link/{invited.token}"
