"""Entry conditions that a catalogue gives in words of its own, held against what someone told about themselves.

Ages, levels and skills are checked by the planner and stand among the reasons. Of the rest a visitor hears only what
is not met, and is asked only what nobody knows yet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import PriorEducation, TargetGroup
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Route
from gouden_poort.web.wording import SENTENCES, and_list, say

DRIVING_LICENCES = frozenset({"cr-rijbewijs-b", "cr-rijbewijs-be", "cr-rijbewijs-ce"})
"""Papers that nobody holds without being allowed to drive a car."""
NOT_YET_MBO_2 = frozenset({PriorEducation.NONE, PriorEducation.PRIMARY})
"""Schooling that gives no way into mbo 2 (WEB, art. 8.2.1)."""
NO_START_QUALIFICATION = NOT_YET_MBO_2 | {
    PriorEducation.VMBO_BB,
    PriorEducation.VMBO_KB_GL_TL,
    PriorEducation.HAVO_VWO_3,
    PriorEducation.ENTREE,
}
"""Schooling below havo, vwo or mbo 2."""
_TERM = re.compile(r"(?:not )?[a-z_0-9]+")


class Standing(Enum):
    """How someone stands towards a condition."""

    MET = auto()
    NOT_MET = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What is left of the conditions of a step for one person; nothing at all is good news."""

    to_ask: tuple[str, ...] = ()
    """Sentences about what is not known, or what a kind word may still open."""
    still_needed: str = ""
    """What someone can still get, as a list inside a sentence."""

    def __bool__(self) -> bool:
        return bool(self.to_ask or self.still_needed)


def conditions_left(conditions: str, profile: Profile, papers: frozenset[str]) -> Conditions:
    """The conditions of a step that we have words for and that someone does not clearly meet.

    `papers` are those held when the step begins: steps before it may have given some.
    """
    to_ask: list[str] = []
    needed: list[str] = []
    for term in (term.strip() for term in conditions.split(";")):
        name = _TERM.match(term)
        key = name[0] if name else ""
        many = term.partition(">=")[2]
        if f"ask.{key}" not in SENTENCES:
            continue
        standing = _STANDINGS[key](profile, papers, many) if key in _STANDINGS else Standing.UNKNOWN
        if standing is Standing.NOT_MET and f"needed.{key}" in SENTENCES:
            needed.append(say(f"needed.{key}", many=many))
        elif standing is not Standing.MET:
            to_ask.append(say(f"{'not_met' if standing is Standing.NOT_MET else 'ask'}.{key}", many=many))
    return Conditions(to_ask=tuple(to_ask), still_needed=and_list(needed))


def papers_before(snapshot: Snapshot, profile: Profile, route: Route) -> Iterator[frozenset[str]]:
    """For each step of a route the papers held when it begins."""
    offerings, credentials = snapshot.columns.offerings, snapshot.columns.credentials
    given = []
    for step in route.steps:
        row = offerings.id.row(step.offering_id)
        end = step.start_date + timedelta(weeks=int(offerings.weeks[row]))
        given.append((end, {str(credentials.id[paper]) for paper in offerings.awards[row].tolist()}))
    for step in route.steps:
        earned = (papers for end, papers in given if end <= step.start_date)
        yield profile.credentials.union(*earned)


def _licence(profile: Profile, papers: frozenset[str], _many: str) -> Standing:
    """Who named other papers but no licence has none; who named nothing may not have answered."""
    if papers & DRIVING_LICENCES:
        return Standing.MET
    return Standing.NOT_MET if profile.credentials else Standing.UNKNOWN


def _years(profile: Profile, _papers: frozenset[str], many: str) -> Standing:
    years = profile.circumstances.years_in_trade
    if years is None or not many.isdecimal():
        return Standing.UNKNOWN
    return Standing.MET if years >= int(many) else Standing.NOT_MET


def _status(profile: Profile, _papers: frozenset[str], _many: str) -> Standing:
    """Others may have come to live with family, which is a status as well."""
    return Standing.MET if TargetGroup.STATUS_HOLDER in profile.target_groups else Standing.UNKNOWN


def _foreign_diploma(profile: Profile, _papers: frozenset[str], _many: str) -> Standing:
    """A Dutch diploma as the highest one does not rule out another from abroad."""
    return Standing.MET if profile.circumstances.prior_education is PriorEducation.FOREIGN else Standing.UNKNOWN


def _no_start_qualification(profile: Profile, _papers: frozenset[str], _many: str) -> Standing:
    return _only_for(NO_START_QUALIFICATION, profile)


def _not_yet_mbo_2(profile: Profile, _papers: frozenset[str], _many: str) -> Standing:
    return _only_for(NOT_YET_MBO_2, profile)


def _only_for(meant: frozenset[PriorEducation], profile: Profile) -> Standing:
    """Schooling from abroad is not valued yet, so it is as good as not known."""
    schooling = profile.circumstances.prior_education
    if schooling is None or schooling is PriorEducation.FOREIGN:
        return Standing.UNKNOWN
    return Standing.MET if schooling in meant else Standing.NOT_MET


_STANDINGS: Mapping[str, Callable[[Profile, frozenset[str], str], Standing]] = MappingProxyType(
    {
        "licence_b": _licence,
        "years_in_trade": _years,
        "status": _status,
        "foreign_credential": _foreign_diploma,
        "no_start_qualification": _no_start_qualification,
        "not qualifies_mbo2": _not_yet_mbo_2,
    }
)
