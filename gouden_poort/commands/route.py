"""The command `gouden-poort route`: routes for a file of profiles, or for as many JSON lines as there come.

Exit status 3: everything was answered, but some lines held no profile that could be planned for.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from gouden_poort.commands.house import open_house
from gouden_poort.commands.paths import FILE, FOLDER
from gouden_poort.commands.telling import BAD_INPUT, CANNOT_NOW, SOME_REFUSED, told
from gouden_poort.errors import InvalidBundle, InvalidInput, InvalidRulebook

if TYPE_CHECKING:
    from gouden_poort.catalogue.snapshot import Snapshot
    from gouden_poort.route_files.asking import Answer
    from gouden_poort.route_files.pairs import Pair
    from gouden_poort.route_files.reading import Profiles

Item = TypeVar("Item")
_FileOrInput = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_NewFile = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a run goes, whatever it is asked."""

    out: Path | None
    timings: Path | None
    jobs: int | None
    screen: TextIO | None
    """Where it is shown how far it is; None: nowhere."""


@click.command()
@click.option("--bundle", type=FOLDER, help="Plan with this catalogue instead of the active one.")
@click.option(
    "--profiles", required=True, type=_FileOrInput, help="One profile or a list of them, as JSON; - is standard input."
)
@click.option("--jsonl", is_flag=True, help="Profiles and answers are JSON lines, read and written one by one.")
@click.option("--pairs", type=FILE, help="CSV with profile_id,target_occupation_id: answer exactly these.")
@click.option("--choice", is_flag=True, help="Answer each pair with the routes worth choosing between, at most five.")
@click.option("--out", type=_NewFile, help="Write the answer here instead of to the screen.")
@click.option("--timings", type=_NewFile, help="Write here how many milliseconds each profile took.")
@click.option("--jobs", type=click.IntRange(min=1), help="Plan in so many processes; usually one for each core.")
@click.option("--quiet", is_flag=True, help="Do not show how far it is.")
def route(  # noqa: PLR0917 - click hands over what it read by name
    bundle: Path | None,
    profiles: Path,
    jsonl: bool,
    pairs: Path | None,
    choice: bool,
    out: Path | None,
    timings: Path | None,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Find routes for the profiles in a file."""
    if jsonl and pairs:
        raise click.UsageError("--pairs asks about the profiles of a whole file; leave out --jsonl")
    if choice and not pairs:
        raise click.UsageError("--choice is about an occupation: name it with --pairs")
    _check_streams(profiles, out)
    _check_outputs(out, timings)
    would_mix = jsonl and out is None and sys.stdout.isatty()
    screen = None if quiet or would_mix else sys.stderr
    manner = Manner(out=out, timings=timings, jobs=jobs, screen=screen)
    with _ended_as_by_hand(), _loss_told():
        if jsonl:
            _answer_lines(bundle, profiles, manner)
        else:
            _answer_file(bundle, profiles, pairs, manner, choice=choice)


def _answer_file(bundle: Path | None, profiles: Path, pairs: Path | None, manner: Manner, *, choice: bool) -> None:
    """Check all, plan all, and then write all."""
    from gouden_poort.route_files import documents, writing  # noqa: PLC0415
    from gouden_poort.route_files.answering import answers  # noqa: PLC0415
    from gouden_poort.route_files.progress import Progress  # noqa: PLC0415
    from gouden_poort.route_files.sources import Listed  # noqa: PLC0415

    snapshot, people, asked = _read_all(bundle, profiles, pairs)
    questions = documents.questions(people, asked, to_choose=choice)
    given: list[Answer] = []
    with (
        Progress(manner.screen, "people" if asked is None else "pairs", len(questions)) as progress,
        closing(answers(snapshot, Listed(questions), manner.jobs)) as coming,
    ):
        for answer in coming:
            given.append(answer)
            progress.one_done()
    text = documents.document(given, alone=people.alone and asked is None)
    written = {manner.out: text} if manner.out else {}
    if manner.timings:
        written[manner.timings] = documents.timings(given, added_up=asked is not None)
    writing.write_whole(written)
    if manner.out is None:
        click.echo(text.encode(), nl=False)


def _read_all(
    bundle: Path | None, profiles: Path, pairs: Path | None
) -> tuple[Snapshot, Profiles, Sequence[Pair] | None]:
    """Everything that is asked with; what is wrong with any of it is told at once, and ends the run."""
    from gouden_poort.route_files import pairs as of_pairs  # noqa: PLC0415
    from gouden_poort.route_files import reading  # noqa: PLC0415

    faults: list[str] = []
    body = _read(profiles, lambda: reading.contents(profiles), faults)
    people = None if body is None else _read(profiles, lambda: reading.read_profiles(body), faults)
    asked = _read(pairs, lambda: of_pairs.read_pairs(reading.contents(pairs)), faults) if pairs else None
    snapshot = _read(bundle, lambda: _snapshot(bundle), faults)
    if people and snapshot:
        _read(profiles, lambda: reading.check_profiles(snapshot, people), faults)
        if pairs and asked is not None:
            _read(pairs, lambda: of_pairs.check_pairs(snapshot, people, asked), faults)
    elif snapshot and body is not None:
        _read(profiles, lambda: reading.check_ids(snapshot, body), faults)
    if faults or not people or not snapshot:
        click.echo("\n".join(faults), err=True)
        sys.exit(BAD_INPUT)
    return snapshot, people, asked


def _answer_lines(bundle: Path | None, profiles: Path, manner: Manner) -> None:
    """Check, plan and write line by line, with never more than a few of them in memory."""
    from gouden_poort.route_files.answering import answers  # noqa: PLC0415
    from gouden_poort.route_files.documents import timing  # noqa: PLC0415
    from gouden_poort.route_files.lines import count_lines, lines_of  # noqa: PLC0415
    from gouden_poort.route_files.progress import Progress  # noqa: PLC0415
    from gouden_poort.route_files.writing import WholeFiles, one_line  # noqa: PLC0415

    snapshot = _snapshot(bundle)
    total = count_lines(profiles) if manner.screen and profiles.is_file() else None
    count = refused = 0
    with (
        lines_of(profiles) as lines,
        WholeFiles() as files,
        Progress(manner.screen, "people", total) as progress,
        closing(answers(snapshot, lines, manner.jobs)) as coming,
    ):
        out = files.open(manner.out) if manner.out else None
        timed = files.open(manner.timings) if manner.timings else None
        for answer in coming:
            click.echo(answer.text.encode(), file=out)
            if timed and not answer.is_refused:
                timed.write(one_line(timing(answer.profile_id, answer.seconds)) + "\n")
            count, refused = count + 1, refused + answer.is_refused
            progress.one_done()
    if refused:
        click.echo(
            f"Refused: {refused:,} of {count:,} lines. What is wrong with them stands in their answers.", err=True
        )
        sys.exit(SOME_REFUSED)


def _read(path: Path | None, read: Callable[[], Item], faults: list[str]) -> Item | None:
    """What is read, or None with its faults added, so that those of all files come at once."""
    try:
        return read()
    except (InvalidInput, InvalidBundle, InvalidRulebook) as error:
        faults += told(error, path.name if path else "")
        return None


def _check_streams(profiles: Path, out: Path | None) -> None:
    """A process may be started without standard input or output; it is told then what to give instead."""
    if str(profiles) == "-" and sys.stdin is None:
        raise click.UsageError("standard input is closed; name a file with --profiles")
    if out is None and sys.stdout is None:
        raise click.UsageError("standard output is closed; name a file with --out")


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
        return open_house().shelf.active()
    from gouden_poort.catalogue.snapshot_building import build  # noqa: PLC0415
    from gouden_poort.services.catalogues import check_catalogue  # noqa: PLC0415

    return build(check_catalogue(bundle)[0])


@contextmanager
def _ended_as_by_hand() -> Iterator[None]:
    """Who ends the run with a signal, or closes the terminal, leaves no more behind than with Ctrl-C: nothing."""
    numbers = [number for number in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(number) is signal.SIG_DFL]
    for number in numbers:
        signal.signal(number, lambda given, _: sys.exit(128 + given))
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def _loss_told() -> Iterator[None]:
    """A worker that ends ends the run: what it stumbled over, or ran short of, would stop the next one too."""
    from gouden_poort.route_files.crew import WorkerLost  # noqa: PLC0415

    try:
        yield
    except WorkerLost as lost:
        how = f"signal {-lost.status}" if lost.status is not None and lost.status < 0 else f"status {lost.status}"
        click.echo(f"A worker ended ({how}) while it planned for {lost.place}. Is there memory enough?", err=True)
        sys.exit(CANNOT_NOW)
