"""One move of a career: as soon as it can be made, with the training beside the job that it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from gouden_poort.routing.career_ground import BESIDE_THE_JOB, MONEY_NO_MATTER, TOLLS, AfterRoute, Reached
from gouden_poort.routing.finish import Allowance, Draft, JobFinish, Opening, Quest
from gouden_poort.routing.problem import Problem, pose
from gouden_poort.routing.scheduling import Block, Placed
from gouden_poort.routing.search import Search
from gouden_poort.routing.training import Level
from gouden_poort.routing.wages import LAST_WEEK

LABELS = 200
PLACEMENTS = 400


def reach(
    after: AfterRoute, occupation: int, week: int, comes: Mapping[Level, int], placed: Sequence[Placed]
) -> Reached | None:
    """The soonest move to an occupation, not before a week; `placed` is the training that is already planned."""
    stage, abilities = after.stage, after.ground.person.abilities
    wanted = stage.beyond(abilities.occupation_asks[occupation], abilities.occupation_ask_levels[occupation])
    openings = after.ground.openings(occupation, week)
    asked = {
        row: stage.beyond(abilities.position_asks[row], abilities.position_ask_levels[row]) for _, _, row in openings
    }
    problem = pose(stage, [*wanted, *(need for asks in asked.values() for need in asks)], comes)
    essentials = problem.mask(wanted)
    jobs = [after.opening(first, last, row, problem.mask(asked[row]) & ~essentials) for first, last, row in openings]
    best = _Soonest(after, occupation, placed, comes)
    quest = Quest(
        problem=problem,
        money=after.ground.money,
        left=Allowance(labels=LABELS, placements=PLACEMENTS),
        accept=best.consider,
    )
    busy = [Block(step.start, step.end, step.offer.hours) for step in placed]
    Search(quest, _finishes(problem, essentials, jobs, busy), MONEY_NO_MATTER).run()
    return best.reached


def _finishes(problem: Problem, essentials: int, jobs: Sequence[Opening], busy: Sequence[Block]) -> list[JobFinish]:
    def needs(opening: Opening) -> int:
        return opening.needs

    in_order = sorted(jobs, key=needs)
    return [
        JobFinish(
            after=essentials | extra,
            openings=(opened := list(alike)),
            all_openings=opened,
            week=TOLLS.week,
            begin=problem.begin,
            latest=LAST_WEEK - 1,
            hours=BESIDE_THE_JOB,
            taken=busy,
        )
        for extra, alike in groupby(in_order, key=needs)
    ]


class _Soonest:
    """The move with the least units so far."""

    def __init__(
        self, after: AfterRoute, occupation: int, planned: Sequence[Placed], comes: Mapping[Level, int]
    ) -> None:
        self._after = after
        self._occupation = occupation
        self._planned = planned
        self._comes = comes
        self._limit = MONEY_NO_MATTER
        self.reached: Reached | None = None

    def consider(self, draft: Draft) -> int | None:
        """Keep a draft that is better than any before; its units if so."""
        if draft.opening is None or not all(self._after.is_new(step) for step in draft.placed):
            return None
        start = max(draft.end, draft.opening.first)
        units = TOLLS.week * start + draft.opening.units + sum(step.units for step in draft.placed)
        if units >= self._limit:
            return None
        reached = Reached(occupation=self._occupation, position=draft.opening.position, week=start, placed=draft.placed)
        if not self._after.allows(self._planned, reached, self._comes):
            return None
        self._limit, self.reached = units, reached
        return units
