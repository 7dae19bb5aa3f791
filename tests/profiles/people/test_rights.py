"""Who may do what: every role, every deed and every tie, written down once more by hand."""

from __future__ import annotations

from uuid import UUID

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed, Ties, changing, may, may_ever, require, require_at_home, seeing

HERE, ELSEWHERE = UUID(int=1), UUID(int=2)
ME, OTHER = UUID(int=11), UUID(int=12)

TIES = {
    "of nobody": Ties(),
    "my account": Ties(account_id=ME, organisation_id=HERE),
    "account of a colleague": Ties(account_id=OTHER, organisation_id=HERE),
    "account elsewhere": Ties(account_id=OTHER, organisation_id=ELSEWHERE),
    "my client": Ties(coach_id=ME, citizen_id=OTHER, organisation_id=HERE),
    "my client who stopped sharing": Ties(coach_id=ME, citizen_id=OTHER, organisation_id=HERE, shared=False),
    "client of a colleague": Ties(coach_id=OTHER, citizen_id=OTHER, organisation_id=HERE),
    "client of my former organisation": Ties(coach_id=ME, citizen_id=OTHER, organisation_id=ELSEWHERE),
    "offered to me": Ties(coach_id=OTHER, next_coach_id=ME, citizen_id=OTHER, organisation_id=HERE),
    "link in for my client": Ties(coach_id=ME, citizen_id=OTHER, organisation_id=HERE, opens_account=True),
    "what my house wrote": Ties(organisation_id=HERE),
    "what another house wrote": Ties(organisation_id=ELSEWHERE),
    "my referral elsewhere": Ties(counsellor_id=ME, organisation_id=ELSEWHERE),
    "my referral that is no longer shared": Ties(counsellor_id=ME, organisation_id=ELSEWHERE, shared=False),
    "referral to my organisation": Ties(counsellor_id=OTHER, organisation_id=HERE),
    "referral elsewhere": Ties(counsellor_id=OTHER, organisation_id=ELSEWHERE),
    "my own dossier": Ties(citizen_id=ME, coach_id=OTHER, organisation_id=ELSEWHERE),
    "my own dossier that I do not share": Ties(citizen_id=ME, coach_id=OTHER, organisation_id=ELSEWHERE, shared=False),
}
OF_HERE = {name for name, ties in TIES.items() if ties.organisation_id == HERE}
SHARED_HERE = OF_HERE - {"my client who stopped sharing"}
REFERRED_HERE = SHARED_HERE - {"client of a colleague", "offered to me"}
MY_CLIENTS = {"my client", "link in for my client"}
STAFF_HERE = {"my account", "account of a colleague"}
COLLEAGUES = OF_HERE - {"my account"}
EVERYTHING = set(TIES)

