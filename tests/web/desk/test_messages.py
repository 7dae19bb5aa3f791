"""The outbox on the screens of staff: letters are printed and posted, mails tried again, and links stay hidden."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask

from gouden_poort.profiles.people.message import OPENS_ACCOUNT, Channel, MessageKind
from gouden_poort.wiring import House
from tests.letters import FACTS, a_message_of
from tests.own_dossiers import Coached, coached
from tests.people_with_rights import People
from tests.web.desk.at_a_desk import marked
from tests.web.page_rules import faults_in_page

FAILED = {"next_try": None, "tries": 6, "failure": "550"}
LETTER = {"channel": Channel.LETTER, "to": "Voorbeeld Een\nVoorbeeldplein 1\n1234 AB Voorbeeldstad"}


@pytest.fixture
def made(app: Flask, house: House, people: People) -> Coached:
    return coached(app, house, people)


def keep(made: Coached, kind: MessageKind = MessageKind.HANDED_OVER, **told: Any) -> UUID:
    """A message about the client, unless told otherwise."""
    now = made.house.clock()
    usual = {
        "id": uuid4(),
        "organisation_id": made.people.organisation.id,
        "dossier_id": made.dossier.id,
        "made_at": now,
        "due": now,
        "next_try": now,
    }
    message = a_message_of(kind, **(usual | told))
    with made.house.unit_of_work() as unit:
        unit.outbox.add(message)
        unit.commit()
    return message.id


def test_what_needs_something_done_is_shown_first(made: Coached) -> None:
    keep(made)
    keep(made, **LETTER)
    page = made.coach.read("/berichten")
    assert faults_in_page(page) == []
    assert marked(page, "count") == ["0", "1", "1", "0"]
    assert "Brieven om te printen" in page
    keep(made, **FAILED)
    assert "De mailserver weigerde het (550). 6 keer geprobeerd." in made.coach.read("/berichten")


@pytest.mark.parametrize("shelf", ["mislukt", "posten", "wacht", "verstuurd"])
def test_each_shelf_keeps_the_rules_with_and_without_messages(made: Coached, shelf: str) -> None:
    coach = made.coach
    assert faults_in_page(coach.read(f"/berichten?lijst={shelf}")) == []
    for kind in MessageKind:
        for told in ({}, FAILED, LETTER, {"sent_at": made.house.clock(), "next_try": None}):
            keep(made, kind, **told)
    page = coach.read(f"/berichten?lijst={shelf}")
    assert faults_in_page(page) == []
    assert len(marked(page, "message")) == len(MessageKind)
    assert [text for facts in FACTS.values() for text in facts.values() if len(text) > 5 and text in page] == []


def test_what_goes_later_says_on_which_day_and_is_not_late(made: Coached) -> None:
    on = datetime(2030, 1, 5, 8, tzinfo=UTC)
    keep(made, MessageKind.REMINDER_APPOINTMENT, due=on, next_try=on)
    page = made.coach.read("/berichten?lijst=wacht")
    assert "Gaat weg op 5 januari 2030." in page
    assert "Wacht sinds" not in page


def test_without_a_mail_server_it_says_that_nothing_is_lost(made: Coached) -> None:
    keep(made)
    assert marked(made.coach.read("/berichten"), "no-mail") != []


def test_a_letter_is_printed_and_posted(made: Coached) -> None:
    message_id = keep(made, MessageKind.CITIZEN_INVITATION, **LETTER)
    coach = made.coach
    assert f'href="/berichten/{message_id}/brief"' in coach.read("/berichten")
    assert "Voorbeeldstad" in coach.read(f"/berichten/{message_id}/brief")
    page = coach.follow(coach.send(f"/berichten/{message_id}/gepost"))
    assert faults_in_page(page) == []
    assert "de brief is weg" in page
    assert marked(page, "message") == []
    coach.read(f"/berichten/{message_id}/brief", status=404)


def test_a_mail_that_failed_is_tried_again(made: Coached) -> None:
    message_id = keep(made, **FAILED)
    coach = made.coach
    coach.read("/berichten")
    page = coach.follow(coach.send(f"/berichten/{message_id}/opnieuw"))
    assert "Het bericht wacht weer." in page
    assert len(marked(page, "message")) == 1


@pytest.mark.parametrize("kind", MessageKind)
def test_what_opens_an_account_is_not_read_by_the_coach(made: Coached, kind: MessageKind) -> None:
    message_id = keep(made, kind, **FAILED)
    coach = made.coach
    has_link = f'href="/berichten/{message_id}"' in coach.read("/berichten")
    assert has_link is (kind not in OPENS_ACCOUNT)
    page = coach.read(f"/berichten/{message_id}", status=404 if kind in OPENS_ACCOUNT else 200)
    if kind not in OPENS_ACCOUNT:
        assert faults_in_page(page) == []
    else:
        assert "l1nk" not in page


def test_a_message_in_another_language_is_read_beside_the_dutch(made: Coached) -> None:
    message_id = keep(made, MessageKind.REQUEST_ANSWER, language="ar", dossier_id=None)
    page = made.coach.read(f"/berichten/{message_id}")
    assert faults_in_page(page) == []
    assert 'lang="ar" dir="rtl"' in page
    assert "Zin een." in page
    assert "Eerste zin." in page


@pytest.mark.parametrize("who", ["other_coach", "administrator", "counsellor", "citizen"])
def test_nobody_else_reads_posts_or_tries_it(made: Coached, who: str) -> None:
    message_id = keep(made, **LETTER)
    screen = made.screen_of(getattr(made.people, who))
    for part in ("", "/brief"):
        assert screen.client.get(f"/berichten/{message_id}{part}").status_code in (403, 404)
    for part in ("/gepost", "/opnieuw"):
        assert screen.send(f"/berichten/{message_id}{part}").status_code in (403, 404)
    assert len(marked(made.coach.read("/berichten"), "message")) == 1


def test_an_administrator_sees_what_goes_to_colleagues(made: Coached) -> None:
    keep(made, MessageKind.HANDED_OVER)
    told = keep(made, MessageKind.REFERRAL_RECEIVED, dossier_id=None, account_id=made.people.coach.id, **FAILED)
    administrator = made.screen_of(made.people.administrator)
    page = administrator.read("/berichten")
    assert faults_in_page(page) == []
    (line,) = marked(page, "message")
    assert made.people.coach.name in line
    assert made.dossier.name not in page
    assert "Het bericht wacht weer." in administrator.follow(administrator.send(f"/berichten/{told}/opnieuw"))


def test_the_citizen_reads_that_a_coach_read_a_message(made: Coached) -> None:
    made.coach.read(f"/berichten/{keep(made)}")
    assert "Las een bericht aan jou" in made.citizen.read("/mijn-gegevens")


def test_a_mail_to_sign_in_with_stands_there_without_its_link(made: Coached) -> None:
    nobody = made.screen_of(None)
    nobody.read("/aanmelden/link")
    nobody.send("/aanmelden/link", {"email": made.people.citizen.email})
    page = made.coach.read("/berichten")
    assert "Link om aan te melden, mail" in marked(page, "message")[0]
    assert re.search(r"/link/[\w-]+", page) is None
