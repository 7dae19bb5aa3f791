"""A coach takes a referral up or sends it back; once, with a reason, and after comparing with who is here."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from gouden_poort.errors import ChangedMeanwhile, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import LegalGround, Line, allows
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.services.dossiers.sharing import stop
from gouden_poort.services.dossiers.viewing import view
from gouden_poort.services.referrals.answering import accept, doubles, join, send_back
from gouden_poort.services.referrals.looking import inbox, look, own, taken_up
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier
from tests.referrals import COUNSELLOR, LANGUAGES, accepted, address, places, referred

TODAY = MORNING.date()


def test_a_referral_becomes_a_dossier_of_the_coach_with_what_is_allowed(house: Database) -> None:
    referral = referred(house)
    dossier = accepted(house, referral)
    with house.unit() as unit:
        consents = unit.consents.of(dossier.id)
        answers = unit.assessments.answers(dossier.assessment_id)
    assert (dossier.coach_id, dossier.name, dossier.pseudonym) == (COACH.account_id, referral.name, referral.pseudonym)
    assert [each.line for each in consents] == [Line.COACH_SEES_DOSSIER, Line.COUNSELLOR_SEES_STEPS]
    assert answers["birth_date"] == "1990-01-02"


def test_the_counsellor_sees_that_it_was_taken_up_and_gets_a_mail(house: Database) -> None:
    referral = referred(house)
    accepted(house, referral)
    (entry,) = own(house.unit, COUNSELLOR, TODAY)
    assert entry.referral.state is ReferralState.ACCEPTED
    with house.unit() as unit:
        told = [mail for mail in unit.outbox.unsent() if mail.kind is MessageKind.REFERRAL_ANSWERED]
    assert [(mail.to, dict(mail.facts)) for mail in told] == [
        ("collega21@voorbeeld.example", {"link": address(referral.id)})
    ]


def test_taken_up_twice_is_one_dossier(house: Database) -> None:
    referral = referred(house)
    assert accepted(house, referral).id == accepted(house, referral).id


def test_a_colleague_comes_too_late_and_learns_nothing(house: Database) -> None:
    referral = referred(house)
    accepted(house, referral)
    with pytest.raises(NotAllowed):
        send_back(house.unit, COLLEAGUE, referral.id, "Geen plek.", moment=MORNING, address=address)
    with pytest.raises(NotAllowed):
        look(house.unit, COLLEAGUE, referral.id, MORNING)


def test_nothing_is_left_of_a_dossier_when_someone_else_was_first(house: Database) -> None:
    referral = referred(house)
    send_back(house.unit, COLLEAGUE, referral.id, "Geen plek.", moment=MORNING, address=address)
    with pytest.raises(ChangedMeanwhile):
        accepted(house, referral)
    with house.unit() as unit:
        assert not unit.dossiers.like(COACH.organisation_id, referral.name, referral.birth_date, referral.phone, "")


def test_who_may_be_here_already_is_shown_before_a_second_dossier_is_made(house: Database) -> None:
    known, referral = a_kept_dossier(house), referred(house)
    assert [each.id for each in doubles(house.unit, COACH, referral.id)] == [known.id]
    with pytest.raises(InvalidInput):
        accept(
            house.unit,
            places(),
            COACH,
            referral.id,
            {"place": "Utrecht"},
            is_another=False,
            languages=LANGUAGES,
            moment=MORNING,
            address=address,
        )


def test_who_stopped_sharing_is_not_shown_as_somebody_who_is_here(house: Database) -> None:
    a_kept_dossier(house, lines=(Line.MESSAGES,))
    assert doubles(house.unit, COACH, referred(house).id) == []


def test_a_referral_joins_the_dossier_of_an_own_client(house: Database) -> None:
    known = a_kept_dossier(house, lines=(Line.COACH_SEES_DOSSIER,))
    referral = referred(house)
    assert join(house.unit, COACH, referral.id, known.id, moment=MORNING, address=address).id == known.id
    with house.unit() as unit:
        assert allows(unit.consents.of(known.id), Line.COUNSELLOR_SEES_STEPS)
        kept = unit.referrals.find(referral.id)
    assert kept is not None
    assert (kept.dossier_id, kept.pseudonym, kept.state) == (known.id, known.pseudonym, ReferralState.ACCEPTED)


def test_a_referral_joins_no_dossier_of_a_colleague(house: Database) -> None:
    theirs, referral = a_kept_dossier(house, coach_id=COLLEAGUE.account_id), referred(house)
    with pytest.raises(NotAllowed):
        join(house.unit, COACH, referral.id, theirs.id, moment=MORNING, address=address)


def test_it_goes_back_with_a_reason_that_the_counsellor_reads(house: Database) -> None:
    referral = referred(house)
    send_back(house.unit, COACH, referral.id, "Woont buiten onze regio.", moment=MORNING, address=address)
    seen = look(house.unit, COUNSELLOR, referral.id, MORNING)
    assert seen is not None
    assert (seen.referral.state, seen.referral.back_reason) == (ReferralState.SENT_BACK, "Woont buiten onze regio.")
    assert inbox(house.unit, COACH, TODAY) == []


@pytest.mark.parametrize("reason", ["", "  ", "Zie 111222333.", "x" * 601])
def test_it_does_not_go_back_without_a_reason_that_can_be_kept(house: Database, reason: str) -> None:
    referral = referred(house)
    with pytest.raises(InvalidInput):
        send_back(house.unit, COACH, referral.id, reason, moment=MORNING, address=address)


def test_a_coach_elsewhere_can_do_nothing_with_it(house: Database) -> None:
    referral = referred(house)
    assert inbox(house.unit, STRANGER, TODAY) == []
    with pytest.raises(NotAllowed):
        doubles(house.unit, STRANGER, referral.id)
    with pytest.raises(NotAllowed):
        send_back(house.unit, STRANGER, referral.id, "Geen plek.", moment=MORNING, address=address)


def test_what_a_coach_took_up_moves_from_the_inbox_to_their_own(house: Database) -> None:
    referral = referred(house)
    assert [each.referral.id for each in inbox(house.unit, COACH, TODAY)] == [referral.id]
    accepted(house, referral)
    assert inbox(house.unit, COACH, TODAY) == []
    assert [each.referral.id for each in taken_up(house.unit, COACH)] == [referral.id]
    assert taken_up(house.unit, COLLEAGUE) == []


@pytest.mark.parametrize("ground", LegalGround)
def test_what_rests_on_a_law_is_not_kept_as_a_yes(house: Database, ground: LegalGround) -> None:
    dossier = accepted(house, referred(house, ground=ground.value))
    with house.unit() as unit:
        consents = unit.consents.of(dossier.id)
    assert [each.ground for each in consents] == [ground] * 2
    assert [each.is_a_yes for each in consents] == [ground is LegalGround.CONSENT] * 2
    assert view(house.unit, COACH, dossier.id, MORNING).dossier == dossier


def test_a_law_adds_no_yes_to_a_dossier_that_was_there(house: Database) -> None:
    known = a_kept_dossier(house, lines=(Line.COACH_SEES_DOSSIER,))
    referral = referred(house, ground=LegalGround.UWV.value)
    join(house.unit, COACH, referral.id, known.id, moment=MORNING, address=address)
    with house.unit() as unit:
        grounds = {each.line: each.ground for each in unit.consents.of(known.id)}
    assert grounds == {
        Line.COACH_SEES_DOSSIER: LegalGround.CONSENT,
        Line.COUNSELLOR_SEES_STEPS: LegalGround.UWV,
    }


def test_what_rests_on_a_law_can_be_stopped_too(house: Database) -> None:
    citizen = Actor(account_id=uuid4(), role=Role.CITIZEN)
    dossier = accepted(house, referred(house, ground=LegalGround.UWV.value))
    with house.unit() as unit:
        assert unit.dossiers.change(replace(dossier, citizen_id=citizen.account_id))
        unit.commit()
    stop(house.unit, citizen, dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
    with pytest.raises(NotAllowed):
        view(house.unit, COACH, dossier.id, MORNING)
