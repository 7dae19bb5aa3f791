"""The command line: what it answers, what it refuses, and that refusing leaves nothing behind."""

from __future__ import annotations

import csv
import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from gouden_poort import cli
from gouden_poort.catalogue.bundle import write_bundle
from gouden_poort.cli import main
from tests.api.test_profile_schema import SMALLEST
from tests.builders import UTRECHT, a_bundle

Run = Callable[..., Result]
READY = SMALLEST | UTRECHT | {"skills": [{"skill_id": "S1", "level": 2}], "modes": ["bike"], "budget_eur": 400}
LEARNER = READY | {"profile_id": "p2", "skills": []}
TWO_JOBS = a_bundle(
    occupations=[{}, {"occupation_id": "O2", "label": "Meester-lasser"}],
    occupation_skills=[{}, {"occupation_id": "O2", "level": 5}],
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a folder of its own, with a database that is not there yet."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "SECRET_KEY"):
        monkeypatch.delenv(f"GOUDEN_POORT_{name}", raising=False)
    monkeypatch.setenv("GOUDEN_POORT_DATA_DIR", str(tmp_path / "var"))
    write_bundle(TWO_JOBS, tmp_path / "tiny")

    def invoke(*words: str) -> Result:
        result = CliRunner().invoke(main, words)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def write_json(path: str, document: Any) -> str:
    Path(path).write_text(json.dumps(document))
    return path


def write_pairs(*pairs: Sequence[str], header: str = "profile_id,target_occupation_id") -> str:
    Path("pairs.csv").write_text("\n".join([header, *(",".join(pair) for pair in pairs)]) + "\n")
    return "pairs.csv"


def files() -> set[str]:
    return {path.name for path in Path().iterdir()}


def test_one_profile_gets_one_object(run: Run) -> None:
    result = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", READY))
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert answer["profile_id"] == "p1"
    assert [(route["target_occupation_id"], route["steps"]) for route in answer["routes"]] == [("O1", [])]


def test_a_list_gets_a_list_in_the_same_order(run: Run) -> None:
    profiles = write_json("p.json", [LEARNER, READY, READY | {"profile_id": "p3", "modes": ["car"]}])
    result = run("route", "--bundle", "tiny", "--profiles", profiles, "--out", "out.json")
    assert (result.exit_code, result.stdout) == (0, "")
    answers = json.loads(Path("out.json").read_text())
    assert [answer["profile_id"] for answer in answers] == ["p2", "p1", "p3"]
    (step,) = answers[0]["routes"][0]["steps"]
    assert step == {"offering_id": "T1", "start_date": "2027-02-01", "position_id": None, "funding": []}


def test_an_empty_list_gets_an_empty_list(run: Run) -> None:
    assert run("route", "--bundle", "tiny", "--profiles", write_json("p.json", [])).stdout == "[]\n"


def test_a_comment_in_a_profile_is_no_fault(run: Run) -> None:
    result = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", READY | {"comment": "hello"}))
    assert result.exit_code == 0


def test_timings_are_written_for_each_profile(run: Run) -> None:
    profiles = write_json("p.json", [READY, LEARNER])
    assert run("route", "--bundle", "tiny", "--profiles", profiles, "--timings", "t.json").exit_code == 0
    timings = json.loads(Path("t.json").read_text())
    assert [timing["profile_id"] for timing in timings] == ["p1", "p2"]
    assert all(timing.keys() == {"profile_id", "ms"} and timing["ms"] > 0 for timing in timings)


def test_pairs_are_answered_exactly_and_none_is_null(run: Run) -> None:
    profiles = write_json("p.json", [READY, LEARNER])
    pairs = write_pairs(("p2", "O1"), ("p1", "O2"), ("p1", "O1"))
    result = run("route", "--bundle", "tiny", "--profiles", profiles, "--pairs", pairs, "--timings", "t.json")
    assert result.exit_code == 0, result.output
    answers = json.loads(result.stdout)
    assert [(answer["profile_id"], answer["target_occupation_id"]) for answer in answers] == [
        ("p2", "O1"),
        ("p1", "O2"),
        ("p1", "O1"),
    ]
    assert answers[1]["route"] is None
    assert [len(answers[i]["route"]["steps"]) for i in (0, 2)] == [1, 0]
    assert [timing["profile_id"] for timing in json.loads(Path("t.json").read_text())] == ["p2", "p1"]


def test_pairs_may_have_more_columns_in_any_order(run: Run) -> None:
    profiles = write_json("p.json", READY)
    pairs = write_pairs(("x", "O1", "p1"), header="note,target_occupation_id,profile_id")
    answers = json.loads(run("route", "--bundle", "tiny", "--profiles", profiles, "--pairs", pairs).stdout)
    assert answers[0]["route"]["target_occupation_id"] == "O1"


def test_all_faults_of_all_files_come_at_once_and_nothing_is_written(run: Run) -> None:
    profiles = write_json("p.json", [{"profile_id": "p1"}, READY | {"budget_eur": -1}, "x"])
    pairs = write_pairs(("p1",), ("p1", "O1", "O2"))
    Path("tiny/skills.csv").write_text("skill_id,label\n")
    before = files()
    result = run(
        "route", "--bundle", "tiny", "--profiles", profiles, "--pairs", pairs, "--out", "o.json", "--timings", "t.json"
    )
    assert (result.exit_code, result.stdout) == (2, "")
    for words in (
        "p.json: 0.birth_date: missing",
        "p.json: 0.lat: missing, expected a number from -90 to 90",
        "p.json: 1.budget_eur: given -1",
        "p.json: 2: given x, expected an object",
        "pairs.csv: line 2: given 1 cells",
        "pairs.csv: line 3: given 3 cells",
        "skills.csv",
    ):
        assert words in result.stderr
    assert files() == before


def test_ids_that_the_catalogue_does_not_have_are_all_told(run: Run) -> None:
    skills = [{"skill_id": "S9", "level": 1}, {"skill_id": "S1", "level": 1}, {"skill_id": "Q", "level": 1}]
    profiles = write_json("p.json", [READY, READY | {"profile_id": "p2", "skills": skills}])
    pairs = write_pairs(("p1", "O9"), ("nobody", "O1"))
    result = run("route", "--bundle", "tiny", "--profiles", profiles, "--pairs", pairs)
    assert result.exit_code == 2
    for words in (
        "p.json: 1.skills.0.skill_id",
        "p.json: 1.skills.2.skill_id",
        "line 2: given O9",
        "line 3: given nob",
    ):
        assert words in result.stderr


def test_a_pair_cannot_choose_between_two_of_one_name(run: Run) -> None:
    profiles = write_json("p.json", [READY, READY])
    assert run("route", "--bundle", "tiny", "--profiles", profiles).exit_code == 0
    result = run("route", "--bundle", "tiny", "--profiles", profiles, "--pairs", write_pairs(("p1", "O1")))
    assert result.exit_code == 2
    assert "only one profile has" in result.stderr


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"NaN",
        b'{"a": 1, "a": 2}',
        b"[" * 5000,
        b'{"profile_id": "\\u0000"}',
        b'{"lat": 1e999}',
        b"[[[]]]",
    ],
)
def test_a_file_that_is_no_profile_is_refused(run: Run, body: bytes) -> None:
    Path("p.json").write_bytes(body)
    result = run("route", "--bundle", "tiny", "--profiles", "p.json", "--out", "o.json")
    assert result.exit_code == 2
    assert "p.json" in result.stderr
    assert not Path("o.json").exists()


