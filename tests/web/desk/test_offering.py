"""Offering places: adding one, who is next, offering it, noting the answer, and a seat that was just taken."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, OpeningKind
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.fitting import Gap, Lack
from gouden_poort.web.desk.offering_words import LackWords
from gouden_poort.wiring import House
from tests.builders import a_snapshot
from tests.people_with_rights import Clock, Desk, People, actor_of, keep_people
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import a_client, desk_of
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page

LIST = "/plek-aanbieden"
UNTIL = NOW.date() + timedelta(days=7)
DAY = {"answer_by-day": str(UNTIL.day), "answer_by-month": str(UNTIL.month), "answer_by-year": str(UNTIL.year)}


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return desk_of(app, house, people.coach)


def a_place(house: House, people: People, many: int = 1) -> FreePlace:
    return seats.keep_seats(
        house.unit_of_work, actor_of(people.coach), OpeningKind.POSITION, "J1", seats=many, moment=NOW
    )


def a_welder(house: House, people: People, **told: Any) -> Dossier:
    dossier = a_client(house, people, NOW, **{"target_id": "O1", **told})
    with house.unit_of_work() as unit:
        unit.assessments.answer(dossier.assessment_id, "skills", {"S1": 2}, NOW)
        unit.commit()
    return dossier


def offered(house: House, place: FreePlace) -> list[tuple[Any, OfferState]]:
    with house.unit_of_work() as unit:
        return [(each.dossier_id, each.state) for each in unit.free_places.offers_at(place.id)]


def test_a_place_is_found_added_and_then_stands_in_the_list(coach: Desk) -> None:
    empty = coach.read(LIST)
    assert "Er zijn nog geen plekken" in empty
    assert faults_in_page(empty) == []
    found = coach.read(f"{LIST}?zoek=lasser")
    assert "Lasser bij Lasbedrijf" in found
    assert faults_in_page(found) == []
    page = coach.follow(coach.send(LIST, {"kind": "position", "opening": "J1", "seats": "3", "zoek": "lasser"}))
    assert marked(page, "left") == ["3 van 3"]
    assert marked(coach.read(LIST), "place") == [
        "Lasser bij Lasbedrijf Utrecht baan, 32 uur 3 van 3 bijgewerkt op 4 januari 2027"
    ]


@pytest.mark.parametrize("typed", ["", "-1", "veel", "501", "٣"])
def test_no_number_of_seats_is_told_where_it_was_typed(coach: Desk, typed: str) -> None:
    coach.read(f"{LIST}?zoek=lasser")
    sent = {"kind": "position", "opening": "J1", "seats": typed, "zoek": "lasser"}
    page = coach.follow(coach.send(LIST, sent))
    assert "Vul een heel getal in van 0 tot en met 500." in page
    assert 'id="seats"' in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("made_up", [{"kind": "baan"}, {"opening": "J9"}])
def test_an_opening_that_is_not_there_cannot_be_kept(coach: Desk, made_up: dict[str, str]) -> None:
    coach.read(f"{LIST}?zoek=lasser")
    assert coach.send(LIST, {"kind": "position", "opening": "J1", "seats": "1", **made_up}).status_code == 404


def test_a_place_is_offered_to_who_is_next_and_the_citizen_gets_a_message(
    coach: Desk, house: House, people: People
) -> None:
    place, dossier = a_place(house, people), a_welder(house, people)
    page = coach.read(f"{LIST}/{place.id}")
    assert ["Alleen de plek" in each for each in marked(page, "candidate")] == [True]
    assert faults_in_page(page) == []
    after = coach.follow(coach.send(f"{LIST}/{place.id}", {"who": str(dossier.id), **DAY}))
    (offer,) = marked(after, "offer")
    assert "Voorbeeld Een Wacht op antwoord tot en met 11 januari, nog 7 dagen" in offer
    assert faults_in_page(after) == []
    with house.unit_of_work() as unit:
        (message,) = unit.outbox.unsent_about(dossier.id)
    assert (message.kind, message.channel) == (MessageKind.PLACE_OFFER, Channel.MAIL)
    assert message.facts["work"] == "Lasser"
    assert message.facts["company"] == "Lasbedrijf, Utrecht"
    assert message.facts["link"].endswith("/mijn-plan")


def test_who_gets_no_mail_is_called_or_given_a_letter(coach: Desk, house: House, people: People) -> None:
    place = a_place(house, people)
    dossier = a_welder(house, people, email="", language="ar")
    coach.read(f"{LIST}/{place.id}")
    page = coach.follow(coach.send(f"{LIST}/{place.id}", {"who": str(dossier.id), **DAY}))
    assert "Er ging geen bericht uit." in marked(page, "done")[0]
    link = re.search(rf'href="({LIST}/{place.id}/brief/[^"]+)"', page)
    assert link
    paper = coach.read(link[1])
    assert 'dir="rtl"' in paper
    assert "Lasbedrijf, Utrecht" in paper
    assert dossier.name in paper


def test_the_letter_of_the_client_of_a_colleague_is_not_there(app: Flask, house: House, people: People) -> None:
    place, dossier = a_place(house, people), a_welder(house, people)
    coach = actor_of(people.coach)
    made = seats.offer(house.unit_of_work, coach, place.id, dossier.id, answer_by=UNTIL, moment=NOW)
    desk_of(app, house, people.other_coach).read(f"{LIST}/{place.id}/brief/{made.id}", 404)


@pytest.mark.parametrize("day", ["", "3"])
def test_a_day_that_cannot_be_is_told_and_nothing_is_offered(
    coach: Desk, house: House, people: People, day: str
) -> None:
    place, dossier = a_place(house, people), a_welder(house, people)
    coach.read(f"{LIST}/{place.id}")
    page = coach.follow(coach.send(f"{LIST}/{place.id}", {"who": str(dossier.id), **DAY, "answer_by-day": day}))
    assert "Kies een dag vanaf vandaag, binnen 60 dagen." in page
    assert faults_in_page(page) == []
    assert offered(house, place) == []


def test_who_comes_second_reads_that_it_is_gone_and_nobody_else_is_named(
    app: Flask, coach: Desk, house: House, people: People
) -> None:
    place, dossier = a_place(house, people), a_welder(house, people)
    theirs = a_welder(house, people, coach_id=people.other_coach.id, name="Voorbeeld Vreemd")
    colleague = desk_of(app, house, people.other_coach)
    coach.read(f"{LIST}/{place.id}")
    colleague.read(f"{LIST}/{place.id}")
    colleague.send(f"{LIST}/{place.id}", {"who": str(theirs.id), **DAY})
    page = coach.follow(coach.send(f"{LIST}/{place.id}", {"who": str(dossier.id), **DAY}))
    assert "Deze plek is net weg." in marked(page, "gone")[0]
    assert theirs.name not in page
    assert faults_in_page(page) == []
    assert offered(house, place) == [(theirs.id, OfferState.OPEN)]


@pytest.mark.parametrize(("said", "state"), [("yes", OfferState.YES), ("no", OfferState.NO)])
def test_an_answer_is_noted_for_the_citizen(
    coach: Desk, house: House, people: People, said: str, state: OfferState
) -> None:
    place, dossier = a_place(house, people), a_welder(house, people)
    made = seats.offer(house.unit_of_work, actor_of(people.coach), place.id, dossier.id, answer_by=UNTIL, moment=NOW)
    page = coach.read(f"/persoon/{dossier.id}")
    assert ["Lasser bij Lasbedrijf" in each for each in marked(page, "offer")] == [True]
    after = coach.follow(coach.send(f"{LIST}/aanbod/{made.id}", {said: "1", "place": str(place.id)}))
    assert marked(after, "done") == ["Het antwoord staat erbij."]
    assert offered(house, place) == [(dossier.id, state)]
    assert faults_in_page(coach.read(f"/persoon/{dossier.id}")) == []


def test_a_yes_for_which_there_is_no_seat_any_more_is_told(coach: Desk, house: House, people: People) -> None:
    place, dossier = a_place(house, people), a_welder(house, people)
    made = seats.offer(house.unit_of_work, actor_of(people.coach), place.id, dossier.id, answer_by=UNTIL, moment=NOW)
    a_place(house, people, 0)
    coach.read(f"{LIST}/{place.id}")
    page = coach.follow(coach.send(f"{LIST}/aanbod/{made.id}", {"yes": "1", "place": str(place.id)}))
    assert "Er is geen plek meer vrij." in marked(page, "gone")[0]
    assert offered(house, place) == [(dossier.id, OfferState.OPEN)]


def test_an_answer_after_the_last_day_is_told(app: Flask, house: House, people: People, clock: Clock) -> None:
    place, dossier = a_place(house, people), a_welder(house, people)
    made = seats.offer(
        house.unit_of_work, actor_of(people.coach), place.id, dossier.id, answer_by=NOW.date(), moment=NOW
    )
    clock.now = NOW + timedelta(days=1)
    later = desk_of(app, house, people.coach)
    later.read(f"{LIST}/{place.id}")
    page = later.follow(later.send(f"{LIST}/aanbod/{made.id}", {"yes": "1", "place": str(place.id)}))
    assert "Dit antwoord kwam te laat" in page
    assert offered(house, place) == [(dossier.id, OfferState.SILENT)]


def test_a_place_that_came_free_by_silence_stands_in_the_day_with_who_is_next(
    app: Flask, house: House, people: People, clock: Clock
) -> None:
    place, silent = a_place(house, people), a_welder(house, people, name="Voorbeeld Stil")
    a_welder(house, people, name="Voorbeeld Volgende", next_contact_on=None)
    seats.offer(house.unit_of_work, actor_of(people.coach), place.id, silent.id, answer_by=NOW.date(), moment=NOW)
    first = desk_of(app, house, people.coach).read("/vandaag")
    assert "Ja of nee op een plek: Lasser bij Lasbedrijf" in first
    clock.now = NOW + timedelta(days=1)
    assert seats.end_silent(house.unit_of_work, clock.now) == 1
    page = desk_of(app, house, people.coach).read("/vandaag")
    (line,) = [each for each in marked(page, "line") if "plek" in each]
    assert "Gaf geen antwoord op een plek: Lasser bij Lasbedrijf. De volgende is Voorbeeld Volgende" in line
    assert f'href="{LIST}/{place.id}"' in page
    assert faults_in_page(page) == []


def test_nobody_of_another_organisation_gets_it(app: Flask, house: House, people: People) -> None:
    place = a_place(house, people)
    elsewhere = keep_people(house.unit_of_work, NOW, called="Elders")
    desk_of(app, house, elsewhere.coach).read(f"{LIST}/{place.id}", 404)
    assert "Lasbedrijf" not in desk_of(app, house, elsewhere.coach).read(LIST)


def test_for_others_a_full_place_is_no_open_route_any_more(coach: Desk, house: House, people: People) -> None:
    place, holder = a_place(house, people), a_welder(house, people)
    other = a_welder(house, people, name="Voorbeeld Ander")
    seats.offer(house.unit_of_work, actor_of(people.coach), place.id, holder.id, answer_by=UNTIL, moment=NOW)
    assert "Nu is er geen open route" in coach.read(f"/persoon/{other.id}")
    assert "Nu is er geen open route" not in coach.read(f"/persoon/{holder.id}")


@pytest.mark.parametrize("gap", Gap)
def test_everything_that_someone_can_lack_has_words(gap: Gap) -> None:
    snapshot = a_snapshot(credentials=[{}])
    lack = Lack(gap=gap, id={Gap.SKILL: "S1", Gap.PAPER: "C1"}.get(gap, "een-regel"), needed=2, yours=1)
    assert LackWords(snapshot, rulebook_of(snapshot), NOW.date()).of(lack)
