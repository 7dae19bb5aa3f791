"""A place that is offered to a citizen: read, said yes or no to, taken by another, and over its day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, OpeningKind, PlaceOffer
from gouden_poort.services.offering import seats
from tests.own_dossiers import Coached
from tests.people_with_rights import Clock, actor_of
from tests.web.citizen.mine.conftest import NOW
from tests.web.page_rules import faults_in_page

UNTIL = NOW.date() + timedelta(days=7)


def keep(made: Coached, many: int, opening_id: str = "J1") -> FreePlace:
    kind = OpeningKind.OFFERING_START if "@" in opening_id else OpeningKind.POSITION
    coach = actor_of(made.people.coach)
    return seats.keep_seats(made.house.unit_of_work, coach, kind, opening_id, seats=many, moment=NOW)


def offered(made: Coached, opening_id: str = "J1") -> PlaceOffer:
    place = keep(made, 1, opening_id)
    return seats.offer(
        made.house.unit_of_work,
        actor_of(made.people.coach),
        place.id,
        made.dossier.id,
        answer_by=UNTIL,
        moment=NOW,
    )


def state_of(made: Coached, offer: PlaceOffer) -> OfferState:
    with made.house.unit_of_work() as unit:
        found = unit.free_places.find_offer(offer.id)
    assert found
    return found.state


@pytest.mark.parametrize("address", ["/mijn-plan", "/ar/mijn-plan", "/en/mijn-plan", "/ti/mijn-plan"])
@pytest.mark.parametrize("opening_id", ["J1", "T1@2027-02-01"])
def test_an_offer_stands_in_the_plan_in_every_language(registered: Coached, address: str, opening_id: str) -> None:
    offered(registered, opening_id)
    page = registered.citizen.read(address)
    assert 'data-test="offer"' in page
    assert "11 januari 2027" in page
    assert faults_in_page(page) == []


def test_an_offer_says_what_where_and_until_when(planned: Coached) -> None:
    offered(planned)
    page = planned.citizen.read("/mijn-plan")
    for words in ("Er is een plek voor jou", "Lasser bij Lasbedrijf", "Waar: Utrecht.", "uiterlijk 11 januari 2027"):
        assert words in page


@pytest.mark.parametrize(
    ("said", "state", "words"),
    [("yes", OfferState.YES, "Je zei ja."), ("no", OfferState.NO, "Je zei nee. Er verandert niets aan je plan.")],
)
def test_what_a_citizen_says_counts(planned: Coached, said: str, state: OfferState, words: str) -> None:
    offer, citizen = offered(planned), planned.citizen
    page = citizen.follow(citizen.send(f"/mijn-plan/plek/{offer.id}", {said: "1"}))
    assert words in page
    assert state_of(planned, offer) is state
    assert ("Jij zei ja tegen deze plek" in page) == (said == "yes")
    assert "Ja, ik wil deze plek" not in page
    assert faults_in_page(page) == []


def test_a_yes_to_a_place_that_is_gone_is_told(planned: Coached) -> None:
    offer, citizen = offered(planned), planned.citizen
    keep(planned, 0)
    assert "net weg" in citizen.follow(citizen.send(f"/mijn-plan/plek/{offer.id}", {"yes": "1"}))
    assert state_of(planned, offer) is OfferState.OPEN


def test_an_offer_whose_day_is_over_is_no_longer_there_and_a_late_yes_is_told(planned: Coached, clock: Clock) -> None:
    offer = offered(planned)
    clock.now = NOW + timedelta(days=8)
    citizen = planned.citizen
    assert 'data-test="offer"' not in citizen.read("/mijn-plan")
    page = citizen.follow(citizen.send(f"/mijn-plan/plek/{offer.id}", {"yes": "1"}))
    assert "De dag om te antwoorden is voorbij." in page
    assert state_of(planned, offer) is OfferState.SILENT


def test_the_offer_of_another_is_not_there(planned: Coached) -> None:
    stranger = planned.screen_of(planned.people.citizen)
    assert stranger.send("/mijn-plan/plek/00000000-0000-0000-0000-000000000001", {"yes": "1"}).status_code == 404
