"""What stands around the trainings and jobs: schemes, regions, places, postcodes and activities."""

from __future__ import annotations

from tools.build_catalogue.facts import draw, origin, table
from tools.build_catalogue.sites import centres
from tools.build_catalogue.tables import Tables

CENTRES_WITH_ACTIVITIES = frozenset({"orientation_hub", "tech_promotion", "hybrid_learning_centre"})


def add_schemes(tables: Tables) -> None:
    """Fill `schemes`: only what lowers what someone pays, with a known amount or share."""
    for row in table("schemes"):
        own = {name: cell for name, cell in row.items() if name not in ("source", "checked_on", "confidence")}
        tables.add("schemes", origin(row), **own)


def add_regions_and_places(tables: Tables) -> None:
    """Fill `regions`, `places` and `postcode_areas`."""
    for row in table("regions"):
        tables.add(
            "regions",
            origin(row),
            region_code=row["region_code"],
            label=row["label"],
            lat=row["lat"],
            lon=row["lon"],
            municipalities=row["municipalities"],
        )
    for row in table("places"):
        tables.add(
            "places",
            origin(row),
            place_id=row["place_id"],
            label=row["label"],
            aliases=row["aliases"],
            municipality=row["municipality"],
            region_code=row["region_code"],
            lat=row["lat"],
            lon=row["lon"],
            pc4_from=row["pc4_from"],
            pc4_to=row["pc4_to"],
        )
    for row in table("postcode_areas"):
        tables.add("postcode_areas", origin(row), pc3=row["pc3"], lat=row["lat"], lon=row["lon"])


def add_activities(tables: Tables) -> None:
    """Fill `activities`: two or three examples at each centre that receives visitors."""
    for site in (site for site in centres() if site.kind in CENTRES_WITH_ACTIVITIES):
        for number, row in enumerate(table("activities")):
            if draw("activity", site.site_id, number) % 2:
                tables.add(
                    "activities",
                    origin(row),
                    activity_id=f"ac-{site.site_id.removeprefix('si-')}-{number}",
                    label=row["label"],
                    label_en=row["label_en"],
                    kind=row["kind"],
                    site_id=site.site_id,
                    min_age=row["min_age"],
                    max_age=row["max_age"],
                    months=row["months"],
                    url=f"https://{site.host}" if site.host else "",
                    example=1,
                )
