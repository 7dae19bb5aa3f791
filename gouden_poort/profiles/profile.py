"""The profile: one dated self-portrait of one person, as the rules and the planner read it.

The fields up to `weights` are those of the profile format (docs/formats.md, section 2); `circumstances`
holds what the law and daily life ask besides. A profile never changes: a new answer makes a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

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


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSkill:
    """A skill someone has, at level 1 to 5."""

    skill_id: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much a week, a qualified week, 100 euro, a minute, a step and 100 euro wage count in effort.

    At most three decimals and never negative; exact, so that equal routes stay equal.
    """

    week: Decimal = Decimal(1)
    qualified: Decimal = Decimal("0.25")
    cost: Decimal = Decimal(1)
    travel: Decimal = Decimal("0.05")
    step: Decimal = Decimal("0.5")
    wage: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the law and daily life ask besides the planner's fields. None or empty means: not known.

    What nobody told shuts no door: rules and planner go on as if it fits.
    """

    right_to_work: RightToWork | None = None
    prior_education: PriorEducation | None = None
    years_in_trade: int | None = None
    former_occupations: tuple[str, ...] = ()
    dayparts: frozenset[Daypart] | None = None
    """When someone can follow a course."""
    integration_hours: int | None = None
    """Hours a week already taken by inburgering; not part of `hours_per_week`."""
    care_hours: int | None = None
    """Hours a week already taken by care for others; not part of `hours_per_week`."""
    wished_sectors: frozenset[str] = frozenset()
    unwanted_sectors: frozenset[str] = frozenset()
    now: Now | None = None
    permit: Permit | None = None
    integration_duty: IntegrationDuty | None = None
    dutch_first_language: bool | None = None
    basic_skills_below_2f: bool | None = None
    """Whether reading or writing Dutch is still hard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A dated self-portrait. Dates on which something starts are Mondays; money is whole euros."""

    profile_id: str
    birth_date: date
    available_from: date
    """The first possible start: week 0 of every route."""
    lat: float
    lon: float
    modes: frozenset[Mode]
    max_travel_minutes: int
    hours_per_week: int
    """What a week has room for: lessons and paid hours together, or the hours of a job."""
    cefr: CEFR
    nlqf: int
    skills: tuple[HeldSkill, ...] = ()
    credentials: frozenset[str] = frozenset()
    target_groups: frozenset[TargetGroup] = frozenset()
    benefit: Benefit = Benefit.NONE
    budget_eur: int = 0
    horizon_weeks: int = 208
    """The last week, counted from `available_from`, in which paid work may begin."""
    weights: Weights = field(default_factory=Weights)
    circumstances: Circumstances = field(default_factory=Circumstances)

    def age_on(self, day: date) -> int:
        """Completed years on a day; someone born on 29 February turns a year older on 1 March in other years.

        >>> from datetime import date
        >>> Profile(profile_id="p", birth_date=date(2008, 2, 29), available_from=date(2027, 1, 4), lat=52, lon=5,
        ...         modes=frozenset({Mode.BIKE}), max_travel_minutes=30, hours_per_week=32, cefr=CEFR.B1,
        ...         nlqf=1).age_on(date(2027, 2, 28))
        18
        """
        return day.year - self.birth_date.year - ((day.month, day.day) < (self.birth_date.month, self.birth_date.day))
