"""Proposing a person to a company. The company sees nothing before that person's own yes, and nothing after a no.

What it would see is worked out once, when the proposal is made, and kept: so the person says yes to exactly that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.profiles.people.proposal import (
    FURTHEST,
    MOST_SKILLS,
    Proposal,
    ProposalState,
    Shown,
    initials,
    town_of,
)
from gouden_poort.profiles.people.rights import Deed, Ties, require, seeing
from gouden_poort.profiles.people.trail import COMPANY, Trace, Why
from gouden_poort.services import assessments, catalogue_views
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.telling import PageAt
from gouden_poort.services.drafts import without_drafts
from gouden_poort.services.employers.links import link_of
from gouden_poort.services.employers.telling import tell_of_proposal, untell_of_proposal
from gouden_poort.services.offering.openings import Opening, opening_of
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.person_now import with_what_was_learnt
from gouden_poort.services.trail import record


def propose(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    actor: Actor,
    place_id: UUID,
    dossier_id: UUID,
    *,
    until: date,
    moment: datetime,
    page_at: PageAt | None = None,
) -> Proposal:
    """Propose somebody for a place of the own organisation, until a day; the same again is one proposal.

    InvalidInput for a day too far away, a place that is at no company of the catalogue, a company that has no link
    (`link`), and a person of whom too little is known (`answers`). `page_at`: where a citizen with an account says yes
    or no; without it nobody is told.
    """
    today = dutch_day(moment)
    if not today <= until <= today + FURTHEST:
        raise _wrong("until", "out_of_range", f"a day from today on, within {FURTHEST.days} days")
    with open_unit() as unit:  # for the house: a place is of the organisation, and a link of nobody here
        whom = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id)
        dossier = whom.dossier
        unit.free_places.hold(place_id)
        place = _own_place(unit, actor, place_id)
        for each in unit.proposals.to(dossier_id):
            if each.place_id == place_id and each.runs_on(today):
                return each
        opening = opening_of(snapshot, place.kind, place.opening_id)
        if opening is None or place.kind is not OpeningKind.POSITION:
            raise _wrong("place", "unknown_id", "a position of the catalogue")
        company = int(snapshot.columns.positions.company[opening.row])
        company_id = str(snapshot.columns.companies.id[company])
        links = unit.company_links.of(place.organisation_id)
        if not any(each.company_id == company_id and each.works_at(moment) for each in links):
            raise _wrong("link", "missing", "a company with a link")
        shown, work = _shown(unit, snapshot, dossier, opening, today)
        made = Proposal(
            id=uuid4(),
            dossier_id=dossier_id,
            place_id=place_id,
            organisation_id=place.organisation_id,
            company_id=company_id,
            company=str(snapshot.columns.companies.label[company]),
            work=work,
            made_by=actor.account_id,
            made_at=moment,
            until=until,
            initials=shown.initials,
            skills=shown.skills,
            town=shown.town,
            starts_on=shown.starts_on,
        )
        unit.proposals.add(made)
        if page_at is not None:
            tell_of_proposal(unit, whom, made, page_at)
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return made


def proposals_to(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, today: date) -> Sequence[Proposal]:
    """What waits for an answer of somebody or is seen of them, the last one first; for them and for their coach."""
    deed = seeing(actor)
    with open_unit(actor) as unit:
        opened(unit, actor, deed, dossier_id)
        return [each for each in unit.proposals.to(dossier_id) if each.runs_on(today)]


def answer(open_unit: UnitOfWorkFactory, actor: Actor, proposal_id: UUID, *, yes: bool, moment: datetime) -> Proposal:
    """Note the yes or no of the person themselves; a no after a yes takes it back, at once.

    Nobody says yes for somebody else. ChangedMeanwhile for what the coach withdrew or what is over.
    """
    with open_unit(actor) as unit:
        found, dossier = _found(unit, actor, Deed.OWN_DOSSIER, proposal_id)
        if yes and not found.runs_on(dutch_day(moment)):
            raise ChangedMeanwhile("proposal", found)
        after = ProposalState.YES if yes else _no(found)
        return _settled(unit, actor, Deed.OWN_DOSSIER, found, dossier, after, moment)


def withdraw(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, proposal_id: UUID, moment: datetime
) -> Proposal:
    """Take a proposal of somebody back, by the coach."""
    with open_unit(actor) as unit:
        found, dossier = _found(unit, actor, Deed.CHANGE_DOSSIER, proposal_id)
        if dossier.id != dossier_id:
            raise NotAllowed(Deed.CHANGE_DOSSIER.value)
        return _settled(unit, actor, Deed.CHANGE_DOSSIER, found, dossier, ProposalState.WITHDRAWN, moment)


def withdraw_all(unit: UnitOfWork, dossier_id: UUID, moment: datetime) -> None:
    """Take back everything that somebody was proposed for, in the unit of work of what makes that so."""
    for each in unit.proposals.to(dossier_id):
        if each.runs_on(dutch_day(moment)):
            unit.proposals.settle(each.id, each.state, ProposalState.WITHDRAWN, moment)
            untell_of_proposal(unit, each)


def how_many_seen(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> int:
    """How many people a company may see now; that is no look at anybody."""
    with open_unit() as unit:  # for the house: a company has no account
        return len(_seen(unit, token, moment))


def seen_by_company(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> Sequence[Proposal]:
    """Whom a company may see now, what is over first. Each look is written down, and shown to the person.

    UnknownThing when the link opens nothing.
    """
    with open_unit() as unit:  # for the house: a company has no account
        link, seen = link_of(unit, token, moment), _seen(unit, token, moment)
        for _proposal, dossier in seen:
            look = Trace(
                moment=moment,
                account_id=link.id,
                role=COMPANY,
                organisation_id=link.organisation_id,
                deed=Deed.SEE_PROPOSAL.value,
                subject=dossier.pseudonym,
                why=Why.GUIDANCE.value,
            )
            unit.trail.add(look)
        unit.commit()
    return [proposal for proposal, _dossier in seen]


def _seen(unit: UnitOfWork, token: str, moment: datetime) -> list[tuple[Proposal, Dossier]]:
    """Those with a yes that still holds; whoever stopped sharing with the coach is shown to nobody."""
    link, today = link_of(unit, token, moment), dutch_day(moment)
    if not link.company_id:
        return []
    agreed = [each for each in unit.proposals.at(link.organisation_id, link.company_id) if each.is_seen_on(today)]
    sharing = unit.consents.sharing([each.dossier_id for each in agreed], Line.COACH_SEES_DOSSIER)
    pairs = ((each, unit.dossiers.find(each.dossier_id)) for each in agreed if each.dossier_id in sharing)
    return [(each, dossier) for each, dossier in pairs if dossier is not None]


def _found(unit: UnitOfWork, actor: Actor, deed: Deed, proposal_id: UUID) -> tuple[Proposal, Dossier]:
    found = unit.proposals.find(proposal_id)
    if found is None:
        raise NotAllowed(deed.value)
    return found, opened(unit, actor, deed, found.dossier_id).dossier


def _no(proposal: Proposal) -> ProposalState:
    return ProposalState.WITHDRAWN if proposal.state is ProposalState.YES else ProposalState.NO


def _settled(  # noqa: PLR0917 - who did what with which proposal of whom, and when
    unit: UnitOfWork,
    actor: Actor,
    deed: Deed,
    found: Proposal,
    dossier: Dossier,
    after: ProposalState,
    moment: datetime,
) -> Proposal:
    """Once: what is settled already stays so."""
    if found.state in (after, ProposalState.NO, ProposalState.WITHDRAWN):
        return found
    if not unit.proposals.settle(found.id, found.state, after, moment):
        raise ChangedMeanwhile("proposal", found)
    untell_of_proposal(unit, found)
    record(unit, actor, deed, dossier.pseudonym, Why.GUIDANCE, moment)
    unit.commit()
    return replace(found, state=after, answered_at=moment)


def _own_place(unit: UnitOfWork, actor: Actor, place_id: UUID) -> FreePlace:
    place = unit.free_places.find(place_id)
    if place is None:
        raise NotAllowed(Deed.KEEP_PLACES.value)
    require(actor, Deed.KEEP_PLACES, Ties(organisation_id=place.organisation_id))
    return place


def _shown(unit: UnitOfWork, snapshot: Snapshot, dossier: Dossier, opening: Opening, today: date) -> tuple[Shown, str]:
    """What the company would see, and what the work is called."""
    answers = without_drafts(unit.assessments.answers(dossier.assessment_id))
    try:
        told, _assumed = assessments.profile_of(snapshot, dossier.assessment_id, answers, today=today)
        home = Home.from_answer(answers["place"])  # type: ignore[arg-type]  # anything else is a ValueError
    except (InvalidInput, KeyError, ValueError, TypeError):
        raise _wrong("answers", "missing", "answers that make a profile") from None
    profile = with_what_was_learnt(unit, dossier, snapshot, told, today) or told  # the coach reads why at the person
    held = {each.skill_id: each.level for each in profile.skills}
    work = catalogue_views.occupation(snapshot, int(snapshot.columns.positions.occupation[opening.row]))
    has = [each.label for each in (*work.essential_skills, *work.optional_skills) if held.get(each.id, 0) >= 1]
    shown = Shown(
        initials=initials(dossier.name),
        skills=tuple(label.replace("|", "/") for label in has[:MOST_SKILLS]),
        town=town_of(home.label),
        starts_on=max(profile.available_from, today),
    )
    return shown, work.label


def _wrong(path: str, code: str, expected: str) -> InvalidInput:
    return InvalidInput([FieldError(path=path, code=code, given="", expected=expected)])
