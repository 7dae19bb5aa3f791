"""The files of a bundle as the judge reads them, from plain CSV: nothing is shared with the code it judges."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

CEFR = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is asked of someone on the day something starts; None and empty ask nothing."""

    min_age: int | None
    max_age: int | None
    min_cefr: int
    min_nlqf: int
    target_groups: frozenset[str]
    requires: tuple[tuple[str, str, int], ...]
    """(`skill` or `credential`, its id, level; 0 for a credential)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """One row of offerings.csv with all that hangs on it but its start dates."""

    offering_id: str
    site: tuple[float, float] | None
    sector: str
    kind: str
    weeks: int
    hours_per_week: int
    cost_eur: int
    capacity: int
    rolling: bool
    awards_cefr: int
    entry: Entry
    teaches: tuple[tuple[str, int], ...]
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One row of positions.csv, at the coordinates of its company."""

    position_id: str
    company: tuple[float, float]
    kind: str
    occupation_id: str
    credential_id: str
    hours_per_week: int
    wage_month_eur: int
    capacity: int
    entry: Entry
    open_from: date
    open_to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One row of schemes.csv; `share` in whole hundredths."""

    scheme_id: str
    share: int
    max_amount_eur: int
    cap_per_person_eur: int
    stack_group: str
    target_groups: frozenset[str]
    benefits: frozenset[str]
    sectors: frozenset[str]
    offering_kinds: frozenset[str]
    min_age: int | None
    max_age: int | None
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """An occupation with the skills and credentials nobody can do without."""

    occupation_id: str
    sector: str
    wage_month_eur: int
    skills: tuple[tuple[str, int], ...]
    credentials: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A whole bundle."""

    base_date: date
    horizon_weeks: int
    occupations: dict[str, Occupation]
    credential_nlqf: dict[str, int]
    offerings: dict[str, Offering]
    starts: dict[str, set[str]]
    """Per offering its start dates, as written."""
    positions: dict[str, Position]
    schemes: dict[str, Scheme]
    transitions: dict[tuple[str, str], int]
    experience: dict[str, tuple[tuple[str, int, int], ...]]
    """Per occupation: skill, level, after how many weeks."""

    @classmethod
    def load(cls, folder: Path) -> Catalogue:
        """Read a folder that is known to be a good bundle."""
        about = {row["key"]: row["value"] for row in _rows(folder, "bundle")}
        return cls(
            base_date=date.fromisoformat(about["base_date"]),
            horizon_weeks=int(about["horizon_weeks"]),
            occupations=_occupations(folder),
            credential_nlqf={r["credential_id"]: int(r["nlqf_level"] or 0) for r in _rows(folder, "credentials")},
            offerings=_offerings(folder),
            starts=_starts(folder),
            positions=_positions(folder),
            schemes=_schemes(folder),
            transitions={
                (r["from_occupation_id"], r["to_occupation_id"]): int(r["min_tenure_weeks"])
                for r in _rows(folder, "transitions")
            },
            experience=_experience(folder),
        )


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _maybe(cell: str) -> int | None:
    return int(cell) if cell else None


