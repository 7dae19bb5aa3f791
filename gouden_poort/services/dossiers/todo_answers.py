"""What people answered to a paper or a proposal, for their coach to read or to act upon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from gouden_poort.development.commitment import CommitmentState
from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.proposal import ProposalState
from gouden_poort.services.dossiers.opening import seen_too
from gouden_poort.services.dossiers.todo import WEEK, Todo, Why
from gouden_poort.services.ports import UnitOfWork

_NEWS_FOR = timedelta(days=14)
"""How long an answer stands in the list that asks nothing but to be read, or until they spoke."""
_OF_PROPOSALS: Mapping[ProposalState, Why] = MappingProxyType(
    {
        ProposalState.OPEN: Why.PROPOSAL_OPEN,
        ProposalState.YES: Why.PROPOSAL_YES,
        ProposalState.NO: Why.PROPOSAL_NO,
    }
)


def on_papers(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """What clients answered to a paper that was recorded: doubts first of all need somebody."""
    found = [
        each
        for each in unit.commitments.of_coach(actor.account_id, beginning_of(today - _NEWS_FOR))
        if each.state_on(today) is not CommitmentState.ENDED
    ]
    known = seen_too(unit, actor, by_id, [each.dossier_id for each in found])
    for each in found:
        moment = each.doubted_at or each.agreed_by_citizen_at
        if moment is None or each.dossier_id not in known:
            continue
        dossier, day = known[each.dossier_id], dutch_day(moment)
        if each.doubted_at is not None:
            yield Todo(dossier=dossier, why=Why.PAPER_DOUBTED, day=day, overdue=today - day > WEEK, what=each.name)
        elif each.agreed_by_staff_at is None:
            yield Todo(dossier=dossier, why=Why.PAPER_WAITS, day=day, overdue=today - day > WEEK, what=each.name)
        elif each.agreed_by_staff_at < moment and not dossier.spoken_after(day):
            yield Todo(dossier=dossier, why=Why.PAPER_AGREED, day=day, overdue=False, what=each.name)


def on_proposals(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """What clients answered to a proposal, and where no answer came or the last day comes near."""
    found = [
        each
        for each in unit.proposals.of_coach(actor.account_id, today - _NEWS_FOR)
        if each.state in _OF_PROPOSALS  # what was withdrawn somebody knows already
    ]
    known = seen_too(unit, actor, by_id, [each.dossier_id for each in found])
    for each in found:
        dossier, why = known.get(each.dossier_id), _OF_PROPOSALS[each.state]
        day = dutch_day(each.answered_at) if each.answered_at else each.until
        is_silent = why is Why.PROPOSAL_OPEN and day < today
        shown = Why.PROPOSAL_SILENT if is_silent else why
        if dossier is not None and (shown is Why.PROPOSAL_OPEN or not dossier.spoken_after(day)):
            yield Todo(dossier=dossier, why=shown, day=day, overdue=is_silent, what=each.company)
