"""Referring someone: what was filled in is checked, kept, and the coaches who may answer are told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput, UnknownPlace
from gouden_poort.profiles.answering import check_answer
from gouden_poort.profiles.contact import fault_of_language, faults_of_contact, typed_contact
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Given, LegalGround
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.organisation import Organisation
from gouden_poort.profiles.people.referral import LONGEST_REASON, LONGEST_WISH, WORKING_DAYS, Referral
from gouden_poort.profiles.people.rights import Deed, Ties, require, require_at_home
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.profiles.working_days import working_days_after
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.places import find_place
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.referrals.telling import Address, coaches_at, tell
from gouden_poort.services.trail import record

_LONGEST = {"wish": LONGEST_WISH, "reason": LONGEST_REASON}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """What was filled in about someone, as it is kept."""

    name: str
    phone: str
    email: str
    birth_date: date
    language: str
    place: str
    region: str
    wish: str
    reason: str
    ground: LegalGround
    given: Given
    to_organisation_id: UUID


def receivers(open_unit: UnitOfWorkFactory, actor: Actor) -> Sequence[Organisation]:
    """Organisations where a coach may answer, by name."""
    require(actor, Deed.REFER, Ties(organisation_id=actor.organisation_id))
    with open_unit() as unit:
        staff, all_of_them = unit.accounts.staff(), unit.organisations.all()
    coached = {each.organisation_id for each in staff if each.role is Role.COACH and each.disabled_at is None}
    return sorted((each for each in all_of_them if each.id in coached), key=lambda each: each.name.casefold())


def check_referral(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    actor: Actor,
    given: Mapping[str, str],
    *,
    languages: Collection[str],
    today: date,
) -> NewReferral:
    """What was filled in, checked; InvalidInput names every fault, and no fault repeats what was typed.

    `given`: name, phone, email, language, birth_date (YYYY-MM-DD), place, wish, reason, to, ground and given.
    """
    texts = typed_contact(given)
    long = {name: readable(given.get(name, "")) for name in _LONGEST}
    faults = [] if texts["name"] else [_missing("name")]
    faults += [*faults_of_contact(texts), *fault_of_language(given.get("language", ""), languages)]
    faults += [_missing(name) for name, text in long.items() if not text]
    faults += [*unfit(long, _LONGEST), *_choices(given)]
    to = {str(each.id): each.id for each in receivers(open_unit, actor)}
    if given.get("to", "") not in to:
        faults.append(FieldError(path="to", code="not_a_choice", given="", expected="an organisation"))
    try:
        born = check_answer(BY_ID["birth_date"], given.get("birth_date", ""), today=today)
    except InvalidInput as wrong:
        faults += wrong.faults
    try:
        place = find_place(snapshot, open_unit, given.get("place", ""))
    except UnknownPlace as unknown:
        code = "unknown_id" if given.get("place", "").strip() else "missing"
        faults.append(FieldError(path="place", code=code, given="", expected="a place", near=unknown.near))
    if faults:
        raise InvalidInput(faults)
    return NewReferral(
        **texts,
        **long,
        birth_date=date.fromisoformat(str(born)),
        language=given["language"],
        place=place.name,
        region=place.region_code,
        ground=LegalGround(given["ground"]),
        given=Given(given["given"]),
        to_organisation_id=to[given["to"]],
    )


def refer(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    new: NewReferral,
    moment: datetime,
    *,
    address: Address,
    form_id: UUID | None = None,
) -> Referral:
    """Keep it and tell the coaches. `form_id`: sent twice it makes one."""
    organisation_id = require_at_home(actor, Deed.REFER)
    coaches = coaches_at(open_unit, new.to_organisation_id)
    referral_id = id_for(form_id or uuid4(), actor.account_id)
    with open_unit(actor) as unit:
        kept = unit.referrals.find(referral_id)
        if kept is not None:
            return kept
        referral = _made(new, actor, organisation_id, moment, referral_id)
        unit.referrals.add(referral)
        record(unit, actor, Deed.REFER, referral.pseudonym, Why.REFERRAL, moment)
        facts = {"link": address(referral.id), "answer_by": referral.answer_by.isoformat()}
        for coach in coaches:
            tell(unit, coach, MessageKind.REFERRAL_RECEIVED, facts, referral.id, moment)
        unit.commit()
    return referral


def _made(new: NewReferral, actor: Actor, organisation_id: UUID, moment: datetime, referral_id: UUID) -> Referral:
    return Referral(
        id=referral_id,
        pseudonym=uuid4(),
        counsellor_id=actor.account_id,
        from_organisation_id=organisation_id,
        to_organisation_id=new.to_organisation_id,
        name=new.name,
        phone=new.phone,
        email=new.email,
        birth_date=new.birth_date,
        language=new.language,
        place=new.place,
        region=new.region,
        wish=new.wish,
        reason=new.reason,
        ground=new.ground,
        given=new.given,
        given_at=moment,
        sent_at=moment,
        answer_by=working_days_after(dutch_day(moment), WORKING_DAYS),
    )


def _choices(given: Mapping[str, str]) -> Iterator[FieldError]:
    choices: dict[str, type[StrEnum]] = {"ground": LegalGround, "given": Given}
    for name, kind in choices.items():
        if given.get(name, "") not in list(kind):
            yield FieldError(path=name, code="not_a_choice", given="", expected=f"one of {', '.join(kind)}")


def _missing(name: str) -> FieldError:
    return FieldError(path=name, code="missing", given="", expected=f"a {name}")
