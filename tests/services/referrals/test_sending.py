"""Referring someone: what must be told, never twice, and coaches hear that there is one and not about whom."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.services.referrals.looking import own
from gouden_poort.services.referrals.sending import check_referral, receivers, refer
from tests.databases import Database
from tests.dossiers import COACH, MORNING
from tests.referrals import COUNSELLOR, LANGUAGES, TYPED, address, places, referred


def test_a_referral_waits_three_working_days_for_an_answer(house: Database) -> None:
    referral = referred(house, moment=MORNING)
    (entry,) = own(house.unit, COUNSELLOR, MORNING.date())
    assert entry.referral == referral
    assert (referral.state, referral.answer_by) == (ReferralState.SENT, date(2026, 11, 26))


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ({"name": " "}, {"name"}),
        ({"phone": ""}, {"phone"}),
        ({"language": "xx"}, {"language"}),
        ({"birth_date": "gisteren"}, {"birth_date"}),
        ({"birth_date": ""}, {"birth_date"}),
        ({"place": "Nergensdorp"}, {"place"}),
        ({"wish": ""}, {"wish"}),
        ({"reason": ""}, {"reason"}),
        ({"reason": "Zijn nummer is 111222333."}, {"reason"}),
        ({"to": str(uuid4())}, {"to"}),
        ({"ground": "because"}, {"ground"}),
        ({"given": ""}, {"given"}),
        ({"name": "", "place": "", "ground": "", "given": ""}, {"name", "place", "ground", "given"}),
    ],
)
def test_every_fault_is_named_at_once(house: Database, typed: dict[str, str], paths: set[str]) -> None:
    with pytest.raises(InvalidInput) as wrong:
        check_referral(house.unit, places(), COUNSELLOR, {**TYPED, **typed}, languages=LANGUAGES, today=MORNING.date())
    assert {fault.path for fault in wrong.value.faults} == paths


def test_the_same_form_sent_twice_is_one_referral(house: Database) -> None:
    new = check_referral(house.unit, places(), COUNSELLOR, TYPED, languages=LANGUAGES, today=MORNING.date())
    form_id = uuid4()
    first = refer(house.unit, COUNSELLOR, new, MORNING, address=address, form_id=form_id)
    assert refer(house.unit, COUNSELLOR, new, MORNING, address=address, form_id=form_id) == first
    assert len(own(house.unit, COUNSELLOR, MORNING.date())) == 1


def test_each_coach_there_gets_a_mail_that_tells_nothing_about_the_person(house: Database) -> None:
    referral = referred(house)
    with house.unit() as unit:
        mails = unit.outbox.unsent()
    assert {mail.to for mail in mails} == {"collega11@voorbeeld.example", "collega12@voorbeeld.example"}
    assert {mail.kind for mail in mails} == {MessageKind.REFERRAL_RECEIVED}
    assert {tuple(sorted(mail.facts.items())) for mail in mails} == {
        (("answer_by", "2026-11-26"), ("link", address(referral.id)))
    }


def test_only_a_counsellor_refers(house: Database) -> None:
    new = check_referral(house.unit, places(), COUNSELLOR, TYPED, languages=LANGUAGES, today=MORNING.date())
    with pytest.raises(NotAllowed):
        refer(house.unit, COACH, new, MORNING, address=address)


def test_only_organisations_with_a_coach_can_be_referred_to(house: Database) -> None:
    assert [each.name for each in receivers(house.unit, COUNSELLOR)] == ["Regio Elders", "Voorbeeldbureau"]
