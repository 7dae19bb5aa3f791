"""Tables of facts: every row says what the catalogue says, and what it does not say is not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import NO_LIMIT, Snapshot
from gouden_poort.rules.columns.table import Column, FactTable, NumberColumn, SetColumn, TruthColumn, WordColumn
from gouden_poort.rules.facts.catalogue import occupation_table, offering_table, position_table, row_facts
from gouden_poort.rules.language.words import Subject
from tests.builders import a_snapshot


def offering(**changes: Any) -> dict[str, Any]:
    """The facts of the second offering: the first has other values, so that rows must not be mixed up."""
    snapshot = a_snapshot(offerings=[{"offering_id": "T0", "weeks": 3}, changes])
    return row_facts(offering_table(snapshot), 1)


def test_an_offering_that_asks_nothing_is_known_to_ask_nothing() -> None:
    facts = offering()
    assert (facts["offering.min_age"], facts["offering.max_age"], facts["offering.min_nlqf"]) == (0, NO_LIMIT, 0)
    assert facts["offering.min_cefr"] == "A0"
    assert facts["offering.groups"] == facts["offering.required_credentials"] == frozenset()
    assert facts["offering.required_skills"] == {}


def test_an_offering_says_what_it_is_and_asks() -> None:
    facts = offering(
        kind="bbl", min_age=16, max_age=27, min_cefr="B1", min_nlqf=2, target_groups="starter|career_changer",
        cost_eur=750, weeks=40, hours_per_week=8, capacity=9,
    )  # fmt: skip
    assert facts["offering.kind"] == "bbl"
    assert facts["offering.sector"] == "metal"
    assert facts["offering.groups"] == frozenset({"starter", "career_changer"})
    assert (facts["offering.min_age"], facts["offering.max_age"]) == (16, 27)
    assert (facts["offering.min_cefr"], facts["offering.min_nlqf"]) == ("B1", 2)
    assert [facts[f"offering.{name}"] for name in ("cost_eur", "weeks", "hours_per_week", "capacity")] == [
        750,
        40,
        8,
        9,
    ]


def test_required_skills_have_levels_and_awards_are_ids() -> None:
    snapshot = a_snapshot(
        skills=[{"skill_id": "S0"}, {}],
        credentials=[{"credential_id": "C0"}, {}],
        offerings=[{"offering_id": "T0"}, {}],
        offering_requires=[{"level": 3}, {"kind": "credential", "ref_id": "C0", "level": ""}],
        offering_credentials=[{}],
    )
    facts = row_facts(offering_table(snapshot), 1)
    assert facts["offering.required_skills"] == {"S1": 3}
    assert facts["offering.required_credentials"] == frozenset({"C0"})
    assert facts["offering.awards"] == frozenset({"C1"})


def test_a_full_qualification_is_one_that_gives_a_diploma() -> None:
    snapshot = a_snapshot(
        credentials=[{}, {"credential_id": "D1", "kind": "diploma", "nlqf_level": 2}],
        offerings=[{}, {"offering_id": "T2"}, {"offering_id": "T3"}],
        offering_credentials=[{}, {"offering_id": "T2"}, {"offering_id": "T2", "credential_id": "D1"}],
    )
    table = offering_table(snapshot)
    assert [row_facts(table, row)["offering.is_qualification"] for row in range(3)] == [False, True, False]
    assert [row_facts(table, row)["offering.nlqf"] for row in range(3)] == [0, 2, 0]


def test_an_offering_online_has_no_site() -> None:
    assert offering(delivery="online", site_id="")["offering.online"] is True
    assert offering()["offering.online"] is False


def test_columns_that_a_catalogue_lacks_are_not_known() -> None:
    facts = offering()
    for name in ("subkind", "daypart", "min_contract_hours", "asks_licence_b", "other_conditions"):
        assert f"offering.{name}" not in facts, name


def test_an_empty_sector_subkind_or_daypart_is_not_known() -> None:
    facts = offering(sector="", subkind="", daypart="")
    assert [facts[f"offering.{name}"] for name in ("sector", "subkind", "daypart")] == [None, None, None]


def test_a_daypart_nobody_knows_is_not_known() -> None:
    assert offering(daypart="'s nachts")["offering.daypart"] is None
    assert offering(daypart="evening")["offering.daypart"] == "evening"


def test_an_empty_text_of_conditions_is_known_to_ask_nothing() -> None:
    facts = offering(entry_conditions="")
    assert facts["offering.min_contract_hours"] == facts["offering.min_years_in_trade"] == 0
    assert facts["offering.asks_licence_b"] is False
    assert facts["offering.asked_skills"] == {}
    assert facts["offering.other_conditions"] == frozenset()


def test_conditions_in_words_stand_in_their_own_rows() -> None:
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "sk-nauwkeurig"}],
        offerings=[
            {"entry_conditions": "contract_hours>=24;medical_ok=true"},
            {"offering_id": "T2", "entry_conditions": ""},
            {"offering_id": "T3", "entry_conditions": "nauwkeurig>=3;eigen gereedschap"},
            {"offering_id": "T4", "entry_conditions": "contract_hours>=24;medical_ok=true"},
        ],
    )
    rows = [row_facts(offering_table(snapshot), row) for row in range(4)]
    assert [row["offering.min_contract_hours"] for row in rows] == [24, 0, 0, 24]
    assert [row["offering.asks_medical"] for row in rows] == [True, False, False, True]
    assert [row["offering.asked_skills"] for row in rows] == [{}, {}, {"sk-nauwkeurig": 3}, {}]
    assert [row["offering.other_conditions"] for row in rows] == [
        frozenset(), frozenset(), frozenset({"eigen gereedschap"}), frozenset()
    ]  # fmt: skip


def two_jobs() -> FactTable:
    """A job as O1 at a firm without a sector, and a learning place as O2 at one in energy."""
    snapshot = a_snapshot(
        occupations=[
            {"scarcity": "5", "licences": "VOG|screening"},
            {"occupation_id": "O2", "sector": "energy", "nlqf_level": 3, "scarcity": "veel", "licences": ""},
        ],
        credentials=[{}, {"credential_id": "D1", "kind": "diploma", "nlqf_level": 2}],
        occupation_credentials=[
            {"occupation_id": "O2"},
            {"occupation_id": "O2", "credential_id": "D1", "importance": "optional"},
        ],
        occupation_skills=[],
        companies=[{"sector": ""}, {"company_id": "B2", "sector": "energy"}],
        positions=[
            {},
            {"position_id": "J2", "kind": "bbl", "occupation_id": "O2", "company_id": "B2", "credential_id": "D1",
             "hours_per_week": 24, "min_age": 18},
        ],
    )  # fmt: skip
    return position_table(snapshot)


def test_a_position_carries_the_facts_of_its_occupation() -> None:
    first, second = (row_facts(two_jobs(), row) for row in range(2))
    assert (first["occupation.id"], second["occupation.id"]) == ("O1", "O2")
    assert (first["occupation.sector"], second["occupation.sector"]) == ("metal", "energy")
    assert (first["occupation.nlqf"], second["occupation.nlqf"]) == (2, 3)
    assert second["occupation.credentials"] == frozenset({"C1", "D1"})
    assert first["occupation.credentials"] == frozenset()


def test_shortage_and_licences_come_from_extra_columns() -> None:
    first, second = (row_facts(two_jobs(), row) for row in range(2))
    assert (first["occupation.scarcity"], second["occupation.scarcity"]) == (5, None)
    assert first["occupation.licences"] == frozenset({"VOG", "screening"})
    assert second["occupation.licences"] == frozenset()


def test_a_position_carries_the_facts_of_its_employer() -> None:
    first, second = (row_facts(two_jobs(), row) for row in range(2))
    assert (first["employer.sector"], second["employer.sector"]) == (None, "energy")


def test_a_learning_place_is_at_a_recognised_company_and_of_a_job_nobody_knows() -> None:
    first, second = (row_facts(two_jobs(), row) for row in range(2))
    assert (first["employer.recognised"], second["employer.recognised"]) == (None, True)


def test_only_a_learning_place_leads_to_a_diploma() -> None:
    first, second = (row_facts(two_jobs(), row) for row in range(2))
    assert (first["position.full_diploma"], second["position.full_diploma"]) == (False, True)
    assert (first["position.hours_per_week"], second["position.hours_per_week"]) == (32, 24)
    assert (first["position.min_age"], second["position.min_age"]) == (0, 18)


def test_a_catalogue_without_positions_or_offerings_has_empty_tables() -> None:
    empty = a_snapshot(offerings=[], offering_skills=[], offering_starts=[], positions=[])
    assert (offering_table(empty).rows, position_table(empty).rows) == (0, 0)


def test_a_table_is_made_once_for_a_snapshot() -> None:
    snapshot = a_snapshot()
    assert offering_table(snapshot) is offering_table(snapshot)
    assert position_table(snapshot) is position_table(snapshot)


@pytest.mark.parametrize("make", [offering_table, position_table, occupation_table])
def test_every_column_is_as_long_as_the_builtin_table_and_about_its_subjects(
    builtin: Snapshot, make: Callable[[Snapshot], FactTable]
) -> None:
    table = make(builtin)
    for name, column in table.columns.items():
        assert _length(column) == table.rows, name
        assert Subject(name.partition(".")[0]) in table.subjects


def _length(column: Column) -> int:
    match column:
        case SetColumn():
            return len(column.items)
        case WordColumn():
            return len(column.codes)
        case NumberColumn() | TruthColumn():
            return len(column.values)
