"""`python -m tools.build_catalogue [--out DIR]`: build the catalogue that travels with the package."""

from __future__ import annotations

import argparse
from pathlib import Path

from gouden_poort.catalogue.bundle import BUILTIN
from gouden_poort.catalogue.format import FORMAT_VERSION
from tools.build_catalogue.backgrounds import add_backgrounds
from tools.build_catalogue.calendar import BASE, HORIZON_WEEKS
from tools.build_catalogue.careers import add_experience, add_transitions
from tools.build_catalogue.companies import add_companies
from tools.build_catalogue.occupations import add_occupations
from tools.build_catalogue.offerings import add_offerings
from tools.build_catalogue.positions import add_positions
from tools.build_catalogue.sites import add_sites
from tools.build_catalogue.skills import add_skills
from tools.build_catalogue.surroundings import add_activities, add_regions_and_places, add_schemes
from tools.build_catalogue.tables import Tables


def build() -> Tables:
    """The whole built-in catalogue; the same facts always give the same bytes."""
    tables = Tables()
    settings = {
        "format_version": FORMAT_VERSION,
        "name": "Ingebouwde catalogus",
        "base_date": BASE.isoformat(),
        "horizon_weeks": str(HORIZON_WEEKS),
        "rulebook": "builtin",
    }
    for key, value in settings.items():
        tables.add("bundle", None, key=key, value=value)
    for add in (
        add_skills,
        add_occupations,
        add_sites,
        add_offerings,
        add_companies,
        add_positions,
        add_transitions,
        add_experience,
        add_schemes,
        add_regions_and_places,
        add_activities,
        add_backgrounds,
    ):
        add(tables)
    return tables


def main() -> None:
    """Write the catalogue and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=BUILTIN, help="folder to write to (default: the package's own)")
    folder = parser.parse_args().out
    tables = build()
    tables.write(folder)
    for name, rows in tables.rows.items():
        print(f"{name:24}{len(rows):>8}")


if __name__ == "__main__":
    main()
