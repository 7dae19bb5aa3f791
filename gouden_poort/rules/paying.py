"""What schemes pay when both a catalogue and its rules have a say.

A scheme of the rules with the id of one of the catalogue is the same scheme: it pays when both say yes, and the
catalogue says how much. A scheme that only the rules have pays what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import numpy as np

from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Rule, SchemeTerms
from gouden_poort.rules.case.amounts import amount_cents
from gouden_poort.rules.case.judging import judge as judge_rule
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.columns.amounts import amounts
from gouden_poort.rules.entry import Holdings, Mask
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.schemes import PersonalScheme, applies, limit_eur
from gouden_poort.rules.stretches import Stretch

NO_CAP = 1_000_000
"""Euros; more than any route costs."""


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


def schemes_of(
    judge: Judge, by_catalogue: Sequence[PersonalScheme], times: Sequence[Stretch]
) -> tuple[PersonalScheme, ...]:
    """The schemes that surely pay something, those of the catalogue first; each in the first time that it does."""
    ids = {rule.id for rule in judge.own_cost_rules}
    catalogue = set(judge.snapshot.columns.schemes.id)
    found: list[PersonalScheme | None] = [
        _in_time(judge, scheme, times) if scheme.id in ids else scheme for scheme in by_catalogue
    ]
    found += [_of_rules(judge, rule, times) for rule in judge.own_cost_rules if rule.id not in catalogue]
    first_of = {scheme.id: scheme for scheme in reversed(found) if scheme is not None}  # a rule may have two periods
    return tuple(first_of[scheme_id] for scheme_id in dict.fromkeys(scheme.id for scheme in found if scheme))


def _of_rules(judge: Judge, rule: Rule, times: Sequence[Stretch]) -> PersonalScheme | None:
    """A scheme of the rules alone; one whose amount differs over time pays by its first figure."""
    assert rule.scheme is not None  # noqa: S101 - own_cost_rules are schemes
    if rule.scheme.amount is None:
        return None
    for stretch in times:
        if not rule.fires_on(stretch.monday):
            continue
        euros, known = amounts(rule.scheme.amount, judge.offerings, stretch.facts, stretch.monday)
        limits = np.minimum(np.where(known, euros, 0), judge.snapshot.columns.offerings.cost_eur).astype(np.int32)
        scheme = PersonalScheme(
            id=rule.id,
            stack_group=rule.scheme.stacking.group,
            cap_eur=_cap(rule.scheme),
            first_week=stretch.first,
            last_week=stretch.last,
            offerings=limits > 0,
            limits_eur=limits,
        )
        found = _in_time(judge, scheme, [stretch])
        if found is not None:
            return found
    return None


def _cap(terms: SchemeTerms) -> int:
    """Over a whole route; a cap for each year is kept over all years, which promises no more than is true."""
    caps = (terms.stacking.per_person_eur, terms.stacking.per_year_eur)
    return min((cap for cap in caps if cap is not None), default=NO_CAP)


def _in_time(judge: Judge, scheme: PersonalScheme, times: Sequence[Stretch]) -> PersonalScheme | None:
    """The scheme in the first time in which the rules surely give it, for what they surely give it."""
    run: list[Stretch] = []
    given: Mask | None = None
    for stretch in times:
        if max(stretch.first, scheme.first_week) > min(stretch.last, scheme.last_week):
            continue
        mask = judge.paying.judge(stretch.facts, stretch.monday).surely(scheme.id) & scheme.offerings
        if given is not None and not np.array_equal(mask, given):
            break
        if mask.any():
            given = mask
            run.append(stretch)
    if given is None:
        return None
    return replace(
        scheme,
        first_week=max(scheme.first_week, run[0].first),
        last_week=min(scheme.last_week, run[-1].last),
        offerings=given,
        limits_eur=np.where(given, scheme.limits_eur, 0).astype(np.int32),
    )


def terms_of(judge: Judge, profile: Profile, scheme_id: str, start: Start) -> Terms | None:
    """What a scheme may pay for an offering that starts on a day, by the plain reading; None when nothing."""
    offering, day = start.offering, start.day
    schemes = judge.snapshot.columns.schemes
    rules = [rule for rule in judge.own_cost_rules if rule.id == scheme_id]
    facts = judge.step(judge.person(profile, day, start.holdings), offering)
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
    if not given or given[0].scheme is None:
        return None
    cents = amount_cents(given[0], facts, day) or 0
    cost = int(judge.snapshot.columns.offerings.cost_eur[offering])
    terms = given[0].scheme
    return Terms(limit_eur=min(cents // 100, cost), stack_group=terms.stacking.group, cap_eur=_cap(terms))
