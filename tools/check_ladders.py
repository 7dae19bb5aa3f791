"""`python -m tools.check_ladders`: which steps of the ladders can be taken beside work, from some region centres.

A plain simulation that knows nothing of the planner: someone qualified in the first occupation works, learns by
working, and follows one course at a time in at most eight hours a week until the second occupation's essentials
are held, and the Dutch that its jobs ask. What it can schedule can really be done; a cleverer schedule may be shorter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import KIND_BBL, POSITION_JOB, Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.levels import CEFR, Mode

CAREER_WEEKS = 520
QUALIFIED_AT = 52
"""In which week of the career the first occupation is reached."""
FIRST_CATALOGUE_WEEK = 58
"""The career starts in the first days of 2028, counted from the base date of the built-in catalogue."""
BESIDE_WORK_HOURS = 8
TRAVEL_MINUTES = 60
DUTCH_AT_THE_START = CEFR.A2
"""What someone speaks on the first day of the career."""
YEAR = 52

Ability = tuple[str, int]
"""What kind of thing, and its row: a skill, a credential, `cefr` or `nlqf`."""
Held = dict[Ability, int]


@dataclass(frozen=True, slots=True)
class Course:
    """A training that workers can follow, with all weeks in which it starts within reach."""

    asks: Mapping[Ability, int]
    gives: Mapping[Ability, int]
    weeks: int
    starts: Sequence[int]


@dataclass(slots=True)
class Timetable:
    """When each level of each ability is first held, and the course that gave it (-1: work)."""

    held_at: dict[tuple[Ability, int], tuple[int, int]] = field(default_factory=dict)

    def learn(self, ability: Ability, level: int, week: int, course: int) -> bool:
        """Note an ability; whether that was earlier than known."""
        better = [lower for lower in range(1, level + 1) if week < self.when(ability, lower)]
        for lower in better:
            self.held_at[ability, lower] = week, course
        return bool(better)

    def when(self, ability: Ability, level: int) -> int:
        """The first week in which it is held; beyond the career when never."""
        return self.held_at.get((ability, level), (CAREER_WEEKS * 10, -1))[0]

    def ready(self, asks: Mapping[Ability, int]) -> int:
        """The first week in which everything asked is held."""
        return max((self.when(ability, level) for ability, level in asks.items()), default=0)


class Workers:
    """Courses beside work that can be reached by car from one home."""

    def __init__(self, snapshot: Snapshot, lat: float, lon: float) -> None:
        self.snapshot = snapshot
        offerings, sites = snapshot.columns.offerings, snapshot.columns.sites
        near = minutes(kilometres(lat, lon, sites.lat, sites.lon), [Mode.CAR]) <= TRAVEL_MINUTES
        places: dict[str, list[int]] = {}
        for row, training in enumerate(offerings.extra.get("training_id", offerings.id)):
            reachable = offerings.site[row] < 0 or near[offerings.site[row]]
            if reachable and offerings.kind[row] != KIND_BBL and offerings.hours_per_week[row] <= BESIDE_WORK_HOURS:
                places.setdefault(training, []).append(row)
        self.courses = [self._course(rows) for rows in places.values()]

    def _course(self, rows: Sequence[int]) -> Course:
        offerings, first = self.snapshot.columns.offerings, rows[0]
        asks: Held = {("cefr", 0): int(offerings.min_cefr[first]), ("nlqf", 0): int(offerings.min_nlqf[first])}
        asks |= _levels("skill", offerings.requires_skills[first], offerings.requires_levels[first])
        gives: Held = {("cefr", 0): int(offerings.awards_cefr[first]), ("nlqf", 0): int(offerings.awards_nlqf[first])}
        gives |= _levels("skill", offerings.teaches[first], offerings.teaches_levels[first])
        gives |= {("credential", int(row)): 1 for row in offerings.awards[first]}
        weeks = {week for row in rows for week in self._starts(row)}
        return Course(asks, gives, int(offerings.weeks[first]), sorted(weeks))

    def _starts(self, row: int) -> Sequence[int]:
        if self.snapshot.columns.offerings.rolling[row]:
            return range(self.snapshot.horizon_weeks)
        found: Sequence[int] = self.snapshot.columns.offerings.starts[row].tolist()
        return found

    def next_start(self, course: Course, week: int) -> int:
        """The first start from a week of the career on; after the catalogue's last week its last year repeats."""
        wanted, horizon = week + FIRST_CATALOGUE_WEEK, self.snapshot.horizon_weeks
        years = max(0, -(-(wanted - horizon + 1) // YEAR))
        wanted -= years * YEAR
        place = bisect_left(course.starts, wanted)
        if place < len(course.starts):
            return course.starts[place] + years * YEAR - FIRST_CATALOGUE_WEEK
        last_year = bisect_left(course.starts, horizon - YEAR)
        if last_year == len(course.starts):
            return CAREER_WEEKS * 10
        return course.starts[last_year] + (years + 1) * YEAR - FIRST_CATALOGUE_WEEK

    def takes_step(self, here: int, there: int, tenure: int) -> bool:
        """Whether someone who works in one occupation can move to the other within a ten-year career."""
        occupations = self.snapshot.columns.occupations
        goal = _levels("skill", occupations.essential_skills[there], occupations.essential_levels[there])
        goal |= {("credential", int(row)): 1 for row in occupations.essential_credentials[there]}
        goal |= self._dutch_asked(there)
        relaxed = self._at_work(here)
        self._spread(relaxed)
        needed = self._courses_for(relaxed, goal)
        if needed is None:
            return False
        for course in sorted(needed, key=lambda number: -self.courses[number].weeks):
            without = [other for other in needed if other != course]
            if self._one_by_one(here, without, goal) < CAREER_WEEKS:
                needed = without
        moved = max(self._one_by_one(here, needed, goal), tenure)
        return QUALIFIED_AT + moved < CAREER_WEEKS

    def _dutch_asked(self, row: int) -> Held:
        """The least Dutch with which there is a job in an occupation; nothing when none asks any."""
        positions = self.snapshot.columns.positions
        levels = positions.min_cefr[(positions.occupation == row) & (positions.kind == POSITION_JOB)]
        return {("cefr", 0): int(levels.min())} if levels.any() else {}

    def _at_work(self, row: int) -> Timetable:
        """What someone holds who works in an occupation, and learns by it."""
        occupations, timetable = self.snapshot.columns.occupations, Timetable()
        start = _levels("skill", occupations.essential_skills[row], occupations.essential_levels[row])
        start |= {("credential", int(paper)): 1 for paper in occupations.essential_credentials[row]}
        start |= {("cefr", 0): int(DUTCH_AT_THE_START), ("nlqf", 0): int(occupations.nlqf_level[row])}
        for ability, level in start.items():
            timetable.learn(ability, level, 0, -1)
        learnt = zip(
            occupations.experience_skills[row],
            occupations.experience_levels[row],
            occupations.experience_weeks[row],
            strict=True,
        )
        for skill, level, week in learnt:
            timetable.learn(("skill", int(skill)), int(level), int(week), -1)
        return timetable

    def _spread(self, timetable: Timetable) -> None:
        """Follow every course as early as possible, as if all could be followed at once."""
        changed = True
        while changed:
            changed = False
            for number, course in enumerate(self.courses):
                ready = timetable.ready({ability: level for ability, level in course.asks.items() if level})
                if ready < CAREER_WEEKS:
                    end = self.next_start(course, ready) + course.weeks
                    for ability, level in course.gives.items():
                        changed |= timetable.learn(ability, level, end, number)

    def _courses_for(self, timetable: Timetable, goal: Mapping[Ability, int]) -> list[int] | None:
        """The courses behind a goal, in an order in which they can be followed; None when it is out of reach."""
        needed: dict[int, int] = {}
        wanted = [item for item in goal.items() if item[1]]
        while wanted:
            ability, level = wanted.pop()
            week, course = timetable.held_at.get((ability, level), (CAREER_WEEKS, -1))
            if week >= CAREER_WEEKS:
                return None
            if course >= 0 and course not in needed:
                needed[course] = week
                wanted += [item for item in self.courses[course].asks.items() if item[1]]
        return sorted(needed, key=lambda course: (needed[course], course))

    def _one_by_one(self, here: int, needed: Sequence[int], goal: Mapping[Ability, int]) -> int:
        """The week in which the goal is held when those courses are followed one after another."""
        timetable, free = self._at_work(here), 0
        for course in (self.courses[number] for number in needed):
            asks = {ability: level for ability, level in course.asks.items() if level}
            free = self.next_start(course, max(free, timetable.ready(asks))) + course.weeks
            for ability, level in course.gives.items():
                timetable.learn(ability, level, free, 0)
        return timetable.ready(goal)


def _levels(kind: str, rows: Ints, levels: Ints) -> Held:
    return {(kind, int(row)): int(level) for row, level in zip(rows, levels, strict=True)}


def steps_out_of_reach(snapshot: Snapshot, lat: float, lon: float) -> list[tuple[str, str]]:
    """The ladder steps that nobody living there can take beside work."""
    workers, occupations = Workers(snapshot, lat, lon), snapshot.columns.occupations
    return [
        (occupations.id[here], occupations.id[int(there)])
        for here in range(len(occupations.id))
        for there, tenure in zip(occupations.moves_to[here], occupations.moves_after_weeks[here], strict=True)
        if not workers.takes_step(here, int(there), int(tenure))
    ]


def main() -> None:
    """Print for each region centre how many steps cannot be taken, and then which."""
    snapshot = build(read_bundle(BUILTIN))
    regions = snapshot.columns.regions
    nowhere: set[tuple[str, str]] | None = None
    for row in range(len(regions.code)):
        missed = steps_out_of_reach(snapshot, float(regions.lat[row]), float(regions.lon[row]))
        print(f"{regions.label[row]:32}{len(missed):>4}")
        nowhere = set(missed) if nowhere is None else nowhere & set(missed)
    for here, there in sorted(nowhere or ()):
        print(f"from no region: {here} -> {there}")


if __name__ == "__main__":
    main()
