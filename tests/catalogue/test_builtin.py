"""The catalogue that travels with the package says where everything comes from, and hangs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.entries import Bundle, Value
from gouden_poort.catalogue.format import FILES

SECTORS = {"bouw", "installatie", "metaal", "energie", "infra", "proces", "mobiliteit", "ict", "breed"}
GENERATED = ("offerings", "companies", "positions", "activities")


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return read_bundle(BUILTIN)


def rows(bundle: Bundle, file: str) -> Iterator[dict[str, Value]]:
    entries = bundle.files[file]
    columns = {**entries.extra, **entries.columns}
    for cells in zip(*columns.values(), strict=True):
        yield dict(zip(columns, cells, strict=True))


def test_it_is_as_large_as_promised(bundle: Bundle) -> None:
    sizes = {name: len(entries) for name, entries in bundle.files.items()}
    assert sizes["occupations"] == 109
    assert sizes["offerings"] >= 3_000
    assert sizes["companies"] >= 900
    assert sizes["regions"] == 35
    assert sizes["transitions"] == 224
    assert sizes["places"] >= 400
    assert sizes["postcode_areas"] >= 750
    assert 5 <= sizes["schemes"] <= 10
    assert sum(path.stat().st_size for path in BUILTIN.glob("*.csv")) < 15_000_000


@pytest.mark.parametrize("file", [spec.name for spec in FILES if spec.name not in ("bundle", "position_requires")])
def test_every_row_says_where_it_comes_from_and_when(bundle: Bundle, file: str) -> None:
    extra = bundle.files[file].extra
    assert len(bundle.files[file]) > 0
    assert all(extra["source"])
    assert all(date(2024, 1, 1) <= date.fromisoformat(day) <= bundle.base_date for day in set(extra["checked_on"]))
    assert not any("general knowledge" in source for source in set(extra["source"]))


@pytest.mark.parametrize("file", GENERATED)
def test_everything_generated_is_marked_as_an_example(bundle: Bundle, file: str) -> None:
    assert set(bundle.files[file].extra["example"]) == {"1"}


def test_real_centres_and_example_sites_are_told_apart(bundle: Bundle) -> None:
    for site in rows(bundle, "sites"):
        assert (site["example"] == "1") == site["label"].startswith("Voorbeeld")
    municipal = [site for site in rows(bundle, "sites") if site["subkind"] == "municipality"]
    assert len({site["region_code"] for site in municipal}) == 35


def test_starts_run_through_december_2030(bundle: Bundle) -> None:
    days = bundle.files["offering_starts"].columns["start_date"]
    last = bundle.base_date + timedelta(weeks=bundle.horizon_weeks - 1)
    assert last == date(2030, 12, 30)
    assert max(days) >= date(2030, 12, 2)
    assert {day.year for day in days} == {2026, 2027, 2028, 2029, 2030}


def test_every_offering_can_be_started(bundle: Bundle) -> None:
    dated = set(bundle.files["offering_starts"].columns["offering_id"])
    for offering in rows(bundle, "offerings"):
        assert offering["rolling"] != (offering["offering_id"] in dated), offering["offering_id"]


def test_companies_of_every_sector_stand_in_every_region(bundle: Bundle) -> None:
    found = {(company["region_code"], company["sector"]) for company in rows(bundle, "companies")}
    assert found == {(region["region_code"], sector) for region in rows(bundle, "regions") for sector in SECTORS}


def test_a_bbl_place_beside_a_school_day_exists_wherever_bbl_does(bundle: Bundle) -> None:
    region_of = {company["company_id"]: company["region_code"] for company in rows(bundle, "companies")}
    fewest: dict[tuple[str, str], int] = {}
    for position in rows(bundle, "positions"):
        if position["kind"] == "bbl":
            key = position["occupation_id"], region_of[position["company_id"]]
            fewest[key] = min(fewest.get(key, 99), position["hours_per_week"])
    assert len({region for _, region in fewest}) == 35
    assert {key for key, hours in fewest.items() if hours > 24} == set()
    school = {o["hours_per_week"] for o in rows(bundle, "offerings") if o["kind"] == "bbl"}
    assert school == {4, 8}


def test_a_job_that_fits_32_hours_exists_wherever_the_occupation_does(bundle: Bundle) -> None:
    region_of = {company["company_id"]: company["region_code"] for company in rows(bundle, "companies")}
    fewest: dict[tuple[str, str], int] = defaultdict(lambda: 99)
    for position in rows(bundle, "positions"):
        if position["kind"] == "job":
            key = position["occupation_id"], region_of[position["company_id"]]
            fewest[key] = min(fewest[key], position["hours_per_week"])
    assert {occupation for occupation, _ in fewest} == set(bundle.files["occupations"].columns["occupation_id"])
    assert max(fewest.values()) <= 32


def _by_training(bundle: Bundle, file: str, column: str) -> dict[str, dict[str, int]]:
    entries = bundle.files["offerings"]
    training = dict(zip(entries.columns["offering_id"], entries.extra["training_id"], strict=True))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(bundle, file):
        found[training[row["offering_id"]]][row[column]] = row.get("level", 1)
    return found


def test_every_training_leads_somewhere(bundle: Bundle) -> None:
    asked = set(bundle.files["occupation_skills"].columns["skill_id"])
    papers = set(bundle.files["occupation_credentials"].columns["credential_id"])
    teaches = _by_training(bundle, "offering_skills", "skill_id")
    awards = _by_training(bundle, "offering_credentials", "credential_id")
    dutch = {offering["training_id"] for offering in rows(bundle, "offerings") if offering["awards_cefr"]}
    idle = {
        training
        for training in set(bundle.files["offerings"].extra["training_id"]) - dutch
        if not (asked & set(teaches[training]) or papers & set(awards[training]))
    }
    assert idle == set()


def test_every_bbl_brings_someone_to_an_occupation(bundle: Bundle) -> None:
    """With what other courses teach beside it, the bbl reaches all essentials of a place that trains for it."""
    teaches = _by_training(bundle, "offering_skills", "skill_id")
    bbls = {offering["training_id"] for offering in rows(bundle, "offerings") if offering["kind"] == "bbl"}
    elsewhere: dict[str, int] = defaultdict(int)
    for training, skills in teaches.items():
        for skill, level in skills.items():
            elsewhere[skill] = max(elsewhere[skill], 0 if training in bbls else level)
    essentials: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(bundle, "occupation_skills"):
        if row["importance"] == "essential":
            essentials[row["occupation_id"]][row["skill_id"]] = row["level"]
    served = {
        position["training_id"]
        for position in rows(bundle, "positions")
        if position["kind"] == "bbl"
        and all(
            max(teaches[position["training_id"]].get(skill, 0), elsewhere[skill]) >= level
            for skill, level in essentials[position["occupation_id"]].items()
        )
    }
    assert bbls - served == set()


def test_no_essential_is_above_what_a_training_teaches(bundle: Bundle) -> None:
    taught: dict[str, int] = defaultdict(int)
    for skills in _by_training(bundle, "offering_skills", "skill_id").values():
        for skill, level in skills.items():
            taught[skill] = max(taught[skill], level)
    for row in rows(bundle, "occupation_skills"):
        assert row["importance"] == "optional" or row["level"] <= taught[row["skill_id"]], row


@pytest.mark.parametrize("kind", ["language", "basic"])
def test_language_and_basic_courses_are_free_in_every_region_and_given_online(bundle: Bundle, kind: str) -> None:
    municipal = {s["site_id"]: s["region_code"] for s in rows(bundle, "sites") if s["subkind"] == "municipality"}
    offerings = [offering for offering in rows(bundle, "offerings") if offering["kind"] == kind]
    free = {municipal.get(offering["site_id"]) for offering in offerings if not offering["cost_eur"]} - {None}
    assert len(free) == 35
    assert any(offering["delivery"] == "online" for offering in offerings)


@pytest.mark.parametrize("course", ["taal-a0a1", "taal-a1a2", "taal-a2b1", "taal-b1b2"])
def test_dutch_is_taught_beside_work_in_the_evening_in_every_region_and_online(bundle: Bundle, course: str) -> None:
    municipal = {s["site_id"]: s["region_code"] for s in rows(bundle, "sites") if s["subkind"] == "municipality"}
    beside_work = [
        offering
        for offering in rows(bundle, "offerings")
        if offering["training_id"] == f"{course}-dt" and offering["daypart"] == "evening"
    ]
    assert {offering["hours_per_week"] for offering in beside_work} == {8}
    assert len({municipal.get(offering["site_id"]) for offering in beside_work} - {None}) == 35
    assert [offering["rolling"] for offering in beside_work if offering["delivery"] == "online"] == [True]


def test_every_sector_has_jobs_in_every_region(bundle: Bundle) -> None:
    where = {company["company_id"]: company for company in rows(bundle, "companies")}
    found = {
        (where[position["company_id"]]["region_code"], where[position["company_id"]]["sector"])
        for position in rows(bundle, "positions")
        if position["kind"] == "job"
    }
    assert len(found) == 35 * len(SECTORS)


def test_money_help_that_ended_cannot_be_counted_on(bundle: Bundle) -> None:
    schemes = {scheme["scheme_id"]: scheme for scheme in rows(bundle, "schemes")}
    stap = schemes["sch-stap"]
    assert (stap["valid_from"], stap["valid_to"]) == (date(2022, 3, 1), date(2023, 12, 31))
    assert not any(
        "krediet" in scheme["label"].lower() or "lening" in scheme["label"].lower() for scheme in schemes.values()
    )


def test_skills_are_found_by_dutch_and_english_words(bundle: Bundle) -> None:
    known = {(row["language"], row["text"].lower()) for row in rows(bundle, "skill_synonyms")}
    assert {("nl", "loodgieter"), ("nl", "lassen"), ("en", "welder"), ("en", "plumber")} <= known
    assert set(bundle.files["skill_synonyms"].columns["skill_id"]) == set(bundle.files["skills"].columns["skill_id"])
