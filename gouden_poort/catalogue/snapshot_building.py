"""From a checked bundle to a snapshot: ids become row numbers, dates weeks, conditions plain numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue import snapshot as snap
from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.catalogue.columns import Bytes, Floats, Ints, Ragged, Texts
from gouden_poort.catalogue.entries import Bundle, Entries, Value
from gouden_poort.catalogue.format import BENEFITS, CEFR_LEVELS, GROUPS, OFFERING_KINDS, POSITION_KINDS

NO_RULEBOOK = ("", "none")
"""What `bundle.csv` may say under `rulebook` when the catalogue is judged by its own conditions alone."""


def build(bundle: Bundle, *, version: str | None = None) -> snap.Snapshot:
    """The snapshot of a bundle that `read_bundle` found good; the version is its content hash unless named."""
    rulebook = bundle.setting("rulebook")
    return snap.Snapshot(
        name=bundle.name,
        version=version or content_hash(bundle),
        base_date=bundle.base_date,
        horizon_weeks=bundle.horizon_weeks,
        rulebook=None if rulebook in NO_RULEBOOK else rulebook,
        columns=_Builder(bundle).columns(),
    )


class _Builder:
    """Holds what every table needs of the others: the row numbers of their ids."""

    def __init__(self, bundle: Bundle) -> None:
        self.files = bundle.files
        self.base_date = bundle.base_date
        self.sectors = self._all_sectors()
        self.skills = self._rows_of("skills", "skill_id")
        self.occupations = self._rows_of("occupations", "occupation_id")
        self.credentials = self._rows_of("credentials", "credential_id")
        self.providers = self._rows_of("providers", "provider_id")
        self.sites = self._rows_of("sites", "site_id")
        self.offerings = self._rows_of("offerings", "offering_id")
        self.companies = self._rows_of("companies", "company_id")
        self.positions = self._rows_of("positions", "position_id")

    def columns(self) -> snap.Columns:
        return snap.Columns(
            sectors=Texts.of(self.sectors),
            skills=self._skills(),
            occupations=self._occupations(),
            credentials=self._credentials(),
            providers=self._providers(),
            sites=self._sites(),
            offerings=self._offerings(),
            companies=self._companies(),
            positions=self._positions(),
            schemes=self._schemes(),
            synonyms=self._synonyms(),
            places=self._places(),
            postcode_areas=self._postcode_areas(),
            regions=self._regions(),
            activities=self._activities(),
        )

    def _rows_of(self, file: str, key: str) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.files[file].columns[key])}

    def _all_sectors(self) -> dict[str, int]:
        """Sectors of work, companies, offerings and schemes, in alphabetical order."""
        names = {
            name for file in ("occupations", "offerings", "companies") for name in self.files[file].columns["sector"]
        }
        names.update(name for listed in self.files["schemes"].columns["sectors"] for name in listed)
        return {name: row for row, name in enumerate(sorted(names))}

    def _skills(self) -> snap.Skills:
        entries = self.files["skills"]
        return snap.Skills(
            id=_texts(entries, "skill_id"),
            label=_texts(entries, "label"),
            kind=_texts(entries, "kind"),
            sector=_texts(entries, "sector"),
            esco_uri=_texts(entries, "esco_uri"),
            extra=_extra(entries),
        )

    def _occupations(self) -> snap.Occupations:
        entries = self.files["occupations"]
        skills = _Links(self.files["occupation_skills"], "occupation_id", self.occupations)
        credentials = _Links(self.files["occupation_credentials"], "occupation_id", self.occupations)
        moves = _Links(self.files["transitions"], "from_occupation_id", self.occupations)
        experience = _Links(self.files["experience"], "occupation_id", self.occupations)
        positions = _Links(self.files["positions"], "occupation_id", self.occupations)
        essential, optional = skills.where("importance", "essential"), skills.where("importance", "optional")
        return snap.Occupations(
            id=_texts(entries, "occupation_id"),
            label=_texts(entries, "label"),
            isco_code=_texts(entries, "isco_code"),
            sector=_rows(entries.columns["sector"], self.sectors),
            nlqf_level=_bytes(entries.columns["nlqf_level"]),
            wage_month_eur=_ints(entries.columns["wage_month_eur"]),
            essential_skills=essential.rows("skill_id", self.skills),
            essential_levels=essential.numbers("level"),
            optional_skills=optional.rows("skill_id", self.skills),
            optional_levels=optional.numbers("level"),
            essential_credentials=credentials.where("importance", "essential").rows("credential_id", self.credentials),
            optional_credentials=credentials.where("importance", "optional").rows("credential_id", self.credentials),
            moves_to=moves.rows("to_occupation_id", self.occupations),
            moves_after_weeks=moves.numbers("min_tenure_weeks"),
            experience_skills=experience.rows("skill_id", self.skills),
            experience_levels=experience.numbers("level"),
            experience_weeks=experience.numbers("after_weeks"),
            positions=positions.rows("position_id", self.positions),
            extra=_extra(entries),
        )

    def _credentials(self) -> snap.Credentials:
        entries = self.files["credentials"]
        return snap.Credentials(
            id=_texts(entries, "credential_id"),
            label=_texts(entries, "label"),
            kind=_texts(entries, "kind"),
            crebo=_texts(entries, "crebo"),
            nlqf_level=_bytes(entries.columns["nlqf_level"]),
            extra=_extra(entries),
        )

    def _providers(self) -> snap.Providers:
        entries = self.files["providers"]
        return snap.Providers(
            id=_texts(entries, "provider_id"),
            label=_texts(entries, "label"),
            kind=_texts(entries, "kind"),
            extra=_extra(entries),
        )

    def _sites(self) -> snap.Sites:
        entries = self.files["sites"]
        return snap.Sites(
            id=_texts(entries, "site_id"),
            provider=_rows(entries.columns["provider_id"], self.providers),
            label=_texts(entries, "label"),
            city=_texts(entries, "city"),
            lat=_floats(entries.columns["lat"]),
            lon=_floats(entries.columns["lon"]),
            extra=_extra(entries),
        )

    def _offerings(self) -> snap.Offerings:
        entries = self.files["offerings"]
        column = entries.columns
        teaches = _Links(self.files["offering_skills"], "offering_id", self.offerings)
        requires = _Links(self.files["offering_requires"], "offering_id", self.offerings)
        awards = _Links(self.files["offering_credentials"], "offering_id", self.offerings)
        required = requires.where("kind", "skill")
        awarded = awards.rows("credential_id", self.credentials)
        return snap.Offerings(
            id=_texts(entries, "offering_id"),
            label=_texts(entries, "label"),
            provider=_rows(column["provider_id"], self.providers),
            site=_rows(column["site_id"], self.sites),
            sector=_rows(column["sector"], self.sectors),
            kind=_codes(column["kind"], OFFERING_KINDS),
            weeks=_ints(column["weeks"]),
            hours_per_week=_ints(column["hours_per_week"]),
            cost_eur=_ints(column["cost_eur"]),
            min_age=_ints(column["min_age"]),
            max_age=_ints(column["max_age"], absent=snap.NO_LIMIT),
            min_cefr=_codes(column["min_cefr"], CEFR_LEVELS),
            min_nlqf=_bytes(column["min_nlqf"]),
            groups=_mask(column["target_groups"], GROUPS).astype(np.int8),
            capacity=_ints(column["capacity"]),
            rolling=_bytes(column["rolling"]),
            awards_cefr=_codes(column["awards_cefr"], CEFR_LEVELS),
            awards_nlqf=_highest(awarded, _bytes(self.files["credentials"].columns["nlqf_level"])),
            teaches=teaches.rows("skill_id", self.skills),
            teaches_levels=teaches.numbers("level"),
            requires_skills=required.rows("ref_id", self.skills),
            requires_levels=required.numbers("level"),
            requires_credentials=requires.where("kind", "credential").rows("ref_id", self.credentials),
            awards=awarded,
            starts=self._starts(),
            extra=_extra(entries),
        )

    def _starts(self) -> Ragged:
        entries = self.files["offering_starts"].columns
        owners = _rows(entries["offering_id"], self.offerings)
        weeks = self._weeks(entries["start_date"])
        order = np.lexsort((weeks, owners))
        return Ragged.grouped(len(self.offerings), owners[order], weeks[order])

    def _companies(self) -> snap.Companies:
        entries = self.files["companies"]
        return snap.Companies(
            id=_texts(entries, "company_id"),
            label=_texts(entries, "label"),
            sector=_rows(entries.columns["sector"], self.sectors),
            city=_texts(entries, "city"),
            lat=_floats(entries.columns["lat"]),
            lon=_floats(entries.columns["lon"]),
            extra=_extra(entries),
        )

    def _positions(self) -> snap.Positions:
        entries = self.files["positions"]
        column = entries.columns
        requires = _Links(self.files["position_requires"], "position_id", self.positions)
        required = requires.where("kind", "skill")
        return snap.Positions(
            id=_texts(entries, "position_id"),
            company=_rows(column["company_id"], self.companies),
            kind=_codes(column["kind"], POSITION_KINDS),
            occupation=_rows(column["occupation_id"], self.occupations),
            credential=_rows(column["credential_id"], self.credentials),
            hours_per_week=_ints(column["hours_per_week"]),
            wage_month_eur=_ints(column["wage_month_eur"]),
            capacity=_ints(column["capacity"]),
            min_age=_ints(column["min_age"]),
            max_age=_ints(column["max_age"], absent=snap.NO_LIMIT),
            min_cefr=_codes(column["min_cefr"], CEFR_LEVELS),
            min_nlqf=_bytes(column["min_nlqf"]),
            groups=_mask(column["target_groups"], GROUPS).astype(np.int8),
            open_from=self._weeks(column["open_from"]),
            open_to=self._weeks(column["open_to"]),
            requires_skills=required.rows("ref_id", self.skills),
            requires_levels=required.numbers("level"),
            requires_credentials=requires.where("kind", "credential").rows("ref_id", self.credentials),
            extra=_extra(entries),
        )

    def _schemes(self) -> snap.Schemes:
        entries = self.files["schemes"]
        column = entries.columns
        owners = [row for row, listed in enumerate(column["sectors"]) for _ in listed]
        sectors = [self.sectors[name] for listed in column["sectors"] for name in listed]
        return snap.Schemes(
            id=_texts(entries, "scheme_id"),
            label=_texts(entries, "label"),
            kind=_texts(entries, "kind"),
            pays_percent=_ints(column["pays_share"]),
            max_amount_eur=_ints(column["max_amount_eur"]),
            cap_per_person_eur=_ints(column["cap_per_person_eur"]),
            stack_group=_texts(entries, "stack_group"),
            groups=_mask(column["target_groups"], GROUPS).astype(np.int8),
            benefits=_mask(column["benefits"], BENEFITS).astype(np.int8),
            sectors=Ragged.grouped(len(entries), owners, sectors),
            kinds=_mask(column["offering_kinds"], OFFERING_KINDS),
            min_age=_ints(column["min_age"]),
            max_age=_ints(column["max_age"], absent=snap.NO_LIMIT),
            valid_from=self._days(column["valid_from"]),
            valid_to=self._days(column["valid_to"]),
            extra=_extra(entries),
        )

    def _synonyms(self) -> snap.Synonyms:
        entries = self.files["skill_synonyms"]
        return snap.Synonyms(
            skill=_rows(entries.columns["skill_id"], self.skills),
            language=_texts(entries, "language"),
            text=_texts(entries, "text"),
        )

    def _places(self) -> snap.Places:
        entries = self.files["places"]
        return snap.Places(
            id=_texts(entries, "place_id"),
            label=_texts(entries, "label"),
            municipality=_texts(entries, "municipality"),
            region_code=_texts(entries, "region_code"),
            lat=_floats(entries.columns["lat"]),
            lon=_floats(entries.columns["lon"]),
            pc4_from=_ints(entries.columns["pc4_from"]),
            pc4_to=_ints(entries.columns["pc4_to"]),
            extra=_extra(entries),
        )

    def _postcode_areas(self) -> snap.PostcodeAreas:
        entries = self.files["postcode_areas"]
        return snap.PostcodeAreas(
            pc3=_texts(entries, "pc3"),
            lat=_floats(entries.columns["lat"]),
            lon=_floats(entries.columns["lon"]),
        )

    def _regions(self) -> snap.Regions:
        entries = self.files["regions"]
        return snap.Regions(
            code=_texts(entries, "region_code"),
            label=_texts(entries, "label"),
            lat=_floats(entries.columns["lat"]),
            lon=_floats(entries.columns["lon"]),
            municipalities=Texts.of("|".join(listed) for listed in entries.columns["municipalities"]),
            extra=_extra(entries),
        )

    def _activities(self) -> snap.Activities:
        entries = self.files["activities"]
        return snap.Activities(
            id=_texts(entries, "activity_id"),
            label=_texts(entries, "label"),
            kind=_texts(entries, "kind"),
            site=_rows(entries.columns["site_id"], self.sites),
            min_age=_ints(entries.columns["min_age"]),
            max_age=_ints(entries.columns["max_age"], absent=snap.NO_LIMIT),
            months=_texts(entries, "months"),
            url=_texts(entries, "url"),
            extra=_extra(entries),
        )

    def _days(self, days: Sequence[date]) -> Ints:
        """Days since the base date; the same date object stands in many rows, so each is counted once."""
        counted = {day: (day - self.base_date).days for day in set(days)}
        return _numbers(map(counted.__getitem__, days), len(days))

    def _weeks(self, mondays: Sequence[date]) -> Ints:
        return self._days(mondays) // np.int32(7)


class _Links:
    """The rows of a file that hang under the rows of another, ready to be gathered by owner."""

    def __init__(self, entries: Entries, owner: str, owners: Mapping[str, int]) -> None:
        self.columns = entries.columns
        self.size = len(owners)
        self.owners = _rows(entries.columns[owner], owners)
        self.kept: NDArray[np.intp] = np.arange(len(self.owners))

    def where(self, column: str, value: str) -> _Links:
        """Only the links that say so."""
        fewer = object.__new__(_Links)
        fewer.columns, fewer.size, fewer.owners = self.columns, self.size, self.owners
        says = np.fromiter((said == value for said in self.columns[column]), dtype=bool, count=len(self.owners))
        fewer.kept = self.kept[says[self.kept]]
        return fewer

    def rows(self, column: str, of: Mapping[str, int]) -> Ragged:
        """The row numbers that a column of ids stands for."""
        values = self.columns[column]
        return self._gathered(of[values[row]] for row in self.kept.tolist())

    def numbers(self, column: str) -> Ragged:
        values = self.columns[column]
        return self._gathered(values[row] for row in self.kept.tolist())

    def _gathered(self, items: Iterable[int]) -> Ragged:
        return Ragged.grouped(self.size, self.owners[self.kept], items)


def _texts(entries: Entries, column: str) -> Texts:
    return Texts.of(entries.columns[column])


def _extra(entries: Entries) -> dict[str, Texts]:
    return {name: Texts.of(values) for name, values in entries.extra.items()}


def _numbers(values: Iterable[int], count: int) -> Ints:
    return np.fromiter(values, dtype=np.int32, count=count)


def _ints(values: Sequence[int | None], *, absent: int = 0) -> Ints:
    return _numbers((absent if value is None else value for value in values), len(values))


def _bytes(values: Sequence[int | None]) -> Bytes:
    return _ints(values).astype(np.int8)


def _floats(values: Sequence[float]) -> Floats:
    return np.fromiter(values, dtype=np.float64, count=len(values))


def _rows(names: Sequence[str | None], rows: Mapping[str, int]) -> Ints:
    """Row numbers of ids; -1 where there is none."""
    return _numbers((-1 if name is None else rows[name] for name in names), len(names))


def _codes(names: Sequence[str | None], choices: Sequence[str]) -> Bytes:
    """Places in a closed list; an empty cell counts as the first (for CEFR: A0, no condition)."""
    codes: dict[str | None, int] = {None: 0, **{choice: code for code, choice in enumerate(choices)}}
    return _numbers(map(codes.__getitem__, names), len(names)).astype(np.int8)


def _mask(lists: Sequence[Value], choices: Sequence[str]) -> Ints:
    """Bit i for choice i; 0 where the list is empty."""
    return _numbers((sum(1 << choices.index(choice) for choice in listed) for listed in lists), len(lists))


def _highest(items: Ragged, values: Bytes) -> Bytes:
    """For each row the highest value among its items, 0 when it has none."""
    highest = np.zeros(len(items), dtype=np.int8)
    np.maximum.at(highest, items.owners(), values[items.items])
    return highest
