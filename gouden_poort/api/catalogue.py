"""Views of the catalogue: skills, occupations, offerings, sites and schemes."""

from __future__ import annotations

from typing import Any

from gouden_poort.api.blueprint import Blueprint, from_the_catalogue
from gouden_poort.api.catalogue_schema import (
    OccupationQuery,
    OccupationSchema,
    OfferingQuery,
    OfferingSchema,
    PagingQuery,
    SchemeSchema,
    SiteSchema,
    SkillQuery,
    SkillSchema,
    page_of,
)
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.http.guard import public
from gouden_poort.services import catalogue_search
from gouden_poort.services.catalogue_search import OfferingFilter, Page
from gouden_poort.services.catalogue_views import Occupation, Offering, Scheme, Site, Skill

skills = Blueprint("skills", "What people can do, found by the words they use for it.")
occupations = Blueprint("occupations", "Kinds of work, what they ask and where they lead.")
offerings = Blueprint("offerings", "Courses, apprenticeships and exams, with dates and costs.")
sites = Blueprint("sites", "Places where something is taught.")
schemes = Blueprint("schemes", "Public help with costs.")


@skills.operation("/skills", name="listSkills", query=SkillQuery, answer=page_of(SkillSchema, "SkillPage"))
@from_the_catalogue
@public
def list_skills(snapshot: Snapshot, query: dict[str, Any]) -> Page[Skill]:
    """List or search skills

    With `search` the skills that the words may mean, best first and at most a hundred.
    """
    return catalogue_search.skills(snapshot, number=query["page"], size=query["size"], search=query.get("search"))


@occupations.operation(
    "/occupations", name="listOccupations", query=OccupationQuery, answer=page_of(OccupationSchema, "OccupationPage")
)
@from_the_catalogue
@public
def list_occupations(snapshot: Snapshot, query: dict[str, Any]) -> Page[Occupation]:
    """List occupations

    With the skills and papers they ask, the wage, and the occupations one may move to later.
    """
    return catalogue_search.occupations(snapshot, number=query["page"], size=query["size"], sector=query.get("sector"))


@occupations.operation("/occupations/<occupation_id>", name="getOccupation", answer=OccupationSchema)
@from_the_catalogue
@public
def get_occupation(snapshot: Snapshot, occupation_id: str) -> Occupation:
    """Get one occupation"""
    return catalogue_search.occupation(snapshot, occupation_id)


@offerings.operation(
    "/offerings", name="listOfferings", query=OfferingQuery, answer=page_of(OfferingSchema, "OfferingPage")
)
@from_the_catalogue
@public
def list_offerings(snapshot: Snapshot, query: dict[str, Any]) -> Page[Offering]:
    """List offerings

    All of them, or those of a kind, in a sector, at a site, or that teach a skill.
    """
    wish = OfferingFilter(
        kind=query.get("kind"),
        sector=query.get("sector"),
        site=query.get("site"),
        skill=query.get("skill"),
        online=query.get("delivery"),
    )
    return catalogue_search.offerings(snapshot, wish, number=query["page"], size=query["size"])


@offerings.operation("/offerings/<offering_id>", name="getOffering", answer=OfferingSchema)
@from_the_catalogue
@public
def get_offering(snapshot: Snapshot, offering_id: str) -> Offering:
    """Get one offering"""
    return catalogue_search.offering(snapshot, offering_id)


@sites.operation("/sites", name="listSites", query=PagingQuery, answer=page_of(SiteSchema, "SitePage"))
@from_the_catalogue
@public
def list_sites(snapshot: Snapshot, query: dict[str, Any]) -> Page[Site]:
    """List sites"""
    return catalogue_search.sites(snapshot, number=query["page"], size=query["size"])


@schemes.operation("/schemes", name="listSchemes", query=PagingQuery, answer=page_of(SchemeSchema, "SchemePage"))
@from_the_catalogue
@public
def list_schemes(snapshot: Snapshot, query: dict[str, Any]) -> Page[Scheme]:
    """List schemes"""
    return catalogue_search.schemes(snapshot, number=query["page"], size=query["size"])
