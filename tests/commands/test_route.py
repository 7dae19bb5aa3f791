"""`gouden-poort route`: files of profiles are answered whole or refused with all their faults."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from gouden_poort.catalogue.bundle import write_bundle
from gouden_poort.route_files import answering
from tests.builders import a_bundle
from tests.terminal import LEARNER, READY, Run, files, write_json, write_json_lines, write_pairs

TWO_WAYS = a_bundle(
    offerings=[{}, {"offering_id": "T2", "cost_eur": 100}],
    offering_skills=[{}, {"offering_id": "T2"}],
    offering_starts=[{}, {"offering_id": "T2", "start_date": "2027-03-01"}],
)
"""T1 is four weeks sooner, T2 300 euro cheaper."""


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


def test_a_pair_can_be_answered_with_all_there_is_to_choose(run: Run) -> None:
    write_bundle(TWO_WAYS, Path("fork"))
    asking = ("--profiles", write_json("p.json", [LEARNER]), "--pairs", write_pairs(("p2", "O1")), "--choice")
    (answer,) = json.loads(run("route", "--bundle", "fork", *asking, "--timings", "t.json").stdout)
    assert (answer["profile_id"], answer["target_occupation_id"]) == ("p2", "O1")
    assert [(route["weeks_to_work"], route["own_cost_eur"]) for route in answer["routes"]] == [(12, 400), (16, 100)]


def test_where_no_route_leads_there_is_nothing_to_choose(run: Run) -> None:
    asking = ("--profiles", write_json("p.json", READY), "--pairs", write_pairs(("p1", "O2"), ("p1", "O1")), "--choice")
    answers = json.loads(run("route", "--bundle", "tiny", *asking).stdout)
    assert [(answer["target_occupation_id"], len(answer["routes"])) for answer in answers] == [("O2", 0), ("O1", 1)]


def test_choices_are_the_same_in_more_processes(run: Run) -> None:
    write_bundle(TWO_WAYS, Path("fork"))
    pairs = write_pairs(("p2", "O1"), ("p1", "O1"))
    asking = ("--profiles", write_json("p.json", [LEARNER, READY]), "--pairs", pairs, "--choice", "--bundle", "fork")
    assert run("route", *asking).stdout == run("route", *asking, "--jobs", "2").stdout


def test_to_choose_one_names_the_occupation(run: Run) -> None:
    result = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", LEARNER), "--choice")
    assert result.exit_code == 2
    assert "--pairs" in result.stderr


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


def test_of_a_file_with_very_many_faults_the_first_are_told_and_the_rest_is_counted(run: Run) -> None:
    result = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", [{"profile_id": 1}] * 200))
    told = result.stderr.splitlines()
    assert (result.exit_code, len(told)) == (2, 1_001)
    assert told[-1] == f"p.json: and {200 * 10 - 1_000} more."


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


def test_profiles_may_come_on_standard_input(run: Run) -> None:
    result = run("route", "--bundle", "tiny", "--profiles", "-", typed=json.dumps(READY).encode())
    assert json.loads(result.stdout)["profile_id"] == "p1"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_line_gets_a_line_in_the_same_order(run: Run, jobs: str) -> None:
    lines = write_json_lines("p.jsonl", LEARNER, READY, READY | {"profile_id": "p3"})
    result = run("route", "--bundle", "tiny", "--jsonl", "--profiles", lines, "--jobs", jobs)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [json.loads(line)["profile_id"] for line in result.stdout.splitlines()] == ["p2", "p1", "p3"]


def test_a_line_is_answered_as_the_same_profile_in_a_file(run: Run) -> None:
    by_line = run("route", "--bundle", "tiny", "--jsonl", "--profiles", write_json_lines("p.jsonl", LEARNER)).stdout
    in_file = run("route", "--bundle", "tiny", "--profiles", write_json("p.json", [LEARNER])).stdout
    assert in_file == f"[\n{by_line}]\n"


def test_a_bad_line_is_told_in_its_place_and_the_others_are_answered(run: Run) -> None:
    unknown = LEARNER | {"skills": [{"skill_id": "S9", "level": 2}]}
    lines = write_json_lines("p.jsonl", READY, '{"profile_id": ', "", unknown, LEARNER)
    result = run("route", "--bundle", "tiny", "--jsonl", "--profiles", lines, "--out", "o.jsonl")
    assert result.exit_code == 3
    assert result.stderr == "Refused: 2 of 4 lines. What is wrong with them stands in their answers.\n"
    answers = [json.loads(line) for line in Path("o.jsonl").read_text().splitlines()]
    assert [answer.get("line", answer["profile_id"]) for answer in answers] == ["p1", 2, 4, "p2"]
    assert [error["path"] for error in answers[2]["errors"]] == ["skills.0.skill_id"]


def test_of_an_empty_stream_nothing_is_made(run: Run) -> None:
    result = run("route", "--bundle", "tiny", "--jsonl", "--profiles", "-", "--out", "o.jsonl", typed=b"")
    assert (result.exit_code, result.output) == (0, "")
    assert Path("o.jsonl").read_text() == ""


def test_timings_of_lines_are_lines_for_those_that_were_planned(run: Run) -> None:
    lines = write_json_lines("p.jsonl", READY, {}, LEARNER)
    run("route", "--bundle", "tiny", "--jsonl", "--profiles", lines, "--timings", "t.jsonl", "--jobs", "2")
    timings = [json.loads(line) for line in Path("t.jsonl").read_text().splitlines()]
    assert [timing["profile_id"] for timing in timings] == ["p1", "p2"]
    assert all(timing["ms"] > 0 for timing in timings)


def test_pairs_are_answered_the_same_by_several_workers(run: Run) -> None:
    words = ("route", "--bundle", "tiny", "--profiles", write_json("p.json", [READY, LEARNER]))
    pairs = write_pairs(("p2", "O1"), ("p1", "O2"), ("p1", "O1"))
    by_one, by_two = (run(*words, "--pairs", pairs, "--jobs", jobs) for jobs in ("1", "2"))
    assert by_two.exit_code == 0
    assert by_two.stdout == by_one.stdout


def test_pairs_do_not_go_with_lines(run: Run) -> None:
    lines = write_json_lines("p.jsonl", READY)
    result = run("route", "--bundle", "tiny", "--jsonl", "--profiles", lines, "--pairs", write_pairs(("p1", "O1")))
    assert result.exit_code == 2
    assert "--jsonl" in result.stderr


def test_a_bad_catalogue_is_told_before_the_first_line_is_read(run: Run) -> None:
    Path("tiny/skills.csv").write_text("skill_id,label\n")
    result = run("route", "--bundle", "tiny", "--jsonl", "--profiles", "-", "--out", "o.jsonl", typed=b"{}\n")
    assert result.exit_code == 2
    assert "skills.csv" in result.stderr
    assert "o.jsonl" not in files()


def test_workers_answer_on_the_active_catalogue_too(run: Run) -> None:
    run("db", "upgrade")
    run("catalogue", "import", "tiny", "--activate")
    lines = write_json_lines("p.jsonl", READY)
    result = run("route", "--jsonl", "--profiles", lines, "--jobs", "2")
    assert json.loads(result.stdout)["routes"][0]["target_occupation_id"] == "O1"


HEEDED = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    " signal.signal(signal.SIGHUP, signal.SIG_DFL); "
)
"""What a shell gives a program; tests that run in the background would hand on that these two are ignored."""


def begin(*words: str) -> subprocess.Popen[bytes]:
    """The program as a shell starts it, in a process group of its own; its temporary files come in `temporary`."""
    Path("temporary").mkdir()
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            HEEDED + "from gouden_poort.cli import main; main()",
            "route",
            "--bundle",
            "tiny",
            *words,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(Path("temporary").absolute())},
        start_new_session=True,
    )


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 1), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_who_stops_a_run_leaves_no_process_and_no_file(run: Run, number: signal.Signals, status: int) -> None:
    with begin("--jsonl", "--profiles", "-", "--jobs", "2", "--timings", "t.jsonl") as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps(READY).encode() + b"\n")
        program.stdin.flush()
        assert json.loads(program.stdout.readline())["profile_id"] == "p1"
        assert list(Path("temporary").iterdir())
        os.killpg(program.pid, number)
        _, told = program.communicate(timeout=60)  # ends when no process holds the other end any more
    assert program.returncode == status
    assert b"Traceback" not in told
    assert list(Path("temporary").iterdir()) == []
    assert not [name for name in files() if "t.jsonl" in name]


@pytest.mark.parametrize(
    ("shut", "told"), [("<&-", b"standard input is closed"), (">&-", b"standard output is closed")]
)
def test_without_standard_input_or_output_a_file_is_asked_for(run: Run, shut: str, told: bytes) -> None:
    write_json_lines("p.jsonl", READY)
    profiles = "-" if shut == "<&-" else "p.jsonl"
    command = [sys.executable, "-c", "from gouden_poort.cli import main; main()", "route", "--bundle", "tiny"]
    started = ["sh", "-c", f'exec "$@" {shut}', "sh", *command, "--jsonl", "--profiles", profiles]
    ended = subprocess.run(started, stderr=subprocess.PIPE, check=False, timeout=120)
    assert (ended.returncode, told in ended.stderr, b"Traceback" in ended.stderr) == (2, True, False)


def test_a_lost_worker_is_told_and_the_answer_before_stays(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "_on_file", lambda _: nullcontext(Path("no.snapshot")))
    Path("o.jsonl").write_text("before")
    lines = write_json_lines("p.jsonl", READY)
    result = run("route", "--bundle", "tiny", "--jsonl", "--profiles", lines, "--jobs", "2", "--out", "o.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "A worker ended (status 1) while it planned for line 1. Is there memory enough?\n"
    assert Path("o.jsonl").read_text() == "before"


def test_who_has_read_enough_ends_the_run_without_a_word(run: Run) -> None:
    with begin("--jsonl", "--profiles", "-", "--jobs", "2") as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write((json.dumps(READY).encode() + b"\n") * 3)
        program.stdin.flush()
        program.stdout.close()
        assert program.stderr is not None
        assert program.stderr.read() == b""
    assert program.returncode == 1
