"""In which places a training is given (examples): the fitting centre of each region that has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tools.build_catalogue.facts import draw, table
from tools.build_catalogue.sites import Site, centres, example_schools, municipal_sites
from tools.build_catalogue.spread import regions_for
from tools.build_catalogue.trainings import Training

SCHOOL = ("roc", "sector_school", "hybrid_learning_centre", "company_school", "example_school")
TRADE = ("company_school", "sector_school", "hybrid_learning_centre", "roc", "example_school")
WORKSHOP = ("orientation_hub", "hybrid_learning_centre", "company_school", "roc", "example_school")
KINDS_OF_CENTRE = {
    "orientation": WORKSHOP,
    "language": SCHOOL,
    "basic": WORKSHOP,
    "safety": TRADE,
    "mbo_certificate": SCHOOL,
    "practice_certificate": SCHOOL,
    "entree": SCHOOL,
    "bbl": SCHOOL,
    "bol": ("roc", "sector_school", "example_school"),
    "ad": SCHOOL,
    "company_school": TRADE,
    "specialist": TRADE,
    "leadership": SCHOOL,
    "recognition": SCHOOL,
    "part_time": SCHOOL,
}
"""Which centres give it, best first."""
SPECIALISTS = frozenset({"company_school", "sector_school"})
"""Centres that give everything of their sector, also what few regions have."""
MUNICIPAL = frozenset({"taal-alfa", "taal-a0a1", "taal-a1a2", "taal-a2b1", "taal-b1b2", "taal-vaktaal", "taal-2f"}) | {
    f"basis-{subject}" for subject in ("rekenen", "digitaal", "werknemer")
}
"""What a municipality or library gives, free of charge."""


def is_municipal(training: Training) -> bool:
    """Whether municipalities and libraries give it too, full-time or beside work."""
    return training.training_id.removesuffix("-dt") in MUNICIPAL


def places_for(training: Training) -> Iterator[Site]:
    """The centres and schools that give a training; at least one in each region that has it."""
    regions = _regions_with(training)
    for region in (row["region_code"] for row in table("regions")):
        fitting = _fitting(training, region)
        if region in regions and fitting:
            yield fitting[0]
            fitting = fitting[1:]
        if training.subkind in ("company_school", "bbl", "specialist", "safety"):
            yield from (site for site in fitting if site.kind in SPECIALISTS and site.specialises_in(training.sector))


def municipal_places(training: Training) -> tuple[Site, ...]:
    """The example sites of municipalities, for what they give."""
    return municipal_sites() if is_municipal(training) else ()


def _fitting(training: Training, region: str) -> list[Site]:
    """The centres of a region that may give it, best first."""
    kinds = KINDS_OF_CENTRE[training.subkind]
    sites = [
        site
        for site in _schools_of(region)
        if site.kind in kinds and site.teaches(training.sector) and _may_go_to(training, site)
    ]
    return sorted(
        sites,
        key=lambda site: (
            kinds.index(site.kind),
            not site.specialises_in(training.sector),
            draw("centre", training.training_id.removesuffix("-dt"), site.site_id),
        ),
    )


def _may_go_to(training: Training, site: Site) -> bool:
    """A centre for the railways teaches railways; a centre for one sector keeps to it when it is a company school."""
    if site.label == "Railcenter":
        return "rail" in training.training_id
    return training.sector != "breed" or site.kind not in SPECIALISTS or training.subkind in ("safety", "specialist")


@cache
def _schools_of(region: str) -> tuple[Site, ...]:
    return tuple(site for site in (*centres(), *example_schools()) if site.region_code == region)


def _regions_with(training: Training) -> frozenset[str]:
    name = training.training_id.removesuffix("-dt")
    return _spread_over(name, training.sector, KINDS_OF_CENTRE[training.subkind], training.spread)


@cache
def _spread_over(name: str, sector: str, kinds: tuple[str, ...], spread: str) -> frozenset[str]:
    special = {site.region_code for site in centres() if site.specialises_in(sector) and site.kind in kinds}
    return regions_for(name, spread, special)
