"""The command line: `gouden-poort serve`, `db`, `forget-expired`, `funnel`, `catalogue`, `rules`, `objections`,
`coach-requests`, `messages`, `organisation`, `user`, `trail`, `demo`, `places` and `route`.

Exit status 0: done; 1: it could not be done now; 2: bad input, with every fault on stderr and nothing changed;
3: answered, but for lines that were no good (`route --jsonl`).
Each command imports what it needs when it runs, so that none waits for the parts of another.
"""

from __future__ import annotations

import signal
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gouden_poort import __version__
from gouden_poort.account_commands import organisation, user
from gouden_poort.demo_commands import demo
from gouden_poort.errors import GoudenPoortError, NoCatalogue, StorageUnavailable
from gouden_poort.message_commands import messages
from gouden_poort.request_commands import coach_requests, objections
from gouden_poort.route_command import route
from gouden_poort.rule_commands import rules
from gouden_poort.telling import BAD_INPUT, CANNOT_NOW, later, told
from gouden_poort.trail_commands import trail

if TYPE_CHECKING:
    from gouden_poort.wiring import House

Folder = click.Path(exists=True, file_okay=False, path_type=Path)
File = click.Path(exists=True, dir_okay=False, path_type=Path)

SERVING = {
    "threads": 8,
    "ident": None,
    # People who never finish a request may hold 400 connections, and none longer than half a minute: the usual
    # hundred for two minutes would close the door to everyone else. A connection may cost a second open file.
    "connection_limit": 400,
    "channel_timeout": 30,
    "cleanup_interval": 5,
    "asyncore_use_poll": True,
    "max_request_body_size": 2 * 2**20,
    # Whom a proxy of ours answers is for `http.origin` to read and to doubt. Taken out here, all visitors behind the
    # proxy would be one, and the wrong codes of one stranger would close the door to everyone.
    "clear_untrusted_proxy_headers": False,
}
"""How waitress serves. A body over 1 MB gets a kind refusal; one over 2 MB is not even taken in."""


class _Commands(click.Group):
    """The commands, with one answer to what may go wrong in any of them."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (NoCatalogue, StorageUnavailable) as error:
            click.echo(later(error), err=True)
            ctx.exit(CANNOT_NOW)
        except GoudenPoortError as error:
            for line in told(error):
                click.echo(line, err=True)
            ctx.exit(BAD_INPUT)
        except BrokenPipeError:
            raise  # who reads our answers has seen enough: click ends the run without a word
        except FileExistsError as error:
            click.echo(str(error), err=True)
            ctx.exit(BAD_INPUT)
        except OSError as error:
            click.echo(f"{error.filename or 'Input or output'}: {error.strerror or error}", err=True)
            ctx.exit(CANNOT_NOW)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Routes into technical work: who you are, what you can and where you live becomes a schedule you can book."""


main.add_command(rules)
main.add_command(route)
main.add_command(objections)
main.add_command(coach_requests)
main.add_command(trail)
main.add_command(organisation)
main.add_command(user)
main.add_command(messages)
main.add_command(demo)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
def serve(host: str, port: int) -> None:
    """Serve pages and API, and send the messages that are due."""
    import waitress  # noqa: PLC0415

    from gouden_poort.app import create_app, get_ready, mail_sender  # noqa: PLC0415
    from gouden_poort.routing.warming import takes_long  # noqa: PLC0415
    from gouden_poort.sending_meanwhile import sending_meanwhile  # noqa: PLC0415

    house = _house()
    app = create_app(house=house)
    if takes_long():
        click.echo("Getting the planner ready: about a minute, once on this machine.", err=True)
    get_ready(app, house)
    server = waitress.create_server(app, host=host, port=port, **SERVING)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    click.echo(f"Gouden Poort: http://{host}:{server.effective_port}")
    send = mail_sender(app, house)
    with sending_meanwhile(send) if send else nullcontext():
        server.run()


@main.group()
def db() -> None:
    """The database that GOUDEN_POORT_DATABASE_URL names."""


@db.command()
def upgrade() -> None:
    """Make the database, or bring its tables up to date."""
    from gouden_poort.settings import read_settings  # noqa: PLC0415
    from gouden_poort.storage import migrating  # noqa: PLC0415

    migrating.upgrade(read_settings())
    click.echo("The database is up to date.")


