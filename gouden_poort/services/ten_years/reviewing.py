"""The round along the plans: after the catalogue or the rules changed, the house looks again by itself.

For each dossier it is kept in which catalogue and under which rules its plan was looked at last, so whoever goes round
twice, two at once, or again after a round was stopped half-way, finds nothing twice and forgets nothing. Ways are
sought outside of any unit of work; what a batch found is kept together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from gouden_poort.development.drift import DriftKind
from gouden_poort.development.review import Review
from gouden_poort.errors import CannotBeRead, InvalidInput
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory, Unreviewed
from gouden_poort.services.ten_years.line import CANNOT_BE_READ
from gouden_poort.services.ten_years.person_now import kept_of
from gouden_poort.services.ten_years.rerouting import review_of
from gouden_poort.services.ten_years.reviews import keep_reviews

BATCH = 50
"""Seeking a way takes a tenth of a second, so this is what is lost at most when a round is stopped."""
_CANNOT_BE_PLANNED = (*CANNOT_BE_READ, InvalidInput, ArithmeticError)
"""What one broken plan, answer or journal can raise while it is read and judged; it may not hold up all others, and the
round tells which kind it was. Anything else, such as a database that went away, stops the round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """How many plans were looked at again, and what was found that was not known yet."""

    looked: int = 0
    found: Mapping[DriftKind, int] = field(default_factory=dict)
    unreadable: tuple[tuple[UUID, str], ...] = ()
    """Dossiers whose plan could not be read, or for whom no way could be sought; all others were looked at.

    Beside each stands the kind of error, never its text: that may hold personal data.
    """

    def __add__(self, other: Reviewed) -> Reviewed:
        return Reviewed(
            looked=self.looked + other.looked,
            found=Counter(self.found) + Counter(other.found),
            unreadable=self.unreadable + other.unreadable,
        )


def review_plans(
    open_unit: UnitOfWorkFactory,
    shelf: CatalogueShelf,
    moment: datetime,
    *,
    at_most: int | None = None,
    batch: int = BATCH,
    tell: Callable[[Reviewed], object] = lambda _: None,
) -> Reviewed:
    """Look again at each plan that was made in another catalogue or under other rules; `tell` hears how far it is.

    `at_most`: so many in this round, those first that nobody looked at for longest; the rest waits for the next one.
    """
    so_far, after = Reviewed(), None
    while at_most is None or so_far.looked < at_most:
        most = batch if at_most is None else min(batch, at_most - so_far.looked)
        active = shelf.active()
        with open_unit() as unit:
            rules = rulebook_of(active).version
            due = unit.plan_reviews.due(active.version, rules, until=moment, most=most, after=after)
        if not due:
            break
        after = due[-1]
        so_far += _batch(open_unit, shelf, due, moment)
        tell(so_far)
    return so_far


def _batch(
    open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, due: Sequence[Unreviewed], moment: datetime
) -> Reviewed:
    found: list[Review] = []
    unreadable = []
    for each in due:
        try:
            review = _review(open_unit, shelf, each.dossier_id, moment)
        except _CANNOT_BE_PLANNED as error:
            unreadable.append(
                (each.dossier_id, error.kind if isinstance(error, CannotBeRead) else type(error).__name__)
            )
            continue
        found += [review] if review else []
    kept, fresh = keep_reviews(open_unit, found)
    return Reviewed(
        looked=len(kept),
        found=Counter(each.kind for each in fresh if each.kind),
        unreadable=tuple(unreadable),
    )


def _review(open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, dossier_id: UUID, moment: datetime) -> Review | None:
    """None for who was erased meanwhile."""
    with open_unit() as unit:
        dossier = unit.dossiers.find(dossier_id)
        kept = None if dossier is None else kept_of(unit, dossier)
    return None if kept is None else review_of(open_unit, shelf, kept, moment)
