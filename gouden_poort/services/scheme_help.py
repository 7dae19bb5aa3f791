"""What schemes do for a person in one case: by the rules, and by the catalogue where it has the same scheme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Amount, Beneficiary, Effect, Per, Rule, RuleKind
from gouden_poort.rules.case.amounts import amount_cents
from gouden_poort.rules.case.judging import judge as judge_rule
from gouden_poort.rules.case.stacking import Grant, stacked
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.language.tree import Number
from gouden_poort.rules.language.words import Facts, Wording
from gouden_poort.rules.schemes import applies, limit_eur

_ANSWERS = {Outcome.YES: True, Outcome.UNKNOWN: None}
"""Any other outcome: it does not help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Someone on a day, with rows of the offering and of the position that a scheme should help with."""

    profile: Profile
    day: date
    offering: int | None
    position: int | None
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What one scheme does in one case."""

    effect: Effect
    beneficiary: Beneficiary
    arranged_by: str
    per: Per | None
    amount_cents: int | None
    """What it would give by itself; None: in kind, not known, or nothing."""
    by_catalogue: bool | None
    """Whether the catalogue, which has the same scheme, lets it pay here; None where it has no say."""
    grant: Grant | None
    """What it gives beside the other schemes that were asked about; None when it does not surely help."""
    window: Wording | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one scheme stands in a case."""

    id: str
    helps: bool | None
    verdict: Verdict | None
    """None for a scheme that only the catalogue has."""
    help: Help


def scheme_ids(judge: Judge) -> tuple[str, ...]:
    """Every scheme that may be asked about: those of the rules and those of the catalogue."""
    by_rules = (rule.id for rule in judge.book.rules if rule.kind is RuleKind.SCHEME)
    return tuple(dict.fromkeys((*by_rules, *judge.snapshot.columns.schemes.id)))


def standings(judge: Judge, schemes: Sequence[str], case: Case) -> tuple[Standing, ...]:
    """How some schemes stand in a case, in the order asked."""
    alone = [_alone(judge, scheme, case) for scheme in schemes]
    helping = [one.verdict for one in alone if one.helps and one.verdict is not None]
    grants = {grant.rule_id: grant for grant in stacked(helping, case.facts, case.day)}
    return tuple(replace(one, help=replace(one.help, grant=grants.get(one.id))) for one in alone)


def _alone(judge: Judge, scheme: str, case: Case) -> Standing:
    rule = _rule_on(judge, scheme, case.day)
    row = _catalogue_row(judge, scheme)
    pays = _pays(judge, row, case)
    if rule is None:
        return _of_catalogue(judge, scheme, case, pays=pays)
    if row is not None and case.offering is not None:
        rule = _with_terms_of_catalogue(judge, rule, row, case.offering)
    verdict = judge_rule(rule, case.facts, case.day)
    answer = _ANSWERS.get(verdict.outcome, False)
    helps = False if pays is False else answer
    terms = rule.scheme
    assert terms is not None  # noqa: S101 - the rule is of kind scheme
    return Standing(
        id=scheme,
        helps=helps,
        verdict=verdict,
        help=Help(
            effect=terms.effect,
            beneficiary=terms.beneficiary,
            arranged_by=terms.arranged_by,
            per=terms.amount.per if terms.amount else None,
            amount_cents=None if helps is False else amount_cents(rule, case.facts, case.day),
            by_catalogue=pays,
            grant=None,
            window=terms.window,
        ),
    )


def _rule_on(judge: Judge, scheme: str, day: date) -> Rule | None:
    """The rule of the period in which a day lies; else the last one before it, else the first one after it."""
    rules = [rule for rule in judge.book.rules if rule.id == scheme and rule.kind is RuleKind.SCHEME]
    rules.sort(key=lambda rule: rule.period.first or date.min)
    begun = [rule for rule in rules if (rule.period.first or date.min) <= day]
    return next(iter(begun[-1:] or rules), None)


def _catalogue_row(judge: Judge, scheme: str) -> int | None:
    ids = judge.snapshot.columns.schemes.id
    return ids.row(scheme) if scheme in ids else None


def _pays(judge: Judge, row: int | None, case: Case) -> bool | None:
    if row is None or case.offering is None:
        return None
    return applies(judge.snapshot, case.profile, row, case.offering, case.day)


def _with_terms_of_catalogue(judge: Judge, rule: Rule, row: int, offering: int) -> Rule:
    """Of a scheme that both have the catalogue says how much it pays, and beside what."""
    assert rule.scheme is not None  # noqa: S101 - the rule is of kind scheme
    schemes = judge.snapshot.columns.schemes
    stacking = replace(
        rule.scheme.stacking, group=schemes.stack_group[row], per_person_eur=int(schemes.cap_per_person_eur[row])
    )
    amount = Amount(value=Number(limit_eur(judge.snapshot, row, offering)), per=Per.STEP)
    return replace(rule, scheme=replace(rule.scheme, stacking=stacking, amount=amount))


def _of_catalogue(judge: Judge, scheme: str, case: Case, *, pays: bool | None) -> Standing:
    """A scheme without a rule lowers what a person pays for a step; without an offering nobody knows."""
    schemes = judge.snapshot.columns.schemes
    row = schemes.id.row(scheme)
    cents = limit_eur(judge.snapshot, row, case.offering) * 100 if pays and case.offering is not None else None
    paid = None if cents is None else min(cents, int(schemes.cap_per_person_eur[row]) * 100)
    return Standing(
        id=scheme,
        helps=pays,
        verdict=None,
        help=Help(
            effect=Effect.OWN_COST,
            beneficiary=Beneficiary.CANDIDATE,
            arranged_by=schemes.kind[row],
            per=Per.STEP,
            amount_cents=paid,
            by_catalogue=pays,
            grant=None,
            window=None,
        ),
    )
