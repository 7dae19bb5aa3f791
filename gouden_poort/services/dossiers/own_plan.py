"""The plan as its citizen reads it: what was agreed, when we speak, who the coach is, and what the coach wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gouden_poort.profiles.people.account import Account, Actor
from gouden_poort.profiles.people.agreement import Agreement, Doer
from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.note import Note
from gouden_poort.profiles.people.organisation import Organisation
from gouden_poort.services.dossiers.own import newest_of
from gouden_poort.services.ports import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlan:
    """Everything that a citizen and a coach agreed, for the eyes of the citizen."""

    dossier: Dossier
    coach: Account | None
    """None: the coach is gone, and the organisation is whom to call."""
    organisation: Organisation | None
    is_shared: bool
    """Whether the coach sees the dossier now."""
    agreements: Sequence[Agreement]
    """In order of day; without what is no longer asked."""
    notes: Sequence[Note]
    """Those that are for the citizen too, the newest first."""

    def open_of(self, doer: Doer) -> Sequence[Agreement]:
        """What someone still has to do."""
        return [each for each in self.agreements if each.is_open and each.doer is doer]

    @property
    def done(self) -> Sequence[Agreement]:
        """What was done by either, the latest first."""
        done = [(each.done_at, each) for each in self.agreements if each.done_at is not None]
        return [each for _, each in sorted(done, key=lambda pair: pair[0], reverse=True)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was agreed yet and nobody planned a talk."""
        dossier = self.dossier
        return not self.agreements and dossier.next_contact_on is None and not dossier.target_id

    @property
    def changed_at(self) -> datetime | None:
        """When the plan became as it is now; what a yes to it is about."""
        return self.dossier.plan_changed_at


def own_plan(open_unit: UnitOfWorkFactory, actor: Actor) -> OwnPlan | None:
    """The plan of a citizen; None for who has no dossier."""
    with open_unit(actor) as unit:
        dossier = newest_of(unit, actor)
        if dossier is None:
            return None
        coach = unit.accounts.find(dossier.coach_id)
        return OwnPlan(
            dossier=dossier,
            coach=None if coach is None or coach.disabled_at else coach,
            organisation=unit.organisations.find(dossier.organisation_id),
            is_shared=allows(unit.consents.of(dossier.id), Line.COACH_SEES_DOSSIER),
            agreements=[each for each in unit.agreements.of(dossier.id) if each.dropped_at is None],
            notes=[note for note in unit.notes.of(dossier.id) if note.visible],
        )