ALLOWED: dict[Role, dict[Deed, set[str]]] = {
    Role.CITIZEN: {
        Deed.OWN_ACCOUNT: {"my account"},
        Deed.OWN_DOSSIER: {"my own dossier", "my own dossier that I do not share"},
        Deed.ERASE_DOSSIER: {"my own dossier", "my own dossier that I do not share"},
        Deed.WITHDRAW_REFERRAL: {"my own dossier", "my own dossier that I do not share"},
    },
    Role.COACH: {
        Deed.OWN_ACCOUNT: {"my account"},
        Deed.SEE_OUTCOMES: EVERYTHING,
        Deed.LIST_DOSSIERS: EVERYTHING,
        Deed.REGISTER: OF_HERE,
        Deed.SEE_DOSSIER: MY_CLIENTS,
        Deed.CHANGE_DOSSIER: MY_CLIENTS,
        Deed.EXPORT_DOSSIER: MY_CLIENTS,
        Deed.HAND_OVER: MY_CLIENTS,
        Deed.TAKE_OVER: {"offered to me"},
        Deed.SEE_REPORT: OF_HERE,
        Deed.KEEP_PLACES: OF_HERE,
        Deed.KEEP_COMPANY_LINKS: OF_HERE,
        Deed.KEEP_SURPLUSES: OF_HERE,
        Deed.BRING_IN: {"my account"},
        Deed.ANSWER_REQUESTS: OF_HERE,
        Deed.SEE_MESSAGES: MY_CLIENTS | {"what my house wrote"},
        Deed.READ_MESSAGE: {"my client", "what my house wrote"},
        Deed.SEND_MESSAGE: MY_CLIENTS | {"what my house wrote"},
        Deed.SEE_REFERRAL: REFERRED_HERE,
        Deed.ANSWER_REFERRAL: REFERRED_HERE,
        Deed.WRITE_ABOUT_REFERRAL: REFERRED_HERE,
    },
    Role.COUNSELLOR: {
        Deed.OWN_ACCOUNT: {"my account"},
        Deed.SEE_OUTCOMES: EVERYTHING,
        Deed.REFER: OF_HERE,
        Deed.SEE_REFERRAL: {"my referral elsewhere"},
        Deed.WRITE_ABOUT_REFERRAL: {"my referral elsewhere"},
        Deed.WITHDRAW_REFERRAL: {"my referral elsewhere"},
        Deed.SEE_REFERRAL_NUMBERS: OF_HERE,
    },
    Role.EDITOR: {
        Deed.OWN_ACCOUNT: {"my account"},
        Deed.SEE_FUNNEL: EVERYTHING,
        Deed.SEE_OUTCOMES: EVERYTHING,
    },
    Role.ADMINISTRATOR: {
        Deed.OWN_ACCOUNT: {"my account"},
        Deed.INVITE_STAFF: OF_HERE,
        Deed.DISABLE_STAFF: COLLEAGUES,
        Deed.ENABLE_STAFF: COLLEAGUES,
        Deed.RESET_STAFF: COLLEAGUES,
        Deed.HAND_OVER_CASELOAD: COLLEAGUES,
        Deed.SEE_AUDIT_TRAIL: OF_HERE,
        Deed.EXPORT_AUDIT_TRAIL: OF_HERE,
        Deed.SEE_MESSAGES: STAFF_HERE,
        Deed.SEND_MESSAGE: STAFF_HERE,
        Deed.SEE_FUNNEL: EVERYTHING,
        Deed.SEE_OUTCOMES: EVERYTHING,
        Deed.SEE_REPORT: OF_HERE,
        Deed.KEEP_COMPANY_LINKS: OF_HERE,
        Deed.KEEP_SURPLUSES: OF_HERE,
    },
}


def actor(role: Role) -> Actor:
    return Actor(account_id=ME, role=role, organisation_id=None if role is Role.CITIZEN else HERE)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Deed)
def test_a_role_may_do_a_deed_with_these_things_and_no_others(role: Role, deed: Deed) -> None:
    allowed = {name for name, ties in TIES.items() if may(actor(role), deed, ties)}
    assert allowed == ALLOWED[role].get(deed, set())


@pytest.mark.parametrize("role", Role)
def test_the_door_opens_only_for_deeds_that_the_role_may_ever_do(role: Role) -> None:
    assert {deed for deed in Deed if may_ever(role, deed)} == set(ALLOWED[role])


def test_what_is_not_allowed_is_refused() -> None:
    with pytest.raises(NotAllowed):
        require(actor(Role.COACH), Deed.SEE_DOSSIER, TIES["client of a colleague"])


def test_someone_without_an_organisation_is_no_colleague_of_a_thing_without_one() -> None:
    stray = Actor(account_id=ME, role=Role.ADMINISTRATOR)
    assert not may(stray, Deed.DISABLE_STAFF, Ties(account_id=OTHER))


def test_a_deed_with_the_own_organisation_gives_its_id() -> None:
    assert require_at_home(Actor(account_id=ME, role=Role.COACH, organisation_id=HERE), Deed.KEEP_PLACES) == HERE


@pytest.mark.parametrize(
    ("role", "organisation_id", "deed"),
    [
        (Role.COUNSELLOR, HERE, Deed.KEEP_PLACES),
        (Role.COACH, None, Deed.KEEP_PLACES),
        (Role.EDITOR, None, Deed.SEE_FUNNEL),
    ],
)
def test_it_is_refused_to_another_role_and_to_who_belongs_to_none(
    role: Role, organisation_id: UUID | None, deed: Deed
) -> None:
    with pytest.raises(NotAllowed):
        require_at_home(Actor(account_id=ME, role=role, organisation_id=organisation_id), deed)


@pytest.mark.parametrize("role", Role)
def test_of_a_citizen_a_dossier_is_their_own_and_of_staff_it_is_of_a_client(role: Role) -> None:
    asked = seeing(actor(role)), changing(actor(role))
    assert asked == ((Deed.OWN_DOSSIER,) * 2 if role is Role.CITIZEN else (Deed.SEE_DOSSIER, Deed.CHANGE_DOSSIER))
