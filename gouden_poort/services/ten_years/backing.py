"""What stands behind the ten years of someone: the commitments, and the file that they make with the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from gouden_poort.development.commitment import Commitment, CommitmentState, begins_on, is_backed
from gouden_poort.development.guarantee import GuaranteeFile, guarantee_file
from gouden_poort.development.journal import Span, spans, standings
from gouden_poort.development.plan import occupations_of
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.own import newest_of
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Everything that was promised to one person, as it is on one day."""

    dossier: Dossier
    today: date
    commitments: Sequence[Commitment]
    file: GuaranteeFile | None
    """None for who began with nothing yet."""
    stretches: Sequence[Span]
    """The journal up to today."""
    occupations: Mapping[str, str]
    """What work was called in the plans that were chosen, by id."""

    @property
    def is_backed(self) -> bool:
        """Whether something that both sides agreed holds today: only then it may be called a guarantee."""
        return is_backed(self.commitments, self.today)

    @property
    def begins_on(self) -> date | None:
        """The day from which what both sides agreed will hold; None where something holds now, or nothing ever will."""
        return begins_on(self.commitments, self.today)

    def in_state(self, state: CommitmentState | str) -> Sequence[Commitment]:
        """Those that are so far today."""
        return [each for each in self.commitments if each.state_on(self.today) == state]  # a page says it as a word


def own_backing(open_unit: UnitOfWorkFactory, actor: Actor, moment: datetime) -> Backing | None:
    """Of the citizen who asks; None for who has no dossier."""
    with open_unit(actor) as unit:
        dossier = newest_of(unit, actor)
        return None if dossier is None else _backing(unit, dossier, dutch_day(moment))


def backing_of(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime) -> Backing:
    """For staff, who are seen looking. NotAllowed for who may not see the dossier."""
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.SEE_DOSSIER, dossier_id).dossier
        found = _backing(unit, dossier, dutch_day(moment))
        record(unit, actor, Deed.SEE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return found


def _backing(unit: UnitOfWork, dossier: Dossier, today: date) -> Backing:
    events, commitments = unit.journal.of(dossier.id), unit.commitments.of(dossier.id)
    return Backing(
        dossier=dossier,
        today=today,
        commitments=commitments,
        file=guarantee_file(events, commitments, today),
        stretches=tuple(spans(standings(events), today)),
        occupations=occupations_of(unit.plans.of(dossier.id)),
    )
