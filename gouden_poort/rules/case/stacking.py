"""Which schemes go together for one step, and what each of them then pays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from heapq import heappop, heappush
from types import MappingProxyType

from gouden_poort.rules.book.rule import Effect, Per, Rule, SchemeTerms
from gouden_poort.rules.case.amounts import amount_cents, cents
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.language.words import Facts

RATES = (Per.HOUR, Per.MONTH)
"""Amounts that depend on how long it goes on: granted as they are, they count in no sum and for no highest amount."""
_NOTHING: Mapping[str, int] = MappingProxyType({})


class Refusal(Enum):
    """Why a scheme that helps does not pay beside the others."""

    GROUP = "group"
    NOT_WITH = "not_with"
    CAP = "cap"
    TOGETHER = "together"
    NOTHING = "nothing"
    """There is nothing for it to pay, such as a course without a price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What one scheme does for a step, or why it does not go with the others."""

    rule_id: str
    effect: Effect
    per: Per | None
    cents: int | None
    """None: in kind, or how much is not known. 0 when refused."""
    refused: Refusal | None = None
    by: str = ""
    """The scheme that stands in the way, for a refusal by group or `not_with`."""

    @property
    def lowers_own_cost_cents(self) -> int:
        """What the person pays less; only own_cost schemes with a known amount lower anything."""
        counts = self.effect is Effect.OWN_COST and self.per not in RATES
        return (self.cents or 0) if counts else 0


def stacked(
    verdicts: Iterable[Verdict],
    facts: Facts,
    day: date,
    *,
    used: Mapping[str, int] = _NOTHING,
    used_this_year: Mapping[str, int] = _NOTHING,
) -> tuple[Grant, ...]:
    """A grant for each scheme that says yes, those that pay first in the order in which they pay.

    `used` and `used_this_year` tell, by scheme, the cents it paid this person before: ever, and in this year.
    """
    helping = [verdict.rule for verdict in verdicts if verdict.outcome is Outcome.YES and verdict.rule.scheme]
    offers = [_offer(rule, facts, day, used, used_this_year) for rule in helping]
    desk = _Desk(offers, used)
    for group in _by_group(offers):
        desk.queue(group)
    return desk.all_served()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    """What a scheme would pay if it stood alone."""

    terms: SchemeTerms
    grant: Grant
    together: int | None
    """The most that all schemes of its effect pay together, in cents."""

    def excludes(self, rule_id: str) -> bool:
        return rule_id in self.terms.stacking.not_with


class _Desk:
    """Serves one group after another, by order: the scheme of each that pays most, or else the next one."""

    def __init__(self, offers: Iterable[_Offer], used: Mapping[str, int]) -> None:
        self._paid_before = tuple(rule_id for rule_id, paid in used.items() if paid > 0)
        self._offers = {offer.grant.rule_id: offer for offer in offers}
        self._waiting: list[tuple[int, str, list[_Offer]]] = []
        self._granted: list[Grant] = []
        self._refused: list[Grant] = []

    def queue(self, group: list[_Offer]) -> None:
        """Lets a group wait for its turn: the order of the scheme that stands in front."""
        if group:
            heappush(self._waiting, (group[0].terms.stacking.order, group[0].grant.rule_id, group))

    def all_served(self) -> tuple[Grant, ...]:
        """What came of everyone who waited."""
        while self._waiting:
            first, *others = heappop(self._waiting)[2]
            grant = self._served(first)
            if grant.refused:
                self._refused.append(grant)
                self.queue(others)
            else:
                self._granted.append(grant)
                self._refused.extend(_refused(other.grant, Refusal.GROUP, grant.rule_id) for other in others)
        return (*self._granted, *sorted(self._refused, key=lambda grant: grant.rule_id))

    def _served(self, offer: _Offer) -> Grant:
        grant = offer.grant
        if grant.refused:
            return grant
        rival = self._rival(offer)
        if rival:
            return _refused(grant, Refusal.NOT_WITH, rival)
        return self._within_the_sum(offer)

    def _rival(self, offer: _Offer) -> str:
        """A scheme that pays already and never does beside this one, whichever of the two says so."""
        for rule_id in (*(grant.rule_id for grant in self._granted), *self._paid_before):
            other = self._offers.get(rule_id)
            if offer.excludes(rule_id) or (other is not None and other.excludes(offer.grant.rule_id)):
                return rule_id
        return ""

    def _within_the_sum(self, offer: _Offer) -> Grant:
        if offer.grant.cents is None or offer.grant.per in RATES:
            return offer.grant
        beside = [grant for grant in self._granted if grant.effect is offer.grant.effect and grant.per not in RATES]
        limits = [self._offers[grant.rule_id].together for grant in beside] + [offer.together]
        known = [limit for limit in limits if limit is not None]
        paid = sum(grant.cents or 0 for grant in beside)
        return _at_most(offer.grant, min(known) - paid, Refusal.TOGETHER) if known else offer.grant


def _refused(grant: Grant, refusal: Refusal, by: str) -> Grant:
    """What could not pay anyhow keeps its own reason."""
    return grant if grant.refused else replace(grant, cents=0, refused=refusal, by=by)


def _offer(rule: Rule, facts: Facts, day: date, used: Mapping[str, int], used_this_year: Mapping[str, int]) -> _Offer:
    terms = rule.scheme
    assert terms is not None  # noqa: S101 - the caller asked for schemes only
    most = terms.stacking.together_at_most
    together = None if most is None else cents(most, facts, day)
    per = terms.amount.per if terms.amount else None
    how_much = None if most is not None and together is None else amount_cents(rule, facts, day)
    grant = Grant(rule_id=rule.id, effect=terms.effect, per=per, cents=how_much)
    if grant.cents == 0:
        grant = replace(grant, refused=Refusal.NOTHING)
    elif grant.cents is not None and per not in RATES:
        grant = _capped(grant, terms, used.get(rule.id, 0), used_this_year.get(rule.id, 0))
    return _Offer(terms=terms, grant=grant, together=together)


def _capped(grant: Grant, terms: SchemeTerms, used: int, used_this_year: int) -> Grant:
    stacking = terms.stacking
    left = [
        most * 100 - gone
        for most, gone in ((stacking.per_person_eur, used), (stacking.per_year_eur, used_this_year))
        if most is not None
    ]
    return _at_most(grant, min(left), Refusal.CAP) if left else grant


def _at_most(grant: Grant, left: int, refusal: Refusal) -> Grant:
    paid = max(min(grant.cents or 0, left), 0)
    return replace(grant, cents=paid, refused=None if paid else refusal)


def _by_group(offers: list[_Offer]) -> list[list[_Offer]]:
    """Offers of a group together, the one that pays most first; a scheme without a group is one by itself."""
    groups: dict[tuple[str, str], list[_Offer]] = {}
    for offer in sorted(offers, key=_worth):
        group = offer.terms.stacking.group
        groups.setdefault((group, "" if group else offer.grant.rule_id), []).append(offer)
    return list(groups.values())


def _worth(offer: _Offer) -> tuple[int, int, str]:
    """What lowers the own cost goes before money of another sort, such as a loan."""
    return -offer.grant.lowers_own_cost_cents, -(offer.grant.cents or 0), offer.grant.rule_id
