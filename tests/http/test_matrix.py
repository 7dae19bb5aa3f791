"""Every address for every role: what each gets at the door. An address that is not in the table fails the build.

The table is written by hand, as tests/profiles/people/test_rights.py is. Whose thing it is that stands behind an open
door is asked by the tests of its service.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from gouden_poort.http.guard import deed_of, is_public
from gouden_poort.profiles.people.account import Role
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.databases import Databases
from tests.house.test_addresses import OPEN_TO_EVERYONE
from tests.people_with_rights import Clock, house_at, keep_people, signed_in_client

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
EVERYONE = frozenset(Role)
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
CITIZEN = frozenset({Role.CITIZEN})
COACH = frozenset({Role.COACH})
COUNSELLOR = frozenset({Role.COUNSELLOR})
EDITOR = frozenset({Role.EDITOR})

DOOR: dict[str, frozenset[Role]] = {
    "guarantee.agree": COACH,
    "guarantee.before_ending": COACH,
    "guarantee.end": COACH,
    "guarantee.record": COACH,
    "guarantee.show": COACH,
    "handing_over.accept": COACH,
    "handing_over.caseload": ADMINISTRATOR,
    "handing_over.give_caseload": ADMINISTRATOR,
    "handing_over.offer": COACH,
    "handing_over.refuse": COACH,
    "handing_over.show": COACH,
    "handing_over.take_back": COACH,
    "importing.example": COACH,
    "importing.form": COACH,
    "importing.look": COACH,
    "importing.remarks": COACH,
    "importing.say_yes": COACH,
    "importing.show": COACH,
    "importing.throw_away": COACH,
    "company_links.end": COACH | ADMINISTRATOR,
    "company_links.link": COACH | ADMINISTRATOR,
    "company_links.make": COACH | ADMINISTRATOR,
    "company_links.passed_on": COACH | ADMINISTRATOR,
    "company_links.show": COACH | ADMINISTRATOR,
    "answers.change": COACH,
    "answers.form": COACH,
    "newcomer.form": COACH,
    "newcomer.register": COACH,
    "note.form": COACH,
    "note.reread": COACH,
    "note.rewrite": COACH,
    "note.write": COACH,
    "inviting.form": COACH,
    "inviting.invite": COACH,
    "inviting.let_in_again": COACH,
    "inviting.lost": COACH,
    "inviting.show": COACH,
    "logbook.download": ADMINISTRATOR,
    "logbook.show": ADMINISTRATOR,
    "messages.again": COACH | ADMINISTRATOR,
    "messages.letter": COACH,
    "messages.posted": COACH | ADMINISTRATOR,
    "messages.read": COACH,
    "messages.show": COACH | ADMINISTRATOR,
    "my_data.before_erasing": CITIZEN,
    "my_data.download": CITIZEN,
    "my_data.erase": CITIZEN,
    "my_data.read": CITIZEN,
    "my_data.share": CITIZEN,
    "my_data.show": CITIZEN,
    "my_data.stop": CITIZEN,
    "my_guarantee.agree": CITIZEN,
    "my_guarantee.doubt": CITIZEN,
    "my_guarantee.download": CITIZEN,
    "my_guarantee.show": CITIZEN,
    "my_proofs.add": CITIZEN,
    "my_proofs.download": CITIZEN,
    "my_proofs.look": CITIZEN,
    "my_proofs.remove_copy": CITIZEN,
    "my_proofs.show": CITIZEN,
    "my_proofs.take_back": CITIZEN,
    "my_messages.show": CITIZEN,
    "my_plan.accept": CITIZEN,
    "my_plan.answer_offer": CITIZEN,
    "my_plan.done": CITIZEN,
    "my_plan.show": CITIZEN,
    "my_plan.take_route": CITIZEN,
    "my_ten_years.amend": CITIZEN,
    "my_ten_years.correct": CITIZEN,
    "my_ten_years.form": CITIZEN,
    "my_ten_years.kinds": CITIZEN,
    "my_plan_again.keep": CITIZEN,
    "my_plan_again.show": CITIZEN,
    "my_ten_years.show": CITIZEN,
    "my_ten_years.write": CITIZEN,
    "my_year.answer": CITIZEN,
    "my_year.show": CITIZEN,
    "offering.keep": COACH,
    "offering.note_answer": COACH,
    "offering.offer": COACH,
    "offering.paper": COACH,
    "offering.place": COACH,
    "offering.show": COACH,
    "outcomes.download": EVERYONE - CITIZEN,
    "outcomes.show": EVERYONE - CITIZEN,
    "own_account.change_password": EVERYONE,
    "own_account.change_phone": EVERYONE,
    "own_account.end": EVERYONE,
    "own_account.end_others": EVERYONE,
    "own_account.new_codes": EVERYONE,
    "own_account.password": EVERYONE,
    "own_account.password_changed": EVERYONE,
    "own_account.show": EVERYONE,
    "people.file": COACH,
    "people.search": COACH,
    "people.show": COACH,
    "people_together.ask": COACH,
    "people_together.change": COACH,
    "people_views.remove": COACH,
    "people_views.save": COACH,
    "quick_look.look": COUNSELLOR,
    "quick_look.show": COUNSELLOR,
    "referral_inbox.accept": COACH,
    "referral_inbox.compare": COACH,
    "referral_inbox.send_it_back": COACH,
    "referral_inbox.show": COACH,
    "referral_inbox.why_back": COACH,
    "referral_numbers.download": COUNSELLOR,
    "referral_numbers.show": COUNSELLOR,
    "referrals.close": COUNSELLOR | {Role.CITIZEN},
    "referrals.own": COUNSELLOR,
    "referrals.say": COUNSELLOR | {Role.COACH},
    "referrals.show": COUNSELLOR | {Role.COACH},
    "referrals.started": COACH,
    "referring.code": COUNSELLOR,
    "referring.form": COUNSELLOR,
    "referring.make_code": COUNSELLOR,
    "referring.send": COUNSELLOR,
    "requests.answer": COACH,
    "requests.make_dossier": COACH,
    "requests.overview": COACH,
    "requests.show": COACH,
    "requests.spoken": COACH,
    "requests.take_up": COACH,
    "funnel.show": ADMINISTRATOR | EDITOR,
    "report.show": COACH | ADMINISTRATOR,
    "signing_in.sign_out": EVERYONE,
    "today.show": COACH,
    "particulars.change": COACH,
    "particulars.form": COACH,
    "person.choose": COACH,
    "proofs.add": COACH,
    "proofs.confirm": COACH,
    "proofs.look": COACH,
    "proofs.look_closer": COACH,
    "proofs.show": COACH,
    "person.move": COACH,
    "person.settle": COACH,
    "person.show": COACH,
    "set_aside.form": COACH,
    "set_aside.set_aside": COACH,
    "set_aside.take_back": COACH,
    "talk.agree": COACH,
    "talk.form": COACH,
    "ten_years.amend": COACH,
    "ten_years.correct": COACH,
    "ten_years.form": COACH,
    "plan_again.keep": COACH,
    "plan_again.show": COACH,
    "ten_years.show": COACH,
    "ten_years.write": COACH,
    "users.disable": ADMINISTRATOR,
    "users.enable": ADMINISTRATOR,
    "users.invite": ADMINISTRATOR,
    "users.link": ADMINISTRATOR,
    "users.new": ADMINISTRATOR,
    "users.overview": ADMINISTRATOR,
    "users.passed_on": ADMINISTRATOR,
    "users.start_anew": ADMINISTRATOR,
    "welcome.codes": EVERYONE,
    "welcome.put_away": EVERYONE,
    "year_together.answer": COACH,
    "year_together.form": COACH,
    "work_to_work.announce": COACH | ADMINISTRATOR,
    "work_to_work.form": COACH | ADMINISTRATOR,
    "work_to_work.person": COACH,
    "work_to_work.propose": COACH,
    "work_to_work.take_back": COACH,
    "my_proposals.answer": CITIZEN,
    "my_proposals.show": CITIZEN,
    "work_to_work.show": COACH | ADMINISTRATOR,
    "work_to_work.withdraw": COACH | ADMINISTRATOR,
}
"""Who comes in where one must sign in; nobody else does, and nobody without a session."""
_METHODS = {"DELETE", "GET", "PATCH", "POST", "PUT"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, sqlite_databases: Databases) -> Iterator[House]:
    with sqlite_databases.migrated(tmp_path_factory.mktemp("matrix")) as database:
        yield house_at(database, Clock(NOW))


@pytest.fixture(scope="module")
def app(house: House) -> Flask:
    made = app_of(house)
    made.config["WTF_CSRF_ENABLED"] = False  # so that a form gets as far as the door
    for endpoint in made.view_functions:
        if deed_of(made, endpoint) is not None:
            made.view_functions[endpoint] = _marked(made, endpoint)
    return made


def _marked(app: Flask, endpoint: str) -> object:
    """In the place of a page: only the door is asked here, and nothing behind it changes."""

    def inside(**_values: object) -> str:
        return "inside"

    inside.deed = deed_of(app, endpoint)  # type: ignore[attr-defined]
    return inside


@pytest.fixture(scope="module")
def clients(app: Flask, house: House) -> dict[Role | None, FlaskClient]:
    people = keep_people(house.unit_of_work, NOW)
    accounts = {None: None, **{role: people.with_role(role) for role in Role}}
    return {role: signed_in_client(app, house, account) for role, account in accounts.items()}


def closed_rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if not is_public(app, rule.endpoint)]


def asked(app: Flask, rule: Rule) -> Iterator[tuple[str, str]]:
    """Each method of an address, with something in the place of each id."""
    values = {name: UUID(int=1) if f"<uuid:{name}>" in rule.rule else 1 for name in rule.arguments}
    with app.test_request_context():
        path = app.url_for(rule.endpoint, **values)
    yield from ((method, path) for method in sorted((rule.methods or set()) & _METHODS))


def test_every_address_is_in_a_table(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == OPEN_TO_EVERYONE | set(DOOR)
    assert {rule.endpoint for rule in closed_rules(app)} == set(DOOR)


@pytest.mark.parametrize("role", [None, *Role])
def test_each_role_comes_in_where_the_table_says_and_nowhere_else(
    app: Flask, clients: dict[Role | None, FlaskClient], role: Role | None
) -> None:
    wrong = []
    for rule in closed_rules(app):
        expected = 303 if role is None else 200 if role in DOOR[rule.endpoint] else 403
        for method, path in asked(app, rule):
            answer = clients[role].open(path, method=method)
            if answer.status_code != expected or (expected == 303 and answer.location != "/aanmelden"):
                wrong.append((method, path, answer.status_code))
    assert wrong == []


def test_what_is_behind_a_door_is_stored_nowhere(app: Flask, clients: dict[Role | None, FlaskClient]) -> None:
    for rule in closed_rules(app):
        for method, path in asked(app, rule):
            assert clients[Role.ADMINISTRATOR].open(path, method=method).headers["Cache-Control"] == "no-store", path
