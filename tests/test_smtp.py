"""Handing mail to a real server on this machine, that says no in every way a server can."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.errors import MailError, MailPostponed, MailRefused, MailServerAway, MailUncertain
from gouden_poort.mail_settings import SMTP
from gouden_poort.services.ports import Mail
from gouden_poort.smtp import SMTPMailer
from tests.mail_server import MailServer, mail_server

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def a_mail(**told: Any) -> Mail:
    usual = {
        "id": UUID(int=1),
        "to": "een@voorbeeld.example",
        "language": "ar",
        "subject": "رسالة من Gouden Poort",
        "text": "مرحبا\n.\neinde\n",
        "html": "<p>مرحبا</p>",
    }
    return Mail(**(usual | told))


def send(port: int, mail: Mail, **settings: Any) -> None:
    server = SMTP(**{"host": "127.0.0.1", "port": port, "sender": "poort@huis.example", "starttls": False} | settings)
    SMTPMailer(server, lambda: NOON, answers_to="hulp@huis.example").send(mail)


def taken(server: MailServer) -> EmailMessage:
    send(server.port, a_mail())
    ((people, mail),) = server.got
    assert people == ["een@voorbeeld.example"]
    return mail


def test_a_mail_arrives_with_both_texts() -> None:
    with mail_server() as server:
        mail = taken(server)
    plain, html = mail.iter_parts()
    assert isinstance(plain, EmailMessage)
    assert isinstance(html, EmailMessage)
    assert (plain.get_content_type(), plain.get_content()) == ("text/plain", "مرحبا\r\n.\r\neinde\r\n")
    assert (html.get_content_type(), html.get_content()) == ("text/html", "<p>مرحبا</p>\r\n")


def test_a_mail_says_who_writes_when_and_that_nobody_typed_it() -> None:
    with mail_server() as server:
        mail = taken(server)
    assert {
        name: mail[name] for name in ("From", "To", "Reply-To", "Subject", "Auto-Submitted", "Content-Language")
    } == {
        "From": "Gouden Poort <poort@huis.example>",
        "To": "een@voorbeeld.example",
        "Reply-To": "hulp@huis.example",
        "Subject": "رسالة من Gouden Poort",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "ar",
    }
    assert mail["Date"].datetime == NOON
    assert mail["Message-ID"] == "<00000000-0000-0000-0000-000000000001@huis.example>"


@pytest.mark.parametrize(
    ("answers", "trouble", "reason"),
    [
        ({"RCPT": "550 5.1.1 <een@voorbeeld.example> unknown"}, MailRefused, "550"),
        ({"RCPT": "450 4.2.1 try later"}, MailPostponed, "450"),
        ({"DATA": "554 no"}, MailRefused, "554"),
        ({"BODY": "552 too big"}, MailRefused, "552"),
        ({"BODY": "451 later"}, MailPostponed, "451"),
        ({"BODY": ""}, MailUncertain, "SMTPServerDisconnected"),
        ({"RCPT": ""}, MailUncertain, "SMTPServerDisconnected"),
        ({"MAIL": "553 not yours"}, MailServerAway, "our address: 553"),
        ({"CONNECT": "554 go away"}, MailServerAway, "554"),
        ({"CONNECT": ""}, MailServerAway, "SMTPServerDisconnected"),
    ],
)
def test_what_a_server_says_decides_whether_it_is_tried_again(
    answers: dict[str, str], trouble: type[MailError], reason: str
) -> None:
    with mail_server(**answers) as server:
        with pytest.raises(trouble) as told:
            send(server.port, a_mail())
        assert server.got == []
    assert told.value.reason == str(told.value) == reason


def test_a_server_that_is_not_there_is_away() -> None:
    with mail_server() as server:
        pass
    with pytest.raises(MailServerAway) as told:
        send(server.port, a_mail())
    assert told.value.reason == "ConnectionRefusedError"


def test_a_server_that_cannot_be_private_gets_no_password() -> None:
    with mail_server() as server:
        with pytest.raises(MailServerAway) as told:
            send(server.port, a_mail(), starttls=True, user="poort", password="hush")
        assert server.got == []
    assert told.value.reason == "SMTPNotSupportedError"


@pytest.mark.parametrize(
    "told",
    [
        {"to": "een@voorbeeld.example\r\nBcc: twee@voorbeeld.example"},
        {"to": "een@voorbeeld.example\nBcc: twee@voorbeeld.example"},
        {"to": "een@voorbeeld.example, twee@voorbeeld.example"},
        {"subject": "Bericht\r\nBcc: twee@voorbeeld.example"},
        {"subject": "Bericht\nBcc: twee@voorbeeld.example"},
        {"language": "nl\r\nBcc: twee@voorbeeld.example"},
    ],
)
def test_no_line_of_somebody_else_gets_into_a_header(told: dict[str, str]) -> None:
    with mail_server() as server:
        with pytest.raises(MailRefused, match="malformed"):
            send(server.port, a_mail(**told))
        assert server.got == []


def test_an_address_with_letters_that_the_server_cannot_write_is_refused() -> None:
    with mail_server() as server, pytest.raises(MailRefused, match="malformed"):
        send(server.port, a_mail(to="één@voorbeeld.example"))


def test_what_is_told_of_a_trouble_names_nobody() -> None:
    with mail_server(RCPT="550 <een@voorbeeld.example> unknown") as server, pytest.raises(MailRefused) as told:
        send(server.port, a_mail())
    assert "voorbeeld" not in repr(told.value)
    assert told.value.__suppress_context__
