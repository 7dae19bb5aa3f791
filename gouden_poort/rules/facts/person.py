"""What is known of one person on a day, by the names that rules use.

A fact that is not here, or None, is not known: nobody asked, or the answer does not settle it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR, Now, Permit, PriorEducation, TargetGroup
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.rules.entry import Holdings
from gouden_poort.rules.facts.schooling import qualifies_mbo_2, start_qualification
from gouden_poort.rules.language.words import Value

LICENCES_B = frozenset({"cr-rijbewijs-b", "cr-rijbewijs-be", "cr-rijbewijs-ce"})
"""Papers that nobody holds without being allowed to drive a car."""
LICENCES_CE = frozenset({"cr-rijbewijs-ce"})
VCA = frozenset({"cr-b-vca", "cr-vol-vca"})
DIPLOMA_VALUATION = frozenset({"cr-idw"})
DIGITAL, NUMERACY = "sk-digitaal-basis", "sk-rekenen-basis"
SCHOOL_YEAR_BEGINS = (8, 1)
AGE, AGE_ON_1_AUGUST = "person.age", "person.age_on_1_august"
NOTHING_TOLD: Mapping[str, Value | None] = MappingProxyType({})
GROWING = frozenset(
    f"person.{name}"
    for name in (
        "cefr",
        "spoken_dutch",
        "nlqf",
        "start_qualification",
        "qualifies_mbo_2",
        "diploma_valued",
        "skills",
        "credentials",
        "drives_b",
        "drives_ce",
        "has_vca",
        "digital_level",
        "numeracy_level",
    )
)
"""The facts that courses add to: what holds of them today may be more tomorrow, and never less."""

PersonFacts = dict[str, Value | None]


def person_facts(
    snapshot: Snapshot,
    profile: Profile,
    day: date,
    *,
    holdings: Holdings | None = None,
    told: Mapping[str, Value | None] = NOTHING_TOLD,
) -> PersonFacts:
    """Everything a profile says on a day, by full name of the fact.

    `holdings` stand for what is held at a later moment of a route; `told` are answers given besides the profile, and
    win over all.
    """
    held = _held(snapshot, profile, holdings)
    return {
        **ages(profile, day),
        **_known_and_able(snapshot, profile, held),
        **_status(profile),
        **_daily_life(profile),
        **told,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What someone holds, by id; `nlqf` counts the papers too."""

    skills: Mapping[str, int]
    papers: frozenset[str]
    cefr: CEFR
    nlqf: int
    diploma_nlqf: int
    """The highest level of a diploma of this catalogue; 0 without one."""


def _held(snapshot: Snapshot, profile: Profile, holdings: Holdings | None) -> _Held:
    credentials, skill_ids = snapshot.columns.credentials, snapshot.columns.skills.id
    if holdings is None:
        skills = {skill.skill_id: skill.level for skill in profile.skills}
        rows = [credentials.id.row(paper) for paper in profile.credentials]
        cefr, nlqf = profile.cefr, max([profile.nlqf, *credentials.nlqf_level[rows].tolist()])
    else:
        skills = {skill_ids[row]: level for row, level in holdings.skills.items() if level > 0}
        rows = sorted(holdings.credentials)
        cefr, nlqf = holdings.cefr, holdings.nlqf
    diplomas = [row for row in rows if credentials.kind[row] == "diploma"]
    return _Held(
        skills=MappingProxyType(skills),
        papers=frozenset(credentials.id[row] for row in rows),
        cefr=cefr,
        nlqf=nlqf,
        diploma_nlqf=max(credentials.nlqf_level[diplomas].tolist(), default=0),
    )


def ages(profile: Profile, day: date) -> PersonFacts:
    """The facts that time alone changes."""
    first_of_august = date(day.year - ((day.month, day.day) < SCHOOL_YEAR_BEGINS), *SCHOOL_YEAR_BEGINS)
    return {
        AGE: max(profile.age_on(day), 0),
        AGE_ON_1_AUGUST: max(profile.age_on(first_of_august), 0),
    }


