"""From a form that a citizen sends to the mail in their own language, by way of the outbox."""

from __future__ import annotations

from uuid import uuid4

from flask import Flask

from gouden_poort.profiles.people.message import Message
from gouden_poort.services import outbox
from gouden_poort.services.ports import Mail
from gouden_poort.web.letters.mail import writer
from gouden_poort.wiring import House
from tests.people_with_rights import Desk
from tests.web.real_house import NOW

MAIL = "een@voorbeeld.example"


class Kept(list[Mail]):
    """Fulfils `ports.Mailer`."""

    def send(self, mail: Mail) -> None:
        self.append(mail)


def sent_from(desk: Desk, prefix: str = "") -> str:
    """An objection that says how to reach its sender; the page that confirms it."""
    desk.read(f"{prefix}/bezwaar")
    form = {"form_id": uuid4(), "about": "own_data", "what": "Mijn geheim klopt niet.", "contact": MAIL}
    return desk.follow(desk.send(f"{prefix}/bezwaar", form))


def waiting(house: House) -> list[Message]:
    return list(outbox.waiting_or_failed(house.unit_of_work))


def test_a_form_becomes_one_mail_with_its_number_in_the_language_of_who_sent_it(
    desk: Desk, app: Flask, house: House
) -> None:
    page, mailer = sent_from(desk, "/tr"), Kept()
    (message,) = waiting(house)
    for _ in range(2):
        outbox.send_due(house.unit_of_work, writer(app), mailer, NOW)
    (mail,) = mailer
    number = message.facts["number"]
    assert (mail.to, mail.language) == (MAIL, "tr")
    assert number in page
    assert mail.text.count(number) == 2
    assert mail.text.index(number) < mail.text.index("We hebben je vraag.")
    assert "4 februari 2027" in mail.text
    assert waiting(house) == []


def test_nothing_of_the_question_or_who_asked_is_in_the_mail(desk: Desk, app: Flask, house: House) -> None:
    sent_from(desk)
    (message,) = waiting(house)
    mail = writer(app)(message)
    assert mail.subject == "Gouden Poort heeft je vraag"
    for text in ("geheim", MAIL):
        assert text not in mail.text + mail.html


def test_without_a_mail_server_it_waits_and_is_lost_to_nobody(desk: Desk, house: House) -> None:
    assert house.settings.smtp is None
    sent_from(desk, "/en")
    assert [message.language for message in waiting(house)] == ["en"]
