"""A citizen who is proposed to a company: reads what it would see, says yes or no, stops, and sees who looked."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest

from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.profiles.people.proposal import Proposal
from gouden_poort.services.employers import links, proposing
from gouden_poort.services.offering import seats
from tests.own_dossiers import Coached
from tests.people_with_rights import Desk, actor_of
from tests.web.citizen.mine.conftest import NOW
from tests.web.page_rules import faults_in_page

ADDRESS = "/mijn-voorstellen"


@pytest.fixture
def company(registered: Coached) -> Desk:
    """The browser of the company."""
    coach, house = actor_of(registered.people.coach), registered.house
    made = links.make_link(house.unit_of_work, coach, "Lasbedrijf", NOW, company_id="B1")
    screen = Desk(registered.app.test_client())
    screen.client.get(f"/bedrijf/link/{made.token}")
    return screen


@pytest.fixture
def proposal(registered: Coached, company: Desk) -> Proposal:
    coach, house, dossier = actor_of(registered.people.coach), registered.house, registered.dossier
    home = Home(label="3511 Utrecht", lat=52.09, lon=5.12, approximate=False)
    known = {"place": home.as_answer(), "birth_date": "1990-01-02", "dutch": "B1", "schooling": "mbo_2"}
    with house.unit_of_work() as unit:
        for question, answer in {**known, "situation": ["career_changer"], "skills": {"S1": 1}}.items():
            unit.assessments.answer(dossier.assessment_id, question, answer, NOW)
        unit.commit()
    place = seats.keep_seats(house.unit_of_work, coach, OpeningKind.POSITION, "J1", seats=1, moment=NOW)
    return proposing.propose(
        house.unit_of_work,
        house.shelf.active(),
        coach,
        place.id,
        dossier.id,
        until=NOW.date() + timedelta(days=28),
        moment=NOW,
    )


def shown(page: str) -> list[str]:
    """Everything that is said of a person."""
    return [unescape(each) for each in re.findall(r"<dd>(.*?)</dd>", page)]


@pytest.mark.parametrize("language", ["", "/en", "/ar", "/uk", "/tr", "/ti"])
def test_a_proposal_is_read_in_every_language(registered: Coached, proposal: Proposal, language: str) -> None:
    page = registered.citizen.read(f"{language}{ADDRESS}")
    assert shown(page) == ["V. E.", "Lasser", "Lassen", "Utrecht", "11 januari 2027"]
    assert str(proposal.id) in page
    assert faults_in_page(page) == []


def test_the_plan_leads_to_it(registered: Coached, proposal: Proposal) -> None:
    page = registered.citizen.read("/mijn-plan")
    assert str(proposal.id) not in page
    assert f'href="{ADDRESS}"' in page


def test_without_a_proposal_the_page_says_so(registered: Coached) -> None:
    page = registered.citizen.read(ADDRESS)
    assert "Er is nu geen voorstel" in page
    assert faults_in_page(page) == []
    assert f'href="{ADDRESS}"' not in registered.citizen.read("/mijn-plan")


def test_the_company_sees_the_same_words_after_a_yes_and_none_before(
    registered: Coached, company: Desk, proposal: Proposal
) -> None:
    citizen = registered.citizen
    preview = shown(citizen.read(ADDRESS))
    empty = company.read("/bedrijf/mensen")
    assert "Er is nu niemand voorgesteld" in empty
    assert "V. E." not in empty
    answered = citizen.follow(citizen.send(f"{ADDRESS}/{proposal.id}", {"yes": "1"}))
    assert "Het bedrijf mag dit nu zien." in answered
    page = company.read("/bedrijf/mensen")
    assert shown(page) == preview
    assert registered.dossier.name not in page
    assert "1 mens zei ja" in company.read("/bedrijf")
    assert [faults_in_page(each) for each in (empty, answered, page)] == [[], [], []]


def test_who_looked_is_told_with_the_name_of_the_company(
    registered: Coached, company: Desk, proposal: Proposal
) -> None:
    citizen = registered.citizen
    citizen.send(f"{ADDRESS}/{proposal.id}", {"yes": "1"})
    company.read("/bedrijf")
    assert "Lasbedrijf" not in citizen.read("/mijn-gegevens")
    company.read("/bedrijf/mensen")
    page = unescape(re.sub(r"<[^>]+>", "", citizen.read("/mijn-gegevens")))
    assert "Het bedrijf Lasbedrijf" in page
    assert "Keek naar jouw voorstel" in page


def test_stopping_hides_it_at_the_next_request(registered: Coached, company: Desk, proposal: Proposal) -> None:
    citizen = registered.citizen
    citizen.send(f"{ADDRESS}/{proposal.id}", {"yes": "1"})
    assert "V. E." in company.read("/bedrijf/mensen")
    page = citizen.follow(citizen.send(f"{ADDRESS}/{proposal.id}", {"no": "1"}))
    assert "Je bent gestopt." in page
    assert "V. E." not in company.read("/bedrijf/mensen")


def test_a_no_and_a_yes_that_comes_too_late_show_nothing(
    registered: Coached, company: Desk, proposal: Proposal
) -> None:
    citizen = registered.citizen
    assert "Je zei nee." in citizen.follow(citizen.send(f"{ADDRESS}/{proposal.id}", {"no": "1"}))
    assert "Dit voorstel is er niet meer." in citizen.follow(citizen.send(f"{ADDRESS}/{proposal.id}", {"yes": "1"}))
    assert "V. E." not in company.read("/bedrijf/mensen")
