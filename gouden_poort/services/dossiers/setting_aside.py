"""Setting a rule aside for one person, with a reason that the citizen reads; and taking that back.

Only a law can be set aside. What the catalogue itself asks of an entrant, such as a skill, is a step of the route.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.set_aside import LONGEST_REASON, SHORTEST_REASON, SetAside
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.choosing import without
from gouden_poort.rules.judge import judge_of
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


def rules_to_set_aside(snapshot: Snapshot) -> Sequence[Rule]:
    """The laws that can shut a door, each once, in the order of the book."""
    judge = judge_of(snapshot)
    laws = (*judge.step_laws, *judge.placement_laws)
    return tuple({rule.id: rule for rule in laws}.values())


def set_aside(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    actor: Actor,
    dossier_id: UUID,
    *,
    rule_id: str,
    reason: str,
    moment: datetime,
) -> SetAside:
    """Let a rule not count for one person. A rule that does not count already keeps the reason that it had."""
    words = _checked(snapshot, rule_id, reason)
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id).dossier
        kept = next((each for each in _running(unit, dossier_id) if each.rule_id == rule_id), None)
        if kept is not None:
            return kept
        made = SetAside(
            id=uuid4(),
            dossier_id=dossier_id,
            rule_id=rule_id,
            reason=words,
            made_by=actor.account_id,
            made_at=moment,
        )
        unit.set_asides.add(made)
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return made


def take_back(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, set_aside_id: UUID, moment: datetime
) -> None:
    """Let the rule count again; a second time changes nothing."""
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id).dossier
        if all(each.id != set_aside_id for each in unit.set_asides.of(dossier_id)):
            raise NotAllowed(Deed.CHANGE_DOSSIER.value)
        if unit.set_asides.end(set_aside_id, moment):
            record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
            unit.commit()


def set_aside_for(open_unit: UnitOfWorkFactory, assessment_id: UUID) -> Sequence[SetAside]:
    """What does not count for the person whose answers these are; whoever holds the answers may know."""
    with open_unit() as unit:
        return unit.set_asides.of_assessment(assessment_id)


def catalogue_for(snapshot: Snapshot, laid_aside: Sequence[SetAside]) -> Snapshot:
    """The catalogue as it answers someone for whom these rules do not count."""
    return without(snapshot, frozenset(each.rule_id for each in laid_aside if each.ended_at is None))


def _running(unit: UnitOfWork, dossier_id: UUID) -> Sequence[SetAside]:
    return [each for each in unit.set_asides.of(dossier_id) if each.ended_at is None]


def _checked(snapshot: Snapshot, rule_id: str, reason: str) -> str:
    words, faults = readable(reason), []
    if rule_id not in {rule.id for rule in rules_to_set_aside(snapshot)}:
        faults.append(FieldError(path="rule", code="not_a_choice", given=rule_id[:80], expected="a rule"))
    if len(words) < SHORTEST_REASON:
        expected = f"at least {SHORTEST_REASON} characters"
        code = "out_of_range" if words else "missing"
        faults.append(FieldError(path="reason", code=code, given=str(len(words)), expected=expected))
    faults += unfit({"reason": words}, {"reason": LONGEST_REASON})
    if faults:
        raise InvalidInput(faults)
    return words
