"""What the catalogue's things look like in JSON, and what may be asked of their lists."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from gouden_poort.api.described import day, degrees, many, text, texts, whole
from gouden_poort.api.documents import StrictSchema
from gouden_poort.api.fields import Choice, Text, WholeInAddress
from gouden_poort.catalogue.format import OFFERING_KINDS

LARGEST_PAGE = 100
LAST_PAGE = 100_000


def _extra() -> fields.Dict:
    about = "More columns of this catalogue, such as source, checked_on, and example=1 for made-up examples."
    return fields.Dict(keys=fields.String(), values=fields.String(), metadata={"description": about})


class NamedSchema(Schema):
    """A thing of the catalogue by id and label."""

    id = text("Id.")
    label = text("Name, in Dutch.")


class LevelledSkillSchema(NamedSchema):
    """A skill at a level."""

    level = whole("1 to 5.")


class SkillSchema(NamedSchema):
    """Something people can do."""

    kind = text("basic, cross (useful in every sector) or sector.")
    sector = text("Sector, for a skill of one sector.")
    esco_uri = text("The same skill in ESCO.")
    extra = _extra()


class OccupationSchema(NamedSchema):
    """A kind of work."""

    sector = text("Sector.")
    isco_code = text("ISCO-08 code.")
    nlqf_level = whole("NLQF level, 1 to 8.")
    wage_month_eur = whole("Gross wage a month, full time.")
    essential_skills = many("Must be held to start.", LevelledSkillSchema)
    optional_skills = many("Help.", LevelledSkillSchema)
    essential_credentials = many("Must be held to start.", NamedSchema)
    optional_credentials = many("Help.", NamedSchema)
    moves_to = many("Occupations one may move to later.", NamedSchema)
    extra = _extra()


class OfferingSchema(NamedSchema):
    """Something that can be followed; null is: no condition."""

    provider = fields.Nested(NamedSchema)
    site = fields.Nested(NamedSchema, allow_none=True, metadata={"description": "Null when online."})
    city = text("Town of the site.", allow_none=True)
    sector = text("Sector.")
    kind = fields.String(metadata={"description": "Sort of training.", "enum": list(OFFERING_KINDS)})
    weeks = whole("How long it takes.")
    hours_per_week = whole("Hours a week; for bbl the school hours.")
    cost_eur = whole("Cost before schemes.")
    capacity = whole("Places.")
    rolling = fields.Boolean(metadata={"description": "Starts any Monday."})
    starts = fields.List(fields.Date(), metadata={"description": "Mondays on which it starts; empty when rolling."})
    min_age = whole("Lowest age at the start.", allow_none=True)
    max_age = whole("Highest age at the start.", allow_none=True)
    min_cefr = text("Lowest level of Dutch.", allow_none=True)
    min_nlqf = whole("Lowest NLQF level held.", allow_none=True)
    target_groups = texts("Only for these groups; empty is for everyone.")
    requires_skills = many("Must be held to start.", LevelledSkillSchema)
    requires_credentials = many("Must be held to start.", NamedSchema)
    teaches = many("Level attained on finishing.", LevelledSkillSchema)
    awards = many("Diplomas and certificates it gives.", NamedSchema)
    awards_cefr = text("Level of Dutch it gives.", allow_none=True)
    extra = _extra()


class SiteSchema(NamedSchema):
    """A place where something is taught."""

    provider = fields.Nested(NamedSchema)
    city = text("Town.")
    lat = degrees("Degrees north (WGS84).")
    lon = degrees("Degrees east (WGS84).")
    extra = _extra()


class SchemeSchema(NamedSchema):
    """Public help with the cost of a step; empty lists and null are: no condition."""

    kind = text("Sort of scheme.")
    pays_percent = whole("Hundredths of the cost it pays.")
    max_amount_eur = whole("Most it pays for one step.")
    cap_per_person_eur = whole("Most it pays for one person.")
    stack_group = text("Of schemes in one group only one pays for a step.")
    target_groups = texts("Only for these groups.")
    benefits = texts("Only for people on these benefits.")
    sectors = texts("Only in these sectors.")
    offering_kinds = texts("Only for these sorts of training.")
    min_age = whole("Lowest age.", allow_none=True)
    max_age = whole("Highest age.", allow_none=True)
    valid_from = day("First day a step may start.")
    valid_to = day("Last day a step may start.")
    extra = _extra()


def page_of(schema: type[Schema], name: str) -> type[Schema]:
    """The schema of a page of such things, known as `name` in the API's description."""
    about: dict[str, fields.Field[Any]] = {
        "items": many("The things on this page.", schema),
        "total": whole("How many there are in all."),
        "page": whole("This page; the first is 1.", attribute="number"),
        "page_size": whole("Most things on a page.", attribute="size"),
    }
    made = Schema.from_dict(about, name=name)
    made.__doc__ = "Some of many things."
    return made


class PagingQuery(StrictSchema):
    """Which page."""

    page = WholeInAddress("Page, from 1.", 1, LAST_PAGE, load_default=1, metadata={"default": 1})
    size = WholeInAddress(
        "Things on a page.", 1, LARGEST_PAGE, data_key="pageSize", load_default=25, metadata={"default": 25}
    )


class SkillQuery(PagingQuery):
    """Which skills."""

    search = Text("Words for the skill, in Dutch or English; spelling mistakes do no harm.", longest=200)


class OccupationQuery(PagingQuery):
    """Which occupations."""

    sector = Text("Only in this sector.", longest=100)


class OfferingQuery(PagingQuery):
    """Which offerings."""

    kind = Choice("Only of this sort.", {kind: kind for kind in OFFERING_KINDS})
    sector = Text("Only in this sector.", longest=100)
    site = Text("Only at this site.", longest=200)
    skill = Text("Only those that teach this skill.", longest=200)
    delivery = Choice("Only at a site, or only online.", {"site": False, "online": True})
