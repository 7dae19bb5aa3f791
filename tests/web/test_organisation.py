"""Who offers the site stands at the foot of each page, on the page about privacy and on paper; nobody is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import Memory, ShelfWith
from tests.web.coaching import ORGANISATION
from tests.web.conftest import Visitor, make_app
from tests.web.page_rules import faults_in_page


@pytest.fixture
def visitor(tmp_path: Path, memory: Memory, shelf: ShelfWith) -> Visitor:
    """Someone who visits the installation of an organisation."""
    return Visitor(make_app(tmp_path, memory, shelf, ORGANISATION).test_client())


def test_each_page_ends_with_who_offers_it_and_the_number_to_call(visitor: Visitor) -> None:
    foot = visitor.read("/").partition("<footer")[2]
    assert "Deze site is van Werkplaats Voorbeeld." in foot
    assert '<a href="tel:0301234567">' in foot


def test_the_page_about_privacy_names_who_answers_for_the_data(visitor: Visitor) -> None:
    page = visitor.read("/privacy")
    assert "Werkplaats Voorbeeld biedt deze site aan en zorgt voor je gegevens." in page
    assert "mailto:hulp@voorbeeld.example" in page
    assert faults_in_page(page) == []


def test_paper_names_who_to_call(visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.send("/bewaren", {})
    sheet = visitor.read("/bewaren").partition('class="now ticket')[2].partition("</section>")[0]
    assert "Werkplaats Voorbeeld" in sheet


def test_the_hours_are_told_apart_as_dutch_in_another_language(visitor: Visitor) -> None:
    assert '<bdi lang="nl">op werkdagen' in visitor.read("/en/")


def test_where_nobody_is_named_no_page_makes_one_up(tmp_path: Path, memory: Memory, shelf: ShelfWith) -> None:
    alone = Visitor(make_app(tmp_path, memory, shelf).test_client())
    assert "Deze site is van" not in alone.read("/")
    assert 'data-test="nobody"' in alone.read("/privacy")


def test_the_page_of_help_leads_to_a_coach_and_says_whom_to_call(visitor: Visitor) -> None:
    main = visitor.read("/hulp").partition("<main")[2].partition("</main>")[0]
    assert '<a href="tel:0301234567">' in main
    assert 'href="/vraag-een-coach" data-test="primary">Vraag een coach<' in main


def test_without_a_coach_the_page_of_help_leads_to_who_can_help(
    tmp_path: Path, memory: Memory, shelf: ShelfWith
) -> None:
    alone = Visitor(make_app(tmp_path, memory, shelf).test_client())
    assert 'href="/vraag-een-coach" data-test="primary">Lees wie je kan helpen<' in alone.read("/hulp")
