"""What the catalogue says about one occupation, offering, site or scheme, with labels instead of row numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gouden_poort.catalogue.columns import Ids, Ragged, Texts
from gouden_poort.catalogue.format import BENEFITS, CEFR_LEVELS, GROUPS, OFFERING_KINDS
from gouden_poort.catalogue.snapshot import NO_LIMIT, Credentials, Skills, Snapshot
from gouden_poort.errors import UnknownThing


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing of the catalogue by id and label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelledSkill:
    """A skill at a level: needed, required or taught."""

    id: str
    label: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something people can do."""

    id: str
    label: str
    kind: str
    sector: str
    esco_uri: str
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """A kind of work, with what it asks and where it can lead."""

    id: str
    label: str
    sector: str
    isco_code: str
    nlqf_level: int
    wage_month_eur: int
    essential_skills: tuple[LevelledSkill, ...]
    optional_skills: tuple[LevelledSkill, ...]
    essential_credentials: tuple[Named, ...]
    optional_credentials: tuple[Named, ...]
    moves_to: tuple[Named, ...]
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """Something that can be followed. None is: no condition; `starts` is empty when it may start any Monday."""

    id: str
    label: str
    provider: Named
    site: Named | None
    city: str | None
    sector: str
    kind: str
    weeks: int
    hours_per_week: int
    cost_eur: int
    capacity: int
    rolling: bool
    starts: tuple[date, ...]
    min_age: int | None
    max_age: int | None
    min_cefr: str | None
    min_nlqf: int | None
    target_groups: tuple[str, ...]
    requires_skills: tuple[LevelledSkill, ...]
    requires_credentials: tuple[Named, ...]
    teaches: tuple[LevelledSkill, ...]
    awards: tuple[Named, ...]
    awards_cefr: str | None
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place where something is taught."""

    id: str
    label: str
    provider: Named
    city: str
    lat: float
    lon: float
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Public help with the cost of a step. Empty and None are: no condition."""

    id: str
    label: str
    kind: str
    pays_percent: int
    max_amount_eur: int
    cap_per_person_eur: int
    stack_group: str
    target_groups: tuple[str, ...]
    benefits: tuple[str, ...]
    sectors: tuple[str, ...]
    offering_kinds: tuple[str, ...]
    min_age: int | None
    max_age: int | None
    valid_from: date
    valid_to: date
    extra: Mapping[str, str]


def row_of(ids: Ids, kind: str, given: str) -> int:
    """The row of an id; UnknownThing when the catalogue does not have it."""
    try:
        return ids.row(given)
    except KeyError:
        raise UnknownThing(kind, given) from None


def skill(snapshot: Snapshot, row: int) -> Skill:
    """The skill in a row."""
    table = snapshot.columns.skills
    return Skill(
        id=table.id[row],
        label=table.label[row],
        kind=table.kind[row],
        sector=table.sector[row],
        esco_uri=table.esco_uri[row],
        extra=_extra(table.extra, row),
    )


def occupation(snapshot: Snapshot, row: int) -> Occupation:
    """The occupation in a row."""
    columns = snapshot.columns
    table = columns.occupations
    return Occupation(
        id=table.id[row],
        label=table.label[row],
        sector=columns.sectors[int(table.sector[row])],
        isco_code=table.isco_code[row],
        nlqf_level=int(table.nlqf_level[row]),
        wage_month_eur=int(table.wage_month_eur[row]),
        essential_skills=_levelled(columns.skills, table.essential_skills, table.essential_levels, row),
        optional_skills=_levelled(columns.skills, table.optional_skills, table.optional_levels, row),
        essential_credentials=_named(columns.credentials, table.essential_credentials, row),
        optional_credentials=_named(columns.credentials, table.optional_credentials, row),
        moves_to=tuple(Named(id=table.id[to], label=table.label[to]) for to in table.moves_to[row].tolist()),
        extra=_extra(table.extra, row),
    )


