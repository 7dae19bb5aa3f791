"""The profile as it is sent in (docs/formats.md, section 2): a document becomes a `Profile`, or all its faults."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from marshmallow import ValidationError, fields, post_load, validates_schema

from gouden_poort.api.documents import Many, Part, StrictSchema, load
from gouden_poort.api.fields import Choice, Day, Exact, Number, Text, Whole, YesNo, refused
from gouden_poort.profiles.levels import (
    CEFR,
    NLQF_HIGHEST,
    SKILL_LEVEL_HIGHEST,
    Benefit,
    Daypart,
    IntegrationDuty,
    Mode,
    Now,
    Permit,
    PriorEducation,
    RightToWork,
    TargetGroup,
)
from gouden_poort.profiles.profile import Circumstances, HeldSkill, Profile, Weights

MOST_SKILLS = 1_000
MOST_IDS = 1_000
LONGEST_ID = 200
OLDEST = 120
"""The highest age, in years, that is not taken for a slip."""


def _words(kind: type[Enum]) -> dict[str, Any]:
    return {member.value: member for member in kind}


def _id(about: str, **kwargs: Any) -> Text:
    return Text(about, longest=LONGEST_ID, **kwargs)


class HeldSkillSchema(StrictSchema):
    """A skill someone has, and how well."""

    skill_id = _id("A skill of the catalogue.", required=True, metadata={"example": "sk-lassen-tig"})
    level = Whole(
        "1 with help, 2 under supervision, 3 independent, 4 experienced, 5 expert or teaches.",
        1,
        SKILL_LEVEL_HIGHEST,
        required=True,
        metadata={"example": 3},
    )

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> HeldSkill:  # noqa: ARG002 - marshmallow's signature
        return HeldSkill(**data)


def _weight(about: str) -> Exact:
    return Exact(about, 0, 1_000_000)


class WeightsSchema(StrictSchema):
    """How much each thing counts in effort; what is left out has its usual weight."""

    week = _weight("A week until paid work; usually 1.")
    qualified = _weight("A week until qualified; usually 0.25.")
    cost = _weight("100 euro of own cost; usually 1.")
    travel = _weight("A minute of travel, one way, per step; usually 0.05.")
    step = _weight("A step; usually 0.5.")
    wage = _weight("100 euro a month of wage; usually 1.")

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Weights:  # noqa: ARG002
        return Weights(**data)


class CircumstancesSchema(StrictSchema):
    """What the law and daily life ask besides. Leave out or send null for what is not known: that closes nothing."""

    right_to_work = Choice(
        "What the residence paper or nationality says about work.", _words(RightToWork), allow_none=True
    )
    prior_education = Choice("The highest schooling finished.", _words(PriorEducation), allow_none=True)
    years_in_trade = Whole("Years of work in a technical trade.", 0, 80, allow_none=True)
    former_occupations = Many("Occupations someone had.", _id("An occupation of the catalogue."), longest=50)
    dayparts = Many(
        "When someone can follow a course.", Choice("A part of the week.", _words(Daypart)), longest=3, allow_none=True
    )
    integration_hours = Whole("Hours a week taken by inburgering.", 0, 168, allow_none=True)
    care_hours = Whole("Hours a week taken by care for others.", 0, 168, allow_none=True)
    wished_sectors = Many("Sectors someone would like.", _id("A sector of the catalogue."), longest=50)
    unwanted_sectors = Many("Sectors someone does not want.", _id("A sector of the catalogue."), longest=50)
    now = Choice("What fills most of someone's days now.", _words(Now), allow_none=True)
    permit = Choice("The passport or residence permit.", _words(Permit), allow_none=True)
    integration_duty = Choice("Whether someone must integrate (inburgeren).", _words(IntegrationDuty), allow_none=True)
    dutch_first_language = YesNo("Whether Dutch is the first language.", allow_none=True)
    basic_skills_below_2f = YesNo("Whether reading or writing Dutch is still hard.", allow_none=True)

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Circumstances:  # noqa: ARG002
        for name in ("dayparts", "wished_sectors", "unwanted_sectors"):
            if data.get(name) is not None:
                data[name] = frozenset(data[name])
        if "former_occupations" in data:
            data["former_occupations"] = tuple(data["former_occupations"])
        return Circumstances(**data)


class ProfileMembersSchema(StrictSchema):
    """The members of a profile; loads to the fields of a `Profile`, by name."""

    profile_id = _id("Your own name for this profile; the answer repeats it.", required=True)
    comment = fields.Raw(metadata={"description": "Not read: room for a note to yourself."})
    birth_date = Day("Date of birth.", required=True)
    available_from = Day(
        "The first Monday on which something can start.", monday=True, years=(2000, 2100), required=True
    )
    lat = Number("Home: degrees north (WGS84).", -90, 90, required=True)
    lon = Number("Home: degrees east (WGS84).", -180, 180, required=True)
    modes = Many("Ways to travel.", Choice("A way to travel.", _words(Mode)), shortest=1, longest=3, required=True)
    max_travel_minutes = Whole("Highest one-way minutes for each step and for work.", 0, 10_000, required=True)
    hours_per_week = Whole("What a week has room for: lessons and paid hours together.", 0, 168, required=True)
    cefr = Choice("Level of Dutch; A0 is a beginner.", {level.name: level for level in CEFR}, required=True)
    nlqf = Whole("Highest NLQF level held; 0 is none.", 0, NLQF_HIGHEST, required=True)
    skills = Many("Skills held.", Part(HeldSkillSchema), longest=MOST_SKILLS, distinct="skill_id")
    credentials = Many("Diplomas and certificates held.", _id("A credential of the catalogue."), longest=MOST_IDS)
    target_groups = Many(
        "Groups someone belongs to.", Choice("A group.", _words(TargetGroup)), longest=len(TargetGroup)
    )
    benefit = Choice("The benefit someone lives on; usually none.", _words(Benefit))
    budget_eur = Whole("Highest own cost of a whole route, in euros; usually 0.", 0, 10_000_000)
    horizon_weeks = Whole(
        "The last week, counted from available_from, in which paid work may begin; usually 208.", 0, 1_040
    )
    weights = Part(WeightsSchema, metadata={"description": "How much each thing counts."})
    circumstances = Part(CircumstancesSchema, metadata={"description": "What the law and daily life ask besides."})

    @validates_schema(skip_on_field_errors=False)
    def _born_before_available(self, data: dict[str, Any], **kwargs: Any) -> None:  # noqa: ARG002
        born, available = data.get("birth_date"), data.get("available_from")
        if born is not None and available is not None:
            check_age(born, available)

    def members(self, data: dict[str, Any]) -> dict[str, Any]:
        """What was loaded, as the fields of a `Profile`."""
        data.pop("comment", None)
        for name in ("modes", "credentials", "target_groups"):
            if name in data:
                data[name] = frozenset(data[name])
        if "skills" in data:
            data["skills"] = tuple(data["skills"])
        return data


class ProfileSchema(ProfileMembersSchema):
    """Who someone is, what they can, where they live and what they may: one dated self-portrait."""

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Profile:  # noqa: ARG002
        return Profile(**self.members(data))


def check_age(born: date, available: date) -> None:
    """A fault in the member `birth_date` of whoever is not born when available, or too long ago."""
    if born <= available and available.year - born.year <= OLDEST:
        return
    expected = f"a date before available_from ({available}), at most {OLDEST} years"
    raise ValidationError(refused("out_of_range", born, expected).messages, field_name="birth_date")


@cache
def _schema() -> ProfileSchema:
    return ProfileSchema()


def read_profile(document: object, path: str = "") -> Profile:
    """The profile a document holds; InvalidInput with every fault, paths beginning at `path`."""
    profile = load(_schema(), document, path)
    assert isinstance(profile, Profile)  # noqa: S101 - tells mypy what the schema makes
    return profile
