"""Every address is open by name or asks who you are; nothing is open by accident."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.routing import Rule

from gouden_poort.app import create_app
from gouden_poort.http.guard import is_public
from gouden_poort.settings import Settings
from gouden_poort.wiring import House
from tests.builders import a_snapshot
from tests.fakes import ShelfWith, UnitInMemory

OPEN_TO_EVERYONE = {
    "static",
    # pages of someone without an account
    "assessment.answer",
    "assessment.ask",
    "assessment.begin",
    "assessment.check",
    "assessment.forget",
    "assessment.forgotten",
    "assessment.go_on",
    "choose_language.choose",
    "compare.choose",
    "compare.show",
    "first_routes.show",
    "gallery.parts",
    "helping.ways_to_help",
    "how_it_works.overview",
    "how_it_works.subject",
    "staying.show",
    "leaving_out.without_sector",
    "mailed_code.send",
    "mailed_code.sent",
    "occupations.browse",
    "occupations.show",
    "places.look",
    "places.show",
    "resume.enter",
    "resume.leave",
    "resume.left",
    "resume.resume",
    "resume.save",
    "resume.show",
    "routes.aid",
    "resume.with_coach",
    "routes.nearly",
    "routes.show",
    "routes.suggestions",
    "routes.tell_income",
    "start.about_the_data",
    "start.before_you_begin",
    "start.welcome",
    "what_if.answer",
    "what_if.ask",
    "what_if.open_work",
    "what_if.outcome",
    "what_if.outcome_for",
    "what_if.put_back",
    "what_if.take_over",
    # the card of a child, kept nowhere
    "tech_card.answer",
    "tech_card.ask",
    "tech_card.begin",
    "tech_card.card",
    "tech_card.for_grown_ups",
    "tech_card.live_in",
    "tech_card.on_paper",
    "tech_card.welcome",
    "tech_card.where",
    "tech_card.wipe",
    # what the service promises, and telling that something is not right
    "fairness.accessibility",
    "fairness.privacy",
    "objections.form",
    "objections.received",
    "objections.send",
    # asking a coach
    "coach.enter",
    "coach.form",
    "coach.look",
    "coach.received",
    "coach.send",
    "coach.withdraw",
    "coach.withdrawn",
    # the way in
    "link.follow",
    "link.over",
    "link.show",
    "link.use",
    "mailed_link.ask",
    "mailed_link.asked",
    "mailed_link.form",
    "my_data.erased",
    "signing_in.check_code",
    "signing_in.code",
    "signing_in.form",
    "signing_in.sign_in",
    "signing_in.signed_out",
    "welcome.app",
    "welcome.choose_password",
    "welcome.confirm_app",
    "welcome.password",
    # companies with a link, which their own views ask for
    "company.follow",
    "company.over",
    "company_people.show",
    "company_positions.keep",
    "company_positions.show",
    "company_stopping.announce",
    "company_stopping.show",
    "company_stopping.withdraw",
    "api_company.get_positions",
    "api_company.put_positions",
    # the API: facts of the catalogue and the rules, routes and eligibility for a profile that is not kept
    "api_choice.choose",
    "api_description.get_description",
    "api_eligibility.ask",
    "api_occupations.get_occupation",
    "api_occupations.list_occupations",
    "api_offerings.get_offering",
    "api_offerings.list_offerings",
    "api_places.search",
    "api_routes.suggest",
    "api_rules.get_rule",
    "api_rules.list_rules",
    "api_schemes.list_schemes",
    "api_sites.list_sites",
    "api_skills.list_skills",
    "api_what_if.ask",
}
"""Whoever adds an address decides here, in sight, that everyone may visit it."""


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """The whole application, as `app.py` joins it."""
    house = House(
        settings=Settings(data_dir=tmp_path, database_url="sqlite://", secret_key="for tests only"),
        unit_of_work=UnitInMemory,
        shelf=ShelfWith(a_snapshot()),
        clock=lambda: datetime(2027, 1, 4, tzinfo=UTC),
    )
    return create_app(house=house)


def test_every_address_is_listed_as_open_or_guarded(app: Flask) -> None:
    open_addresses = {rule.endpoint for rule in app.url_map.iter_rules() if is_public(app, rule.endpoint)}
    assert open_addresses == OPEN_TO_EVERYONE


def test_an_address_that_nobody_marked_is_refused(app: Flask) -> None:
    app.add_url_rule("/vergeten", "forgotten", lambda: "open")
    assert app.test_client().get("/vergeten").status_code == 401


def _fitting(rule: Rule) -> object:
    return UUID(int=1) if "<uuid:" in rule.rule else 1


def test_what_changes_something_refuses_pages_of_other_sites(app: Flask) -> None:
    changing = [rule for rule in app.url_map.iter_rules() if (rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}]
    assert changing
    with app.test_request_context():
        paths = [
            (method, app.url_for(rule.endpoint, **dict.fromkeys(rule.arguments, _fitting(rule))))
            for rule in changing
            for method in (rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}
        ]
    for method, path in paths:
        answer = app.test_client().open(path, method=method, headers={"Origin": "https://elders.example"}, json={})
        assert answer.status_code == 403, path
