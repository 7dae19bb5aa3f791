"""Who may see or change what: the one place that decides it.

A deed is allowed by role and by what the thing is to the one who asks. Whatever is not written here is refused.
Services ask `require` before they hand out or change anything; pages ask `may_ever` at the door. A page never decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import STAFF, Actor, Role


class Deed(StrEnum):
    """What someone wants to do."""

    OWN_ACCOUNT = "own_account"
    """See and end one's own sessions, change one's own password and second factor."""
    INVITE_STAFF = "invite_staff"
    DISABLE_STAFF = "disable_staff"
    ENABLE_STAFF = "enable_staff"
    """Let someone in again who was let in no more."""
    RESET_STAFF = "reset_staff"
    """Let a colleague choose a new password or second factor; never oneself."""
    SEE_AUDIT_TRAIL = "see_audit_trail"
    EXPORT_AUDIT_TRAIL = "export_audit_trail"
    """Take what the own organisation did out of here, in a file."""
    SEE_FUNNEL = "see_funnel"
    SEE_OUTCOMES = "see_outcomes"
    """What became of the people of all organisations together: numbers of groups, and nobody's name."""

    LIST_DOSSIERS = "list_dossiers"
    """One's own caseload."""
    REGISTER = "register"
    SEE_DOSSIER = "see_dossier"
    CHANGE_DOSSIER = "change_dossier"
    """Answers, agreements, notes, an exception to a rule, a place that is offered."""
    EXPORT_DOSSIER = "export_dossier"
    """Take what a list tells about someone out of here, in a file."""
    HAND_OVER = "hand_over"
    """Give a dossier to a colleague, who must accept."""
    HAND_OVER_CASELOAD = "hand_over_caseload"
    """Give the people of a colleague who is gone to another, without seeing anyone."""
    TAKE_OVER = "take_over"
    """Accept a dossier that a colleague gives."""
    SEE_REPORT = "see_report"
    KEEP_PLACES = "keep_places"
    """Say how many seats the own organisation may offer, and see them."""
    KEEP_COMPANY_LINKS = "keep_company_links"
    """Give a company a link by which it keeps up its own places, and end it."""
    KEEP_SURPLUSES = "keep_surpluses"
    """See at which companies work stops, announce it and take that back; nobody is named there."""
    SEE_PROPOSAL = "see_proposal"
    """What a company does with its link, after the yes of the person; nobody with an account does."""
    BRING_IN = "bring_in"
    """Look at a file with people, and take them in; only of who brought the file."""
    ANSWER_REQUESTS = "answer_requests"
    """What people ask or object to, in the inbox of the organisation."""

    SEE_MESSAGES = "see_messages"
    """What waits, went out or did not arrive: to whom and about what, never what it says."""
    READ_MESSAGE = "read_message"
    """What a message to somebody else says; a letter is printed so."""
    SEND_MESSAGE = "send_message"
    """Say that a letter was posted, or let a mail be tried once more."""

    REFER = "refer"
    SEE_REFERRAL = "see_referral"
    """Shared steps only."""
    ANSWER_REFERRAL = "answer_referral"
    """Accept it, or send it back with a reason."""
    WRITE_ABOUT_REFERRAL = "write_about_referral"
    WITHDRAW_REFERRAL = "withdraw_referral"
    """Close it because the citizen does not want it any more."""
    SEE_REFERRAL_NUMBERS = "see_referral_numbers"
    """How many the own organisation referred, and nobody's name."""

    OWN_DOSSIER = "own_dossier"
    """See and change one's own plan and data, stop sharing, take everything along."""
    ERASE_DOSSIER = "erase_dossier"
    """Have everything about oneself deleted; the trail keeps only that it was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """To whom a thing is tied. None: to nobody of that kind."""

    organisation_id: UUID | None = None
    account_id: UUID | None = None
    """The account that it is about."""
    citizen_id: UUID | None = None
    """The account of the citizen whose dossier it is."""
    coach_id: UUID | None = None
    next_coach_id: UUID | None = None
    """To whom it is being handed over."""
    counsellor_id: UUID | None = None
    opens_account: bool = False
    """Whether it holds a link or a code that lets in whoever has it, and is not there for a colleague to hand over."""
    shared: bool = True
    """Whether the citizen allows that staff see it: consent, or another legal ground that still holds."""


Tie = Callable[[Actor, Ties], bool]


def _free(actor: Actor, ties: Ties) -> bool:  # noqa: ARG001 - every tie is asked in the same way
    return True


def _self(actor: Actor, ties: Ties) -> bool:
    return ties.account_id == actor.account_id


def _own_at_work(actor: Actor, ties: Ties) -> bool:
    return _self(actor, ties) and _same_house(actor, ties)


def _colleague(actor: Actor, ties: Ties) -> bool:
    return _same_house(actor, ties) and ties.account_id != actor.account_id


def _same_house(actor: Actor, ties: Ties) -> bool:
    return actor.organisation_id is not None and ties.organisation_id == actor.organisation_id


def _own_client(actor: Actor, ties: Ties) -> bool:
    return ties.shared and ties.coach_id == actor.account_id and _same_house(actor, ties)


def _offered_client(actor: Actor, ties: Ties) -> bool:
    return ties.shared and ties.next_coach_id == actor.account_id and _same_house(actor, ties)


def _about_own_client(actor: Actor, ties: Ties) -> bool:
    """What is about a client; or what the house itself wrote to somebody, such as an answer to a question."""
    nobody = (ties.account_id, ties.citizen_id, ties.coach_id, ties.counsellor_id) == (None,) * 4
    return _own_client(actor, ties) or (nobody and _same_house(actor, ties))


def _readable(actor: Actor, ties: Ties) -> bool:
    return _about_own_client(actor, ties) and not ties.opens_account


def _to_staff_here(actor: Actor, ties: Ties) -> bool:
    return ties.account_id is not None and _same_house(actor, ties)


def _own_referral(actor: Actor, ties: Ties) -> bool:
    return ties.shared and ties.counsellor_id == actor.account_id


def _referred_here(actor: Actor, ties: Ties) -> bool:
    """Every coach of the house sees what nobody took up yet; then it is of the one who did."""
    return ties.shared and _same_house(actor, ties) and ties.coach_id in (None, actor.account_id)


def _citizen_self(actor: Actor, ties: Ties) -> bool:
    return ties.citizen_id == actor.account_id


_RIGHTS: Mapping[Deed, Mapping[Role, Tie]] = MappingProxyType(
    {
        Deed.OWN_ACCOUNT: dict.fromkeys(Role, _self),
        Deed.INVITE_STAFF: {Role.ADMINISTRATOR: _same_house},
        Deed.DISABLE_STAFF: {Role.ADMINISTRATOR: _colleague},
        Deed.ENABLE_STAFF: {Role.ADMINISTRATOR: _colleague},
        Deed.RESET_STAFF: {Role.ADMINISTRATOR: _colleague},
        Deed.SEE_AUDIT_TRAIL: {Role.ADMINISTRATOR: _same_house},
        Deed.EXPORT_AUDIT_TRAIL: {Role.ADMINISTRATOR: _same_house},
        Deed.SEE_FUNNEL: {Role.ADMINISTRATOR: _free, Role.EDITOR: _free},
        Deed.SEE_OUTCOMES: dict.fromkeys(sorted(STAFF), _free),
        Deed.LIST_DOSSIERS: {Role.COACH: _free},
        Deed.REGISTER: {Role.COACH: _same_house},
        Deed.SEE_DOSSIER: {Role.COACH: _own_client},
        Deed.CHANGE_DOSSIER: {Role.COACH: _own_client},
        Deed.EXPORT_DOSSIER: {Role.COACH: _own_client},
        Deed.HAND_OVER: {Role.COACH: _own_client},
        Deed.HAND_OVER_CASELOAD: {Role.ADMINISTRATOR: _colleague},
        Deed.TAKE_OVER: {Role.COACH: _offered_client},
        Deed.SEE_REPORT: {Role.COACH: _same_house, Role.ADMINISTRATOR: _same_house},
        Deed.KEEP_PLACES: {Role.COACH: _same_house},
        Deed.KEEP_COMPANY_LINKS: {Role.COACH: _same_house, Role.ADMINISTRATOR: _same_house},
        Deed.KEEP_SURPLUSES: {Role.COACH: _same_house, Role.ADMINISTRATOR: _same_house},
        Deed.SEE_PROPOSAL: {},
        Deed.BRING_IN: {Role.COACH: _own_at_work},
        Deed.ANSWER_REQUESTS: {Role.COACH: _same_house},
        Deed.SEE_MESSAGES: {Role.COACH: _about_own_client, Role.ADMINISTRATOR: _to_staff_here},
        Deed.READ_MESSAGE: {Role.COACH: _readable},
        Deed.SEND_MESSAGE: {Role.COACH: _about_own_client, Role.ADMINISTRATOR: _to_staff_here},
        Deed.REFER: {Role.COUNSELLOR: _same_house},
        Deed.SEE_REFERRAL: {Role.COUNSELLOR: _own_referral, Role.COACH: _referred_here},
        Deed.ANSWER_REFERRAL: {Role.COACH: _referred_here},
        Deed.WRITE_ABOUT_REFERRAL: {Role.COUNSELLOR: _own_referral, Role.COACH: _referred_here},
        Deed.WITHDRAW_REFERRAL: {Role.COUNSELLOR: _own_referral, Role.CITIZEN: _citizen_self},
        Deed.SEE_REFERRAL_NUMBERS: {Role.COUNSELLOR: _same_house},
        Deed.OWN_DOSSIER: {Role.CITIZEN: _citizen_self},
        Deed.ERASE_DOSSIER: {Role.CITIZEN: _citizen_self},
    }
)


def may(actor: Actor, deed: Deed, ties: Ties) -> bool:
    """Whether someone may do a deed with a thing that has these ties."""
    tie = _RIGHTS[deed].get(actor.role)
    return tie is not None and tie(actor, ties)


def may_ever(role: Role, deed: Deed) -> bool:
    """Whether a role may do a deed with anything at all; what decides at the door of a page."""
    return role in _RIGHTS[deed]


def require(actor: Actor, deed: Deed, ties: Ties) -> None:
    """NotAllowed when `may` says no. It does not tell whether the thing exists."""
    if not may(actor, deed, ties):
        raise NotAllowed(deed.value)


def seeing(actor: Actor) -> Deed:
    """What looking at a dossier is to someone: at one's own, or at that of a client."""
    return Deed.OWN_DOSSIER if actor.role is Role.CITIZEN else Deed.SEE_DOSSIER


def changing(actor: Actor) -> Deed:
    """What changing a dossier is to someone: one's own, or that of a client."""
    return Deed.OWN_DOSSIER if actor.role is Role.CITIZEN else Deed.CHANGE_DOSSIER


def require_at_home(actor: Actor, deed: Deed) -> UUID:
    """`require` for a deed with the own organisation; its id. NotAllowed also for who belongs to none."""
    require(actor, deed, Ties(organisation_id=actor.organisation_id))
    if actor.organisation_id is None:
        raise NotAllowed(deed.value)
    return actor.organisation_id
