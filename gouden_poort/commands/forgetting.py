"""The command that wipes what is over its date: `gouden-poort forget-expired`."""

from __future__ import annotations

import click

from gouden_poort.commands.house import open_house


@click.command()
def forget_expired() -> None:
    """Wipe answers, requests, answered objections and messages that are over their date; once a day is enough.

    Seats whose offer nobody answered in time come free for the next person.
    """
    from gouden_poort.services import requests  # noqa: PLC0415
    from gouden_poort.services.accounts.sessions import forget_old  # noqa: PLC0415
    from gouden_poort.services.keeping import forget_expired as forget  # noqa: PLC0415
    from gouden_poort.services.offering.seats import end_silent  # noqa: PLC0415
    from gouden_poort.services.outbox import forget_for_once, forget_given_up  # noqa: PLC0415
    from gouden_poort.services.referrals.closing import forget_expired as forget_referrals  # noqa: PLC0415

    house = open_house()
    many = forget(house.unit_of_work, house.clock())
    click.echo(f"Wiped the answers of {many} {'visitor' if many == 1 else 'visitors'}.")
    asked = requests.forget_expired(house.unit_of_work, requests.COACH_REQUESTS, house.clock())
    click.echo(f"Wiped {asked} {'request' if asked == 1 else 'requests'} to a coach.")
    objected = requests.forget_expired(house.unit_of_work, requests.OBJECTIONS, house.clock())
    click.echo(f"Wiped {objected} answered {'objection' if objected == 1 else 'objections'}.")
    referred = forget_referrals(house.unit_of_work, house.clock())
    click.echo(f"Wiped {referred} {'referral' if referred == 1 else 'referrals'} that led to no dossier.")
    forget_old(house.unit_of_work, house.clock())
    silent = end_silent(house.unit_of_work, house.clock())
    click.echo(f"Freed {silent} {'seat' if silent == 1 else 'seats'} that nobody answered about in time.")
    unsent = forget_given_up(house.unit_of_work, house.clock())
    click.echo(f"Wiped {unsent} {'message' if unsent == 1 else 'messages'} that could not be sent.")
    once = forget_for_once(house.unit_of_work, house.clock())
    click.echo(f"Wiped {once} {'mail' if once == 1 else 'mails'} to an address that was given for once.")
