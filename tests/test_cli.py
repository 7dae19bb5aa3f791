"""The command line: what it answers, what it refuses, and that refusing leaves nothing behind."""

from __future__ import annotations

import csv
import json
import socket
import subprocess
import sys
import urllib.request
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from gouden_poort.settings import read_settings
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from tests.terminal import READY, Run, write_json


def test_a_catalogue_goes_in_answers_and_comes_out_the_same(run: Run) -> None:
    profiles = write_json("p.json", READY)
    before = run("route", "--profiles", profiles)
    assert before.exit_code == 1
    assert "gouden-poort db upgrade" in before.stderr
    assert run("db", "upgrade").exit_code == 0
    empty = run("route", "--profiles", profiles)
    assert empty.exit_code == 1
    assert "No catalogue is active" in empty.stderr
    taken_in = run("catalogue", "import", "tiny")
    assert (taken_in.exit_code, taken_in.stdout) == (0, "Version 1: tiny, not active yet.\n")
    assert run("route", "--profiles", profiles).exit_code == 1
    assert run("catalogue", "import", "tiny", "--activate").stdout == "Version 1: tiny, active.\n"
    assert json.loads(run("route", "--profiles", profiles).stdout)["routes"][0]["target_occupation_id"] == "O1"
    assert run("catalogue", "export", "again").exit_code == 0
    for path in Path("tiny").iterdir():
        with path.open() as one, Path("again", path.name).open() as other:
            assert list(csv.reader(one)) == list(csv.reader(other))


def test_a_catalogue_is_not_written_over_something_else(run: Run) -> None:
    run("db", "upgrade")
    run("catalogue", "import", "tiny", "--activate")
    Path("mine").mkdir()
    Path("mine/letter.txt").write_text("dear")
    assert run("catalogue", "export", "mine").exit_code == 2
    assert Path("mine/letter.txt").read_text() == "dear"


def test_a_bad_catalogue_is_told_line_by_line_and_changes_nothing(run: Run) -> None:
    run("db", "upgrade")
    run("catalogue", "import", "tiny", "--activate")
    Path("bad").mkdir()
    for path in Path("tiny").iterdir():
        Path("bad", path.name).write_bytes(path.read_bytes())
    Path("bad/skills.csv").write_text("skill_id,label,kind,sector,esco_uri\nS1,,nokind,metal,\n")
    for words in (("check", "bad"), ("import", "bad", "--activate")):
        result = run("catalogue", *words)
        assert result.exit_code == 2
        assert "skills.csv:2:label: found" in result.stderr
        assert "skills.csv:2:kind: found 'nokind'" in result.stderr
    assert json.loads(run("route", "--profiles", write_json("p.json", READY)).stdout)["routes"]


def test_checking_a_good_catalogue_counts_it(run: Run) -> None:
    result = run("catalogue", "check", "tiny")
    assert (result.exit_code, result.stdout) == (
        0,
        "tiny: nothing wrong. 2 occupations, 1 skills, 1 offerings, 1 positions.\n",
    )


def test_postcodes_go_in(run: Run) -> None:
    run("db", "upgrade")
    Path("pc.csv").write_text("postcode,lat,lon\n8011,52.5,6.1\n8012,52.5,6.1\n")
    assert run("places", "import", "pc.csv").stdout == "2 postcodes.\n"
    Path("pc.csv").write_text("postcode,lat,lon\n8011,north,6.1\n")
    assert run("places", "import", "pc.csv").exit_code == 2


def test_the_builtin_catalogue_is_loaded_once(run: Run) -> None:
    run("db", "upgrade")
    said = [run("catalogue", "load-builtin").stdout for _ in range(2)]
    assert said[0] == said[1]
    assert said[0].endswith("active.\n")


def test_answers_over_their_date_are_wiped(run: Run) -> None:
    assert run("forget-expired").exit_code == 1
    run("db", "upgrade")
    database = make_engine(read_settings())
    with SQLUnitOfWork(database) as unit:
        unit.assessments.start(datetime.now(UTC) - timedelta(days=8))
        unit.assessments.start(datetime.now(UTC))
        unit.commit()
    database.dispose()
    assert [run("forget-expired").stdout.splitlines()[0] for _ in range(2)] == [
        "Wiped the answers of 1 visitor.",
        "Wiped the answers of 0 visitors.",
    ]


def test_sweeping_needs_a_database_and_says_that_it_is_done(run: Run) -> None:
    assert run("db", "sweep").exit_code == 1
    run("db", "upgrade")
    swept = run("db", "sweep")
    assert (swept.exit_code, swept.stdout) == (0, "Nothing is left of what was wiped.\n")


def test_steps_are_told_by_day(run: Run) -> None:
    run("db", "upgrade")
    assert run("funnel", "--days", "1").stdout == "Nobody took a step in 1 day.\n"
    database = make_engine(read_settings())
    today = datetime.now(UTC).date()
    with SQLUnitOfWork(database) as unit:
        unit.counts.add(today, "nl", "started")
        unit.counts.add(today - timedelta(days=40), "nl", "started")
        unit.commit()
    database.dispose()
    assert run("funnel").stdout.split() == [today.isoformat(), "nl", "started", "1"]


def test_it_does_not_serve_from_a_database_that_was_never_made(run: Run) -> None:
    result = run("serve", "--port", "0")
    assert result.exit_code == 1
    assert "gouden-poort db upgrade" in result.stderr


def test_it_serves_until_it_is_told_to_stop(run: Run) -> None:
    run("db", "upgrade")
    command = [sys.executable, "-c", "from gouden_poort.cli import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().removeprefix("Gouden Poort: ").strip()
        try:
            with urllib.request.urlopen(f"{address}/api/v1/openapi.json", timeout=30) as answer:
                assert json.load(answer)["info"]["title"] == "Gouden Poort"
        finally:
            server.terminate()
        assert server.wait(30) == 0


def test_who_never_finishes_a_request_does_not_keep_others_out(run: Run) -> None:
    run("db", "upgrade")
    command = [sys.executable, "-c", "from gouden_poort.cli import main; main()", "serve", "--port", "0"]
    begun = (b"GET / HTTP/1.1\r\nX-", b"POST /api/v1/routes HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server, ExitStack() as slow:
        assert server.stdout is not None
        address = server.stdout.readline().removeprefix("Gouden Poort: ").strip()
        try:
            for number in range(200):
                client = slow.enter_context(socket.create_connection(("127.0.0.1", urlsplit(address).port), 5))
                client.sendall(begun[number % 2])
            with urllib.request.urlopen(address, timeout=5) as answer:
                assert answer.status == 200
            flood = slow.enter_context(socket.create_connection(("127.0.0.1", urlsplit(address).port), 5))
            flood.sendall(b"POST /api/v1/routes HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n{")
            assert flood.recv(100).startswith(b"HTTP/1.1 413")
        finally:
            server.terminate()
        assert server.wait(30) == 0


def test_the_program_starts_without_the_web_and_the_database() -> None:
    code = (
        "import sys, gouden_poort.cli, gouden_poort.route_files.answering\n"
        "heavy = {'flask', 'sqlalchemy', 'alembic', 'waitress'} & sys.modules.keys()\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_installed_program_gives_its_status_to_the_shell(run: Run) -> None:
    program = [sys.executable, "-c", "from gouden_poort.cli import main; main()"]
    profiles = write_json("p.json", {})
    done = subprocess.run(
        [*program, "route", "--bundle", "tiny", "--profiles", profiles], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "p.json: profile_id: missing" in done.stderr
