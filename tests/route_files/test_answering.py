"""Whoever answers, the answers are the same and in order; nobody reads far ahead, and nobody is waited for in vain."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path
from threading import Timer

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.route_files import answering
from gouden_poort.route_files.answering import answers
from gouden_poort.route_files.asking import Answer, Question
from gouden_poort.route_files.crew import AHEAD, Crew, WorkerLost
from gouden_poort.route_files.lines import Line, Lines
from gouden_poort.route_files.sources import Listed
from tests.builders import a_profile, a_snapshot

ROOT = Path(__file__).parents[2]
SNAPSHOT = a_snapshot()
QUICK = Line(number=1, size=2, body=b"{}")
"""Refused at once, so that what is tested is not planning."""


class Questions:
    """Questions without end, made when they are asked for, and counted."""

    def __init__(self) -> None:
        self.made = 0

    def __iter__(self) -> Iterator[Line]:
        for number in count(1):
            self.made = number
            yield Line(number=number, size=2, body=b"{}")


def people(number: int) -> list[Question]:
    """People who all get different answers: one has little to travel, another much."""
    return [
        Question(profile=a_profile(profile_id=f"p{n}", max_travel_minutes=n, budget_eur=500 - n)) for n in range(number)
    ]


def numbers(given: Iterator[Answer]) -> list[int]:
    return [json.loads(answer.text)["line"] for answer in given]


def test_two_workers_answer_what_one_process_answers() -> None:
    by_one, by_two = (list(answers(SNAPSHOT, Listed(people(12)), jobs)) for jobs in (1, 2))
    assert [answer.text for answer in by_two] == [answer.text for answer in by_one]
    assert all(answer.seconds > 0 for answer in by_two)


def test_answers_come_in_the_order_of_the_questions_however_unequal_the_work() -> None:
    slow = Question(profile=a_profile(profile_id="slow"))
    with closing(answers(SNAPSHOT, Listed([slow, *islice(Questions(), 20)]), 2)) as given:
        first = next(given)
        assert first.profile_id == "slow"
        assert numbers(given) == list(range(1, 21))


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 2 * AHEAD)])
def test_questions_are_read_only_as_they_are_needed(jobs: int, most: int) -> None:
    questions = Questions()
    with closing(answers(SNAPSHOT, Listed(questions), jobs)) as given:
        for done, _ in enumerate(islice(given, 200), 1):
            assert questions.made - done <= most


def test_who_waits_for_the_oldest_answer_reads_no_further() -> None:
    questions = Questions()
    with closing(answers(SNAPSHOT, Listed(questions), 2)) as given:
        next(given)
        slow = active_children()[0].pid or 0
        os.kill(slow, signal.SIGSTOP)
        Timer(0.3, os.kill, [slow, signal.SIGCONT]).start()
        for done, _ in enumerate(islice(given, 100), 2):
            assert questions.made - done <= 2 * AHEAD


@pytest.mark.parametrize("jobs", [1, 2, None])
def test_of_nothing_there_are_no_answers(jobs: int | None) -> None:
    assert list(answers(SNAPSHOT, Listed([]), jobs)) == []


def test_a_stream_is_answered_to_its_last_line(tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(b"{}\n" * 50 + b"{}")
    with (tmp_path / "lines").open("rb") as stream:
        assert numbers(answers(SNAPSHOT, Lines(stream), 2)) == list(range(1, 52))


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, closing(answers(SNAPSHOT, Lines(stream), 2)) as given:
        for number in (1, 2, 3):
            os.write(writing, b"{}\n")
            assert json.loads(next(given).text)["line"] == number
        os.close(writing)
        assert list(given) == []


def test_little_work_starts_no_workers() -> None:
    with closing(answers(SNAPSHOT, Listed(people(3)))) as given:
        next(given)
        assert active_children() == []


def test_much_work_gets_workers_and_the_same_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    by_one = [answer.text for answer in answers(SNAPSHOT, Listed(people(12)), 1)]
    monkeypatch.setattr(answering, "WORTH_A_CREW", 1e-9)
    monkeypatch.setattr(answering, "cores", lambda: 2)
    with closing(answers(SNAPSHOT, Listed(people(12)))) as given:
        found = [next(given).text, next(given).text]
        assert len(active_children()) == 2
        assert found + [answer.text for answer in given] == by_one


def test_no_worker_and_no_file_outlives_the_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with closing(answers(SNAPSHOT, Listed(Questions()), 2)) as given:
        next(given)
        assert len(active_children()) == 2
        assert list(tmp_path.iterdir())
    assert active_children() == []
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_does_not_answer_is_not_waited_for_at_the_end() -> None:
    with closing(answers(SNAPSHOT, Listed(Questions()), 2)) as given:
        next(given)
        for worker in active_children():
            os.kill(worker.pid or 0, signal.SIGSTOP)
    assert active_children() == []


def test_ctrl_c_does_not_disturb_a_worker() -> None:
    code = (
        "import os, signal\n"
        "from multiprocessing import active_children\n"
        "from gouden_poort.route_files.answering import answers\n"
        "from gouden_poort.route_files.sources import Listed\n"
        "from tests.route_files.test_answering import SNAPSHOT, people\n"
        "given = answers(SNAPSHOT, Listed(people(4)), 2)\n"
        "next(given)\n"
        "for worker in active_children():\n"
        "    os.kill(worker.pid, signal.SIGINT)\n"
        "assert len(list(given)) == 3\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_workers_map_the_file_that_is_there_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SNAPSHOT.save(tmp_path / "catalogue.snapshot")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    mapped = Snapshot.open(tmp_path / "catalogue.snapshot")
    assert numbers(answers(mapped, Listed([QUICK]), 2)) == [1]


def test_a_worker_that_is_killed_ends_the_run_with_its_place() -> None:
    with closing(answers(SNAPSHOT, Listed(Questions()), 2)) as given:
        next(given)
        os.kill(active_children()[0].pid or 0, signal.SIGKILL)
        with pytest.raises(WorkerLost) as lost:
            deque(given, maxlen=0)
    assert lost.value.status == -signal.SIGKILL
    assert lost.value.place.startswith("line ")
    assert active_children() == []


def test_a_worker_that_cannot_begin_ends_the_run(tmp_path: Path) -> None:
    with Crew(tmp_path / "no.snapshot", 1) as crew, pytest.raises(WorkerLost) as lost:
        list(crew.answers(Listed(people(1))))
    assert (lost.value.place, lost.value.status) == ("profile p0", 1)
