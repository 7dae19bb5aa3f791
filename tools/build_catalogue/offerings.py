"""Offerings: each training in each place that gives it, with example dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tools.build_catalogue.calendar import is_rolling, starts
from tools.build_catalogue.facts import EXAMPLE, draw
from tools.build_catalogue.part_time import part_time
from tools.build_catalogue.placement import is_municipal, municipal_places, places_for
from tools.build_catalogue.sites import Site
from tools.build_catalogue.tables import Tables
from tools.build_catalogue.trainings import Training, descriptions, trainings


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A training in one place; None is online."""

    training: Training
    site: Site | None

    @property
    def place(self) -> str:
        return self.site.site_id.removeprefix("si-") if self.site else "online"

    @property
    def offering_id(self) -> str:
        return f"of-{self.training.training_id}-{self.place}"


@cache
def offerings() -> tuple[Placed, ...]:
    """Everything that can be followed, in the order of the trainings."""
    return tuple(placed for training in trainings() for placed in _placed(training))


def _placed(training: Training) -> Iterator[Placed]:
    variant = part_time(training)
    for version in (training, variant):
        if version is None:
            continue
        for site in places_for(version):
            yield Placed(training=version, site=site)
        for site in municipal_places(version):
            yield Placed(training=replace(version, cost_eur=0), site=site)
    beside_work = variant or training
    if training.online:
        yield Placed(training=replace(beside_work, daypart="evening"), site=None)


def add_offerings(tables: Tables) -> None:
    """Fill the five files of offerings."""
    told = descriptions()
    for placed in offerings():
        training, key = placed.training, placed.offering_id
        rolling = is_rolling(training, online=placed.site is None)
        tables.add(
            "offerings",
            training.origin,
            offering_id=key,
            label=training.label,
            label_en=training.label_en,
            description=told[training.subkind],
            provider_id=placed.site.provider_id if placed.site else "pr-online",
            site_id=placed.site.site_id if placed.site else "",
            sector=training.sector,
            kind=training.kind,
            delivery="site" if placed.site else "online",
            weeks=training.weeks,
            hours_per_week=training.hours_per_week,
            cost_eur=training.cost_eur,
            min_age=training.min_age,
            max_age=training.max_age,
            min_cefr=training.min_cefr,
            min_nlqf=training.min_nlqf,
            target_groups=training.target_groups,
            capacity=_capacity(placed),
            rolling=int(rolling),
            awards_cefr=training.awards_cefr,
            training_id=training.training_id,
            subkind=training.subkind,
            daypart=_daypart(placed),
            entry_conditions=training.conditions,
            employer_pays_eur=training.employer_pays_eur,
            example=1,
        )
        _add_contents(tables, placed)
        if not rolling:
            for day in starts(training, placed.place):
                tables.add("offering_starts", EXAMPLE, offering_id=key, start_date=day.isoformat())


def _add_contents(tables: Tables, placed: Placed) -> None:
    training, key = placed.training, placed.offering_id
    for skill, level in training.teaches.items():
        tables.add("offering_skills", training.origin, offering_id=key, skill_id=skill, level=level)
    for skill, level in training.requires.items():
        tables.add("offering_requires", training.origin, offering_id=key, kind="skill", ref_id=skill, level=level)
    for credential in training.awards:
        tables.add("offering_credentials", training.origin, offering_id=key, credential_id=credential)


def _capacity(placed: Placed) -> int:
    fewest = 8 if placed.site else 20
    return fewest + draw("capacity", placed.offering_id) % 13


def _daypart(placed: Placed) -> str:
    """Municipal classes of few hours meet in the evening as often as by day; those beside work in the evening."""
    training = placed.training
    if is_municipal(training) and training.subkind == "part_time":
        return "evening"
    if is_municipal(training) and training.hours_per_week <= 8 and placed.site:
        return ("day", "evening")[draw("daypart", placed.offering_id) % 2]
    return training.daypart
