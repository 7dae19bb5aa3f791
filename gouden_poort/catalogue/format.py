"""The bundle format, said once: which files a catalogue has, which columns, and what stands in a cell.

Reading, checking, writing, storing and documenting all go by these tables (docs/formats.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from gouden_poort.profiles.levels import CEFR, Benefit, TargetGroup

FORMAT_VERSION = "1"


class OfferingKind(Enum):
    """What sort of training an offering is. `bbl` is learning and working under a contract."""

    LANGUAGE = "language"
    BASIC = "basic"
    MODULE = "module"
    COURSE = "course"
    CERTIFICATE = "certificate"
    EXAM = "exam"
    BOL = "bol"
    BBL = "bbl"


class PositionKind(Enum):
    """A job, or a learn-and-work place at a recognised training company."""

    JOB = "job"
    BBL = "bbl"


class Cell(Enum):
    """What a cell holds, and the Python value it becomes. An empty cell becomes None (TEXT: "", lists: ())."""

    TEXT = "text"  # str
    ID = "id"  # str
    INTEGER = "integer"  # int
    FLAG = "flag"  # bool, written 0 or 1
    SHARE = "share"  # int: hundredths, written with two decimals
    DEGREES = "degrees"  # float
    DATE = "date"  # date
    MONDAY = "monday"  # date that is a Monday
    CHOICE = "choice"  # str out of `choices`
    CHOICES = "choices"  # tuple[str, ...] out of `choices`, written with |
    TEXTS = "texts"  # tuple[str, ...], written with |


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a file. `refers_to` names the file whose key the cell must occur in."""

    name: str
    cell: Cell
    required: bool = False
    """A cell may not be empty."""
    choices: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    refers_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpec:
    """One CSV file of a bundle: its columns in order, and the columns that together name a row."""

    name: str
    """Without `.csv`."""
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    optional: bool = False

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the format has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def _id(name: str, refers_to: str | None = None, *, required: bool = True) -> Column:
    return Column(name=name, cell=Cell.ID, required=required, refers_to=refers_to)


def _text(name: str, *, required: bool = False) -> Column:
    return Column(name=name, cell=Cell.TEXT, required=required)


def _int(name: str, lowest: int, highest: int | None = None, *, required: bool = True) -> Column:
    return Column(name=name, cell=Cell.INTEGER, required=required, lowest=lowest, highest=highest)


def _choice(name: str, choices: tuple[str, ...], *, required: bool = True) -> Column:
    return Column(name=name, cell=Cell.CHOICE, required=required, choices=choices)


CEFR_LEVELS = tuple(level.name for level in CEFR)
GROUPS = tuple(group.value for group in TargetGroup)
BENEFITS = tuple(benefit.value for benefit in Benefit)
OFFERING_KINDS = tuple(kind.value for kind in OfferingKind)
POSITION_KINDS = tuple(kind.value for kind in PositionKind)
SKILL_KINDS = ("basic", "cross", "sector")
_IMPORTANCE = _choice("importance", ("essential", "optional"))
_LEVEL = _int("level", 1, 5)
_LAT = Column(name="lat", cell=Cell.DEGREES, required=True, lowest=-90, highest=90)
_LON = Column(name="lon", cell=Cell.DEGREES, required=True, lowest=-180, highest=180)
_ENTRY = (
    _int("min_age", 0, 120, required=False),
    _int("max_age", 0, 120, required=False),
    _choice("min_cefr", CEFR_LEVELS, required=False),
    _int("min_nlqf", 0, 8, required=False),
    Column(name="target_groups", cell=Cell.CHOICES, choices=GROUPS),
)
_REQUIREMENT = (
    _choice("kind", ("skill", "credential")),
    _id("ref_id"),  # a skill or a credential, by `kind`; checked with the whole bundle at hand
    _int("level", 1, 5, required=False),
)

