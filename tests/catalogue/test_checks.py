"""What is wrong between cells: each kind of fault once, many at once, and where each is said to be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import read_bundle, write_bundle
from gouden_poort.catalogue.checks import GUESSES
from gouden_poort.catalogue.snapshot_building import rules_named_by
from gouden_poort.errors import BundleFault, InvalidBundle
from tests.builders import a_bundle

Row = dict[str, Any]


def faults(tmp_path: Path, **files: Sequence[Row]) -> tuple[BundleFault, ...]:
    """The faults of a bundle that the builders make without looking at it."""
    write_bundle(a_bundle(**files), tmp_path / "bundle")
    try:
        read_bundle(tmp_path / "bundle")
    except InvalidBundle as refused:
        return refused.faults
    return ()


SKILL_TWICE: list[Row] = [{}, {"label": "Again"}]
LEVEL_TWICE: list[Row] = [{}, {"level": 3}]
ONLINE: Row = {"delivery": "online"}
BBL: Row = {"kind": "bbl"}


@pytest.mark.parametrize(
    ("files", "place", "code"),
    [
        ({"skills": SKILL_TWICE}, ("skills.csv", 3, "skill_id"), "duplicate_key"),
        ({"offering_skills": LEVEL_TWICE}, ("offering_skills.csv", 3, "skill_id"), "duplicate_key"),
        ({"sites": [{"provider_id": "P9"}]}, ("sites.csv", 2, "provider_id"), "unknown_id"),
        ({"positions": [{"company_id": "?"}]}, ("positions.csv", 2, "company_id"), "unknown_id"),
        ({"positions": [{"credential_id": "C9"}]}, ("positions.csv", 2, "credential_id"), "unknown_id"),
        ({"transitions": [{"to_occupation_id": "O9"}]}, ("transitions.csv", 2, "to_occupation_id"), "unknown_id"),
        ({"activities": [{"site_id": "L9"}]}, ("activities.csv", 2, "site_id"), "unknown_id"),
        ({"offering_requires": [{"ref_id": "S9"}]}, ("offering_requires.csv", 2, "ref_id"), "unknown_id"),
        (
            {"credentials": [{}], "position_requires": [{"kind": "credential", "level": ""}]},
            ("position_requires.csv", 2, "ref_id"),
            "unknown_id",
        ),
        ({"offering_requires": [{"level": ""}]}, ("offering_requires.csv", 2, "level"), "missing_value"),
        (
            {"credentials": [{}], "offering_requires": [{"kind": "credential", "ref_id": "C1"}]},
            ("offering_requires.csv", 2, "level"),
            "inconsistent",
        ),
        ({"offerings": [{"site_id": ""}]}, ("offerings.csv", 2, "site_id"), "missing_value"),
        ({"offerings": [ONLINE]}, ("offerings.csv", 2, "site_id"), "inconsistent"),
        ({"offerings": [{"min_age": 30, "max_age": 29}]}, ("offerings.csv", 2, "max_age"), "inconsistent"),
        ({"positions": [BBL]}, ("positions.csv", 2, "credential_id"), "missing_value"),
        ({"positions": [{"open_to": "2026-12-28"}]}, ("positions.csv", 2, "open_to"), "inconsistent"),
        ({"schemes": [{"valid_to": "2026-12-31"}]}, ("schemes.csv", 2, "valid_to"), "inconsistent"),
        ({"places": [{"pc4_from": 3600, "pc4_to": 3511}]}, ("places.csv", 2, "pc4_to"), "inconsistent"),
        ({"postcode_areas": [{"pc3": "35a"}]}, ("postcode_areas.csv", 2, "pc3"), "wrong_type"),
        (
            {"offering_starts": [{"start_date": "2026-12-28"}]},
            ("offering_starts.csv", 2, "start_date"),
            "out_of_range",
        ),
        (
            {"offering_starts": [{"start_date": "2030-12-30"}]},
            ("offering_starts.csv", 2, "start_date"),
            "out_of_range",
        ),
        ({"offerings": [{"rolling": True}]}, ("offering_starts.csv", 2, "offering_id"), "inconsistent"),
    ],
)
def test_each_contradiction_is_found_where_it_stands(
    tmp_path: Path, files: dict[str, list[Row]], place: tuple[str, int, str], code: str
) -> None:
    (fault,) = faults(tmp_path, **files)
    assert ((fault.file, fault.line, fault.column), fault.code) == (place, code)
    assert fault.expected


def test_bounds_that_are_just_met_are_good(tmp_path: Path) -> None:
    assert not faults(
        tmp_path,
        credentials=[{}],
        offerings=[{"min_age": 18, "max_age": 18}, {"offering_id": "T2", "rolling": True}],
        offering_starts=[{"start_date": "2027-01-04"}, {"start_date": "2030-12-23"}],
        positions=[{"open_from": "2027-02-01", "open_to": "2027-02-01", "kind": "bbl", "credential_id": "C1"}],
        schemes=[{"valid_from": "2027-01-01", "valid_to": "2027-01-01"}],
    )


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("format_version", "2", "not_a_choice"),
        ("base_date", "2027-01-05", "not_a_monday"),
        ("base_date", "soon", "not_a_date"),
        ("horizon_weeks", "0", "out_of_range"),
        ("horizon_weeks", "many", "wrong_type"),
        ("name", "", "missing_value"),
        ("rulebook", "bultin", "not_a_choice"),
    ],
)
def test_a_wrong_setting_is_found(tmp_path: Path, key: str, value: str, code: str) -> None:
    (fault,) = faults(tmp_path, bundle=[{"key": key, "value": value}])
    assert (fault.file, fault.column, fault.found, fault.code) == ("bundle.csv", "value", value, code)
    assert fault.expected.endswith(f"for {key}")


@pytest.mark.parametrize("key", ["format_version", "name", "base_date", "horizon_weeks"])
def test_a_setting_that_is_not_there_is_found(tmp_path: Path, key: str) -> None:
    write_bundle(a_bundle(), tmp_path / "bundle")
    path = tmp_path / "bundle" / "bundle.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(key)), encoding="utf-8")
    with pytest.raises(InvalidBundle) as refused:
        read_bundle(tmp_path / "bundle")
    (fault,) = refused.value.faults
    assert (fault.code, fault.line) == ("missing_value", 0)
    assert key in fault.expected


def test_a_rulebook_in_the_bundle_must_be_there(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, bundle=[{"key": "rulebook", "value": "rules/"}])
    assert (fault.code, fault.found) == ("inconsistent", "rules/")
    bundle = a_bundle(bundle=[{"key": "rulebook", "value": "rules/"}], other_files={"rules/a.yaml": b"rules: []"})
    write_bundle(bundle, tmp_path / "bundle")
    assert read_bundle(tmp_path / "bundle") == bundle


def test_the_rules_of_a_bundle_are_files_of_letters(tmp_path: Path) -> None:
    own = [{"key": "rulebook", "value": "rules/"}]
    bundle = a_bundle(bundle=own, other_files={"rules/a.yaml": b"rules: []", "rules/b.yaml": b"\xff"})
    write_bundle(bundle, tmp_path / "bundle")
    with pytest.raises(InvalidBundle) as refused:
        read_bundle(tmp_path / "bundle")
    assert [(fault.file, fault.code) for fault in refused.value.faults] == [("rules/b.yaml", "unreadable")]


def test_a_duplicate_says_where_the_first_one_stands(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, skills=[{"skill_id": "S0"}, {}, {"skill_id": "S2"}, {}])
    assert (fault.line, fault.found) == (5, "S1")
    assert "line 3" in fault.expected


def test_every_pair_of_two_ids_is_a_key_of_its_own(tmp_path: Path) -> None:
    numbers = range(4)
    pairs = [{"offering_id": f"T{a}", "skill_id": f"S{b}"} for a in numbers for b in numbers]
    assert not faults(
        tmp_path,
        skills=[{"skill_id": f"S{i}"} for i in numbers],
        offerings=[{"offering_id": f"T{i}"} for i in numbers],
        offering_skills=pairs[::-1],
        occupation_skills=[],
        offering_starts=[],
    )


def test_an_unknown_id_gets_a_guess_but_not_without_end(tmp_path: Path) -> None:
    wrong = [{"skill_id": f"sk-lasen-{i}", "level": 1} for i in range(GUESSES + 1)]
    found = faults(
        tmp_path, skills=[{}, {"skill_id": "sk-lassen-0"}], offering_skills=wrong, occupation_skills=[{"level": 1}]
    )
    assert len(found) == GUESSES + 1
    assert found[0].expected == "an id of skills.csv (perhaps sk-lassen-0)"
    assert found[-1].expected == "an id of skills.csv"


def test_a_cell_that_is_wrong_by_itself_is_named_once(tmp_path: Path) -> None:
    write_bundle(a_bundle(offering_requires=[{}]), tmp_path / "bundle")
    path = tmp_path / "bundle" / "offering_requires.csv"
    path.write_text("offering_id,kind,ref_id,level\nT1,skill,S1,high\n", encoding="utf-8")
    with pytest.raises(InvalidBundle) as refused:
        read_bundle(tmp_path / "bundle")
    assert [fault.code for fault in refused.value.faults] == ["wrong_type"]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    write_bundle(
        a_bundle(
            sites=[{"provider_id": "P9"}],
            offerings=[{}, {}],
            offering_starts=[{"start_date": "2031-01-06"}],
            companies=[],
        ),
        tmp_path / "bundle",
    )
    skills = "skill_id,label,kind,sector\nS1,,sektor,metal\n"
    (tmp_path / "bundle" / "skills.csv").write_text(skills, encoding="utf-8")
    (tmp_path / "bundle" / "schemes.csv").unlink()
    with pytest.raises(InvalidBundle) as refused:
        read_bundle(tmp_path / "bundle")
    assert [(fault.file, fault.column, fault.code) for fault in refused.value.faults] == [
        ("skills.csv", "esco_uri", "missing_column"),
        ("skills.csv", "label", "missing_value"),
        ("skills.csv", "kind", "not_a_choice"),
        ("sites.csv", "provider_id", "unknown_id"),
        ("offerings.csv", "offering_id", "duplicate_key"),
        ("offering_starts.csv", "start_date", "out_of_range"),
        ("positions.csv", "company_id", "unknown_id"),
        ("schemes.csv", "", "missing_file"),
    ]


def test_rule_files_may_end_in_yml_as_they_may_for_rules_check(tmp_path: Path) -> None:
    own = [{"key": "rulebook", "value": "rules/"}]
    write_bundle(a_bundle(bundle=own, other_files={"rules/a.yml": b"rules: []"}), tmp_path / "it")

    assert rules_named_by(read_bundle(tmp_path / "it")) == ("rules", {"a.yml": "rules: []"})
