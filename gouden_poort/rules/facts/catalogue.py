"""The catalogue as facts: tables of offerings, positions and occupations, and one row of such a table.

Columns that not every catalogue has (`subkind`, `daypart`, `entry_conditions`, `scarcity`, `licences`) are simply not
known where they are missing; an empty list is known to be empty.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from gouden_poort.catalogue.columns import Ints, Ragged, Texts
from gouden_poort.catalogue.format import CEFR_LEVELS, GROUPS, OFFERING_KINDS, POSITION_KINDS
from gouden_poort.catalogue.snapshot import POSITION_BBL, Offerings, Positions, Snapshot
from gouden_poort.profiles.levels import Daypart
from gouden_poort.rules.columns.table import Column, FactTable, NumberColumn, SetColumn, TruthColumn, WordColumn
from gouden_poort.rules.facts.asked import condition_columns
from gouden_poort.rules.facts.shaping import (
    NOT_KNOWN,
    bit_sets,
    distinct,
    known_where,
    lists,
    numbers,
    of_rows,
    read_numbers,
    without,
    words,
)
from gouden_poort.rules.language.words import Subject, Value

DAYPARTS = frozenset(daypart.value for daypart in Daypart)
HIGHEST_SCARCITY = 5

Columns = dict[str, Column]


@lru_cache(maxsize=4)
def offering_table(snapshot: Snapshot) -> FactTable:
    """Every offering as facts; made once for a snapshot."""
    offerings = snapshot.columns.offerings
    columns: Columns = {
        "offering.kind": WordColumn(codes=offerings.kind, words=OFFERING_KINDS),
        "offering.sector": _sector(snapshot, offerings.sector),
        "offering.nlqf": numbers(offerings.awards_nlqf),
        "offering.is_qualification": _awards_diploma(snapshot),
        "offering.weeks": numbers(offerings.weeks),
        "offering.hours_per_week": numbers(offerings.hours_per_week),
        "offering.cost_eur": numbers(offerings.cost_eur),
        "offering.capacity": numbers(offerings.capacity),
        "offering.online": TruthColumn(values=offerings.site < 0),
        "offering.awards": _ids(offerings.awards, snapshot.columns.credentials.id),
        **_entry(snapshot, "offering", offerings),
    }
    extra = offerings.extra
    if "subkind" in extra:
        columns["offering.subkind"] = words(extra["subkind"])
    if "daypart" in extra:
        columns["offering.daypart"] = words(extra["daypart"], DAYPARTS)
    if "entry_conditions" in extra:
        columns |= condition_columns(extra["entry_conditions"], snapshot.columns.skills.id)
    return FactTable(rows=len(offerings.id), subjects=frozenset({Subject.OFFERING}), columns=columns)


@lru_cache(maxsize=4)
def position_table(snapshot: Snapshot) -> FactTable:
    """Every position as facts, with those of its occupation and its employer in the same row."""
    positions = snapshot.columns.positions
    occupations = occupation_table(snapshot).columns
    is_bbl = positions.kind == POSITION_BBL
    columns: Columns = {
        "position.kind": WordColumn(codes=positions.kind, words=POSITION_KINDS),
        "position.hours_per_week": numbers(positions.hours_per_week),
        "position.wage_month_eur": numbers(positions.wage_month_eur),
        "position.capacity": numbers(positions.capacity),
        "position.full_diploma": TruthColumn(values=is_bbl & _is_diploma(snapshot, positions.credential)),
        **_entry(snapshot, "position", positions),
        **{name: of_rows(column, positions.occupation) for name, column in occupations.items()},
        "employer.sector": _sector(snapshot, snapshot.columns.companies.sector[positions.company]),
        # The format allows learning places at recognised training companies only; of other work it says nothing.
        "employer.recognised": TruthColumn(values=is_bbl, known=known_where(is_bbl)),
    }
    subjects = frozenset({Subject.POSITION, Subject.OCCUPATION, Subject.EMPLOYER})
    return FactTable(rows=len(positions.id), subjects=subjects, columns=columns)


@lru_cache(maxsize=4)
def occupation_table(snapshot: Snapshot) -> FactTable:
    """Every occupation as facts."""
    occupations = snapshot.columns.occupations
    count = len(occupations.id)
    columns: Columns = {
        "occupation.id": WordColumn(codes=np.arange(count, dtype=np.int32), words=tuple(occupations.id)),
        "occupation.sector": _sector(snapshot, occupations.sector),
        "occupation.nlqf": numbers(occupations.nlqf_level),
        "occupation.wage_month_eur": numbers(occupations.wage_month_eur),
        "occupation.credentials": _papers_of_occupations(snapshot),
    }
    extra = occupations.extra
    if "scarcity" in extra:
        columns["occupation.scarcity"] = read_numbers(extra["scarcity"], 0, HIGHEST_SCARCITY)
    if "licences" in extra:
        codes, found = distinct(extra["licences"])
        columns["occupation.licences"] = lists(codes, [[*filter(None, text.split("|"))] for text in found])
    return FactTable(rows=count, subjects=frozenset({Subject.OCCUPATION}), columns=columns)


def row_facts(table: FactTable, row: int) -> dict[str, Value | None]:
    """The facts of one row, for judging it alone; None where the column does not know."""
    return {name: _cell(column, row) for name, column in table.columns.items()}


def _cell(column: Column, row: int) -> Value | None:
    if isinstance(column, WordColumn):
        code = int(column.codes[row])
        return None if code == NOT_KNOWN else column.words[code]
    if column.known is not None and not column.known[row]:
        return None
    match column:
        case NumberColumn():
            return int(column.values[row])
        case TruthColumn():
            return bool(column.values[row])
        case SetColumn():
            items = [column.words[item] for item in column.items[row].tolist()]
            if column.levels is None:
                return frozenset(items)
            return dict(zip(items, column.levels[row].tolist(), strict=True))


def _entry(snapshot: Snapshot, subject: str, asks: Offerings | Positions) -> Columns:
    """The conditions that offerings and positions share (docs/formats.md, R4)."""
    skills = _ids(asks.requires_skills, snapshot.columns.skills.id)
    return {
        f"{subject}.min_age": numbers(asks.min_age),
        f"{subject}.max_age": numbers(asks.max_age),
        f"{subject}.min_cefr": WordColumn(codes=asks.min_cefr, words=CEFR_LEVELS),
        f"{subject}.min_nlqf": numbers(asks.min_nlqf),
        f"{subject}.groups": bit_sets(asks.groups, GROUPS),
        f"{subject}.required_skills": SetColumn(items=skills.items, words=skills.words, levels=asks.requires_levels),
        f"{subject}.required_credentials": _ids(asks.requires_credentials, snapshot.columns.credentials.id),
    }


def _ids(items: Ragged, ids: Texts) -> SetColumn:
    return SetColumn(items=items, words=tuple(ids))


def _sector(snapshot: Snapshot, rows: Ints) -> WordColumn:
    return without(WordColumn(codes=rows, words=tuple(snapshot.columns.sectors)), [""])


def _is_diploma(snapshot: Snapshot, credentials: Ints) -> np.ndarray:
    """Whether each row of credentials is a diploma; -1 is none."""
    kinds = np.asarray([kind == "diploma" for kind in snapshot.columns.credentials.kind] + [False], dtype=bool)
    return kinds[credentials]  # the last, False, is what -1 points at


def _awards_diploma(snapshot: Snapshot) -> TruthColumn:
    awards = snapshot.columns.offerings.awards
    giving = awards.owners()[_is_diploma(snapshot, awards.items)]
    values = np.zeros(len(awards), dtype=bool)
    values[giving] = True
    return TruthColumn(values=values)


def _papers_of_occupations(snapshot: Snapshot) -> SetColumn:
    """Those asked and those that help."""
    occupations = snapshot.columns.occupations
    parts = (occupations.essential_credentials, occupations.optional_credentials)
    owners = np.concatenate([part.owners() for part in parts])
    items = np.concatenate([part.items for part in parts])
    return _ids(Ragged.grouped(len(occupations.id), owners, items), snapshot.columns.credentials.id)
