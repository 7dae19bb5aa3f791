"""One move of a career: as soon as it can be made, with the training beside the job that it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gouden_poort.routing.abilities import Level
from gouden_poort.routing.career_ground import AfterRoute, Reached
from gouden_poort.routing.laws import Stay

ROUNDS = 6
"""How many searches there may be for one move, each without what rules shut in the one before."""


def reach(
    after: AfterRoute, occupation: int, week: int, comes: Mapping[Level, int], placed: Sequence[Stay]
) -> Reached | None:
    """The soonest move to an occupation, not before a week; `placed` is the training that is already planned."""
    shut_offerings: list[int] = []
    shut_jobs: list[int] = []
    jobs = after.ground.jobs
    try:
        for _ in range(ROUNDS):
            solution = after.search(occupation, week, comes, placed, shut_offerings).solution
            if solution is None:
                return None
            weeks = after.ground.person.snapshot.columns.offerings.weeks
            stays = tuple(Stay(row, start, start + int(weeks[row])) for row, start in solution.steps)
            reached = Reached(occupation=occupation, position=solution.position, week=solution.work_week, placed=stays)
            steps, work = after.refused(placed, reached, comes)
            if not steps and not work:
                return reached
            shut_offerings += steps
            if work:
                shut_jobs.append(solution.position)
                jobs[solution.position] = False
        return None
    finally:
        jobs[shut_jobs] = True
