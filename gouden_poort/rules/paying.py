"""What schemes pay when both a catalogue and its rules have a say.

A scheme of the rules with the id of one of the catalogue is the same scheme: it pays when both say yes, and the
catalogue says how much. A scheme that only the rules have pays what they say. What is not surely given pays nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Per, Rule, SchemeTerms
from gouden_poort.rules.case.amounts import amount_cents
from gouden_poort.rules.case.judging import judge as judge_rule
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.columns.amounts import amounts
from gouden_poort.rules.entry import EVER, Holdings
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.schemes import PersonalScheme, applies, limit_eur
from gouden_poort.rules.stretches import Stretch

NO_CAP = 1_000_000
"""Euros; more than any route costs."""
ONCE = frozenset({Per.PERSON, Per.YEAR})
"""Amounts that are for all steps together; one for each year is promised once, which is no more than is true."""
PAID = ONCE | {Per.STEP}
"""What an amount must be for to pay a step; what comes by the hour or the month is no price of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one scheme may pay for one step."""

    limit_eur: int
    stack_group: str
    cap_eur: int


class Start(NamedTuple):
    """Beginning an offering on a day, and what is held then."""

    offering: int
    day: date
    holdings: Holdings


class _Given(NamedTuple):
    """The most that is paid for each offering, and by which terms; None: those of the catalogue."""

    limits: Ints
    terms: SchemeTerms | None


def schemes_of(
    judge: Judge, by_catalogue: Sequence[PersonalScheme], times: Sequence[Stretch]
) -> tuple[PersonalScheme, ...]:
    """The schemes that surely pay something, those of the catalogue first; each in the first time that it does."""
    periods: dict[str, list[Rule]] = {}
    for rule in judge.own_cost_rules:
        periods.setdefault(rule.id, []).append(rule)
    catalogue = set(judge.snapshot.columns.schemes.id)
    found = [_narrowed(judge, scheme, times) if scheme.id in periods else scheme for scheme in by_catalogue]
    found += [_of_rules(judge, rules, times) for scheme_id, rules in periods.items() if scheme_id not in catalogue]
    return _together(judge, [scheme for scheme in found if scheme is not None])


def apart(judge: Judge) -> frozenset[frozenset[str]]:
    """Pairs of schemes that never pay for the same person."""
    return frozenset(
        frozenset((rule.id, other))
        for rule in judge.own_cost_rules
        if rule.scheme is not None
        for other in rule.scheme.stacking.not_with
    )


def _together(judge: Judge, schemes: Sequence[PersonalScheme]) -> tuple[PersonalScheme, ...]:
    """The schemes without those that may not stand beside one that pays before them."""
    order = {rule.id: rule.scheme.stacking.order for rule in judge.own_cost_rules if rule.scheme is not None}
    pairs = apart(judge)
    kept: list[str] = []
    for scheme in sorted(schemes, key=lambda scheme: order.get(scheme.id, 0)):
        if not any(frozenset((scheme.id, other)) in pairs for other in kept):
            kept.append(scheme.id)
    return tuple(scheme for scheme in schemes if scheme.id in kept)


def _narrowed(judge: Judge, scheme: PersonalScheme, times: Sequence[Stretch]) -> PersonalScheme | None:
    """A scheme of the catalogue in the first time in which the rules surely give it, for what they give it."""

    def given(stretch: Stretch) -> _Given:
        mask = judge.paying.judge(stretch.facts, stretch.monday).surely(scheme.id)
        return _Given(np.where(mask, scheme.limits_eur, 0).astype(np.int32), None)

    meeting = [one for one in times if max(one.first, scheme.first_week) <= min(one.last, scheme.last_week)]
    return _in_first_time(scheme, meeting, given)


def _of_rules(judge: Judge, periods: Sequence[Rule], times: Sequence[Stretch]) -> PersonalScheme | None:
    """A scheme that the rules alone have, by its first figure when its amount differs over time."""

    def given(stretch: Stretch) -> _Given:
        rule = next((rule for rule in periods if rule.is_in_force_on(stretch.monday)), None)
        if rule is None or rule.scheme is None or rule.scheme.amount is None or rule.scheme.amount.per not in PAID:
            return nothing
        mask = judge.paying.judge(stretch.facts, stretch.monday).surely(rule.id)
        euros, known = amounts(rule.scheme.amount, judge.offerings, stretch.facts, stretch.monday)
        limits = np.minimum(np.where(mask & known, euros, 0), judge.snapshot.columns.offerings.cost_eur)
        return _Given(limits.astype(np.int32), rule.scheme)

    nothing = _Given(np.zeros(judge.offerings.rows, dtype=np.int32), None)
    always = PersonalScheme(
        id=periods[0].id,
        stack_group="",
        cap_eur=NO_CAP,
        first_week=-EVER,
        last_week=EVER,
        limits_eur=nothing.limits,
    )
    return _in_first_time(always, times, given)


def _in_first_time(
    scheme: PersonalScheme, times: Sequence[Stretch], given: Callable[[Stretch], _Given]
) -> PersonalScheme | None:
    """A scheme as long as it pays the same from the first time on that it pays anything."""
    run: list[Stretch] = []
    first: _Given | None = None
    for stretch in times:
        now = given(stretch)
        if first is None and now.limits.any():
            first = now
        elif first is not None and not (now.terms == first.terms and np.array_equal(now.limits, first.limits)):
            break
        if first is not None:
            run.append(stretch)
    if first is None:
        return None
    return replace(
        scheme,
        stack_group=first.terms.stacking.group if first.terms else scheme.stack_group,
        cap_eur=_cap(first.terms, int(first.limits.max())) if first.terms else scheme.cap_eur,
        first_week=max(scheme.first_week, run[0].first),
        last_week=min(scheme.last_week, run[-1].last),
        limits_eur=first.limits,
    )


def _cap(terms: SchemeTerms, most: int) -> int:
    """Over a whole route; a cap for each year is kept over all years, which promises no more than is true."""
    caps = [cap for cap in (terms.stacking.per_person_eur, terms.stacking.per_year_eur) if cap is not None]
    if terms.amount is not None and terms.amount.per in ONCE:
        caps.append(most)
    return min(caps, default=NO_CAP)


def terms_of(judge: Judge, profile: Profile, scheme_id: str, start: Start) -> Terms | None:
    """What a scheme may pay for an offering that starts on a day, by the plain reading; None when nothing."""
    offering, day = start.offering, start.day
    schemes = judge.snapshot.columns.schemes
    rules = [rule for rule in judge.own_cost_rules if rule.id == scheme_id]
    facts: Facts = judge.step(judge.person(profile, day, start.holdings), offering) if rules else {}
    given = [rule for rule in rules if judge_rule(rule, facts, day).outcome is Outcome.YES]
    if scheme_id in schemes.id:
        row = schemes.id.row(scheme_id)
        if (rules and not given) or not applies(judge.snapshot, profile, row, offering, day):
            return None
        return Terms(
            limit_eur=limit_eur(judge.snapshot, row, offering),
            stack_group=schemes.stack_group[row],
            cap_eur=int(schemes.cap_per_person_eur[row]),
        )
    terms = given[0].scheme if given else None
    if terms is None or terms.amount is None or terms.amount.per not in PAID:
        return None
    cents = amount_cents(given[0], facts, day) or 0
    cost = int(judge.snapshot.columns.offerings.cost_eur[offering])
    return Terms(limit_eur=min(cents // 100, cost), stack_group=terms.stacking.group, cap_eur=_cap(terms, NO_CAP))
