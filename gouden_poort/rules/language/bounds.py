"""Whether a test can have only one answer, whatever the facts: such a test in a rule is a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import product

from gouden_poort.rules.language.kleene import every, opposite
from gouden_poort.rules.language.tree import Comparison, Every, Lookup, Negation, Some, Test
from gouden_poort.rules.language.trying import Settled, Variable, tried
from gouden_poort.rules.language.walking import atoms, facts_in, parameters_in
from gouden_poort.rules.language.words import Fact, Parameter
from gouden_poort.rules.language.worlds import values_to_try

MOST_STEPS = 60_000
"""After so many steps (a fraction of a second) nothing is sure, and nothing is claimed."""
MOST_STEPS_OF_A_BOOK = 300_000
"""After so many steps over the tests of one book (a few seconds) the other tests get few."""
LEAST_STEPS = 300
"""What every test gets: enough for what people usually write."""
MOST_CHOICES = 100
"""Nor is it when a test depends on more things than this."""
CELLS_A_STEP = 20
"""How many cells of a table are looked through in the time of one step."""
Answers = frozenset[bool | None]
BOTH: Answers = frozenset({True, False})


class Patience:
    """How many steps are left for the tests of one book together."""

    def __init__(self, steps: int = MOST_STEPS_OF_A_BOOK) -> None:
        self._left = steps

    def of_a_test(self) -> int:
        """What one test may take."""
        return max(LEAST_STEPS, min(MOST_STEPS, self._left))

    def take(self, steps: int) -> None:
        self._left -= steps


def only_answer(test: Test, patience: Patience | None = None) -> bool | None:
    """The only answer that a test can have once its facts are known; None when both may be, or it is not sure.

    Parameters may have any of their values; a table without a cell for some case can always be not known.
    """
    answers = _possible(test, patience or Patience())
    return next(iter(answers)) if len(answers) == 1 else None


def _possible(test: Test, patience: Patience) -> Answers:
    """All that a test can answer; it may hold an answer too many, never one too few."""
    match test:
        case Negation(part):
            return frozenset(opposite(answer) for answer in _possible(part, patience))
        case Every(parts):
            return _of_all(tuple(_joined(group, Every, patience) for group in _apart(parts)))
        case Some(parts):
            turned = (_joined(group, Some, patience) for group in _apart(parts))
            return _opposites(_of_all(tuple(_opposites(answers) for answers in turned)))
        case _:
            return _by_trying(test, patience)


def _of_all(sets: tuple[Answers, ...]) -> Answers:
    """What `and` answers over parts that have nothing in common."""
    return reduce(lambda one, other: frozenset(every(pair) for pair in product(one, other)), sets, frozenset({True}))


def _opposites(answers: Answers) -> Answers:
    return frozenset(opposite(answer) for answer in answers)


def _joined(group: tuple[Test, ...], join: type[Every] | type[Some], patience: Patience) -> Answers:
    """What parts that read the same things can answer together."""
    return _possible(group[0], patience) if len(group) == 1 else _by_trying(join(group), patience)


def _apart(parts: tuple[Test, ...]) -> Iterator[tuple[Test, ...]]:
    """Parts in groups that read nothing in common, so that each group can be tried by itself."""
    groups: list[tuple[set[Fact | Parameter], list[Test]]] = []
    for part in parts:
        reads: set[Fact | Parameter] = {*facts_in(part), *parameters_in(part)}
        together = [part]
        for group in [group for group in groups if group[0] & reads]:
            groups.remove(group)
            reads |= group[0]
            together = group[1] + together
        groups.append((reads, together))
    return (tuple(together) for _, together in groups)


def _by_trying(test: Test, patience: Patience) -> Answers:
    steps = patience.of_a_test()
    search = _Search(test, steps)
    if len(search.choices) > MOST_CHOICES:
        return BOTH
    search.go_on(0)
    patience.take(steps - search.steps_left)
    return BOTH if search.is_given_up else frozenset(search.seen)


class _Search:
    """Settles one thing after another, and goes back as soon as the answer is sure."""

    def __init__(self, test: Test, steps: int) -> None:
        self.test = test
        self.choices = list(values_to_try(test).items())
        self.world: dict[Variable, Settled] = {}
        self.seen: set[bool | None] = set()
        self.steps_left = steps
        self._steps_a_try = sum(_steps(atom) for atom in atoms(test))

    @property
    def is_given_up(self) -> bool:
        return self.steps_left < 0

    def go_on(self, place: int) -> None:
        self.steps_left -= self._steps_a_try
        answer = tried(self.test, self.world)
        if answer is not None or place == len(self.choices):
            self.seen.add(answer)
            return
        variable, values = self.choices[place]
        for value in values:
            if self.seen >= BOTH or self.is_given_up:
                break
            self.world[variable] = value
            self.go_on(place + 1)
        self.world.pop(variable, None)


def _steps(atom: Test) -> int:
    """What one look at a test costs: about as much for each fact, and for so many cells of a table."""
    sides = (atom.left, atom.right) if isinstance(atom, Comparison) else ()
    cells = sum(len(side.cells) for side in sides if isinstance(side, Lookup))
    return 1 + len(facts_in(atom)) + cells // CELLS_A_STEP
