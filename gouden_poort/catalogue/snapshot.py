"""One version of the catalogue as immutable columns: what the rules and the planner read.

Rows are numbered; every reference is a row number (-1: none). Weeks count from the catalogue's base date.
Absent conditions are written so that a plain comparison passes: lowest age 0, highest age `NO_LIMIT`,
CEFR 0, NLQF 0, group mask 0 (no condition). Build one with `catalogue.snapshot_building.build`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from gouden_poort.catalogue.columns import Bytes, Floats, Ids, Ints, Ragged, Texts, load, save
from gouden_poort.catalogue.format import BENEFITS, GROUPS, OFFERING_KINDS, POSITION_KINDS
from gouden_poort.catalogue.network import Network, Trainings
from gouden_poort.profiles.levels import Benefit, TargetGroup

NO_LIMIT = 999
"""Stands for `no highest age`."""
KIND_BBL = OFFERING_KINDS.index("bbl")
"""The code of a bbl offering in `Offerings.kind`; codes follow the order of `OFFERING_KINDS`."""
POSITION_JOB = POSITION_KINDS.index("job")
POSITION_BBL = POSITION_KINDS.index("bbl")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Skills:
    id: Ids
    label: Texts
    kind: Texts
    sector: Texts
    esco_uri: Texts
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Occupations:
    """`essential_*` are what a person must hold to start; `optional_*` help. Level columns run beside their skills."""

    id: Ids
    label: Texts
    isco_code: Texts
    sector: Ints  # row in Snapshot.sectors
    nlqf_level: Bytes
    wage_month_eur: Ints
    essential_skills: Ragged
    essential_levels: Ragged
    optional_skills: Ragged
    optional_levels: Ragged
    essential_credentials: Ragged
    optional_credentials: Ragged
    moves_to: Ragged  # rows of occupations one may move to
    moves_after_weeks: Ragged  # least tenure, beside moves_to
    experience_skills: Ragged  # learnt by doing the work
    experience_levels: Ragged
    experience_weeks: Ragged  # ... after so many weeks
    positions: Ragged  # rows of positions of this occupation
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Credentials:
    id: Ids
    label: Texts
    kind: Texts
    crebo: Texts
    nlqf_level: Bytes
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Providers:
    id: Ids
    label: Texts
    kind: Texts
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sites:
    id: Ids
    provider: Ints
    label: Texts
    city: Texts
    lat: Floats
    lon: Floats
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offerings:
    id: Ids
    label: Texts
    provider: Ints
    site: Ints  # -1: online
    sector: Ints  # row in Snapshot.sectors
    kind: Bytes  # place in OFFERING_KINDS
    weeks: Ints
    hours_per_week: Ints
    cost_eur: Ints
    min_age: Ints
    max_age: Ints
    min_cefr: Bytes
    min_nlqf: Bytes
    groups: Bytes  # bit i: GROUPS[i]; 0: no condition
    capacity: Ints
    rolling: Bytes
    awards_cefr: Bytes
    awards_nlqf: Bytes  # highest nlqf_level of the credentials awarded
    teaches: Ragged  # skills
    teaches_levels: Ragged
    requires_skills: Ragged
    requires_levels: Ragged
    requires_credentials: Ragged
    awards: Ragged  # credentials
    starts: Ragged  # weeks, ascending; empty when rolling
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Companies:
    id: Ids
    label: Texts
    sector: Ints  # row in Snapshot.sectors
    city: Texts
    lat: Floats
    lon: Floats
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Positions:
    id: Ids
    company: Ints
    kind: Bytes  # place in POSITION_KINDS
    occupation: Ints
    credential: Ints  # -1: none
    hours_per_week: Ints
    wage_month_eur: Ints
    capacity: Ints
    min_age: Ints
    max_age: Ints
    min_cefr: Bytes
    min_nlqf: Bytes
    groups: Bytes
    open_from: Ints  # week; may be negative or beyond the horizon
    open_to: Ints
    requires_skills: Ragged
    requires_levels: Ragged
    requires_credentials: Ragged
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Schemes:
    id: Ids
    label: Texts
    kind: Texts
    pays_percent: Ints  # hundredths of the cost
    max_amount_eur: Ints
    cap_per_person_eur: Ints
    stack_group: Texts
    groups: Bytes
    benefits: Bytes  # bit i: BENEFITS[i]; 0: no condition
    sectors: Ragged  # rows in Snapshot.sectors; empty: no condition
    kinds: Ints  # bit i: OFFERING_KINDS[i]; 0: no condition
    min_age: Ints
    max_age: Ints
    valid_from: Ints  # days since the base date
    valid_to: Ints
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Synonyms:
    """Words as people write them, for a skill."""

    skill: Ints
    language: Texts
    text: Texts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Places:
    id: Ids
    label: Texts
    municipality: Texts
    region_code: Texts
    lat: Floats
    lon: Floats
    pc4_from: Ints  # 0: none
    pc4_to: Ints
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PostcodeAreas:
    pc3: Texts
    lat: Floats
    lon: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regions:
    code: Texts
    label: Texts
    lat: Floats
    lon: Floats
    municipalities: Texts  # separated by |
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Activities:
    id: Ids
    label: Texts
    kind: Texts
    site: Ints
    min_age: Ints
    max_age: Ints
    months: Texts
    url: Texts
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Backgrounds:
    """Work outside technology, paid or not, that someone may come from."""

    id: Ids
    label: Texts
    isco_codes: Texts  # separated by |; empty for what is no occupation, such as a family
    tasks: Ragged  # rows of background_tasks
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BackgroundTasks:
    """What people do there, with the skills that doing it is evidence of; levels run beside their skills."""

    id: Ids
    background: Ints
    label: Texts
    skills: Ragged
    levels: Ragged
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Everything of a snapshot that lies in arrays."""

    sectors: Ids
    skills: Skills
    occupations: Occupations
    credentials: Credentials
    providers: Providers
    sites: Sites
    offerings: Offerings
    companies: Companies
    positions: Positions
    schemes: Schemes
    synonyms: Synonyms
    places: Places
    postcode_areas: PostcodeAreas
    regions: Regions
    activities: Activities
    backgrounds: Backgrounds
    background_tasks: BackgroundTasks
    network: Network
    trainings: Trainings


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Snapshot:
    """The columns of one catalogue version, with its calendar."""

    name: str
    version: str
    """Names the contents: equal versions have equal columns."""
    base_date: date
    horizon_weeks: int
    rulebook: str | None
    columns: Columns
    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The rule files that the catalogue brings along, by name; empty when it has none of its own."""
    file: Path | None = None
    """Where it is mapped from, so that another process can map it too; None when it was built in this one."""
    set_aside: frozenset[str] = frozenset()
    """The rules that do not count: see `rules.choosing.without`."""

    def week_of(self, monday: date) -> int:
        """Weeks from the base date to a Monday; negative before it."""
        weeks, rest = divmod((monday - self.base_date).days, 7)
        if rest:
            raise ValueError(f"{monday} is not a Monday")
        return weeks

    def monday(self, week: int) -> date:
        """The Monday on which a catalogue week starts."""
        return self.base_date + timedelta(weeks=int(week))

    def save(self, path: Path) -> None:
        """Write to one file, whole or not at all."""
        about = {
            "name": self.name,
            "version": self.version,
            "base_date": self.base_date.isoformat(),
            "horizon_weeks": self.horizon_weeks,
            "rulebook": self.rulebook,
            "rules": dict(self.rules),
        }
        save(path, about, self.columns)

    @classmethod
    def open(cls, path: Path) -> Snapshot:
        """Map a file written by `save`; its memory is shared with every other process that maps it."""
        about, columns = load(path, Columns)
        about["base_date"] = date.fromisoformat(about["base_date"])
        return cls(**about, columns=columns, file=path.absolute())


def group_mask(groups: frozenset[TargetGroup]) -> int:
    """Target groups as bits, in the order of `GROUPS`."""
    return sum(1 << GROUPS.index(group.value) for group in groups)


def benefit_mask(benefit: Benefit) -> int:
    """One benefit as a bit, in the order of `BENEFITS`."""
    return 1 << BENEFITS.index(benefit.value)
