"""Referring on screen: the form, the inbox, both answers, messages, and nothing left once it is closed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.referral import Referral
from gouden_poort.services.resume_code import read_code
from gouden_poort.wiring import House
from tests.builders import a_snapshot
from tests.databases import Database
from tests.fakes import ShelfWith
from tests.people_with_rights import Clock, Desk, People, actor_of, house_at, keep_people, signed_in_client
from tests.referrals import a_referral
from tests.web.page_rules import faults_in_page

FORM = {
    "name": "Voorbeeld Twaalf",
    "birth_date-day": "2",
    "birth_date-month": "1",
    "birth_date-year": "1990",
    "phone": "06 12345678",
    "email": "",
    "language": "nl",
    "place": "Utrecht",
    "wish": "Werken met elektra.",
    "reason": "Heeft een leerplek nodig.",
    "ground": "consent",
    "given": "read_aloud",
}


@pytest.fixture
def house(database: Database, clock: Clock) -> House:
    snapshot = a_snapshot(places=[{"pc4_from": 3511, "pc4_to": 3515}], postcode_areas=[{}])
    return replace(house_at(database, clock), shelf=ShelfWith(snapshot))


@pytest.fixture
def uwv(house: House, clock: Clock) -> People:
    """Another organisation, of which only the counsellor matters; its coaches are let in no more."""
    found = keep_people(house.unit_of_work, clock.now, called="Uwv")
    with house.unit_of_work() as unit:
        for coach in (found.coach, found.other_coach):
            unit.accounts.set_disabled(coach.id, clock.now)
        unit.commit()
    return found


@pytest.fixture
def counsellor(app: Flask, house: House, uwv: People) -> Desk:
    desk = Desk(signed_in_client(app, house, uwv.counsellor))
    desk.read("/verwijs")
    return desk


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    desk = Desk(signed_in_client(app, house, people.coach))
    desk.read("/verwijzingen")
    return desk


def refer(desk: Desk, people: People, **filled: str) -> str:
    """Send the form; the address of the referral."""
    answer = desk.send("/verwijs", {**FORM, "to": str(people.organisation.id), **filled})
    assert answer.status_code == 303, answer.text
    return answer.location


def test_a_counsellor_refers_and_reads_that_it_waits(counsellor: Desk, people: People) -> None:
    address = refer(counsellor, people)
    page = counsellor.read(address)
    assert re.fullmatch(r"/verwijzing/[0-9a-f-]{36}", address)
    assert "Wacht op antwoord" in page
    assert "Antwoord uiterlijk 7 januari 2027" in page
    assert "Voorbeeld Twaalf" in counsellor.read("/mijn-verwijzingen")


@pytest.mark.parametrize(
    "address", ["/snel-kijken", "/verwijs", "/mijn-verwijzingen", "/mijn-verwijzingen?stand=te-laat", "/overzicht"]
)
@pytest.mark.parametrize("many", [0, 3])
def test_a_page_of_a_counsellor_keeps_the_rules(counsellor: Desk, people: People, address: str, many: int) -> None:
    for _each in range(many):
        refer(counsellor, people)
    assert faults_in_page(counsellor.read(address)) == []


def test_every_fault_stands_at_its_field_and_nothing_filled_in_is_lost(counsellor: Desk) -> None:
    answer = counsellor.send("/verwijs", {"name": "Voorbeeld Twaalf", "reason": "Bsn 111222333."})
    page = counsellor.follow(answer)
    assert faults_in_page(page) == []
    assert 'value="Voorbeeld Twaalf"' in page
    assert "111222333" not in page
    for field in ("phone", "birth_date", "place", "wish", "reason", "ground", "given"):
        assert f'id="{field}-fout"' in page, field


def test_the_same_form_sent_twice_is_one_referral(counsellor: Desk, people: People) -> None:
    form_id = "0b8f6b1e-6b1f-4a53-9f3c-0d4a3a9b7c11"
    assert refer(counsellor, people, form_id=form_id) == refer(counsellor, people, form_id=form_id)
    assert counsellor.read("/mijn-verwijzingen").count('data-test="line"') == 1


def test_a_coach_takes_someone_up_and_the_counsellor_sees_it(counsellor: Desk, coach: Desk, people: People) -> None:
    address = refer(counsellor, people)
    assert "Voorbeeld Twaalf" in coach.read("/verwijzingen")
    page = coach.read(address)
    assert faults_in_page(page) == []
    assert "Heeft een leerplek nodig." in page
    page = coach.read(f"{address}/aannemen")
    assert faults_in_page(page) == []
    page = coach.follow(coach.send(f"{address}/aannemen", {"place": "Utrecht", "dutch": "B1", "who": "another"}))
    assert "/persoon/" in page
    page = counsellor.read(address)
    assert "Aangenomen" in page
    assert "/persoon/" not in page
    assert "Voorbeeld Twaalf" in coach.read("/verwijzingen?stand=van-mij")
    assert coach.client.get(f"{address}/aannemen").location == address


def test_who_may_be_here_already_is_compared_first(counsellor: Desk, coach: Desk, people: People, app: Flask) -> None:
    first = refer(counsellor, people)
    coach.send(f"{first}/aannemen", {"place": "Utrecht", "who": "another"})
    second = refer(counsellor, people)
    page = coach.read(f"{second}/aannemen")
    assert "Dit is jouw cliënt" in page
    assert faults_in_page(page) == []
    page = coach.follow(coach.send(f"{second}/aannemen", {"place": "Utrecht"}))
    assert 'id="who-fout"' in page
    known = re.search(r'name="who" value="([0-9a-f-]{36})"', page)
    assert known
    coach.follow(coach.send(f"{second}/aannemen", {"place": "Utrecht", "who": known[1]}))
    assert "Aangenomen" in counsellor.read(second)


def test_a_dossier_of_a_colleague_is_counted_and_not_shown(
    counsellor: Desk, coach: Desk, people: People, app: Flask, house: House
) -> None:
    first = refer(counsellor, people)
    colleague = Desk(signed_in_client(app, house, people.other_coach))
    colleague.read(first)
    colleague.send(f"{first}/aannemen", {"place": "Utrecht", "who": "another"})
    page = coach.read(f"{refer(counsellor, people)}/aannemen")
    assert "1 dossier van een collega" in page
    assert "Dit is jouw cliënt" not in page


def test_a_coach_sends_back_with_a_reason(counsellor: Desk, coach: Desk, people: People) -> None:
    address = refer(counsellor, people)
    assert faults_in_page(coach.read(f"{address}/terugsturen")) == []
    page = coach.follow(coach.send(f"{address}/terugsturen", {"reason": " "}))
    assert "Schrijf op waarom je terugstuurt." in page
    assert "Niemand wacht op een antwoord" in coach.follow(
        coach.send(f"{address}/terugsturen", {"reason": "Woont buiten onze regio."})
    )
    page = counsellor.read(address)
    assert "Woont buiten onze regio." in page
    assert faults_in_page(page) == []


def test_messages_go_to_and_fro(counsellor: Desk, coach: Desk, people: People) -> None:
    address = refer(counsellor, people)
    counsellor.follow(counsellor.send(f"{address}/bericht", {"text": "Belt liever\nniet."}))
    coach.read(address)
    page = coach.follow(coach.send(f"{address}/bericht", {"text": "<b>Dank je.</b>"}))
    assert page.count('data-test="message"') == 2
    assert "&lt;b&gt;Dank je." in counsellor.read(address)


def test_a_message_with_a_bsn_comes_back_with_why(counsellor: Desk, people: People) -> None:
    address = refer(counsellor, people)
    page = counsellor.follow(counsellor.send(f"{address}/bericht", {"text": "Bsn 111222333"}))
    assert "burgerservicenummer" in page
    assert 'data-test="message"' not in page
    assert faults_in_page(page) == []


def test_the_page_of_a_referral_that_ended_tells_nothing(
    counsellor: Desk, coach: Desk, people: People, house: House
) -> None:
    address = refer(counsellor, people)
    coach.read(address)
    coach.send(f"{address}/aannemen", {"place": "Utrecht", "who": "another"})
    with house.unit_of_work() as unit:
        (dossier,) = unit.dossiers.like(
            people.organisation.id, "Voorbeeld Twaalf", a_referral().birth_date, "06 12345678", ""
        )
        unit.consents.end(dossier.id, Line.COUNSELLOR_SEES_STEPS, house.clock())
        unit.commit()
    page = counsellor.read(address)
    assert "Deze verwijzing is gesloten" in page
    assert faults_in_page(page) == []
    for told in ("Voorbeeld Twaalf", "elektra", "06 12345678", "1990", "Utrecht", people.coach.name):
        assert told not in page
    assert "Voorbeeld Twaalf" not in counsellor.read("/mijn-verwijzingen")
    assert counsellor.send(f"{address}/bericht", {"text": "En nu?"}).status_code == 404


def test_a_counsellor_closes_it_for_who_does_not_want_it_any_more(
    counsellor: Desk, coach: Desk, people: People
) -> None:
    address = refer(counsellor, people)
    assert "Deze verwijzing is gesloten" in counsellor.follow(counsellor.send(f"{address}/sluiten"))
    assert "Deze verwijzing is gesloten" in coach.read(address)
    assert "Voorbeeld Twaalf" not in coach.read("/verwijzingen")


def test_nobody_else_finds_the_page(
    counsellor: Desk, people: People, app: Flask, house: House, clock: Clock, uwv: People
) -> None:
    address = refer(counsellor, people)
    elsewhere = keep_people(house.unit_of_work, clock.now, called="Elders")
    for account in (elsewhere.coach, elsewhere.counsellor, people.counsellor):
        Desk(signed_in_client(app, house, account)).read(address, 404)
    for account in (people.citizen, people.editor, people.administrator):
        Desk(signed_in_client(app, house, account)).read(address, 403)


def test_a_late_referral_says_so_on_each_list(
    counsellor: Desk, coach: Desk, people: People, uwv: People, house: House, clock: Clock
) -> None:
    refer(counsellor, people, name="Voorbeeld Nieuw")
    late = kept(house, uwv, people, name="Voorbeeld Oud", answer_by=clock.now.date() - timedelta(days=1))
    for page in (counsellor.read("/mijn-verwijzingen"), coach.read("/verwijzingen")):
        lines = re.findall(r'<tr data-test="line">(.*?)</tr>', page, re.DOTALL)
        assert [f"/verwijzing/{late.id}" in line for line in lines] == [True, False]
        assert ["Te laat" in line for line in lines] == [True, False]
    filtered = counsellor.read("/mijn-verwijzingen?stand=te-laat")
    assert filtered.count('data-test="line"') == 1


def test_the_number_on_each_filter_is_the_length_of_its_list(
    counsellor: Desk, people: People, uwv: People, house: House, clock: Clock
) -> None:
    for name in ("Voorbeeld Een", "Voorbeeld Twee"):
        refer(counsellor, people, name=name)
    kept(house, uwv, people, answer_by=clock.now.date() - timedelta(days=1))
    page = counsellor.read("/mijn-verwijzingen")
    for name, many in re.findall(r'href="/mijn-verwijzingen(?:\?stand=([\w-]+))?"[^>]*>[^<]+<span[^>]+>(\d+)<', page):
        listed = counsellor.read(f"/mijn-verwijzingen?stand={name or 'alle'}").count('data-test="line"')
        assert listed == int(many), name


def test_who_says_no_gets_a_code_and_nothing_is_kept_of_them(counsellor: Desk, house: House) -> None:
    counsellor.read("/verwijs")
    page = counsellor.follow(counsellor.send("/verwijs/code"))
    assert faults_in_page(page) == []
    found = re.search(r'data-test="code"><bdi[^>]*>([^<]+)<', page)
    assert found
    assert read_code(found[1])
    other = Desk(counsellor.client.application.test_client())
    other.read("/verder")
    assert other.send("/verder", {"code": found[1]}).status_code == 303


def test_without_a_code_there_is_nothing_to_print(counsellor: Desk) -> None:
    assert counsellor.client.get("/verwijs/code").location == "/verwijs"


def test_the_overview_hides_small_groups_also_in_the_file(
    counsellor: Desk, people: People, uwv: People, house: House
) -> None:
    for _each in range(9):
        kept(house, uwv, people)
    assert "Nog te weinig om te tonen" in counsellor.read("/overzicht")
    kept(house, uwv, people)
    page = counsellor.read("/overzicht")
    assert faults_in_page(page) == []
    assert '<td data-label="Verwezen">10</td>' in page
    assert '<td data-label="Aangenomen">minder dan 10</td>' in page
    answer = counsellor.client.get("/overzicht/verwijzingen.csv")
    assert answer.mimetype == "text/csv"
    assert answer.text.splitlines()[1].startswith("Januari 2027;Regio niet bekend;10;minder dan 10")


def kept(house: House, uwv: People, people: People, **told: object) -> Referral:
    """A referral that was made some other day."""
    actor = actor_of(uwv.counsellor)
    referral = a_referral(
        counsellor_id=actor.account_id,
        from_organisation_id=actor.organisation_id,
        to_organisation_id=people.organisation.id,
        sent_at=house.clock(),
        **told,
    )
    with house.unit_of_work() as unit:
        unit.referrals.add(referral)
        unit.commit()
    return referral


@pytest.mark.parametrize(
    ("language", "shown"), [("ar", [("ar", "rtl"), ("nl", "ltr")]), ("ti", [("ti", "ltr"), ("nl", "ltr")])]
)
def test_what_is_read_aloud_stands_there_in_the_language_that_was_chosen(
    counsellor: Desk, language: str, shown: list[tuple[str, str]]
) -> None:
    typed = {**FORM, "language": language, "wish": "", "action": "language"}
    page = counsellor.follow(counsellor.send("/verwijs", typed))
    assert re.findall(r'lang="(\w+)" dir="(\w+)" data-test="aloud"', page) == shown
    assert "We geven je gegevens aan een coach." in page
    assert f'value="{FORM["name"]}"' in page
    assert faults_in_page(page) == []
    assert "Vul" not in page.partition("<form")[0]


def test_both_sides_of_a_referral_see_where_the_other_is_called(
    coach: Desk, counsellor: Desk, house: House, people: People, uwv: People
) -> None:
    address = refer(counsellor, people)
    with house.unit_of_work() as unit:
        unit.accounts.set_phone(people.coach.id, "030 111 11 11")
        unit.accounts.set_phone(uwv.counsellor.id, "038 222 22 22")
        unit.commit()
    assert "038 222 22 22" in coach.read(address)
    assert "030 111 11 11" not in counsellor.read(address)
    coach.send(f"{address}/aannemen", {"dutch": "", "who": "another", "place": "Utrecht"})
    assert "030 111 11 11" in counsellor.read(address)
