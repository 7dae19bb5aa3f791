"""A catalogue under construction: a seed that decides, and rows filled in with what most rows have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.feasibility.writing import Tables

CEFR = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")
GROUPS = ("status_holder", "starter", "experienced", "career_changer")
BENEFITS = ("none", "ww", "bijstand", "wajong", "wia")
KINDS = ("language", "basic", "module", "course", "certificate", "exam", "bol", "bbl")
CENTRE = (52.0, 5.0)


@dataclass(slots=True, kw_only=True)
class Draft:
    """Rows so far, and where the catalogue stands in time."""

    random: Random
    base: date
    horizon: int
    kilometres: float
    """How far sites and companies lie around the centre, roughly."""
    tables: Tables = field(default_factory=dict)

    def add(self, file: str, **row: object) -> None:
        """One row more in a file; a set becomes `a|b`."""
        cells = {
            key: "|".join(sorted(cell)) if isinstance(cell, set | frozenset) else cell for key, cell in row.items()
        }
        self.tables.setdefault(file, []).append(cells)

    def next_id(self, file: str, letter: str) -> str:
        """An id no row of the file has yet."""
        return f"{letter}{len(self.tables.get(file, [])):03d}"

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self.random.random() < share

    def monday(self, week: int) -> str:
        """The Monday of a catalogue week."""
        return (self.base + timedelta(weeks=week)).isoformat()

    def spot(self) -> dict[str, float]:
        """Coordinates somewhere around the centre."""
        lat, lon = CENTRE
        spread = self.kilometres / 111
        return {
            "lat": round(lat + self.random.gauss(0, spread), 5),
            "lon": round(lon + self.random.gauss(0, spread * 1.6), 5),
        }

    def about(self, name: str) -> None:
        """bundle.csv, one provider."""
        lines = {"format_version": 1, "name": name, "seed": 0, "base_date": self.base, "horizon_weeks": self.horizon}
        for key, value in lines.items():
            self.add("bundle", key=key, value=value)
        self.add("providers", provider_id="P0", label="provider", kind="roc")

    def places(self, sites: int, companies: int) -> None:
        """Sites of the provider, and companies."""
        for number in range(sites):
            self.add("sites", site_id=f"L{number}", provider_id="P0", label="site", city="Town", **self.spot())
        for number in range(companies):
            self.add("companies", company_id=f"B{number}", label="company", sector="", city="Town", **self.spot())

    def offering(
        self,
        kind: str,
        sector: str,
        *,
        weeks: int,
        hours: int,
        cost: int,
        starts: Iterable[int],
        teaches: Mapping[str, int] | None = None,
        needs: Mapping[str, int] | None = None,
        papers: Iterable[str] = (),
        awards: Iterable[str] = (),
        online: bool = False,
        **entry: Any,
    ) -> str:
        """An offering with all its rows; no starts means rolling. `papers` are credentials asked."""
        name, weeks_of_start = self.next_id("offerings", "T"), sorted(set(starts))
        self.add(
            "offerings",
            offering_id=name,
            label=f"{kind} {name}",
            provider_id="P0",
            site_id="" if online else self.random.choice(self.tables["sites"])["site_id"],
            sector=sector,
            kind=kind,
            delivery="online" if online else "site",
            weeks=weeks,
            hours_per_week=hours,
            cost_eur=cost,
            **{"capacity": 0 if self.chance(0.04) else 8, "rolling": 0 if weeks_of_start else 1, **entry},
        )
        for week in weeks_of_start:
            self.add("offering_starts", offering_id=name, start_date=self.monday(week))
        for skill, level in (teaches or {}).items():
            self.add("offering_skills", offering_id=name, skill_id=skill, level=level)
        self._requires("offering", name, needs or {}, papers)
        for paper in awards:
            self.add("offering_credentials", offering_id=name, credential_id=paper)
        return name

    def position(
        self,
        kind: str,
        occupation: str,
        *,
        hours: int,
        wage: int,
        window: tuple[int, int],
        paper: str = "",
        needs: Mapping[str, int] | None = None,
        papers: Iterable[str] = (),
        **entry: Any,
    ) -> str:
        """A position with all its rows, open from and to those catalogue weeks; `paper` is what a bbl trains for."""
        name = self.next_id("positions", "J")
        self.add(
            "positions",
            position_id=name,
            company_id=self.random.choice(self.tables["companies"])["company_id"],
            kind=kind,
            occupation_id=occupation,
            credential_id=paper,
            hours_per_week=hours,
            wage_month_eur=wage,
            **{"capacity": 0 if self.chance(0.04) else 2, **entry},
            open_from=self.monday(window[0]),
            open_to=self.monday(window[1]),
        )
        self._requires("position", name, needs or {}, papers)
        return name

    def _requires(self, what: str, name: str, needs: Mapping[str, int], papers: Iterable[str]) -> None:
        for skill, level in needs.items():
            self.add(f"{what}_requires", **{f"{what}_id": name}, kind="skill", ref_id=skill, level=level)
        for paper in papers:
            self.add(f"{what}_requires", **{f"{what}_id": name}, kind="credential", ref_id=paper)

    def scheme(
        self, group: str, *, share: int, most: int, cap: int, valid: tuple[int, int], **conditions: object
    ) -> None:
        """A scheme; `share` in hundredths, valid from and to those catalogue weeks."""
        name = self.next_id("schemes", "F")
        self.add(
            "schemes",
            scheme_id=name,
            label=f"scheme {name}",
            kind="subsidy",
            pays_share=f"{share // 100}.{share % 100:02d}",
            max_amount_eur=most,
            cap_per_person_eur=cap,
            stack_group=group,
            valid_from=self.monday(valid[0]),
            valid_to=self.monday(valid[1]),
            **conditions,
        )
