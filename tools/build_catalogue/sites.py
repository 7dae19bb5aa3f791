"""Where trainings are given: the real centres, and marked examples where the facts have none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from tools.build_catalogue.facts import EXAMPLE, Origin, listed, origin, table
from tools.build_catalogue.tables import Tables

ANY_SECTOR = "breed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place where something is taught. `sectors` holds `breed` when it teaches every sector."""

    site_id: str
    label: str
    provider: str
    kind: str
    city: str
    region_code: str
    sectors: frozenset[str]
    host: str
    lat: str
    lon: str
    origin: Origin
    example: bool

    @property
    def provider_id(self) -> str:
        plain = unicodedata.normalize("NFKD", self.provider).encode("ascii", "ignore").decode().lower()
        return "pr-" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")

    def teaches(self, sector: str) -> bool:
        """Whether a training of that sector may be given here."""
        return sector == ANY_SECTOR or bool(self.sectors & {sector, ANY_SECTOR})

    def specialises_in(self, sector: str) -> bool:
        """Whether this place is there for that sector in particular."""
        return sector in self.sectors and sector != ANY_SECTOR


@cache
def centres() -> tuple[Site, ...]:
    """The centres of the facts."""
    return tuple(
        Site(
            site_id=row["site_id"],
            label=row["label"],
            provider=row["provider"],
            kind=row["kind"],
            city=row["city"],
            region_code=row["region_code"],
            sectors=frozenset(listed(row["sectors"])),
            host=row["website_host"],
            lat=row["lat"],
            lon=row["lon"],
            origin=origin(row),
            example=False,
        )
        for row in table("centres")
    )


@cache
def municipal_sites() -> tuple[Site, ...]:
    """An example site for language and basic skills in the centre of each region."""
    return tuple(
        _example(row["region_code"], "g", "Gemeente of bibliotheek (voorbeeld)", "municipality", "taal en basis")
        for row in table("regions")
    )


@cache
def example_schools() -> tuple[Site, ...]:
    """An example technical school for each region in which the facts know no school for all sectors."""
    covered = {site.region_code for site in centres() if site.kind == "roc" and ANY_SECTOR in site.sectors}
    return tuple(
        _example(row["region_code"], "t", "Voorbeeldschool techniek", "example_school", "techniek")
        for row in table("regions")
        if row["region_code"] not in covered
    )


def _example(region_code: str, letter: str, provider: str, kind: str, subject: str) -> Site:
    region = next(row for row in table("regions") if row["region_code"] == region_code)
    return Site(
        site_id=f"si-{region_code[2:]}{letter}",
        label=f"Voorbeeldlocatie {subject}, {region['centre_place']}",
        provider=provider,
        kind=kind,
        city=region["centre_place"],
        region_code=region_code,
        sectors=frozenset({ANY_SECTOR}),
        host="",
        lat=region["lat"],
        lon=region["lon"],
        origin=EXAMPLE,
        example=True,
    )


ONLINE_PROVIDER = "Online aanbod (voorbeeld)"


def add_sites(tables: Tables) -> None:
    """Fill `providers` and `sites`."""
    known = set()
    for site in (*centres(), *example_schools(), *municipal_sites()):
        if site.provider_id not in known:
            known.add(site.provider_id)
            tables.add(
                "providers",
                site.origin,
                provider_id=site.provider_id,
                label=site.provider,
                kind=site.kind,
                url=f"https://{site.host}" if site.host else "",
                example=int(site.example),
            )
        tables.add(
            "sites",
            site.origin,
            site_id=site.site_id,
            provider_id=site.provider_id,
            label=site.label,
            city=site.city,
            lat=site.lat,
            lon=site.lon,
            region_code=site.region_code,
            url=f"https://{site.host}" if site.host else "",
            subkind=site.kind,
            example=int(site.example),
        )
    tables.add("providers", EXAMPLE, provider_id="pr-online", label=ONLINE_PROVIDER, kind="online", example=1)
