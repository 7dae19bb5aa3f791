"""Building the built-in catalogue: what is committed is what the facts give, and the parts do what they say."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from gouden_poort.catalogue.bundle import BUILTIN
from tools.build_catalogue.__main__ import build
from tools.build_catalogue.calendar import BASE, HORIZON_WEEKS, starts
from tools.build_catalogue.careers import experience
from tools.build_catalogue.facts import EXAMPLE, FACTS, table
from tools.build_catalogue.occupations import dutch_needed, essentials
from tools.build_catalogue.part_time import part_time
from tools.build_catalogue.placement import places_for
from tools.build_catalogue.spread import regions_for
from tools.build_catalogue.tables import Tables
from tools.build_catalogue.trainings import Training, trainings


def training(name: str) -> Training:
    return next(known for known in trainings() if known.training_id == name)


def test_rebuilding_gives_what_is_committed(tmp_path: Path) -> None:
    build().write(tmp_path)
    committed = {path.name: path.read_bytes() for path in BUILTIN.iterdir()}
    rebuilt = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert rebuilt.keys() == committed.keys()
    assert [name for name in rebuilt if rebuilt[name] != committed[name]] == []


@pytest.mark.parametrize("path", sorted(FACTS.glob("*.csv")), ids=lambda path: path.stem)
def test_every_fact_says_where_it_comes_from_and_when(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert row["source"]
        assert "general knowledge" not in row["source"]
        assert date.fromisoformat(row["checked_on"]) <= BASE


def test_a_stale_file_is_taken_away_and_others_are_left(tmp_path: Path) -> None:
    (tmp_path / "activities.csv").write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    tables = Tables()
    tables.add("bundle", None, key="name", value="x")
    tables.write(tmp_path)
    assert not (tmp_path / "activities.csv").exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "bundle.csv").read_bytes() == b"key,value\nname,x\n"


def test_a_column_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        Tables().add("skills", EXAMPLE, skill_id="sk-x", colour="red")


def test_a_bbl_counts_its_school_hours_and_costs_the_learner_nothing() -> None:
    bbl = training("bbl2-elektro")
    assert (bbl.kind, bbl.hours_per_week, bbl.cost_eur, bbl.employer_pays_eur) == ("bbl", 8, 0, 280)
    assert bbl.min_nlqf == 1
    assert bbl.conditions == "contract_hours>=20;recognised_employer=true"


def test_entry_conditions_with_a_column_leave_the_text() -> None:
    course = training("veil-bei-vop")
    assert course.requires == {"sk-vca-basis": 3, "sk-elektro-basis": 2}
    assert course.conditions == ""
    assert training("entree-nt2").min_age == 18
    assert training("bvs-statushouder").target_groups == "status_holder"


def test_a_training_asks_no_more_than_others_teach() -> None:
    assert training("bij-scope").requires["sk-meten-elektrisch"] == 3


def test_language_courses_award_a_level_of_dutch() -> None:
    assert [training(f"taal-{name}").awards_cefr for name in ("a0a1", "a1a2", "a2b1", "b1b2")] == [
        "A1",
        "A2",
        "B1",
        "B2",
    ]
    assert training("taal-2f").awards_cefr == ""


def test_beside_work_a_bbl_becomes_the_derde_leerweg() -> None:
    variant = part_time(training("bbl3-elektro"))
    assert variant
    assert (variant.kind, variant.hours_per_week, variant.weeks) == ("course", 8, 104)
    assert variant.awards == training("bbl3-elektro").awards
    assert "derde leerweg" in variant.label
    assert "contract_hours" not in variant.conditions


def test_a_short_course_beside_work_is_stretched_over_evenings() -> None:
    variant = part_time(training("veil-fgas"))
    assert variant
    assert (variant.weeks, variant.daypart) == (9, "evening")
    assert part_time(training("veil-bvca")) is None
    assert part_time(training("entree-bouw")) is None


def test_everything_a_ladder_asks_can_be_followed_beside_work() -> None:
    asked = {name for row in table("ladders") for name in row["trainings"].split("|")}
    variants = {name: part_time(training(name)) or training(name) for name in asked}
    heavy = {name for name, variant in variants.items() if variant.kind == "bbl" or variant.hours_per_week > 8}
    assert heavy == set()


def test_attitudes_driving_and_dutch_never_close_an_occupation() -> None:
    asked = {skill for skills in essentials().values() for skill in skills}
    assert not asked & {"sk-samenwerken", "sk-fysiek", "sk-rijden-b", "sk-nl-luisteren"}
    assert dutch_needed()["oc-bouw-assistent"] == "A1"
    assert dutch_needed()["oc-spoormonteur"] == "B1"


def test_a_starter_is_asked_no_more_than_the_best_training_teaches() -> None:
    assert essentials()["oc-stukadoor"]["sk-stukadoren"] == 3
    assert essentials()["oc-lasser"]["sk-lassen-migmag"] == 3


def test_work_teaches_what_the_next_step_asks() -> None:
    learnt = experience()
    assert learnt["oc-kabellegger", "sk-verkeersveilig", 2] == 52
    assert max(level for *_, level in learnt) <= 5
    assert not any(skill == "sk-rijden-b" for _, skill, _ in learnt)


def test_starts_are_mondays_outside_the_long_holidays() -> None:
    for name in ("veil-bvca", "bbl2-elektro", "taal-a1a2"):
        days = starts(training(name), "3601")
        assert days == sorted(set(days))
        for day in days:
            assert day.weekday() == 0
            assert 0 <= (day - BASE).days // 7 < HORIZON_WEEKS
            assert not (day.month, day.day) >= (12, 21)
            assert not (7, 20) <= (day.month, day.day) <= (8, 15)


def test_scarce_things_are_spread_over_the_country() -> None:
    few = regions_for("anything", "few")
    assert len(few) == 9
    assert {"AM24", "AM30"} & few
    assert len(regions_for("anything", "every")) == 35
    assert "AM14" in regions_for("rails", "few", preferred={"AM14"})


def test_a_centre_gives_only_what_belongs_to_its_sector() -> None:
    assert {site.label for site in places_for(training("bbl-rail"))} >= {"Railcenter"}
    assert "Railcenter" not in {site.label for site in places_for(training("bbl2-gww"))}
    for site in places_for(training("bvs-lassen")):
        assert site.sectors & {"metaal", "breed"}
