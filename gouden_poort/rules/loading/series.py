"""What rules say of each other: one id over several periods, and schemes that do not go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from gouden_poort.rules.book.rule import Effect, Period, RuleKind
from gouden_poort.rules.loading.doubts import Doubts
from gouden_poort.rules.loading.nodes import Items, Pairs, Scalar
from gouden_poort.rules.loading.rules import Named, WrittenRule


def check_periods(named: Sequence[Named]) -> None:
    """Rules of one id follow each other day by day."""
    by_id: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        by_id[one.id].append(one)
    for rules in by_id.values():
        if len(rules) > 1 and all(rule.period is not None for rule in rules):
            _check_series(sorted(rules, key=lambda rule: _first(rule.period)))


def _check_series(rules: Sequence[Named]) -> None:
    for earlier, later in pairwise(rules):
        before, after = earlier.period, later.period
        if before is None or after is None:
            continue
        begin, end = after.first, before.last
        where = f"that of the same id at {earlier.faults.file}:{earlier.at.line}"
        found = f"{later.id} from {begin or 'ever'}"
        if end is None or begin is None or begin <= end:
            later.faults.at(
                later.at, f"another id, or a period after {where}, which ends {end or 'never'}", found=found
            )
        elif begin > end + timedelta(days=1):
            later.faults.at(later.at, f"no gap after {where}, which ends {end}", found=found)


def _first(period: Period | None) -> date:
    return (period and period.first) or date.min


def check_exclusions(rules: Sequence[WrittenRule], named: Sequence[Named], doubts: Doubts) -> None:
    """What a scheme does not go with must be a scheme; of those that pay, one of its own group.

    What is paid is settled group by group, so an exclusion outside the group could not be kept.
    """
    schemes = sorted({one.id for one in named if one.kind in {RuleKind.SCHEME.value, ""}})
    groups = {
        rule.rule.id: rule.rule.scheme.stacking.group
        for rule in rules
        if rule.rule.scheme is not None and rule.rule.scheme.effect is Effect.OWN_COST
    }
    for written in rules:
        own = groups.get(written.rule.id)
        for item in _not_with(written):
            if item.text not in schemes:
                if not doubts.cover(item.text, schemes, written.section.faults):
                    guess = written.section.faults.guess(item.text, schemes)
                    written.section.faults.at(item, "the id of a scheme in this book", guess=guess)
            elif own is not None and groups.get(item.text, own) != own:
                written.section.faults.at(
                    item, f"a scheme of the same group, {own}", found=f"{item.text} of group {groups[item.text]}"
                )


def _not_with(written: WrittenRule) -> tuple[Scalar, ...]:
    stacking = written.section.get("stacking")
    listed = stacking.entries.get("not_with") if isinstance(stacking, Pairs) else None
    items = listed[1] if listed else None
    return tuple(item for item in items.nodes if isinstance(item, Scalar)) if isinstance(items, Items) else ()
