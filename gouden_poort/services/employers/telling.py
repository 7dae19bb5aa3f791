"""Telling somebody that a proposal waits for their yes, and once more when its last day comes near.

What the company would see stands on the page alone: a mail names neither the company nor the work.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from gouden_poort.profiles.dutch_time import beginning_of, moment_at
from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.profiles.people.proposal import Proposal
from gouden_poort.services.dossiers.opening import Opened
from gouden_poort.services.dossiers.telling import PageAt, messages_to, tell_citizen, untell
from gouden_poort.services.outbox import post_if_deliverable
from gouden_poort.services.ports import UnitOfWork

BEFORE = timedelta(days=7)
CLOCK = time(9)
"""On that day, in the Netherlands; who is proposed when it has been is not reminded."""


def tell_of_proposal(unit: UnitOfWork, whom: Opened, proposal: Proposal, page_at: PageAt) -> None:
    """Put both into the outbox. Who has no account cannot say yes on a page, and hears it from the coach."""
    dossier, coach = whom.dossier, unit.accounts.find(proposal.made_by)
    if coach is None or dossier.citizen_id is None:
        return
    facts = {"answer_by": proposal.until.isoformat(), "link": page_at(dossier.language)}
    useless_after = beginning_of(proposal.until + timedelta(days=1))
    tell_citizen(
        unit,
        dossier,
        whom.consents,
        MessageKind.PROPOSAL_TO_ANSWER,
        {**facts, "coach": coach.name},
        str(proposal.id),
        proposal.made_at,
        useless_after=useless_after,
    )
    due = moment_at(proposal.until - BEFORE, CLOCK)
    for each in messages_to(
        dossier,
        MessageKind.PROPOSAL_REMINDER,
        facts,
        str(proposal.id),
        proposal.made_at,
        by_mail=allows(whom.consents, Line.MESSAGES),
        useless_after=useless_after,
    ):
        if each.channel is Channel.MAIL and due > proposal.made_at:  # on the screen the first one stays to be read
            post_if_deliverable(unit, replace(each, due=due))


def untell_of_proposal(unit: UnitOfWork, proposal: Proposal) -> None:
    """Take back what nobody sent yet: there is nothing to answer any more."""
    for kind in (MessageKind.PROPOSAL_TO_ANSWER, MessageKind.PROPOSAL_REMINDER):
        untell(unit, kind, proposal.dossier_id, str(proposal.id))