FILES: tuple[FileSpec, ...] = (
    FileSpec(name="bundle", key=("key",), columns=(_text("key", required=True), _text("value"))),
    FileSpec(
        name="skills",
        key=("skill_id",),
        columns=(
            _id("skill_id"),
            _text("label", required=True),
            _choice("kind", SKILL_KINDS),
            _text("sector"),
            _text("esco_uri"),
        ),
    ),
    FileSpec(
        name="occupations",
        key=("occupation_id",),
        columns=(
            _id("occupation_id"),
            _text("label", required=True),
            _text("isco_code"),
            _text("sector", required=True),
            _int("nlqf_level", 0, 8, required=False),
            _int("wage_month_eur", 0),
        ),
    ),
    FileSpec(
        name="occupation_skills",
        key=("occupation_id", "skill_id"),
        columns=(_id("occupation_id", "occupations"), _id("skill_id", "skills"), _LEVEL, _IMPORTANCE),
    ),
    FileSpec(
        name="credentials",
        key=("credential_id",),
        columns=(
            _id("credential_id"),
            _text("label", required=True),
            _choice("kind", ("diploma", "certificate")),
            _text("crebo"),
            _int("nlqf_level", 0, 8, required=False),
        ),
    ),
    FileSpec(
        name="occupation_credentials",
        key=("occupation_id", "credential_id"),
        columns=(_id("occupation_id", "occupations"), _id("credential_id", "credentials"), _IMPORTANCE),
    ),
    FileSpec(
        name="providers",
        key=("provider_id",),
        columns=(_id("provider_id"), _text("label", required=True), _text("kind")),
    ),
    FileSpec(
        name="sites",
        key=("site_id",),
        columns=(
            _id("site_id"),
            _id("provider_id", "providers"),
            _text("label", required=True),
            _text("city"),
            _LAT,
            _LON,
        ),
    ),
    FileSpec(
        name="offerings",
        key=("offering_id",),
        columns=(
            _id("offering_id"),
            _text("label", required=True),
            _id("provider_id", "providers"),
            _id("site_id", "sites", required=False),  # empty exactly when online
            _text("sector"),
            _choice("kind", OFFERING_KINDS),
            _choice("delivery", ("site", "online")),
            _int("weeks", 1, 1040),
            _int("hours_per_week", 0, 168),
            _int("cost_eur", 0),
            *_ENTRY,
            _int("capacity", 0),
            Column(name="rolling", cell=Cell.FLAG, required=True),
            _choice("awards_cefr", CEFR_LEVELS, required=False),
        ),
    ),
    FileSpec(
        name="offering_skills",
        key=("offering_id", "skill_id"),
        columns=(_id("offering_id", "offerings"), _id("skill_id", "skills"), _LEVEL),
    ),
    FileSpec(
        name="offering_requires",
        key=("offering_id", "kind", "ref_id"),
        columns=(_id("offering_id", "offerings"), *_REQUIREMENT),
    ),
    FileSpec(
        name="offering_credentials",
        key=("offering_id", "credential_id"),
        columns=(_id("offering_id", "offerings"), _id("credential_id", "credentials")),
    ),
    FileSpec(
        name="offering_starts",
        key=("offering_id", "start_date"),
        columns=(_id("offering_id", "offerings"), Column(name="start_date", cell=Cell.MONDAY, required=True)),
    ),
    FileSpec(
        name="companies",
        key=("company_id",),
        columns=(_id("company_id"), _text("label", required=True), _text("sector"), _text("city"), _LAT, _LON),
    ),
    FileSpec(
        name="positions",
        key=("position_id",),
        columns=(
            _id("position_id"),
            _id("company_id", "companies"),
            _choice("kind", POSITION_KINDS),
            _id("occupation_id", "occupations"),
            _id("credential_id", "credentials", required=False),  # never empty for bbl
            _int("hours_per_week", 0, 168),
            _int("wage_month_eur", 0),
            _int("capacity", 0),
            *_ENTRY,
            Column(name="open_from", cell=Cell.MONDAY, required=True),
            Column(name="open_to", cell=Cell.MONDAY, required=True),
        ),
    ),
    FileSpec(
        name="position_requires",
        key=("position_id", "kind", "ref_id"),
        columns=(_id("position_id", "positions"), *_REQUIREMENT),
    ),
    FileSpec(
        name="transitions",
        key=("from_occupation_id", "to_occupation_id"),
        columns=(
            _id("from_occupation_id", "occupations"),
            _id("to_occupation_id", "occupations"),
            _int("min_tenure_weeks", 0),
        ),
    ),
    FileSpec(
        name="schemes",
        key=("scheme_id",),
        columns=(
            _id("scheme_id"),
            _text("label", required=True),
            _text("kind"),
            Column(name="pays_share", cell=Cell.SHARE, required=True, lowest=0, highest=100),
            _int("max_amount_eur", 0),
            _int("cap_per_person_eur", 0),
            _text("stack_group", required=True),
            Column(name="target_groups", cell=Cell.CHOICES, choices=GROUPS),
            Column(name="benefits", cell=Cell.CHOICES, choices=BENEFITS),
            Column(name="sectors", cell=Cell.TEXTS),
            Column(name="offering_kinds", cell=Cell.CHOICES, choices=OFFERING_KINDS),
            _int("min_age", 0, 120, required=False),
            _int("max_age", 0, 120, required=False),
            Column(name="valid_from", cell=Cell.DATE, required=True),
            Column(name="valid_to", cell=Cell.DATE, required=True),
        ),
    ),
    FileSpec(
        name="experience",
        optional=True,
        key=("occupation_id", "skill_id", "level"),
        columns=(_id("occupation_id", "occupations"), _id("skill_id", "skills"), _LEVEL, _int("after_weeks", 0)),
    ),
    FileSpec(
        name="skill_synonyms",
        optional=True,
        key=("skill_id", "language", "text"),
        columns=(_id("skill_id", "skills"), _text("language", required=True), _text("text", required=True)),
    ),
    FileSpec(
        name="places",
        optional=True,
        key=("place_id",),
        columns=(
            _id("place_id"),
            _text("label", required=True),
            _text("municipality"),
            _text("region_code"),
            _LAT,
            _LON,
            _int("pc4_from", 1000, 9999, required=False),
            _int("pc4_to", 1000, 9999, required=False),
        ),
    ),
    FileSpec(name="postcode_areas", optional=True, key=("pc3",), columns=(_text("pc3", required=True), _LAT, _LON)),
    FileSpec(
        name="regions",
        optional=True,
        key=("region_code",),
        columns=(
            _id("region_code"),
            _text("label", required=True),
            _LAT,
            _LON,
            Column(name="municipalities", cell=Cell.TEXTS),
        ),
    ),
    FileSpec(
        name="activities",
        optional=True,
        key=("activity_id",),
        columns=(
            _id("activity_id"),
            _text("label", required=True),
            _text("kind"),
            _id("site_id", "sites", required=False),
            _int("min_age", 0, 120, required=False),
            _int("max_age", 0, 120, required=False),
            _text("months"),
            _text("url"),
        ),
    ),
    FileSpec(
        name="backgrounds",
        optional=True,
        key=("background_id",),
        columns=(
            _id("background_id"),
            _text("label", required=True),
            Column(name="isco_codes", cell=Cell.TEXTS),
        ),
    ),
    FileSpec(
        name="background_tasks",
        optional=True,
        key=("task_id",),
        columns=(_id("task_id"), _id("background_id", "backgrounds"), _text("label", required=True)),
    ),
    FileSpec(
        name="task_skills",
        optional=True,
        key=("task_id", "skill_id"),
        columns=(_id("task_id", "background_tasks"), _id("skill_id", "skills"), _LEVEL),
    ),
)

BY_NAME: Mapping[str, FileSpec] = MappingProxyType({spec.name: spec for spec in FILES})
