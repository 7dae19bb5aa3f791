"""One person, one occupation, one kind of ending: what can matter for routes of no more than so many units of effort.

Everything left out is left out with a bound that no route can beat, so that what remains is small and still exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from exact_dominance import worthwhile
from ground import NEVER, Course, Ground, Need, Opening

UNITS = 100_000
"""Units in a point of effort: weights have three decimals and money counts per hundred euros."""
NO_ROUTE = 1 << 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Units of a week until work, a week until qualified, a euro, a minute of travel and a step."""

    week: int
    qualified: int
    euro: int
    minute: int
    step: int

    @classmethod
    def of(cls, ground: Ground) -> Prices:
        """The weights of the person in whole units."""
        units = {name: int(weight * UNITS) for name, weight in ground.person.weights.items()}
        return cls(
            week=units["week"],
            qualified=units["qualified"],
            euro=units["cost"] // 100,
            minute=units["travel"],
            step=units["step"],
        )

    def flat(self, course: Course) -> int:
        """What a course costs apart from time, at the least."""
        most: dict[str, int] = {}
        for each in course.helps:
            most[each.stack_group] = max(each.limit_eur, most.get(each.stack_group, 0))
        own = max(0, course.offering.cost_eur - sum(most.values()))
        return self.step + self.minute * course.minutes + self.euro * own


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ending:
    """A job (`course` None) or a bbl course in a place, with the first and last week of work within the limit."""

    opening: Opening
    course: Course | None
    first: int
    last: int
    least: int
    """Effort in units that no route with this ending undercuts."""

    @property
    def weeks(self) -> int:
        """From work until qualified."""
        return self.course.weeks if self.course else 0

    @property
    def asks(self) -> frozenset[Need]:
        """What must be held when work starts."""
        return self.opening.asks | (self.course.asks if self.course else frozenset())

    @property
    def hours(self) -> int:
        """Hours a week while the bbl lasts."""
        return self.course.offering.hours_per_week + self.opening.position.hours_per_week if self.course else 0

    def gives(self, need: Need) -> bool:
        """Whether the ending itself meets a need."""
        return self.course is not None and self.course.meets(need)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aim:
    """What is left to choose from."""

    essentials: frozenset[Need]
    needs: Mapping[Need, Sequence[int]]
    """For each need the courses (places) that meet it."""
    courses: Sequence[Course]
    endings: Sequence[Ending]
    latest: int
    """No step ends later."""


class Chains:
    """Units, time apart, that having something costs at the least, with the dearest chain of what it asks."""

    def __init__(self, ground: Ground) -> None:
        self._prices = Prices.of(ground)
        self._given: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        courses = [course for course in ground.courses if not course.is_bbl and ground.first_end(course) < NEVER]
        units = [NO_ROUTE] * len(courses)
        changed = True
        while changed:
            changed = False
            for index, course in enumerate(courses):
                now = self.of(course)
                if now < units[index]:
                    units[index], changed = now, True
                    for thing, level in course.gives.items():
                        self._given[thing].append((level, now))

    def of(self, course: Course) -> int:
        """A course with all that must come before it."""
        return self._prices.flat(course) + self.of_all(course.asks)

    def of_all(self, needs: Iterable[Need]) -> int:
        """The dearest of some needs."""
        return max((self._of(need) for need in needs), default=0)

    def _of(self, need: Need) -> int:
        return min((units for level, units in self._given.get(need[:2], ()) if level >= need[2]), default=NO_ROUTE)


@lru_cache(maxsize=1)
def chains_of(ground: Ground) -> Chains:
    """Worked out once for a person."""
    return Chains(ground)


def endings_of(ground: Ground, occupation_id: str) -> list[Ending]:
    """Every way in which a route can end, the least effort first."""
    openings, essentials = ground.openings(occupation_id), ground.essentials(occupation_id)
    endings = [_ending(ground, essentials, o, None) for o in openings if o.position.kind == "job"]
    for course in ground.courses:
        if course.is_bbl:
            endings += [_ending(ground, essentials, o, course) for o in openings if _fit(ground, course, o)]
    return sorted((ending for ending in endings if ending), key=lambda ending: ending.least)


