"""From answers to a profile, with every assumption the planner had to make for what is not known.

What someone has (skills, papers, diploma, money) is assumed to be little: a route found without it stays
possible with it. What someone can spare (hours, minutes, ways to travel) is assumed to be what most people can,
because a fact that is not known may not close every route. Pages show each assumption.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.levels import (
    CEFR,
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
from gouden_poort.profiles.priority import WEIGHTS_OF_PRIORITY, Priority
from gouden_poort.profiles.profile import Circumstances, HeldSkill, Profile
from gouden_poort.profiles.question import UNWANTED, WISHED, YES, Answer, Question
from gouden_poort.profiles.questions import BY_ID, QUESTIONS

ASSUMED_CEFR = CEFR.A2
ASSUMED_MODES = frozenset({Mode.BIKE, Mode.TRANSIT})
ASSUMED_TRAVEL_MINUTES = 60
ASSUMED_HOURS = 32
FOREIGN_NLQF = 1
"""What schooling abroad counts for until its value here has been settled (diplomawaardering)."""

NLQF_OF_SCHOOLING: Mapping[PriorEducation, int] = MappingProxyType(
    {
        PriorEducation.NONE: 0,
        PriorEducation.PRIMARY: 1,
        PriorEducation.VMBO_BB: 1,
        PriorEducation.VMBO_KB_GL_TL: 2,
        # No diploma, but it opens mbo as a diploma of vmbo does; the rest is for the rules.
        PriorEducation.HAVO_VWO_3: 2,
        PriorEducation.HAVO: 4,
        PriorEducation.VWO: 4,
        PriorEducation.ENTREE: 1,
        PriorEducation.MBO_2: 2,
        PriorEducation.MBO_3: 3,
        PriorEducation.MBO_4: 4,
        PriorEducation.AD: 5,
        PriorEducation.HBO: 6,
        PriorEducation.WO: 6,
        PriorEducation.FOREIGN: FOREIGN_NLQF,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """What was used where an answer is not known: `We rekenden met ...`."""

    question_id: str
    used: str
    """Dutch words that finish the sentence `We rekenden met`."""


_UNKNOWN_SCHOOLING = "geen diploma"
ASSUMED_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "situation": "geen plekken of regelingen voor een speciale groep",
        "benefit": "geen uitkering",
        "right_to_work": "een plek waar je mag werken",
        "dutch": f"Nederlands op niveau {ASSUMED_CEFR.name}",
        "schooling": _UNKNOWN_SCHOOLING,
        "skills": "geen vaardigheden van jou",
        "papers": "geen papieren van jou",
        "transport": "fiets en openbaar vervoer",
        "travel_minutes": f"hoogstens {ASSUMED_TRAVEL_MINUTES} minuten reizen",
        "week": f"{ASSUMED_HOURS} uur per week",
        "dayparts": "cursussen op alle tijden van de week",
        "budget": "0 euro eigen geld",
    }
)
"""By question, what is used when nobody answered it."""
FOREIGN_WORDS = f"mbo {FOREIGN_NLQF}, tot de waarde van je diploma bekend is"
"""The same for a diploma of another country."""


def missing(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The questions without whose answer no route can be made, in the order in which they are asked."""
    return tuple(question.id for question in QUESTIONS if question.needed and answers.get(question.id) is None)


def next_question(answers: Mapping[str, Answer]) -> Question | None:
    """The first question never answered, not even with `Dat weet ik nog niet`; None when all are."""
    return next((question for question in QUESTIONS if question.id not in answers), None)


def first_monday_after(today: date) -> date:
    """The Monday that comes; on a Monday that is a week later.

    >>> first_monday_after(date(2026, 11, 21))
    datetime.date(2026, 11, 23)
    """
    return today + timedelta(days=7 - today.weekday())


def start_monday(answer: str | None, today: date) -> date:
    """The first Monday on or after the day answered, and never one that has passed.

    >>> start_monday("2027-01-05", date(2026, 11, 21))
    datetime.date(2027, 1, 11)
    """
    monday = first_monday_after(today)
    if answer is None:
        return monday
    wished = date.fromisoformat(answer)
    return max(monday, wished + timedelta(days=-wished.weekday() % 7))