def _known_and_able(snapshot: Snapshot, profile: Profile, held: _Held) -> PersonFacts:
    schooling = profile.circumstances.prior_education

    def paper(among: frozenset[str]) -> bool | None:
        """Who named other papers has none of these; who named nothing may not have answered."""
        if held.papers & among:
            return True
        # Looking for an id that is not there takes a while, so it is done for those whom it can tell something.
        could_be_named = profile.credentials and any(name in snapshot.columns.credentials.id for name in among)
        return False if could_be_named else None

    def level(skill: str) -> int | None:
        """Who named other skills has this one at no level; who named nothing may not have answered."""
        could_be_named = profile.skills and skill in snapshot.columns.skills.id
        return held.skills.get(skill, 0 if could_be_named else None)

    return {
        "person.cefr": held.cefr.name,
        # There is one question about Dutch, and who answers it thinks of speaking first.
        "person.spoken_dutch": held.cefr.name,
        "person.dutch_first_language": profile.circumstances.dutch_first_language,
        "person.basic_skills_below_2f": profile.circumstances.basic_skills_below_2f,
        "person.nlqf": held.nlqf,
        "person.schooling": _word(schooling),
        "person.start_qualification": start_qualification(schooling, held.nlqf, held.diploma_nlqf),
        "person.qualifies_mbo_2": qualifies_mbo_2(schooling, held.nlqf, held.diploma_nlqf),
        # Another diploma as the highest one does not rule out one from abroad.
        "person.foreign_diploma": True if schooling is PriorEducation.FOREIGN else None,
        "person.diploma_valued": paper(DIPLOMA_VALUATION),
        "person.years_in_trade": profile.circumstances.years_in_trade,
        "person.skills": held.skills,
        "person.credentials": held.papers,
        "person.drives_b": paper(LICENCES_B),
        "person.drives_ce": paper(LICENCES_CE),
        "person.has_vca": paper(VCA),
        "person.digital_level": level(DIGITAL),
        "person.numeracy_level": level(NUMERACY),
    }


def _status(profile: Profile) -> PersonFacts:
    """Hours of integration say that someone has a duty, not under which act: the duty itself stays unknown."""
    return {
        "person.groups": _words(profile.target_groups),
        "person.benefit": profile.benefit.value,
        "person.right_to_work": _word(profile.circumstances.right_to_work),
        "person.permit": _permit(profile),
        "person.integration_duty": _word(profile.circumstances.integration_duty),
        "person.integration_hours": profile.circumstances.integration_hours,
        **_now(profile.circumstances.now),
    }


def _permit(profile: Profile) -> str | None:
    """A status holder has an asylum permit, whether or not anybody asked."""
    if profile.circumstances.permit is not None:
        return profile.circumstances.permit.value
    return Permit.ASYLUM_PERMIT.value if TargetGroup.STATUS_HOLDER in profile.target_groups else None


def _now(told: Now | None) -> PersonFacts:
    """What fills the days; whoever is at school may have a job beside it, which nobody asked."""
    at_school = told is Now.SCHOOL
    return {
        "person.at_school": None if told is None else at_school,
        "person.employed": None if told is None or at_school else told is not Now.NO_WORK,
        "person.at_risk_of_job_loss": None if told is None or at_school else told is Now.WORK_AT_RISK,
    }


def _daily_life(profile: Profile) -> PersonFacts:
    told = profile.circumstances
    return {
        "person.hours_per_week": profile.hours_per_week,
        "person.care_hours": told.care_hours,
        "person.dayparts": _words(told.dayparts) if told.dayparts else None,
        "person.modes": _words(profile.modes),
        "person.max_travel_minutes": profile.max_travel_minutes,
        "person.budget_eur": profile.budget_eur,
        **_wishes(told),
    }


def _wishes(told: Circumstances) -> PersonFacts:
    """One question asks for both, so who named a sector in either has answered both."""
    answered = bool(told.wished_sectors or told.unwanted_sectors)
    return {
        "person.wished_sectors": told.wished_sectors if answered else None,
        "person.unwanted_sectors": told.unwanted_sectors if answered else None,
    }


def answered(profile: Profile) -> frozenset[str]:
    """The questions with an answer, for facts that an answer may leave open: a diploma from abroad tells no level."""
    told = profile.circumstances
    answers = {
        "schooling": told.prior_education is not None,
        "papers": bool(profile.credentials),
        "skills": bool(profile.skills),
        "former_work": told.years_in_trade is not None,
        "right_to_work": told.right_to_work is not None,
        "now": told.now is not None,
        "permit": told.permit is not None,
        "integration": told.integration_duty is not None,
    }
    return frozenset(question for question, is_answered in answers.items() if is_answered)


def _word(choice: Enum | None) -> str | None:
    return None if choice is None else str(choice.value)


def _words(choices: Iterable[Enum]) -> frozenset[str]:
    return frozenset(str(choice.value) for choice in choices)
