"""The commands about messages: `gouden-poort messages send`, `list` and `again`."""

from __future__ import annotations

from uuid import UUID

import click

from gouden_poort.commands.house import open_house


@click.group()
def messages() -> None:
    """The outbox: what waits to be sent, and what did not arrive."""


@messages.command()
def send() -> None:
    """Send the mails that are due; `serve` does so every half minute by itself."""
    from gouden_poort.app import create_app, mail_sender  # noqa: PLC0415

    house = open_house()
    send_now = mail_sender(create_app(house=house), house)
    if send_now is None:
        click.echo("No mail server: set GOUDEN_POORT_SMTP_HOST and GOUDEN_POORT_SMTP_FROM. Messages wait.")
        return
    done = send_now()
    click.echo(f"{done.sent} sent, {done.failed} not.")


@messages.command("list")
def list_() -> None:
    """Those that wait or were given up, oldest first; without anything about the person."""
    from gouden_poort.services.outbox import waiting_or_failed  # noqa: PLC0415

    house = open_house()
    now, unsent = house.clock(), waiting_or_failed(house.unit_of_work)
    for each in unsent:
        last = f"  {each.failure}" if each.failure else ""
        click.echo(
            f"{each.id}  {each.kind:<20}  {each.channel:<6}  due {each.due:%Y-%m-%d %H:%M} UTC"
            f"  {each.standing(now)}  tries {each.tries}{last}"
        )
    click.echo(f"{len(unsent)} not sent.")


@messages.command()
@click.argument("message_id", type=click.UUID)
def again(message_id: UUID) -> None:
    """Let one be sent once more that was given up, or of which nobody knows whether it was sent."""
    from gouden_poort.services.outbox import try_again  # noqa: PLC0415

    house = open_house()
    try_again(house.unit_of_work, message_id, house.clock())
    click.echo(f"{message_id}: waits to be sent.")
