"""The command line: `gouden-poort serve`, `db`, `catalogue`, `rules`, `places` and `route`.

Exit status 0: done; 1: it could not be done now; 2: bad input, with every fault on stderr and nothing changed.
Each command imports what it needs when it runs, so that none waits for the parts of another.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gouden_poort import __version__
from gouden_poort.errors import (
    GoudenPoortError,
    InvalidBundle,
    InvalidInput,
    InvalidRulebook,
    NoCatalogue,
    StorageUnavailable,
)
from gouden_poort.rule_commands import rules

if TYPE_CHECKING:
    from gouden_poort.catalogue.snapshot import Snapshot
    from gouden_poort.wiring import House

Item = TypeVar("Item")
Folder = click.Path(exists=True, file_okay=False, path_type=Path)
File = click.Path(exists=True, dir_okay=False, path_type=Path)
NewFile = click.Path(dir_okay=False, path_type=Path)

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
}
"""How waitress serves. A body over 1 MB gets a kind refusal; one over 2 MB is not even taken in."""
CANNOT_NOW, BAD_INPUT = 1, 2
MOST_TOLD = 1_000
"""Faults of one file that are written out; the rest is counted."""
PATIENCE_SECONDS = 2.0
"""What takes longer shows how far it is, when a person is watching."""


class _Commands(click.Group):
    """The commands, with one answer to what may go wrong in any of them."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (NoCatalogue, StorageUnavailable) as error:
            click.echo(_later(error), err=True)
            ctx.exit(CANNOT_NOW)
        except GoudenPoortError as error:
            for line in _told(error):
                click.echo(line, err=True)
            ctx.exit(BAD_INPUT)
        except FileExistsError as error:
            click.echo(str(error), err=True)
            ctx.exit(BAD_INPUT)
        except OSError as error:
            click.echo(f"{error.filename or 'Input or output'}: {error.strerror or error}", err=True)
            ctx.exit(CANNOT_NOW)


def _later(error: NoCatalogue | StorageUnavailable) -> str:
    if isinstance(error, NoCatalogue):
        return "No catalogue is active. Try: gouden-poort catalogue load-builtin"
    return f"The database cannot be used now ({error}). Was it made? Try: gouden-poort db upgrade"


def _told(error: GoudenPoortError, file: str = "") -> Iterator[str]:
    """A line for each fault; those in a file begin with its name."""
    from gouden_poort.http.faults import bundle_sentence, rule_sentence, sentence  # noqa: PLC0415

    before = f"{file}: " if file else ""
    match error:
        case InvalidInput(faults=faults):
            yield from (before + sentence(fault) for fault in faults[:MOST_TOLD])
            if len(faults) > MOST_TOLD:
                yield f"{before}and {len(faults) - MOST_TOLD} more."
        case InvalidBundle(faults=bundle_faults):
            yield from (bundle_sentence(fault) for fault in bundle_faults)
        case InvalidRulebook(faults=rule_faults):
            yield from (rule_sentence(fault) for fault in rule_faults)
        case _:
            yield before + str(error)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Routes into technical work: who you are, what you can and where you live becomes a schedule you can book."""


main.add_command(rules)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
def serve(host: str, port: int) -> None:
    """Serve pages and API."""
    import waitress  # noqa: PLC0415

    from gouden_poort.app import create_app  # noqa: PLC0415

    server = waitress.create_server(create_app(house=_house()), host=host, port=port, **SERVING)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    click.echo(f"Gouden Poort: http://{host}:{server.effective_port}")
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
@click.argument("name")
def draft_migration(name: str) -> None:
    """Write a new migration for a person to read."""
    from gouden_poort.settings import read_settings  # noqa: PLC0415
    from gouden_poort.storage import migrating  # noqa: PLC0415

    migrating.draft(read_settings(), name)


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


@main.command()
@click.option("--bundle", type=Folder, help="Plan with this catalogue instead of the active one.")
@click.option("--profiles", required=True, type=File, help="One profile or a list of them, as JSON.")
@click.option("--pairs", type=File, help="CSV with profile_id,target_occupation_id: answer exactly these.")
@click.option("--out", type=NewFile, help="Write the answer here instead of to the screen.")
@click.option("--timings", type=NewFile, help="Write here how many milliseconds each profile took.")
def route(bundle: Path | None, profiles: Path, pairs: Path | None, out: Path | None, timings: Path | None) -> None:
    """Find routes for the profiles in a file."""
    from gouden_poort import route_files as files  # noqa: PLC0415

    _check_outputs(out, timings)
    faults: list[str] = []
    people = _read(profiles, lambda: files.read_profiles(files.contents(profiles)), faults)
    asked = _read(pairs, lambda: files.read_pairs(files.contents(pairs)), faults) if pairs else None
    snapshot = _read(bundle, lambda: _snapshot(bundle), faults)
    if people and snapshot:
        _read(profiles, lambda: files.check_profiles(snapshot, people), faults)
        if pairs and asked is not None:
            _read(pairs, lambda: files.check_pairs(snapshot, people, asked), faults)
    elif snapshot:
        _read(profiles, lambda: files.check_ids(snapshot, files.contents(profiles)), faults)
    if faults or not people or not snapshot:
        click.echo("\n".join(faults), err=True)
        sys.exit(BAD_INPUT)
    if asked is None:
        answers = files.answer_profiles(snapshot, people, _with_progress)
    else:
        answers = files.answer_pairs(snapshot, people, asked, _with_progress)
    written = {} if timings is None else {timings: files.as_text(answers.timings)}
    if out is not None:
        written[out] = files.as_text(answers.document)
    files.write_whole(written)
    if out is None:
        click.echo(files.as_text(answers.document), nl=False)


def _read(path: Path | None, read: Callable[[], Item], faults: list[str]) -> Item | None:
    """What is read, or None with its faults added, so that those of all files come at once."""
    try:
        return read()
    except (InvalidInput, InvalidBundle, InvalidRulebook) as error:
        faults += _told(error, path.name if path else "")
        return None


def _check_outputs(*paths: Path | None) -> None:
    """Planning may take long, so whether the answer can be written is asked first."""
    given = [path for path in paths if path is not None]
    for path in given:
        if not path.absolute().parent.is_dir():
            raise click.BadParameter(f"there is no folder {path.parent}")
    if len({path.absolute() for path in given}) != len(given):
        raise click.BadParameter("--out and --timings are the same file")


def _snapshot(bundle: Path | None) -> Snapshot:
    """The catalogue to plan with: a folder, or the active one."""
    if bundle is None:
        return _house().shelf.active()
    from gouden_poort.catalogue.snapshot_building import build  # noqa: PLC0415
    from gouden_poort.services.catalogues import check_catalogue  # noqa: PLC0415

    return build(check_catalogue(bundle)[0])


def _house() -> House:
    from gouden_poort.app import open_house  # noqa: PLC0415

    return open_house()


def _with_progress(things: Sequence[Item]) -> Iterable[Item]:
    """Pass things on; after two seconds, on a terminal, with a bar that shows how far it is."""
    started = time.monotonic()
    with ExitStack() as open_bars:
        bar = None
        for done, thing in enumerate(things):
            yield thing
            if bar is not None:
                bar.update(1)
            elif sys.stderr.isatty() and time.monotonic() - started > PATIENCE_SECONDS:
                bar = open_bars.enter_context(click.progressbar(length=len(things), file=sys.stderr))
                bar.update(done + 1)
