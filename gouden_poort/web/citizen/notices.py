"""What a person should know above the routes: what the law asks, what they wished, and what was left unsaid."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.levels import PriorEducation, RightToWork
from gouden_poort.profiles.priority import Priority
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.services.skills import skills_of_occupation
from gouden_poort.services.wishes import Wish
from gouden_poort.web.language import nl
from gouden_poort.web.wording import and_list, say
from gouden_poort.web.words.badges import may_not_work
from gouden_poort.web.words.names import Names, sector_name

SCHOOL_UNTIL = 18
"""Until this age the law asks people without a start qualification to go to school (Leerplichtwet, art. 4a)."""
FULL_MINIMUM_WAGE_FROM = 21
"""Below this age the minimum wage, and with it the wage of a place, may be lower (Wml, art. 7)."""
WITHOUT_START_QUALIFICATION = frozenset(
    {
        None,
        PriorEducation.NONE,
        PriorEducation.PRIMARY,
        PriorEducation.VMBO_BB,
        PriorEducation.VMBO_KB_GL_TL,
        PriorEducation.HAVO_VWO_3,
        PriorEducation.ENTREE,
        PriorEducation.FOREIGN,
    }
)
"""Schooling below havo, vwo or mbo 2, or not known to be worth as much."""


def messages(
    snapshot: Snapshot, profile: Profile, sectors_found: frozenset[str], wishes: Sequence[Wish]
) -> Iterator[str]:
    """Sentences in order of weight; none when there is nothing to say. `wishes`: those that were not suggested."""
    circumstances = profile.circumstances
    if may_not_work(profile):
        yield say("message.not_allowed" if sectors_found else "message.not_allowed.none")
    elif circumstances.right_to_work is RightToWork.PERMIT_NEEDED:
        yield say("message.permit")
    age = profile.age_on(profile.available_from)
    if age < SCHOOL_UNTIL and circumstances.prior_education in WITHOUT_START_QUALIFICATION:
        yield say("message.school")
    if sectors_found and age < FULL_MINIMUM_WAGE_FROM:
        yield say("message.young_wage", age=FULL_MINIMUM_WAGE_FROM)
    yield from _wishes(snapshot, "message.wished", [wish.sector for wish in wishes if not wish.route])
    yield from _wishes(snapshot, "message.unwanted", circumstances.unwanted_sectors & sectors_found)


def place_note(answers: Mapping[str, Answer]) -> str:
    """How precise the place is that travel was counted from; empty when it is exact."""
    place = answers.get("place")
    if place is None or isinstance(place, str | int | Mapping):
        return ""
    home = Home.from_answer(place)
    return say("message.place.about", place=nl(home.label)) if home.approximate else ""


def priority_note(answers: Mapping[str, Answer]) -> str:
    """What weighs most for this person; empty when all weighs the same."""
    said = answers.get("priority")
    return say(f"message.priority.{said}") if isinstance(said, str) and said != Priority.EVEN.value else ""


def wished_note(snapshot: Snapshot, wishes: Sequence[Wish]) -> str:
    """Where the best route of a wished sector stands, when others suit better; empty when there is none."""
    return " ".join(_wishes(snapshot, "message.wished_below", [wish.sector for wish in wishes if wish.route]))


def unnamed_skills(snapshot: Snapshot, answers: Mapping[str, Answer]) -> str:
    """Asks for what someone learnt at work they did, when most of it was not named; empty when nothing is amiss.

    Work by itself gives no skills: each is confirmed by the person, and who forgets that starts from nothing.
    """
    years = answers.get("former_work")
    if not isinstance(years, Mapping):
        return ""
    told = (answers.get(name) for name in ("tasks", "skills"))
    known = {skill for held in told if isinstance(held, Mapping) for skill in held}
    names = Names(snapshot)
    for occupation, many in years.items():
        if occupation in snapshot.columns.occupations.id:
            learnt = skills_of_occupation(snapshot, occupation, many)
            if sum(skill.skill_id in known for skill in learnt) * 2 < len(learnt):
                return say("message.skills", occupation=nl(names.work(occupation)))
    return ""


def _wishes(snapshot: Snapshot, key: str, sectors: Collection[str]) -> Iterator[str]:
    if sectors:
        yield say(key, sectors=and_list([nl(sector_name(snapshot, sector)) for sector in sorted(sectors)]))
