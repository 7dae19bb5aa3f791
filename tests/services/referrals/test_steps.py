"""What a counsellor sees afterwards: steps that follow the dossier, messages, and nothing once consent ended."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.referral import Referral, ReferralState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.planning import Proposed, agree, move_to
from gouden_poort.services.referrals.answering import mark_started, send_back
from gouden_poort.services.referrals.closing import forget_expired, withdraw
from gouden_poort.services.referrals.looking import Look, look, own, referrals_about, taken_up
from gouden_poort.services.referrals.talking import write
from gouden_poort.services.trail import looks_at
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING
from tests.referrals import COUNSELLOR, OTHER_COUNSELLOR, accepted, address, referred

TODAY = MORNING.date()
CITIZEN = Actor(account_id=UUID(int=31), role=Role.CITIZEN)


def talk(house: Database, dossier: Dossier) -> None:
    promise = Proposed(text="Ga kijken bij een bedrijf.", doer=Doer.CITIZEN, due_on=TODAY)
    agree(house.unit, COACH, dossier.id, [promise], next_contact_on=TODAY + timedelta(days=7), moment=MORNING)


def seen(house: Database, referral: Referral, actor: Actor = COUNSELLOR) -> Look:
    found = look(house.unit, actor, referral.id, MORNING)
    assert found is not None
    return found


def state(house: Database, referral: Referral) -> ReferralState:
    return seen(house, referral).referral.state


def test_each_step_of_the_coach_is_a_step_for_the_counsellor(house: Database) -> None:
    referral = referred(house)
    states = [state(house, referral)]
    dossier = accepted(house, referral)
    states.append(state(house, referral))
    talk(house, dossier)
    states.append(state(house, referral))
    mark_started(house.unit, COACH, referral.id, MORNING)
    states.append(state(house, referral))
    move_to(house.unit, COACH, dossier.id, DossierState.STOPPED, MORNING)
    states.append(state(house, referral))
    move_to(house.unit, COACH, dossier.id, DossierState.ACTIVE, MORNING)
    states.append(state(house, referral))
    assert [each.value for each in states] == ["sent", "accepted", "first_talk", "started", "stopped", "started"]


def test_the_first_talk_keeps_its_day(house: Database) -> None:
    referral = referred(house)
    dossier = accepted(house, referral)
    talk(house, dossier)
    later = MORNING + timedelta(days=7)
    promise = Proposed(text="Nog een keer.", doer=Doer.CITIZEN, due_on=later.date())
    agree(house.unit, COACH, dossier.id, [promise], next_contact_on=later.date(), moment=later)
    assert seen(house, referral).referral.first_talk_on == TODAY


def test_another_counsellor_finds_nothing(house: Database) -> None:
    referral = referred(house)
    with pytest.raises(NotAllowed):
        look(house.unit, OTHER_COUNSELLOR, referral.id, MORNING)
    assert own(house.unit, OTHER_COUNSELLOR, TODAY) == []


def test_a_referral_that_is_not_there_is_not_allowed(house: Database) -> None:
    with pytest.raises(NotAllowed):
        look(house.unit, COUNSELLOR, uuid4(), MORNING)


def test_nothing_is_seen_from_the_moment_on_which_consent_ends(house: Database) -> None:
    referral = referred(house)
    dossier = accepted(house, referral)
    write(house.unit, COUNSELLOR, referral.id, "Belt liever niet.", moment=MORNING, address=address)
    with house.unit() as unit:
        unit.consents.end(dossier.id, Line.COUNSELLOR_SEES_STEPS, MORNING)
        unit.commit()
    assert look(house.unit, COUNSELLOR, referral.id, MORNING) is None
    (entry,) = own(house.unit, COUNSELLOR, TODAY)
    assert entry.is_closed
    assert (entry.referral.name, entry.referral.phone, entry.referral.reason, entry.referral.birth_date) == (
        "",
        "",
        "",
        None,
    )
    with pytest.raises(NotAllowed):
        write(house.unit, COUNSELLOR, referral.id, "En nu?", moment=MORNING, address=address)
    assert taken_up(house.unit, COACH) == []


def test_a_counsellor_withdraws_before_anyone_answered_and_it_is_wiped(house: Database) -> None:
    referral = referred(house)
    write(house.unit, COUNSELLOR, referral.id, "Belt liever niet.", moment=MORNING, address=address)
    withdraw(house.unit, COUNSELLOR, referral.id, MORNING)
    with house.unit() as unit:
        kept = unit.referrals.find(referral.id)
        assert unit.referral_messages.of(referral.id) == []
    assert kept is not None
    assert (kept.state, kept.name, kept.birth_date, kept.wish) == (ReferralState.WITHDRAWN, "", None, "")
    assert look(house.unit, COUNSELLOR, referral.id, MORNING) is None
    with pytest.raises(NotAllowed):
        withdraw(house.unit, COUNSELLOR, referral.id, MORNING)


def test_a_counsellor_withdraws_after_it_was_taken_up_and_the_coach_goes_on(house: Database) -> None:
    referral = referred(house)
    dossier = accepted(house, referral)
    withdraw(house.unit, COUNSELLOR, referral.id, MORNING)
    assert look(house.unit, COUNSELLOR, referral.id, MORNING) is None
    talk(house, dossier)


def test_a_coach_cannot_withdraw_it(house: Database) -> None:
    referral = referred(house)
    with pytest.raises(NotAllowed):
        withdraw(house.unit, COACH, referral.id, MORNING)


def test_what_one_side_writes_the_other_side_reads_and_hears_of(house: Database) -> None:
    referral = referred(house)
    accepted(house, referral)
    write(house.unit, COUNSELLOR, referral.id, "Belt liever niet.", moment=MORNING, address=address)
    write(house.unit, COACH, referral.id, "Dank je.", moment=MORNING + timedelta(hours=1), address=address)
    for actor in (COUNSELLOR, COACH):
        assert [each.text for each in seen(house, referral, actor).messages] == ["Belt liever niet.", "Dank je."]
    with house.unit() as unit:
        told = [mail for mail in unit.outbox.unsent() if mail.kind is MessageKind.REFERRAL_MESSAGE]
    assert {mail.to for mail in told} == {"collega11@voorbeeld.example", "collega21@voorbeeld.example"}
    assert {tuple(mail.facts) for mail in told} == {("link",)}


def test_the_same_form_sent_twice_is_one_message(house: Database) -> None:
    referral, form_id = referred(house), uuid4()
    for _time in range(2):
        write(house.unit, COUNSELLOR, referral.id, "Een keer.", moment=MORNING, address=address, form_id=form_id)
    assert len(seen(house, referral).messages) == 1


@pytest.mark.parametrize("text", ["", " ", "Zijn bsn is 111222333.", "x" * 1001])
def test_a_message_that_cannot_be_kept_is_refused(house: Database, text: str) -> None:
    referral = referred(house)
    with pytest.raises(InvalidInput):
        write(house.unit, COUNSELLOR, referral.id, text, moment=MORNING, address=address)


def test_each_look_is_in_the_trail_of_the_person_also_from_before_the_dossier(house: Database) -> None:
    referral = referred(house)
    look(house.unit, COUNSELLOR, referral.id, MORNING)
    look(house.unit, COLLEAGUE, referral.id, MORNING)
    dossier = accepted(house, referral)
    looks = [(each.account_id, each.deed) for each in looks_at(house.unit, dossier.pseudonym)]
    assert looks[::-1] == [
        (COUNSELLOR.account_id, Deed.REFER.value),
        (COUNSELLOR.account_id, Deed.SEE_REFERRAL.value),
        (COLLEAGUE.account_id, Deed.SEE_REFERRAL.value),
        (COACH.account_id, Deed.ANSWER_REFERRAL.value),
    ]


def test_a_citizen_reads_who_referred_them_and_why(house: Database) -> None:
    referral = referred(house)
    dossier = accepted(house, referral)
    with house.unit() as unit:
        kept = unit.dossiers.find(dossier.id)
        assert kept is not None
        unit.dossiers.change(Dossier(**{**_fields(kept), "citizen_id": CITIZEN.account_id}))
        unit.commit()
    (entry,) = referrals_about(house.unit, CITIZEN, dossier.id)
    assert (entry.organisation, entry.referral.reason, entry.is_closed) == (
        "UWV Voorbeeldstad",
        referral.reason,
        False,
    )
    withdraw(house.unit, CITIZEN, referral.id, MORNING)
    assert referrals_about(house.unit, CITIZEN, dossier.id)[0].is_closed
    with pytest.raises(NotAllowed):
        referrals_about(house.unit, Actor(account_id=UUID(int=32), role=Role.CITIZEN), dossier.id)


def test_what_led_to_nothing_is_wiped_and_stays_a_number(house: Database) -> None:
    back, silent = referred(house), referred(house)
    send_back(house.unit, COACH, back.id, "Geen plek.", moment=MORNING, address=address)
    assert forget_expired(house.unit, MORNING + timedelta(days=29)) == 0
    assert forget_expired(house.unit, MORNING + timedelta(days=30)) == 1
    assert forget_expired(house.unit, MORNING + timedelta(days=120)) == 1
    with house.unit() as unit:
        kept = [unit.referrals.find(each.id) for each in (back, silent)]
    assert [each.name for each in kept if each] == ["", ""]
    assert look(house.unit, COUNSELLOR, back.id, MORNING) is None


def test_overdue_stands_on_top_then_what_waits(house: Database) -> None:
    late, waits = referred(house, name="Voorbeeld Laat"), referred(house, name="Voorbeeld Wacht", moment=MORNING)
    done = referred(house, name="Voorbeeld Klaar")
    send_back(house.unit, COACH, done.id, "Geen plek.", moment=MORNING, address=address)
    with house.unit() as unit:
        kept = unit.referrals.find(late.id)
        assert kept is not None
        unit.referrals.change(Referral(**{**_fields(kept), "answer_by": date(2026, 11, 20)}))
        unit.commit()
    entries = own(house.unit, COUNSELLOR, TODAY)
    assert [each.referral.id for each in entries] == [late.id, waits.id, done.id]
    assert [each.is_late for each in entries] == [True, False, False]


def _fields(value: Dossier | Referral) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}