def to_profile(
    answers: Mapping[str, Answer], *, today: date, profile_id: str
) -> tuple[Profile, tuple[Assumption, ...]]:
    """The profile of checked answers; InvalidInput names what is needed and absent."""
    absent = missing(answers)
    if absent:
        raise InvalidInput(
            [FieldError(path=name, code="missing", given="", expected=BY_ID[name].kind.value) for name in absent]
        )
    given = _Given(answers)
    home = Home.from_answer(given.texts("place"))
    schooling = given.text("schooling")
    week = given.numbers("week")
    skills = _skills(given)
    profile = Profile(
        profile_id=profile_id,
        birth_date=date.fromisoformat(given.text("birth_date") or ""),
        available_from=start_monday(given.text("start"), today),
        lat=home.lat,
        lon=home.lon,
        modes=frozenset(map(Mode, given.texts("transport"))) or ASSUMED_MODES,
        max_travel_minutes=given.number("travel_minutes", ASSUMED_TRAVEL_MINUTES),
        hours_per_week=week.get("hours", ASSUMED_HOURS),
        cefr=CEFR[given.text("dutch") or ASSUMED_CEFR.name],
        nlqf=NLQF_OF_SCHOOLING[PriorEducation(schooling)] if schooling else 0,
        skills=tuple(HeldSkill(skill_id=key, level=level) for key, level in sorted(skills.items())),
        credentials=frozenset(given.texts("papers")),
        target_groups=frozenset(map(TargetGroup, given.texts("situation"))),
        benefit=Benefit(given.text("benefit") or Benefit.NONE.value),
        budget_eur=given.number("budget", 0),
        weights=WEIGHTS_OF_PRIORITY[Priority(given.text("priority") or Priority.EVEN.value)],
        circumstances=_circumstances(given),
    )
    return profile, assumptions(answers)


def _skills(given: _Given) -> dict[str, int]:
    """Skills of what someone did and of what they looked up; of one that is in both the higher level."""
    done, looked_up = given.numbers("tasks"), given.numbers("skills")
    return {key: max(done.get(key, 0), looked_up.get(key, 0)) for key in done.keys() | looked_up.keys()}


def _circumstances(given: _Given) -> Circumstances:
    right, schooling = given.text("right_to_work"), given.text("schooling")
    now, permit, duty = given.text("now"), given.text("permit"), given.text("integration")
    years, week, wishes = given.numbers("former_work"), given.numbers("week"), given.numbers("sectors")
    return Circumstances(
        right_to_work=RightToWork(right) if right else None,
        prior_education=PriorEducation(schooling) if schooling else None,
        years_in_trade=max(years.values(), default=0) if given.known("former_work") else None,
        former_occupations=tuple(sorted(years)),
        dayparts=frozenset(map(Daypart, given.texts("dayparts"))) or None,
        integration_hours=week.get("integration"),
        care_hours=week.get("care"),
        wished_sectors=frozenset(sector for sector, wish in wishes.items() if wish == WISHED),
        unwanted_sectors=frozenset(sector for sector, wish in wishes.items() if wish == UNWANTED),
        now=Now(now) if now else None,
        permit=Permit(permit) if permit else None,
        integration_duty=IntegrationDuty(duty) if duty else None,
        dutch_first_language=given.truth("first_language"),
        basic_skills_below_2f=given.truth("basics"),
    )


def assumptions(answers: Mapping[str, Answer]) -> tuple[Assumption, ...]:
    """What was assumed, in the order of the questions."""
    found = []
    for question in QUESTIONS:
        used = _assumed(question.id, answers)
        if used is not None:
            found.append(Assumption(question_id=question.id, used=used))
    return tuple(found)


def _assumed(question_id: str, answers: Mapping[str, Answer]) -> str | None:
    answer = answers.get(question_id)
    if question_id == "skills" and answers.get("tasks") is not None:
        return None
    if question_id == "schooling" and answer == PriorEducation.FOREIGN.value:
        return FOREIGN_WORDS
    if question_id == "week" and isinstance(answer, Mapping) and "hours" not in answer:
        return ASSUMED_WORDS["week"]
    return ASSUMED_WORDS.get(question_id) if answer is None else None


@dataclass(frozen=True, slots=True)
class _Given:
    """Answers read by their kind; what is not known reads as None or empty."""

    answers: Mapping[str, Answer]

    def known(self, name: str) -> bool:
        return self.answers.get(name) is not None

    def text(self, name: str) -> str | None:
        answer = self.answers.get(name)
        return answer if isinstance(answer, str) else None

    def truth(self, name: str) -> bool | None:
        answer = self.text(name)
        return None if answer is None else answer == YES

    def number(self, name: str, otherwise: int) -> int:
        answer = self.answers.get(name)
        return answer if isinstance(answer, int) else otherwise

    def texts(self, name: str) -> Sequence[str]:
        answer = self.answers.get(name)
        return answer if isinstance(answer, Sequence) and not isinstance(answer, str) else ()

    def numbers(self, name: str) -> Mapping[str, int]:
        answer = self.answers.get(name)
        return answer if isinstance(answer, Mapping) else {}