@db.command()
def sweep() -> None:
    """Leave nothing in the files of the database of what was wiped; good for every night, after `forget-expired`."""
    from gouden_poort.settings import read_settings  # noqa: PLC0415
    from gouden_poort.storage.engine import make_engine  # noqa: PLC0415
    from gouden_poort.storage.sweeping import sweep as swept  # noqa: PLC0415

    _house()
    engine = make_engine(read_settings())
    try:
        swept(engine)
    finally:
        engine.dispose()
    click.echo("Nothing is left of what was wiped.")


@db.command()
@click.argument("name")
def draft_migration(name: str) -> None:
    """Write a new migration for a person to read."""
    from gouden_poort.settings import read_settings  # noqa: PLC0415
    from gouden_poort.storage import migrating  # noqa: PLC0415

    migrating.draft(read_settings(), name)


@main.command()
def forget_expired() -> None:
    """Wipe answers, requests, answered objections and messages that are over their date; once a day is enough.

    Seats whose offer nobody answered in time come free for the next person.
    """
    from gouden_poort.services import requests  # noqa: PLC0415
    from gouden_poort.services.accounts.sessions import forget_old  # noqa: PLC0415
    from gouden_poort.services.keeping import forget_expired as forget  # noqa: PLC0415
    from gouden_poort.services.offering.seats import end_silent  # noqa: PLC0415
    from gouden_poort.services.outbox import forget_given_up  # noqa: PLC0415
    from gouden_poort.services.referrals.closing import forget_expired as forget_referrals  # noqa: PLC0415

    house = _house()
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


@main.command()
@click.option("--days", default=30, show_default=True, type=click.IntRange(1, 3650), help="How far to look back.")
def funnel(days: int) -> None:
    """Tell how many took each step of the service, by day and language."""
    from datetime import timedelta  # noqa: PLC0415

    from gouden_poort.services.counting import funnel as counted  # noqa: PLC0415

    house = _house()
    counts = counted(house.unit_of_work, house.clock() - timedelta(days=days - 1))
    if not counts:
        click.echo(f"Nobody took a step in {days} {'day' if days == 1 else 'days'}.")
    for one in counts:
        click.echo(f"{one.day}  {one.language}  {one.milestone:<14}{one.many:>7}")


@main.group()
def catalogue() -> None:
    """Catalogues: folders of CSV files, as docs/formats.md describes them."""


@catalogue.command("import")
@click.argument("folder", type=Folder)
@click.option("--activate", is_flag=True, help="Let it answer from now on.")
def import_(folder: Path, activate: bool) -> None:
    """Take in a catalogue; a bad one changes nothing."""
    from gouden_poort.services.catalogues import import_catalogue  # noqa: PLC0415

    house = _house()
    version = import_catalogue(folder, house.unit_of_work, house.shelf, house.clock(), activate=activate)
    click.echo(f"Version {version.id}: {version.name}, {'active' if activate else 'not active yet'}.")


@catalogue.command()
@click.argument("folder", type=click.Path(path_type=Path))
def export(folder: Path) -> None:
    """Write the active catalogue to a folder."""
    from gouden_poort.services.catalogues import export_catalogue  # noqa: PLC0415

    version = export_catalogue(folder, _house().unit_of_work)
    click.echo(f"Version {version.id}: {version.name}, written to {folder}.")


@catalogue.command()
@click.argument("folder", type=Folder)
def check(folder: Path) -> None:
    """Read a catalogue, and its rules, and say everything that is wrong with it."""
    from gouden_poort.services.catalogues import check_catalogue  # noqa: PLC0415

    bundle, _ = check_catalogue(folder)
    counts = (f"{len(bundle.files[name])} {name}" for name in ("occupations", "skills", "offerings", "positions"))
    click.echo(f"{bundle.name}: nothing wrong. {', '.join(counts)}.")


@catalogue.command()
def load_builtin() -> None:
    """Let the catalogue of this package answer, unless another was chosen."""
    from gouden_poort.services.catalogues import load_builtin as load  # noqa: PLC0415

    house = _house()
    version = load(house.unit_of_work, house.shelf, house.clock())
    click.echo(f"Version {version.id}: {version.name}, active.")


@main.group()
def places() -> None:
    """Where people live."""


@places.command("import")
@click.argument("file", type=File)
def import_places(file: Path) -> None:
    """Take in a table of exact postcodes, in the place of the one before."""
    from gouden_poort.services.postcodes import import_postcodes  # noqa: PLC0415

    click.echo(f"{import_postcodes(file, _house().unit_of_work)} postcodes.")


def _house() -> House:
    from gouden_poort.app import open_house  # noqa: PLC0415

    return open_house()