def _fit(ground: Ground, course: Course, opening: Opening) -> bool:
    position = opening.position
    return (
        position.kind == "bbl"
        and position.credential_id in course.offering.awards
        and position.hours_per_week + course.offering.hours_per_week <= ground.person.hours_per_week
    )


def _ending(ground: Ground, essentials: Iterable[Need], opening: Opening, course: Course | None) -> Ending | None:
    """An ending with the least it can cost; None when no route can come to it."""
    prices, chains = Prices.of(ground), chains_of(ground)
    others = [need for need in essentials if course is None or not course.meets(need)]
    before = [*opening.asks, *(course.asks if course else others)]
    ready = max([opening.first, *(ground.week_of(need) for need in before)])
    weeks = course.weeks if course else 0
    if course is not None:
        late = max((ground.week_of(need) for need in others), default=0)
        starts = [w for w in course.starts if ready <= w <= opening.last and w + weeks >= late]
        ready = starts[0] if starts else NEVER
    if ready > opening.last:
        return None
    flat = prices.minute * opening.minutes + (prices.flat(course) if course else 0)
    least = prices.week * ready + prices.qualified * (ready + weeks) + flat + chains.of_all([*before, *others])
    return Ending(opening=opening, course=course, first=ready, last=opening.last, least=least)


def aim_at(
    ground: Ground, occupation_id: str, endings: Iterable[Ending], limit: int, *, deadline: float = inf
) -> Aim | None:
    """What can matter for routes to some endings within a limit of units; None when there can be no route.

    After the `deadline`, in seconds of processor time, less is left out.
    """
    prices, essentials = Prices.of(ground), ground.essentials(occupation_id)
    kept = [_within(prices, ending, limit) for ending in endings if ending.least <= limit]
    if not kept:
        return None
    latest = max(ending.last + ending.weeks for ending in kept)
    if prices.qualified:
        latest = min(latest, max((limit - prices.week * e.first) // prices.qualified for e in kept))
    wanted = {need for ending in kept for need in ending.asks}
    wanted |= {need for need in essentials if any(not ending.gives(need) for ending in kept)}
    able = [
        course
        for course in ground.courses
        if not course.is_bbl
        and (end := ground.first_end(course)) <= latest
        and min(_time_and_place(prices, ending, end) for ending in kept) + chains_of(ground).of(course) <= limit
    ]
    _, needed = _closure(able, wanted)
    courses, needs = _closure(worthwhile(able, needed, deadline), wanted)
    return Aim(essentials=essentials, needs=needs, courses=courses, endings=kept, latest=latest)


def _time_and_place(prices: Prices, ending: Ending, end: int) -> int:
    """What an ending takes at the least when some step ends in a week, other steps left out."""
    work = ending.first if ending.course else max(ending.first, end)
    time = prices.week * work + prices.qualified * max(work + ending.weeks, end)
    return time + prices.minute * ending.opening.minutes + (prices.flat(ending.course) if ending.course else 0)


def _within(prices: Prices, ending: Ending, limit: int) -> Ending:
    """The ending, with work starting late enough to be no use left out."""
    if not prices.week + prices.qualified:
        return ending
    later = (limit - ending.least) // (prices.week + prices.qualified)
    last = min(ending.last, ending.first + later)
    return Ending(opening=ending.opening, course=ending.course, first=ending.first, last=last, least=ending.least)


def _closure(able: Iterable[Course], wanted: Iterable[Need]) -> tuple[list[Course], dict[Need, list[int]]]:
    """Every course that meets a wanted need, and what those ask in turn."""
    givers = defaultdict(list)
    for course in able:
        for thing in course.gives:
            givers[thing].append(course)
    queue, places, courses = sorted(wanted), dict[str, int](), list[Course]()
    needs: dict[Need, list[int]] = {need: [] for need in queue}
    for need in queue:  # grows while it is walked through
        for course in givers[need[:2]]:
            if not course.meets(need):
                continue
            name = course.offering.offering_id
            if name not in places:
                places[name] = len(courses)
                courses.append(course)
                fresh = sorted(asked for asked in course.asks if asked not in needs)
                queue += fresh
                needs |= {asked: [] for asked in fresh}
            needs[need].append(places[name])
    return courses, needs
