"""Example companies with neutral names, in every region and sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gouden_poort.catalogue.travel import kilometres
from tools.build_catalogue.facts import EXAMPLE, Row, draw, table
from tools.build_catalogue.tables import Tables

FEWEST_PER_SECTOR = 3
OUTSIDE_KM, NEAR_KM = 2, 20
"""Outside the centre, and within an hour by public transport."""
SHORT_NAMES = {
    "bouw": "bouw",
    "installatie": "installatie",
    "metaal": "metaal",
    "energie": "energie",
    "infra": "infra",
    "proces": "procesindustrie",
    "mobiliteit": "mobiliteit",
    "ict": "industriële automatisering",
    "breed": "techniek",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An invented employer. The first of each region and sector stands in the region's centre."""

    company_id: str
    label: str
    sector: str
    city: str
    region_code: str
    lat: str
    lon: str


@cache
def companies_of(region_code: str, sector: str) -> tuple[Company, ...]:
    """The companies of one sector in one region, the one in the centre first."""
    region = next(row for row in table("regions") if row["region_code"] == region_code)
    places = [row for row in table("places") if row["region_code"] == region_code]
    number = FEWEST_PER_SECTOR + (len(places) > 10) + (sector in ("bouw", "installatie", "metaal"))
    return tuple(_company(region, places, sector, i) for i in range(number))


@cache
def another_near_the_centre(region_code: str, sector: str) -> Company:
    """The nearest company outside the centre; the one in the centre when all others are next to it or far off."""
    first, *others = companies_of(region_code, sector)
    near = [other for other in others if OUTSIDE_KM <= _kilometres(first, other) <= NEAR_KM]
    return min(near, key=lambda other: _kilometres(first, other), default=first)


def _kilometres(here: Company, there: Company) -> float:
    return float(kilometres(float(here.lat), float(here.lon), float(there.lat), float(there.lon)))


def _company(region: Row, places: list[Row], sector: str, i: int) -> Company:
    centre = next((row for row in places if row["label"] == region["centre_place"]), None)
    place = places[draw("place", region["region_code"], sector, i) % len(places)] if i else centre
    city, lat, lon = _where(place or region, region)
    code = f"{region['region_code'][2:]}{list(SHORT_NAMES).index(sector)}{i}"
    return Company(
        company_id=f"co-{code}",
        label=f"Voorbeeldbedrijf {code}, {SHORT_NAMES[sector]}, {city}",
        sector=sector,
        city=city,
        region_code=region["region_code"],
        lat=_shifted(lat, "lat", code),
        lon=_shifted(lon, "lon", code),
    )


def _where(place: Row, region: Row) -> tuple[str, str, str]:
    return place.get("centre_place") or place["label"] or region["centre_place"], place["lat"], place["lon"]


def _shifted(degrees: str, axis: str, code: str) -> str:
    """Up to about a kilometre from the middle of the place, so that companies do not lie on one spot."""
    return f"{float(degrees) + (draw(axis, code) % 2001 - 1000) / 100_000:.4f}"


def add_companies(tables: Tables) -> None:
    """Fill `companies`."""
    for region in table("regions"):
        for sector in SHORT_NAMES:
            for company in companies_of(region["region_code"], sector):
                tables.add(
                    "companies",
                    EXAMPLE,
                    company_id=company.company_id,
                    label=company.label,
                    sector=company.sector,
                    city=company.city,
                    lat=company.lat,
                    lon=company.lon,
                    region_code=company.region_code,
                    example=1,
                )
