"""People of an organisation with accounts, clearly invented, and ways to sign a test client in as one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from uuid import UUID, uuid4

import pyotp
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from gouden_poort.profiles.people.account import Account, Actor, Role
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.services.accounts import sessions
from gouden_poort.services.accounts.passwords import hashed_password
from gouden_poort.services.accounts.second_factor import app_secret
from gouden_poort.services.ports import Credentials, UnitOfWorkFactory
from gouden_poort.wiring import House
from tests.builders import a_snapshot
from tests.databases import Database
from tests.fakes import ShelfWith

PASSWORD = "een zin die niemand raadt"


@cache
def password_hash() -> str:
    """What is kept of `PASSWORD`; it is slow to make, so it is made once."""
    return hashed_password(PASSWORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """An organisation with someone in each role, and a citizen. `of("b")` in an email tells organisations apart."""

    organisation: Organisation
    coach: Account
    other_coach: Account
    counsellor: Account
    editor: Account
    administrator: Account
    citizen: Account

    def with_role(self, role: Role) -> Account:
        """Someone in a role."""
        found = getattr(self, role.value)
        assert isinstance(found, Account)
        return found


def keep_people(open_unit: UnitOfWorkFactory, moment: datetime, *, called: str = "Voorbeeld") -> People:
    """Keep an organisation and its people, who may all sign in with `PASSWORD`; `called`: its name, once in a house."""
    organisation = Organisation(
        id=uuid4(), name=f"Gemeente {called}", kind=OrganisationKind.MUNICIPALITY, phone="030 123 45 67"
    )
    accounts = {
        name: an_account(role, f"{name}.{called.lower()}@voorbeeld.example", organisation.id, moment)
        for name, role in {**{role.value: role for role in Role}, "other_coach": Role.COACH}.items()
    }
    with open_unit() as unit:
        assert unit.organisations.add(organisation)
        for account in accounts.values():
            assert unit.accounts.add(account)
            unit.accounts.keep_credentials(
                Credentials(
                    account_id=account.id,
                    password_hash=password_hash(),
                    app_confirmed_at=None if account.role is Role.CITIZEN else moment,
                )
            )
        unit.commit()
    return People(organisation=organisation, **accounts)


def an_account(role: Role, email: str, organisation_id: UUID | None, moment: datetime) -> Account:
    """Someone whose name tells the role."""
    return Account(
        id=uuid4(),
        role=role,
        name=f"Voorbeeld {email.partition('.')[0].replace('_', ' ').title()}",
        email=email,
        organisation_id=None if role is Role.CITIZEN else organisation_id,
        made_at=moment,
    )


def actor_of(account: Account) -> Actor:
    """Someone as the one who asks."""
    return Actor(account_id=account.id, role=account.role, organisation_id=account.organisation_id)


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def house_at(database: Database, clock: Clock) -> House:
    """A house on a database of a test, with the small catalogue, where nothing is left for later."""
    return House(
        settings=database.settings,
        unit_of_work=database.unit,
        shelf=ShelfWith(a_snapshot()),
        clock=clock,
        aside=_at_once,
    )


def _at_once(work: Callable[[], object]) -> None:
    work()


def signed_in_client(app: Flask, house: House, account: Account | None) -> FlaskClient:
    """A client that is signed in with all factors, by a session of its own; None: nobody is."""
    client = app.test_client()
    if account is not None:
        with house.unit_of_work() as unit:
            token = sessions.begin(unit, account, house.clock(), device="Firefox, Windows", complete=True)
            unit.commit()
        with client.session_transaction() as session:
            session["_user_id"] = token
    return client


def code_of_app(app: Flask, account: Account, moment: datetime, *, draw: int = 0) -> str:
    """What the app of someone shows at a moment."""
    return pyotp.TOTP(app_secret(str(app.secret_key), account.id, draw)).at(moment)


@dataclass
class Desk:
    """Someone at a screen: reads pages, and sends forms with the token that stands in the last one that was read."""

    client: FlaskClient
    token: str = field(default="")

    def read(self, address: str, status: int = 200) -> str:
        answer = self.client.get(address)
        assert answer.status_code == status, f"{answer.status_code} {answer.headers.get('Location', '')}"
        found = re.search(r'name="csrf_token" value="([^"]+)"', answer.text)
        self.token = found[1] if found else self.token
        return answer.text

    def send(self, address: str, form: Mapping[str, object] | None = None) -> TestResponse:
        return self.client.post(address, data={"csrf_token": self.token, **(form or {})})

    def send_large(self, address: str, content: bytes, form: Mapping[str, object] | None = None) -> TestResponse:
        """The same with a large `file`: written out, for the client would leave a file behind."""
        head = 'Content-Disposition: form-data; name="{}"{}\r\n\r\n'
        fields = {"csrf_token": self.token, **(form or {})}
        parts = [head.format(name, "").encode() + str(value).encode() for name, value in fields.items()]
        parts.append(head.format("file", '; filename="a.jpg"').encode() + content)
        body = b"".join(b"--grens\r\n" + part + b"\r\n" for part in parts) + b"--grens--\r\n"
        return self.client.post(address, data=body, content_type="multipart/form-data; boundary=grens")

    def follow(self, answer: TestResponse) -> str:
        """The page to which a form leads."""
        assert answer.status_code == 303, answer.text
        return self.read(answer.location)

    def sign_in(self, account: Account, password: str = PASSWORD) -> TestResponse:
        """The first step of the real way in."""
        self.read("/aanmelden")
        return self.send("/aanmelden", {"email": account.email, "password": password})
