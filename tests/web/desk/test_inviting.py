"""A coach lets a citizen in, and the citizen comes in by the link: the dossier and its answers are theirs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask

from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.wiring import House
from tests.own_dossiers import Coached, coached
from tests.people_with_rights import Desk, People
from tests.web.page_rules import faults_in_page


@pytest.fixture
def alone(app: Flask, house: House, people: People) -> Coached:
    """A dossier whose citizen has no account yet."""
    return coached(app, house, people, citizen_id=None)


def messages(made: Coached) -> list[Message]:
    with made.house.unit_of_work() as unit:
        return list(unit.outbox.unsent_about(made.dossier.id))


def come_in(made: Coached, link: str) -> tuple[Desk, str]:
    """Somebody with a link: who they are then, and what they see."""
    screen = Desk(made.app.test_client())
    screen.follow(screen.client.get(link.removeprefix("http://localhost")))
    return screen, screen.follow(screen.send("/binnen"))


def invite(made: Coached, **form: str) -> str:
    coach = made.coach
    address = f"/persoon/{made.dossier.id}/uitnodigen"
    assert faults_in_page(coach.read(address)) == []
    page = coach.follow(coach.send(address, form))
    assert faults_in_page(page) == []
    return page


def test_a_mail_lets_the_citizen_in_to_the_own_dossier(alone: Coached) -> None:
    invite(alone, channel="mail")
    (mail,) = messages(alone)
    assert (mail.channel, mail.to) == (Channel.MAIL, alone.dossier.email)
    screen, page = come_in(alone, mail.facts["link"])
    assert "Mijn plan" in page
    screen.read("/vraag/4")
    screen.send("/vraag/4", {"now": "work", "action": "next"})
    with alone.house.unit_of_work() as unit:
        assert unit.assessments.answers(alone.dossier.assessment_id)["now"] == "work"


def test_a_link_works_once(alone: Coached) -> None:
    invite(alone, channel="mail")
    link = messages(alone)[0].facts["link"].removeprefix("http://localhost")
    come_in(alone, link)
    assert Desk(alone.app.test_client()).client.get(link).location == "/link"


def test_a_letter_is_printed_and_given(alone: Coached) -> None:
    page = invite(alone, channel="letter", address="Voorbeeldplein 1\n1234 AB Voorbeeldstad")
    found = re.search(r'href="(/berichten/[^"]+)/brief"', page)
    assert found
    coach = alone.coach
    letter = coach.read(f"{found[1]}/brief")
    assert "Voorbeeldstad" in letter
    assert "/link/" in letter
    page = coach.follow(coach.send(f"{found[1]}/gepost"))
    assert faults_in_page(page) == []
    assert "Open de brief" not in page
    assert messages(alone) == []


def test_a_second_invitation_ends_the_first_and_makes_no_second_account(alone: Coached) -> None:
    invite(alone, channel="mail")
    first = alone.kept().citizen_id
    (early,) = messages(alone)
    invite(alone, channel="letter")
    assert alone.kept().citizen_id == first
    old = early.facts["link"].removeprefix("http://localhost")
    assert Desk(alone.app.test_client()).client.get(old).location == "/link"


def test_a_mail_address_of_someone_else_is_refused_and_a_letter_is_not(alone: Coached) -> None:
    with alone.house.unit_of_work() as unit:
        assert unit.dossiers.change(replace(alone.dossier, email=alone.people.citizen.email))
        unit.commit()
    assert "Nodig uit met een brief." in invite(alone, channel="mail")
    assert messages(alone) == []
    invite(alone, channel="letter")
    assert alone.kept().citizen_id not in (None, alone.people.citizen.id)


def test_an_address_that_does_not_fit_is_said(alone: Coached) -> None:
    assert "hoogstens 5 regels" in invite(alone, channel="letter", address="een\n" * 9)
    assert alone.kept().citizen_id is None


@pytest.mark.parametrize("who", ["other_coach", "counsellor", "citizen"])
def test_nobody_else_invites(alone: Coached, who: str) -> None:
    screen = alone.screen_of(getattr(alone.people, who))
    address = f"/persoon/{alone.dossier.id}/uitnodigen"
    assert screen.client.get(address).status_code in (403, 404)
    assert screen.send(address, {"channel": "mail"}).status_code in (403, 404)
    assert screen.send(f"/persoon/{alone.dossier.id}/opnieuw-binnen").status_code in (403, 404)
    assert alone.kept().citizen_id is None


def test_who_lost_everything_comes_in_by_a_link_on_paper_and_whoever_has_it_does_not(
    app: Flask, house: House, people: People
) -> None:
    made = coached(app, house, people, email="nieuw@voorbeeld.example")
    thief, coach = made.citizen, made.coach
    address = f"/persoon/{made.dossier.id}/opnieuw-binnen"
    assert address in coach.read(f"/persoon/{made.dossier.id}/gegevens")
    assert faults_in_page(coach.read(address)) == []
    page = coach.follow(coach.send(address))
    assert faults_in_page(page) == []
    (letter,) = messages(made)
    assert (letter.channel, letter.kind) == (Channel.LETTER, MessageKind.CITIZEN_RECOVERY)
    assert thief.client.get("/account").location == "/aanmelden"
    assert thief.sign_in(people.citizen).location.startswith("/aanmelden?")
    with house.unit_of_work() as unit:
        assert unit.accounts.with_email(people.citizen.email) is None
        account = unit.accounts.with_email("nieuw@voorbeeld.example")
        trail = [(entry.deed, entry.why) for entry in unit.trail.about(made.dossier.pseudonym)]
    assert account
    assert account.id == people.citizen.id
    assert (Deed.CHANGE_DOSSIER, Why.ACCESS) in trail
    screen, page = come_in(made, letter.facts["link"])
    assert "Mijn plan" in page
    told = coach.read(f"/persoon/{made.dossier.id}").partition('data-test="timeline"')[2]
    assert "Nieuwe link gemaakt" in told
    assert made.kept().citizen_id == people.citizen.id
    assert screen.client.get("/account").status_code == 200


def test_a_second_link_on_paper_takes_the_place_of_the_first(app: Flask, house: House, people: People) -> None:
    made = coached(app, house, people, email="")
    coach, address = made.coach, f"/persoon/{made.dossier.id}/opnieuw-binnen"
    coach.read(address)
    coach.send(address)
    (first,) = messages(made)
    page = coach.follow(coach.send(address))
    (second,) = messages(made)
    assert first.id != second.id
    assert page.count("Open de brief") == 1
    found = re.search(r'href="(/berichten/[^"]+)/brief"', page)
    assert found
    assert "/link/" in coach.read(f"{found[1]}/brief")
    coach.follow(coach.send(f"{found[1]}/gepost"))
    assert "Nieuwe link op papier gegeven" in coach.read(f"/persoon/{made.dossier.id}")


def test_a_mail_address_of_someone_else_goes_to_no_second_account(app: Flask, house: House, people: People) -> None:
    made = coached(app, house, people, email=people.other_coach.email)
    coach = made.coach
    coach.read(f"/persoon/{made.dossier.id}/opnieuw-binnen")
    assert coach.send(f"/persoon/{made.dossier.id}/opnieuw-binnen").status_code == 303
    with house.unit_of_work() as unit:
        kept = unit.accounts.find(people.citizen.id)
    assert kept
    assert kept.email == ""


def test_who_has_no_account_is_invited_instead(alone: Coached) -> None:
    coach, address = alone.coach, f"/persoon/{alone.dossier.id}/opnieuw-binnen"
    page = coach.read(address)
    assert faults_in_page(page) == []
    assert f"/persoon/{alone.dossier.id}/uitnodigen" in page
    assert coach.send(address).status_code == 404
