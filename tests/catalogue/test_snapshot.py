"""Snapshots: every column says what the bundle said, and a saved snapshot opens as the same one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.catalogue.columns import flatten
from gouden_poort.catalogue.format import BENEFITS, CEFR_LEVELS, GROUPS, OFFERING_KINDS
from gouden_poort.catalogue.snapshot import (
    KIND_BBL,
    NO_LIMIT,
    POSITION_BBL,
    POSITION_JOB,
    Snapshot,
    benefit_mask,
    group_mask,
)
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.levels import CEFR, Benefit, TargetGroup
from tests.builders import IN_THE_DEFAULT_CATALOGUE, a_bundle, a_snapshot


def two_of_most() -> Snapshot:
    """Two skills, occupations, offerings and positions, tied together in every way the format knows."""
    return a_snapshot(
        skills=[{"label_en": "Welding"}, {"skill_id": "S2", "label": "Meten"}],
        occupations=[{"sector": "metal"}, {"occupation_id": "O2", "sector": "energy", "nlqf_level": ""}],
        occupation_skills=[{}, {"skill_id": "S2", "level": 1, "importance": "optional"}, {"occupation_id": "O2"}],
        credentials=[{"nlqf_level": 2}, {"credential_id": "C2", "nlqf_level": 4}, {"credential_id": "C3"}],
        occupation_credentials=[{"occupation_id": "O2", "credential_id": "C2"}, {"importance": "optional"}],
        offerings=[
            {"min_age": 18, "min_cefr": "B1", "min_nlqf": 2, "target_groups": "starter|experienced", "kind": "bbl"},
            {"offering_id": "T2", "site_id": "", "delivery": "online", "rolling": True, "awards_cefr": "A2",
             "max_age": 27, "sector": "general"},
        ],
        offering_skills=[{"offering_id": "T2", "skill_id": "S2", "level": 3}, {}, {"skill_id": "S2", "level": 4}],
        offering_requires=[{}, {"ref_id": "S2", "level": 3},
                           {"kind": "credential", "ref_id": "C3", "level": ""}],
        offering_credentials=[{}, {"credential_id": "C2"}, {"offering_id": "T2", "credential_id": "C3"}],
        offering_starts=[{"start_date": "2027-03-01"}, {"start_date": "2027-01-04"}, {"start_date": "2027-02-01"}],
        positions=[
            {"open_from": "2026-12-21", "open_to": "2040-01-02", "kind": "bbl", "credential_id": "C2"},
            {"position_id": "J2", "occupation_id": "O2"},
            {"position_id": "J3", "max_age": 60},
        ],
        position_requires=[{"position_id": "J3"}, {"kind": "credential", "ref_id": "C2", "level": ""}],
        transitions=[{"to_occupation_id": "O2", "min_tenure_weeks": 26}],
        schemes=[
            {"sectors": "energy|unheard", "benefits": "ww|wia", "target_groups": "status_holder",
             "offering_kinds": "language|bbl", "min_age": 18, "valid_from": "2026-12-31"},
            {"scheme_id": "F2"},
        ],
        experience=[{"occupation_id": "O2", "skill_id": "S2", "level": 4, "after_weeks": 26}],
        skill_synonyms=[{"skill_id": "S2"}],
        places=[{"pc4_from": 3511, "pc4_to": 3585}, {"place_id": "pl-2"}],
        postcode_areas=[{}],
        regions=[{}],
        activities=[{"site_id": ""}],
        backgrounds=[{"isco_codes": "5120|9412"}, {"background_id": "G2", "isco_codes": ""}],
        background_tasks=[{"background_id": "G2"}, {"task_id": "D2"}, {"task_id": "D3", "background_id": "G2"}],
        task_skills=[{"task_id": "D3", "skill_id": "S2", "level": 2}, {}, {"task_id": "D3"}],
    )  # fmt: skip


def lists(ragged: object) -> list[list[int]]:
    return [ragged[row].tolist() for row in range(len(ragged))]  # type: ignore[arg-type,index]


def test_backgrounds_have_their_tasks_and_tasks_their_skills_with_levels() -> None:
    columns = two_of_most().columns
    assert list(columns.backgrounds.isco_codes) == ["5120|9412", ""]
    assert lists(columns.backgrounds.tasks) == [[1], [0, 2]]
    assert columns.background_tasks.background.tolist() == [1, 0, 1]
    assert lists(columns.background_tasks.skills) == [[0], [], [1, 0]]
    assert lists(columns.background_tasks.levels) == [[1], [], [2, 1]]


def test_offerings_have_their_conditions_as_plain_numbers() -> None:
    offerings = two_of_most().columns.offerings
    assert list(offerings.id) == ["T1", "T2"]
    assert offerings.site.tolist() == [0, -1]
    assert offerings.kind.tolist() == [KIND_BBL, OFFERING_KINDS.index("module")]
    assert offerings.min_age.tolist() == [18, 0]
    assert offerings.max_age.tolist() == [NO_LIMIT, 27]
    assert offerings.min_cefr.tolist() == [CEFR.B1, CEFR.A0]
    assert offerings.awards_cefr.tolist() == [CEFR.A0, CEFR.A2]
    assert offerings.min_nlqf.tolist() == [2, 0]
    assert offerings.rolling.tolist() == [0, 1]
    assert offerings.groups.tolist() == [group_mask(frozenset({TargetGroup.STARTER, TargetGroup.EXPERIENCED})), 0]
    assert (offerings.weeks[0], offerings.hours_per_week[0], offerings.cost_eur[0]) == (8, 8, 400)


def test_offerings_know_what_they_teach_ask_and_award() -> None:
    offerings = two_of_most().columns.offerings
    assert lists(offerings.teaches) == [[0, 1], [1]]
    assert lists(offerings.teaches_levels) == [[2, 4], [3]]
    assert lists(offerings.requires_skills) == [[0, 1], []]
    assert lists(offerings.requires_levels) == [[1, 3], []]
    assert lists(offerings.requires_credentials) == [[2], []]
    assert lists(offerings.awards) == [[0, 1], [2]]
    assert offerings.awards_nlqf.tolist() == [4, 0]


def test_starts_are_weeks_in_order() -> None:
    snapshot = two_of_most()
    assert lists(snapshot.columns.offerings.starts) == [[0, 4, 8], []]
    assert snapshot.monday(4) == date(2027, 2, 1)
    assert snapshot.week_of(date(2027, 2, 1)) == 4
    assert snapshot.week_of(date(2026, 12, 28)) == -1
    with pytest.raises(ValueError, match="not a Monday"):
        snapshot.week_of(date(2027, 2, 2))


def test_occupations_know_what_they_ask_and_where_they_lead() -> None:
    occupations = two_of_most().columns.occupations
    assert occupations.nlqf_level.tolist() == [2, 0]
    assert lists(occupations.essential_skills) == [[0], [0]]
    assert lists(occupations.essential_levels) == [[2], [2]]
    assert lists(occupations.optional_skills) == [[1], []]
    assert lists(occupations.optional_levels) == [[1], []]
    assert lists(occupations.essential_credentials) == [[], [1]]
    assert lists(occupations.optional_credentials) == [[0], []]
    assert lists(occupations.moves_to) == [[1], []]
    assert lists(occupations.moves_after_weeks) == [[26], []]
    assert lists(occupations.experience_skills) == [[], [1]]
    assert lists(occupations.experience_levels) == [[], [4]]
    assert lists(occupations.experience_weeks) == [[], [26]]
    assert lists(occupations.positions) == [[0, 2], [1]]


def test_positions_may_open_before_and_close_after_the_calendar() -> None:
    positions = two_of_most().columns.positions
    assert positions.kind.tolist() == [POSITION_BBL, POSITION_JOB, POSITION_JOB]
    assert positions.credential.tolist() == [1, -1, -1]
    assert positions.occupation.tolist() == [0, 1, 0]
    assert positions.open_from.tolist() == [-2, 0, 0]
    assert positions.open_to.tolist()[0] == (date(2040, 1, 2) - date(2027, 1, 4)).days // 7
    assert positions.max_age.tolist() == [NO_LIMIT, NO_LIMIT, 60]
    assert lists(positions.requires_skills) == [[], [], [0]]
    assert lists(positions.requires_levels) == [[], [], [1]]
    assert lists(positions.requires_credentials) == [[1], [], []]


def test_sectors_are_those_of_work_training_companies_and_schemes() -> None:
    columns = two_of_most().columns
    assert list(columns.sectors) == ["energy", "general", "metal", "unheard"]
    assert columns.occupations.sector.tolist() == [2, 0]
    assert columns.offerings.sector.tolist() == [2, 1]
    assert columns.companies.sector.tolist() == [2]


def test_schemes_have_masks_and_days() -> None:
    schemes = two_of_most().columns.schemes
    assert schemes.pays_percent.tolist() == [50, 50]
    assert lists(schemes.sectors) == [[0, 3], []]
    assert schemes.benefits.tolist() == [benefit_mask(Benefit.WW) | benefit_mask(Benefit.WIA), 0]
    assert schemes.groups.tolist() == [group_mask(frozenset({TargetGroup.STATUS_HOLDER})), 0]
    assert schemes.kinds.tolist() == [1 << OFFERING_KINDS.index("language") | 1 << KIND_BBL, 0]
    assert schemes.min_age.tolist() == [18, 0]
    assert schemes.max_age.tolist() == [NO_LIMIT, NO_LIMIT]
    assert schemes.valid_from.tolist() == [-4, -3]


def test_the_optional_files_become_columns_too() -> None:
    columns = two_of_most().columns
    assert (columns.synonyms.skill.tolist(), list(columns.synonyms.text)) == ([1], ["las"])
    assert columns.places.pc4_from.tolist() == [3511, 0]
    assert list(columns.postcode_areas.pc3) == ["351"]
    assert list(columns.regions.municipalities) == ["Utrecht|Zeist"]
    assert columns.activities.site.tolist() == [-1]
    assert list(columns.skills.extra["label_en"]) == ["Welding", ""]


def test_masks_fit_the_bytes_they_live_in() -> None:
    assert group_mask(frozenset(TargetGroup)) == 2 ** len(GROUPS) - 1 <= np.iinfo(np.int8).max
    assert sum(benefit_mask(benefit) for benefit in Benefit) == 2 ** len(BENEFITS) - 1 <= np.iinfo(np.int8).max
    assert [CEFR[name] for name in CEFR_LEVELS] == list(range(len(CEFR_LEVELS)))


def test_an_empty_catalogue_has_a_snapshot(tmp_path: Path) -> None:
    snapshot = a_snapshot(**{name: [] for name in IN_THE_DEFAULT_CATALOGUE})
    snapshot.save(tmp_path / "empty")
    assert len(Snapshot.open(tmp_path / "empty").columns.offerings.id) == 0


@pytest.mark.parametrize(
    ("said", "rulebook"), [(None, None), ("", None), ("none", None), ("builtin", "builtin"), ("rules/", "rules")]
)
def test_a_snapshot_names_the_rulebook(said: str | None, rulebook: str | None) -> None:
    settings = [] if said is None else [{"key": "rulebook", "value": said}]
    assert a_snapshot(bundle=settings).rulebook == rulebook


def test_a_snapshot_carries_the_rules_of_its_catalogue(tmp_path: Path) -> None:
    files = {"rules/a.yaml": b"rules: []", "rules/notes.txt": b"x", "other.yaml": b"y"}
    snapshot = a_snapshot(bundle=[{"key": "rulebook", "value": "rules"}], other_files=files)
    snapshot.save(tmp_path / "snapshot")
    assert Snapshot.open(tmp_path / "snapshot").rules == {"a.yaml": "rules: []"}
    assert a_snapshot(other_files=files).rules == {}


def test_the_version_is_the_content_hash_unless_named() -> None:
    assert a_snapshot().version == content_hash(a_bundle())
    assert build(a_bundle(), version="7").version == "7"


def test_a_saved_snapshot_opens_as_the_same_one(tmp_path: Path) -> None:
    snapshot = two_of_most()
    snapshot.save(tmp_path / "snapshot")
    opened = Snapshot.open(tmp_path / "snapshot")
    for said in ("name", "version", "base_date", "horizon_weeks", "rulebook"):
        assert getattr(opened, said) == getattr(snapshot, said)
    before, after = dict(flatten(snapshot.columns)), dict(flatten(opened.columns))
    assert before.keys() == after.keys()
    for name, array in before.items():
        assert (after[name].dtype, after[name].tolist()) == (array.dtype, array.tolist()), name


def test_a_file_that_is_no_snapshot_says_so(tmp_path: Path) -> None:
    (tmp_path / "snapshot").write_bytes(b"something else, but long enough to look at")
    with pytest.raises(ValueError, match="snapshot is not a snapshot file"):
        Snapshot.open(tmp_path / "snapshot")


def test_a_snapshot_that_breaks_off_says_so(tmp_path: Path) -> None:
    two_of_most().save(tmp_path / "snapshot")
    whole = (tmp_path / "snapshot").read_bytes()
    (tmp_path / "snapshot").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match="snapshot breaks off"):
        Snapshot.open(tmp_path / "snapshot")
