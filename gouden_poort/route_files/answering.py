"""All answers in order: the first few in this process, and the rest by as many as there are cores."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.route_files.asking import Answer, Asked, answer
from gouden_poort.route_files.crew import Crew, cores
from gouden_poort.route_files.sources import Source

WORTH_A_CREW = 1.0
"""Seconds of planning after which a crew is started: what takes less is done before a crew would have begun."""


def answers(snapshot: Snapshot, source: Source[Asked], jobs: int | None = None) -> Generator[Answer]:
    """Answers in the order of the questions, the same for any number of jobs; questions are read as they are needed.

    With one job this process does it all; without a number there is one for each core, once that is worth it.
    Close it when it is left half-way: that ends the workers.
    """
    most = cores() if jobs is None else jobs
    alone = math.inf if most == 1 else WORTH_A_CREW if jobs is None else 0.0
    yield from _by_this_process(snapshot, source, alone)
    if not source.is_over:
        with _on_file(snapshot) as file, Crew(file, most) as crew:
            yield from crew.answers(source)


def _by_this_process(snapshot: Snapshot, source: Source[Asked], seconds: float) -> Iterator[Answer]:
    """Answers, until so many seconds were spent on planning."""
    while seconds > 0 and not source.is_over:
        asked = source.take()
        if asked is None:
            source.fill()
        else:
            given = answer(snapshot, asked)
            seconds -= given.seconds
            yield given


@contextmanager
def _on_file(snapshot: Snapshot) -> Iterator[Path]:
    """The file to map a snapshot from; one that has none is kept in a folder that goes when the block ends."""
    if snapshot.file is not None and snapshot.file.exists():
        yield snapshot.file
        return
    with TemporaryDirectory(prefix="gouden-poort-") as folder:
        file = Path(folder, "catalogue.snapshot")
        snapshot.save(file)
        yield file
