"""From a checked bundle to a snapshot: ids become row numbers, dates weeks, conditions plain numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from gouden_poort.catalogue import snapshot as snap
from gouden_poort.catalogue.abilities import Numbering
from gouden_poort.catalogue.arrays import (
    Links,
    bits,
    codes,
    counted,
    extra_texts,
    floats,
    highest,
    ids,
    ints,
    rows,
    small_ints,
    texts,
)
from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.catalogue.columns import Ids, Ints, Ragged, Texts
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.format import BENEFITS, CEFR_LEVELS, GROUPS, OFFERING_KINDS, POSITION_KINDS
from gouden_poort.catalogue.network_building import build_network

OWN_RULES = "rules"
"""What `bundle.csv` says under `rulebook` when the rules lie in the bundle: the name of their folder."""


def build(bundle: Bundle, *, version: str | None = None) -> snap.Snapshot:
    """The snapshot of a bundle that `read_bundle` found good; the version is its content hash unless named."""
    rulebook, own_rules = rules_named_by(bundle)
    return snap.Snapshot(
        name=bundle.name,
        version=version or content_hash(bundle),
        base_date=bundle.base_date,
        horizon_weeks=bundle.horizon_weeks,
        rulebook=rulebook,
        columns=_Builder(bundle).columns(),
        rules=own_rules,
    )


def rules_named_by(bundle: Bundle) -> tuple[str | None, dict[str, str]]:
    """What a bundle says about its rules: `builtin`, `rules` or None, and the files of its own rules by name."""
    rulebook = (bundle.setting("rulebook") or "none").rstrip("/")
    return None if rulebook == "none" else rulebook, _own_rules(bundle) if rulebook == OWN_RULES else {}


def _own_rules(bundle: Bundle) -> dict[str, str]:
    """The rule files of a bundle, by name without their folder."""
    folder = f"{OWN_RULES}/"
    files = sorted((path, content) for path, content in bundle.other_files.items() if path.startswith(folder))
    return {path.removeprefix(folder): content.decode() for path, content in files if path.endswith((".yaml", ".yml"))}


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
        self.backgrounds = self._rows_of("backgrounds", "background_id")
        self.tasks = self._rows_of("background_tasks", "task_id")

    def columns(self) -> snap.Columns:
        numbering = Numbering(skills=len(self.skills), credentials=len(self.credentials))
        offerings, positions, occupations = self._offerings(), self._positions(), self._occupations()
        network, trainings = build_network(numbering, offerings, positions, occupations)
        return snap.Columns(
            sectors=Ids.of(self.sectors),
            skills=self._skills(),
            occupations=occupations,
            credentials=self._credentials(),
            providers=self._providers(),
            sites=self._sites(),
            offerings=offerings,
            companies=self._companies(),
            positions=positions,
            schemes=self._schemes(),
            synonyms=self._synonyms(),
            places=self._places(),
            postcode_areas=self._postcode_areas(),
            regions=self._regions(),
            activities=self._activities(),
            backgrounds=self._backgrounds(),
            background_tasks=self._background_tasks(),
            network=network,
            trainings=trainings,
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
            id=ids(entries, "skill_id"),
            label=texts(entries, "label"),
            kind=texts(entries, "kind"),
            sector=texts(entries, "sector"),
            esco_uri=texts(entries, "esco_uri"),
            extra=extra_texts(entries),
        )

    def _occupations(self) -> snap.Occupations:
        entries = self.files["occupations"]
        skills = Links(self.files["occupation_skills"], "occupation_id", self.occupations)
        credentials = Links(self.files["occupation_credentials"], "occupation_id", self.occupations)
        moves = Links(self.files["transitions"], "from_occupation_id", self.occupations)
        experience = Links(self.files["experience"], "occupation_id", self.occupations)
        positions = Links(self.files["positions"], "occupation_id", self.occupations)
        return snap.Occupations(
            id=ids(entries, "occupation_id"),
            label=texts(entries, "label"),
            isco_code=texts(entries, "isco_code"),
            sector=rows(entries.columns["sector"], self.sectors),
            nlqf_level=small_ints(entries.columns["nlqf_level"]),
            wage_month_eur=ints(entries.columns["wage_month_eur"]),
            essential_skills=skills.rows("skill_id", self.skills, importance="essential"),
            essential_levels=skills.numbers("level", importance="essential"),
            optional_skills=skills.rows("skill_id", self.skills, importance="optional"),
            optional_levels=skills.numbers("level", importance="optional"),
            essential_credentials=credentials.rows("credential_id", self.credentials, importance="essential"),
            optional_credentials=credentials.rows("credential_id", self.credentials, importance="optional"),
            moves_to=moves.rows("to_occupation_id", self.occupations),
            moves_after_weeks=moves.numbers("min_tenure_weeks"),
            experience_skills=experience.rows("skill_id", self.skills),
            experience_levels=experience.numbers("level"),
            experience_weeks=experience.numbers("after_weeks"),
            positions=positions.rows("position_id", self.positions),
            extra=extra_texts(entries),
        )

    def _credentials(self) -> snap.Credentials:
        entries = self.files["credentials"]
        return snap.Credentials(
            id=ids(entries, "credential_id"),
            label=texts(entries, "label"),
            kind=texts(entries, "kind"),
            crebo=texts(entries, "crebo"),
            nlqf_level=small_ints(entries.columns["nlqf_level"]),
            extra=extra_texts(entries),
        )

    def _providers(self) -> snap.Providers:
        entries = self.files["providers"]
        return snap.Providers(
            id=ids(entries, "provider_id"),
            label=texts(entries, "label"),
            kind=texts(entries, "kind"),
            extra=extra_texts(entries),
        )

    def _sites(self) -> snap.Sites:
        entries = self.files["sites"]
        return snap.Sites(
            id=ids(entries, "site_id"),
            provider=rows(entries.columns["provider_id"], self.providers),
            label=texts(entries, "label"),
            city=texts(entries, "city"),
            lat=floats(entries.columns["lat"]),
            lon=floats(entries.columns["lon"]),
            extra=extra_texts(entries),
        )

    def _offerings(self) -> snap.Offerings:
        entries = self.files["offerings"]
        column = entries.columns
        teaches = Links(self.files["offering_skills"], "offering_id", self.offerings)
        requires = Links(self.files["offering_requires"], "offering_id", self.offerings)
        awards = Links(self.files["offering_credentials"], "offering_id", self.offerings)
        awarded = awards.rows("credential_id", self.credentials)
        return snap.Offerings(
            id=ids(entries, "offering_id"),
            label=texts(entries, "label"),
            provider=rows(column["provider_id"], self.providers),
            site=rows(column["site_id"], self.sites),
            sector=rows(column["sector"], self.sectors),
            kind=codes(column["kind"], OFFERING_KINDS),
            weeks=ints(column["weeks"]),
            hours_per_week=ints(column["hours_per_week"]),
            cost_eur=ints(column["cost_eur"]),
            min_age=ints(column["min_age"]),
            max_age=ints(column["max_age"], absent=snap.NO_LIMIT),
            min_cefr=codes(column["min_cefr"], CEFR_LEVELS),
            min_nlqf=small_ints(column["min_nlqf"]),
            groups=bits(column["target_groups"], GROUPS).astype(np.int8),
            capacity=ints(column["capacity"]),
            rolling=small_ints(column["rolling"]),
            awards_cefr=codes(column["awards_cefr"], CEFR_LEVELS),
            awards_nlqf=highest(awarded, small_ints(self.files["credentials"].columns["nlqf_level"])),
            teaches=teaches.rows("skill_id", self.skills),
            teaches_levels=teaches.numbers("level"),
            requires_skills=requires.rows("ref_id", self.skills, kind="skill"),
            requires_levels=requires.numbers("level", kind="skill"),
            requires_credentials=requires.rows("ref_id", self.credentials, kind="credential"),
            awards=awarded,
            starts=self._starts(),
            extra=extra_texts(entries),
        )

    def _starts(self) -> Ragged:
        entries = self.files["offering_starts"].columns
        owners = rows(entries["offering_id"], self.offerings)
        weeks = self._weeks(entries["start_date"])
        order = np.lexsort((weeks, owners))
        return Ragged.grouped(len(self.offerings), owners[order], weeks[order])

    def _companies(self) -> snap.Companies:
        entries = self.files["companies"]
        return snap.Companies(
            id=ids(entries, "company_id"),
            label=texts(entries, "label"),
            sector=rows(entries.columns["sector"], self.sectors),
            city=texts(entries, "city"),
            lat=floats(entries.columns["lat"]),
            lon=floats(entries.columns["lon"]),
            extra=extra_texts(entries),
        )

    def _positions(self) -> snap.Positions:
        entries = self.files["positions"]
        column = entries.columns
        requires = Links(self.files["position_requires"], "position_id", self.positions)
        return snap.Positions(
            id=ids(entries, "position_id"),
            company=rows(column["company_id"], self.companies),
            kind=codes(column["kind"], POSITION_KINDS),
            occupation=rows(column["occupation_id"], self.occupations),
            credential=rows(column["credential_id"], self.credentials),
            hours_per_week=ints(column["hours_per_week"]),
            wage_month_eur=ints(column["wage_month_eur"]),
            capacity=ints(column["capacity"]),
            min_age=ints(column["min_age"]),
            max_age=ints(column["max_age"], absent=snap.NO_LIMIT),
            min_cefr=codes(column["min_cefr"], CEFR_LEVELS),
            min_nlqf=small_ints(column["min_nlqf"]),
            groups=bits(column["target_groups"], GROUPS).astype(np.int8),
            open_from=self._weeks(column["open_from"]),
            open_to=self._weeks(column["open_to"]),
            requires_skills=requires.rows("ref_id", self.skills, kind="skill"),
            requires_levels=requires.numbers("level", kind="skill"),
            requires_credentials=requires.rows("ref_id", self.credentials, kind="credential"),
            extra=extra_texts(entries),
        )

    def _schemes(self) -> snap.Schemes:
        entries = self.files["schemes"]
        column = entries.columns
        owners = [row for row, listed in enumerate(column["sectors"]) for _ in listed]
        sectors = [self.sectors[name] for listed in column["sectors"] for name in listed]
        return snap.Schemes(
            id=ids(entries, "scheme_id"),
            label=texts(entries, "label"),
            kind=texts(entries, "kind"),
            pays_percent=ints(column["pays_share"]),
            max_amount_eur=ints(column["max_amount_eur"]),
            cap_per_person_eur=ints(column["cap_per_person_eur"]),
            stack_group=texts(entries, "stack_group"),
            groups=bits(column["target_groups"], GROUPS).astype(np.int8),
            benefits=bits(column["benefits"], BENEFITS).astype(np.int8),
            sectors=Ragged.grouped(len(entries), owners, sectors),
            kinds=bits(column["offering_kinds"], OFFERING_KINDS),
            min_age=ints(column["min_age"]),
            max_age=ints(column["max_age"], absent=snap.NO_LIMIT),
            valid_from=self._days(column["valid_from"]),
            valid_to=self._days(column["valid_to"]),
            extra=extra_texts(entries),
        )

    def _synonyms(self) -> snap.Synonyms:
        entries = self.files["skill_synonyms"]
        return snap.Synonyms(
            skill=rows(entries.columns["skill_id"], self.skills),
            language=texts(entries, "language"),
            text=texts(entries, "text"),
        )

    def _places(self) -> snap.Places:
        entries = self.files["places"]
        return snap.Places(
            id=ids(entries, "place_id"),
            label=texts(entries, "label"),
            municipality=texts(entries, "municipality"),
            region_code=texts(entries, "region_code"),
            lat=floats(entries.columns["lat"]),
            lon=floats(entries.columns["lon"]),
            pc4_from=ints(entries.columns["pc4_from"]),
            pc4_to=ints(entries.columns["pc4_to"]),
            extra=extra_texts(entries),
        )

    def _postcode_areas(self) -> snap.PostcodeAreas:
        entries = self.files["postcode_areas"]
        return snap.PostcodeAreas(
            pc3=texts(entries, "pc3"),
            lat=floats(entries.columns["lat"]),
            lon=floats(entries.columns["lon"]),
        )

    def _regions(self) -> snap.Regions:
        entries = self.files["regions"]
        return snap.Regions(
            code=texts(entries, "region_code"),
            label=texts(entries, "label"),
            lat=floats(entries.columns["lat"]),
            lon=floats(entries.columns["lon"]),
            municipalities=Texts.of("|".join(listed) for listed in entries.columns["municipalities"]),
            extra=extra_texts(entries),
        )

    def _activities(self) -> snap.Activities:
        entries = self.files["activities"]
        return snap.Activities(
            id=ids(entries, "activity_id"),
            label=texts(entries, "label"),
            kind=texts(entries, "kind"),
            site=rows(entries.columns["site_id"], self.sites),
            min_age=ints(entries.columns["min_age"]),
            max_age=ints(entries.columns["max_age"], absent=snap.NO_LIMIT),
            months=texts(entries, "months"),
            url=texts(entries, "url"),
            extra=extra_texts(entries),
        )

    def _backgrounds(self) -> snap.Backgrounds:
        entries = self.files["backgrounds"]
        tasks = Links(self.files["background_tasks"], "background_id", self.backgrounds)
        return snap.Backgrounds(
            id=ids(entries, "background_id"),
            label=texts(entries, "label"),
            isco_codes=Texts.of("|".join(listed) for listed in entries.columns["isco_codes"]),
            tasks=tasks.rows("task_id", self.tasks),
            extra=extra_texts(entries),
        )

    def _background_tasks(self) -> snap.BackgroundTasks:
        entries = self.files["background_tasks"]
        skills = Links(self.files["task_skills"], "task_id", self.tasks)
        return snap.BackgroundTasks(
            id=ids(entries, "task_id"),
            background=rows(entries.columns["background_id"], self.backgrounds),
            label=texts(entries, "label"),
            skills=skills.rows("skill_id", self.skills),
            levels=skills.numbers("level"),
            extra=extra_texts(entries),
        )

    def _days(self, days: Sequence[date]) -> Ints:
        """Days since the base date."""
        return counted(days, {day: (day - self.base_date).days for day in set(days)})

    def _weeks(self, mondays: Sequence[date]) -> Ints:
        return self._days(mondays) // np.int32(7)
