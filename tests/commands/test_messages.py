"""The commands about messages, on a database and with a mail server of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.app import open_house
from gouden_poort.profiles.people.message import MessageKind
from tests.letters import a_message_of
from tests.mail_server import mail_server
from tests.terminal import Run

NOW = datetime.now(UTC)
EARLIER = NOW - timedelta(hours=1)


@pytest.fixture
def ready(run: Run) -> Run:
    assert run("db", "upgrade").exit_code == 0
    return run


def keep(kind: MessageKind = MessageKind.PLAN_READY, **told: Any) -> None:
    with open_house().unit_of_work() as unit:
        usual = {"made_at": EARLIER, "due": EARLIER, "next_try": EARLIER, "language": "ar"}
        unit.outbox.add(a_message_of(kind, **(usual | told)))
        unit.commit()


def name_server(patch: pytest.MonkeyPatch, port: int) -> None:
    told = {"HOST": "127.0.0.1", "PORT": str(port), "FROM": "poort@huis.example", "STARTTLS": "no"}
    for name, value in told.items():
        patch.setenv(f"GOUDEN_POORT_SMTP_{name}", value)
    patch.setenv("GOUDEN_POORT_BASE_URL", "https://poort.example")


def test_without_a_mail_server_nothing_is_lost(ready: Run) -> None:
    keep()
    assert "No mail server" in ready("messages", "send").output
    assert ready("messages", "list").output.endswith("1 not sent.\n")


def test_what_is_due_is_sent_once_in_the_language_of_its_reader(ready: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    keep()
    with mail_server() as server:
        name_server(monkeypatch, server.port)
        assert ready("messages", "send").output == "1 sent, 0 not.\n"
        assert ready("messages", "send").output == "0 sent, 0 not.\n"
        ((people, mail),) = server.got
    assert people == ["een@voorbeeld.example"]
    assert mail["Content-Language"] == "ar"
    assert ready("messages", "list").output == "0 not sent.\n"


def test_the_list_says_what_did_not_arrive_and_nothing_of_the_person(
    ready: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep()
    with mail_server(RCPT="550 <een@voorbeeld.example> unknown") as server:
        name_server(monkeypatch, server.port)
        assert ready("messages", "send").output == "0 sent, 1 not.\n"
    told = ready("messages", "list").output
    assert "plan_ready" in told
    assert "given_up  tries 1  550" in told
    assert "oorbeeld" not in told


def test_one_that_was_given_up_is_sent_again_when_a_person_says_so(ready: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(next_try=None, tries=6, failure="451")
    assert ready("messages", "again", str(UUID(int=1))).exit_code == 0
    with mail_server() as server:
        name_server(monkeypatch, server.port)
        assert ready("messages", "send").output == "1 sent, 0 not.\n"


def test_one_that_waits_needs_no_command(ready: Run) -> None:
    keep()
    assert ready("messages", "again", str(UUID(int=1))).exit_code == 2


def test_what_did_not_arrive_is_wiped_after_its_time(ready: Run) -> None:
    keep(next_try=None, due=NOW - timedelta(days=31))
    assert "Wiped 1 message that could not be sent." in ready("forget-expired").output


def test_an_address_that_was_given_for_once_is_wiped_a_day_later_whatever_became_of_the_mail(ready: Run) -> None:
    keep(MessageKind.RESUME_CODE, made_at=NOW - timedelta(days=1, minutes=1))
    assert "Wiped 1 mail to an address that was given for once." in ready("forget-expired").output
    assert "Wiped 0 mails to an address" in ready("forget-expired").output