@pytest.mark.parametrize(
    "body", [b"", b"a,b\n", b"profile_id,profile_id\n", b"\xff", b"profile_id,target_occupation_id\n\0\n"]
)
def test_a_file_that_is_no_pairs_is_refused(run: Run, body: bytes) -> None:
    Path("pairs.csv").write_bytes(body)
    result = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", READY), "--pairs", "pairs.csv")
    assert result.exit_code == 2
    assert "pairs.csv" in result.stderr


def test_where_the_answer_goes_is_checked_first(run: Run) -> None:
    profiles = write_json("p.json", READY)
    assert run("route", "--bundle", "tiny", "--profiles", profiles, "--out", "no/such/o.json").exit_code == 2
    same = run("route", "--bundle", "tiny", "--profiles", profiles, "--out", "o.json", "--timings", "o.json")
    assert same.exit_code == 2
    assert "o.json" not in files()


def test_an_answer_takes_the_place_of_the_one_before(run: Run) -> None:
    Path("o.json").write_text("old")
    assert run("route", "--bundle", "tiny", "--profiles", write_json("p.json", READY), "--out", "o.json").exit_code == 0
    assert json.loads(Path("o.json").read_text())["profile_id"] == "p1"
    assert not [name for name in files() if name.endswith(".part")]


def test_a_bad_profile_leaves_the_answer_before_alone(run: Run) -> None:
    Path("o.json").write_text("old")
    assert run("route", "--bundle", "tiny", "--profiles", write_json("p.json", {}), "--out", "o.json").exit_code == 2
    assert Path("o.json").read_text() == "old"


def test_long_work_shows_how_far_it_is_to_a_person_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "PATIENCE_SECONDS", 0.0)
    shown: list[str] = []

    class Screen:
        def __init__(self, watched: bool) -> None:
            self.watched = watched

        def isatty(self) -> bool:
            return self.watched

        def write(self, text: str) -> int:
            shown.append(text)
            return len(text)

        def flush(self) -> None:
            pass

    for watched in (False, True):
        shown.clear()
        monkeypatch.setattr(cli.sys, "stderr", Screen(watched))
        assert list(cli._with_progress([1, 2, 3])) == [1, 2, 3]
        assert bool(shown) == watched
    assert "100%" in "".join(shown)


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


def test_of_a_file_with_very_many_faults_the_first_are_told_and_the_rest_is_counted(run: Run) -> None:
    result = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", [{"profile_id": 1}] * 200))
    told = result.stderr.splitlines()
    assert (result.exit_code, len(told)) == (2, 1_001)
    assert told[-1] == f"p.json: and {200 * 10 - 1_000} more."


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
        "import sys, gouden_poort.cli, gouden_poort.route_files\n"
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


def test_an_unknown_id_in_one_profile_is_told_beside_the_shape_of_another(run: Run) -> None:
    unknown = LEARNER | {"skills": [{"skill_id": "S9", "level": 2}]}
    result = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", [READY | {"budget_eur": -5}, unknown]))
    assert result.exit_code == 2
    assert "0.budget_eur" in result.stderr
    assert "1.skills.0.skill_id" in result.stderr
    assert "S9" in result.stderr


def test_a_file_that_is_no_json_is_told_once(run: Run) -> None:
    Path("p.json").write_text("{", encoding="utf-8")
    result = run("route", "--bundle", "tiny", "--profiles", "p.json")
    assert result.exit_code == 2
    assert result.stderr.count("p.json:") == 1
