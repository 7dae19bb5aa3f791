"""The judge on what `gouden-poort route` writes: the files a user gets, without any value in between."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gouden_poort.cli import main
from tests.feasibility.checker import check_answer, check_route
from tests.feasibility.generator import make_tables
from tests.feasibility.people import make_people
from tests.feasibility.reading import Catalogue
from tests.feasibility.writing import write_tables

Asked = tuple[Path, list[dict[str, Any]]]
SEED, PEOPLE = 101, 6


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """A folder with a bundle in `bundle` and people in `profiles.json`."""
    tables = make_tables(SEED)
    write_tables(tmp_path / "bundle", tables)
    people = make_people(SEED, PEOPLE, tables)
    (tmp_path / "profiles.json").write_text(json.dumps(people), encoding="utf-8")
    return tmp_path, people


def _answer(folder: Path, *options: str) -> Any:
    out = folder / "out.json"
    arguments = ["route", "--bundle", str(folder / "bundle"), "--profiles", str(folder / "profiles.json")]
    result = CliRunner().invoke(main, [*arguments, "--out", str(out), *options], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return json.loads(out.read_text(encoding="utf-8"))


def test_every_answer_could_be_booked(asked: Asked) -> None:
    folder, people = asked
    answers = _answer(folder, "--timings", str(folder / "timings.json"))
    catalogue = Catalogue.load(folder / "bundle")
    faults = [
        fault
        for profile, answer in zip(people, answers, strict=True)
        for fault in check_answer(catalogue, profile, answer)
    ]
    assert faults == []
    assert any(answer["routes"] for answer in answers)
    timings = json.loads((folder / "timings.json").read_text(encoding="utf-8"))
    assert [timing["profile_id"] for timing in timings] == [profile["profile_id"] for profile in people]
    assert all(timing["ms"] >= 0 for timing in timings)


def test_one_profile_gets_one_answer(asked: Asked) -> None:
    folder, people = asked
    (folder / "profiles.json").write_text(json.dumps(people[0]), encoding="utf-8")
    assert check_answer(Catalogue.load(folder / "bundle"), people[0], _answer(folder)) == []


def test_every_pair_is_answered_with_a_route_that_could_be_booked_or_null(asked: Asked) -> None:
    folder, people = asked
    catalogue = Catalogue.load(folder / "bundle")
    pairs = [(profile["profile_id"], target) for profile in people for target in sorted(catalogue.occupations)[:6]]
    with (folder / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("profile_id", "target_occupation_id"), *pairs])
    answers = _answer(folder, "--pairs", str(folder / "pairs.csv"))
    assert [(answer["profile_id"], answer["target_occupation_id"]) for answer in answers] == pairs
    who = {profile["profile_id"]: profile for profile in people}
    found = [answer for answer in answers if answer["route"] is not None]
    faults = [fault for a in found for fault in check_route(catalogue, who[a["profile_id"]], a["route"])]
    assert faults == []
    assert 0 < len(found) < len(answers)
    assert all(answer["route"]["target_occupation_id"] == answer["target_occupation_id"] for answer in found)