def offering(snapshot: Snapshot, row: int) -> Offering:
    """The offering in a row."""
    columns = snapshot.columns
    table = columns.offerings
    provider, site = int(table.provider[row]), int(table.site[row])
    at_a_site = site >= 0
    return Offering(
        id=table.id[row],
        label=table.label[row],
        provider=Named(id=columns.providers.id[provider], label=columns.providers.label[provider]),
        site=Named(id=columns.sites.id[site], label=columns.sites.label[site]) if at_a_site else None,
        city=columns.sites.city[site] if at_a_site else None,
        sector=columns.sectors[int(table.sector[row])],
        kind=OFFERING_KINDS[table.kind[row]],
        weeks=int(table.weeks[row]),
        hours_per_week=int(table.hours_per_week[row]),
        cost_eur=int(table.cost_eur[row]),
        capacity=int(table.capacity[row]),
        rolling=bool(table.rolling[row]),
        starts=tuple(snapshot.monday(week) for week in table.starts[row].tolist()),
        min_age=_lowest(int(table.min_age[row])),
        max_age=_highest(int(table.max_age[row])),
        min_cefr=_cefr(int(table.min_cefr[row])),
        min_nlqf=_lowest(int(table.min_nlqf[row])),
        target_groups=_of_mask(int(table.groups[row]), GROUPS),
        requires_skills=_levelled(columns.skills, table.requires_skills, table.requires_levels, row),
        requires_credentials=_named(columns.credentials, table.requires_credentials, row),
        teaches=_levelled(columns.skills, table.teaches, table.teaches_levels, row),
        awards=_named(columns.credentials, table.awards, row),
        awards_cefr=_cefr(int(table.awards_cefr[row])),
        extra=_extra(table.extra, row),
    )


def site(snapshot: Snapshot, row: int) -> Site:
    """The site in a row."""
    table, providers = snapshot.columns.sites, snapshot.columns.providers
    provider = int(table.provider[row])
    return Site(
        id=table.id[row],
        label=table.label[row],
        provider=Named(id=providers.id[provider], label=providers.label[provider]),
        city=table.city[row],
        lat=float(table.lat[row]),
        lon=float(table.lon[row]),
        extra=_extra(table.extra, row),
    )


def scheme(snapshot: Snapshot, row: int) -> Scheme:
    """The scheme in a row."""
    table = snapshot.columns.schemes
    return Scheme(
        id=table.id[row],
        label=table.label[row],
        kind=table.kind[row],
        pays_percent=int(table.pays_percent[row]),
        max_amount_eur=int(table.max_amount_eur[row]),
        cap_per_person_eur=int(table.cap_per_person_eur[row]),
        stack_group=table.stack_group[row],
        target_groups=_of_mask(int(table.groups[row]), GROUPS),
        benefits=_of_mask(int(table.benefits[row]), BENEFITS),
        sectors=tuple(snapshot.columns.sectors[sector] for sector in table.sectors[row].tolist()),
        offering_kinds=_of_mask(int(table.kinds[row]), OFFERING_KINDS),
        min_age=_lowest(int(table.min_age[row])),
        max_age=_highest(int(table.max_age[row])),
        valid_from=snapshot.base_date + timedelta(days=int(table.valid_from[row])),
        valid_to=snapshot.base_date + timedelta(days=int(table.valid_to[row])),
        extra=_extra(table.extra, row),
    )


def _levelled(skills: Skills, ids: Ragged, levels: Ragged, row: int) -> tuple[LevelledSkill, ...]:
    pairs: Iterable[tuple[int, int]] = zip(ids[row].tolist(), levels[row].tolist(), strict=True)
    return tuple(LevelledSkill(id=skills.id[one], label=skills.label[one], level=level) for one, level in pairs)


def _named(credentials: Credentials, ids: Ragged, row: int) -> tuple[Named, ...]:
    return tuple(Named(id=credentials.id[i], label=credentials.label[i]) for i in ids[row].tolist())


def _extra(extra: Mapping[str, Texts], row: int) -> Mapping[str, str]:
    return {name: texts[row] for name, texts in sorted(extra.items()) if texts[row]}


def _lowest(value: int) -> int | None:
    return value or None


def _highest(value: int) -> int | None:
    return None if value >= NO_LIMIT else value


def _cefr(value: int) -> str | None:
    return CEFR_LEVELS[value] if value else None


def _of_mask(mask: int, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for i, word in enumerate(words) if mask >> i & 1)
