"""Worker processes that answer questions beside each other.

Each is started afresh (`spawn`), for a copy of a process with threads may hang, and maps the same snapshot file, so
that the catalogue lies in memory once. A worker has one question at a time: it is never given the next while it is
still sending, so neither side can wait for the other. It ends when nobody is there any more to answer to.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import GoudenPoortError
from gouden_poort.route_files.asking import Answer, Asked, answer
from gouden_poort.route_files.sources import Source

AHEAD = 16
"""Questions for each worker that may be answered before the oldest is; then the others wait for it."""
_PARTING_SECONDS = 5
"""A process whose connection broke is about to end; longer than this its status is not waited for."""
_SPAWN = get_context("spawn")


class WorkerLost(GoudenPoortError):
    """A worker ended before it had answered the question at a place.

    Its status is as the system gives it: negative for the signal that ended it, None when it is not known.
    """

    def __init__(self, place: str, status: int | None) -> None:
        self.place = place
        self.status = status
        super().__init__(f"ended with {status} at {place}")


def cores() -> int:
    """How many processes can run at the same time here."""
    return len(os.sched_getaffinity(0))


@dataclass(slots=True, eq=False)
class _Worker:
    """One process, our end of the connection with it, and the question it is at work on."""

    process: SpawnProcess
    connection: Connection
    number: int = -1
    place: str = ""
    is_free: bool = True


class Crew:
    """Workers for the length of a block; they are started as questions come, and ended with it whatever happens."""

    def __init__(self, file: Path, most: int) -> None:
        self._file = file
        self._most = most
        self._workers: list[_Worker] = []
        self._asked = 0
        self._given = 0
        self._waiting: dict[int, Answer] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.process.kill()  # it keeps nothing, and one that is stopped would not hear a kinder word
            worker.connection.close()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()

    def answers(self, source: Source[Asked]) -> Iterator[Answer]:
        """The answers in the order of the questions, each as soon as it and all before it are there.

        WorkerLost when a worker ends before it has answered.
        """
        while True:
            self._hand_out(source)
            if self._given in self._waiting:
                self._given += 1
                yield self._waiting.pop(self._given - 1)
            elif source.is_over and self._given == self._asked:
                return
            else:
                self._collect(source)

    @property
    def _has_room(self) -> bool:
        """Whether somebody is free for a next question, and the oldest is not too far behind."""
        is_somebody_free = len(self._workers) < self._most or any(worker.is_free for worker in self._workers)
        return is_somebody_free and self._asked - self._given < self._most * AHEAD

    def _hand_out(self, source: Source[Asked]) -> None:
        while self._has_room and (asked := source.take()) is not None:
            worker = next((worker for worker in self._workers if worker.is_free), None) or self._start()
            worker.is_free, worker.number, worker.place = False, self._asked, asked.place
            self._asked += 1
            with _told_when_lost(worker):
                worker.connection.send(asked)

    def _collect(self, source: Source[Asked]) -> None:
        """Wait until something happens: an answer comes, or a question while there is room for one."""
        busy = {worker.connection: worker for worker in self._workers if not worker.is_free}
        listens = self._has_room and not source.is_over
        if listens and source.waits_on is None:
            source.fill()
            return
        for ready in wait([*busy, source.waits_on] if listens else [*busy]):  # type: ignore[list-item]
            if isinstance(ready, Connection):
                self._receive(busy[ready])
            else:
                source.fill()

    def _receive(self, worker: _Worker) -> None:
        with _told_when_lost(worker):
            self._waiting[worker.number] = worker.connection.recv()
        worker.is_free = True

    def _start(self) -> _Worker:
        resource_tracker.ensure_running()  # else it is started below, and lets interrupts through when it has
        ours, theirs = _SPAWN.Pipe()
        worker = _Worker(_SPAWN.Process(target=_work, args=(theirs, self._file), daemon=True), ours)
        with theirs, _without_interrupts():
            worker.process.start()
            self._workers.append(worker)
        return worker


def _work(connection: Connection, file: Path) -> None:
    """What a worker does: answer, until whoever asks is gone."""
    snapshot = Snapshot.open(file)
    with suppress(EOFError, ConnectionError):
        while True:
            connection.send(answer(snapshot, connection.recv()))


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A process that is started here never hears Ctrl-C: who started it does, and ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _told_when_lost(worker: _Worker) -> Iterator[None]:
    """The connection with a worker breaks only when it ends, perhaps in the middle of an answer."""
    try:
        yield
    except (EOFError, OSError):
        worker.process.join(_PARTING_SECONDS)
        raise WorkerLost(worker.place, worker.process.exitcode) from None