def _parts(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()


def _cefr(cell: str) -> int:
    return CEFR.index(cell) if cell else 0


def _entry(row: dict[str, str], requires: list[tuple[str, str, int]]) -> Entry:
    return Entry(
        min_age=_maybe(row["min_age"]),
        max_age=_maybe(row["max_age"]),
        min_cefr=_cefr(row["min_cefr"]),
        min_nlqf=int(row["min_nlqf"] or 0),
        target_groups=_parts(row["target_groups"]),
        requires=tuple(requires),
    )


def _requirements(folder: Path, name: str, key: str) -> dict[str, list[tuple[str, str, int]]]:
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row in _rows(folder, name):
        found[row[key]].append((row["kind"], row["ref_id"], int(row["level"] or 0)))
    return found


def _occupations(folder: Path) -> dict[str, Occupation]:
    skills: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in _rows(folder, "occupation_skills"):
        if row["importance"] == "essential":
            skills[row["occupation_id"]].append((row["skill_id"], int(row["level"])))
    credentials: dict[str, list[str]] = defaultdict(list)
    for row in _rows(folder, "occupation_credentials"):
        if row["importance"] == "essential":
            credentials[row["occupation_id"]].append(row["credential_id"])
    return {
        row["occupation_id"]: Occupation(
            occupation_id=row["occupation_id"],
            sector=row["sector"],
            wage_month_eur=int(row["wage_month_eur"]),
            skills=tuple(skills[row["occupation_id"]]),
            credentials=tuple(credentials[row["occupation_id"]]),
        )
        for row in _rows(folder, "occupations")
    }


def _offerings(folder: Path) -> dict[str, Offering]:
    sites = {r["site_id"]: (float(r["lat"]), float(r["lon"])) for r in _rows(folder, "sites")}
    requires = _requirements(folder, "offering_requires", "offering_id")
    teaches: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in _rows(folder, "offering_skills"):
        teaches[row["offering_id"]].append((row["skill_id"], int(row["level"])))
    awards: dict[str, list[str]] = defaultdict(list)
    for row in _rows(folder, "offering_credentials"):
        awards[row["offering_id"]].append(row["credential_id"])
    return {
        row["offering_id"]: Offering(
            offering_id=row["offering_id"],
            site=None if row["delivery"] == "online" else sites[row["site_id"]],
            sector=row["sector"],
            kind=row["kind"],
            weeks=int(row["weeks"]),
            hours_per_week=int(row["hours_per_week"]),
            cost_eur=int(row["cost_eur"]),
            capacity=int(row["capacity"]),
            rolling=row["rolling"] == "1",
            awards_cefr=_cefr(row["awards_cefr"]),
            entry=_entry(row, requires.get(row["offering_id"], [])),
            teaches=tuple(teaches.get(row["offering_id"], ())),
            awards=tuple(awards.get(row["offering_id"], ())),
        )
        for row in _rows(folder, "offerings")
    }


def _starts(folder: Path) -> dict[str, set[str]]:
    starts: dict[str, set[str]] = defaultdict(set)
    same: dict[str, str] = {}
    with (folder / "offering_starts.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        header = next(lines)
        offering, day = header.index("offering_id"), header.index("start_date")
        for line in lines:
            # Millions of rows share a few hundred dates: one string per date keeps a national bundle small.
            starts[line[offering]].add(same.setdefault(line[day], line[day]))
    return dict(starts)


def _positions(folder: Path) -> dict[str, Position]:
    companies = {r["company_id"]: (float(r["lat"]), float(r["lon"])) for r in _rows(folder, "companies")}
    requires = _requirements(folder, "position_requires", "position_id")
    return {
        row["position_id"]: Position(
            position_id=row["position_id"],
            company=companies[row["company_id"]],
            kind=row["kind"],
            occupation_id=row["occupation_id"],
            credential_id=row["credential_id"],
            hours_per_week=int(row["hours_per_week"]),
            wage_month_eur=int(row["wage_month_eur"]),
            capacity=int(row["capacity"]),
            entry=_entry(row, requires.get(row["position_id"], [])),
            open_from=date.fromisoformat(row["open_from"]),
            open_to=date.fromisoformat(row["open_to"]),
        )
        for row in _rows(folder, "positions")
    }


def _schemes(folder: Path) -> dict[str, Scheme]:
    return {
        row["scheme_id"]: Scheme(
            scheme_id=row["scheme_id"],
            share=_hundredths(row["pays_share"]),
            max_amount_eur=int(row["max_amount_eur"]),
            cap_per_person_eur=int(row["cap_per_person_eur"]),
            stack_group=row["stack_group"],
            target_groups=_parts(row["target_groups"]),
            benefits=_parts(row["benefits"]),
            sectors=_parts(row["sectors"]),
            offering_kinds=_parts(row["offering_kinds"]),
            min_age=_maybe(row["min_age"]),
            max_age=_maybe(row["max_age"]),
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(row["valid_to"]),
        )
        for row in _rows(folder, "schemes")
    }


def _hundredths(cell: str) -> int:
    whole, _, decimals = cell.partition(".")
    return int(whole) * 100 + int((decimals + "00")[:2])


def _experience(folder: Path) -> dict[str, tuple[tuple[str, int, int], ...]]:
    if not (folder / "experience.csv").exists():
        return {}
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for row in _rows(folder, "experience"):
        found[row["occupation_id"]].append((row["skill_id"], int(row["level"]), int(row["after_weeks"])))
    return {occupation: tuple(rows) for occupation, rows in found.items()}
