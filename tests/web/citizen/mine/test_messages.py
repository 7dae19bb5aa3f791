"""What citizens read of what we wrote to them: in their language, with the Dutch below it, and nobody else's."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.web.language import LANGUAGES
from tests.letters import a_message_of
from tests.own_dossiers import Coached
from tests.web.desk.at_a_desk import marked
from tests.web.page_rules import faults_in_page

HERE = "/mijn-berichten"


def keep(made: Coached, kind: MessageKind = MessageKind.HANDED_OVER, **told: Any) -> None:
    now = made.house.clock()
    usual = {
        "id": uuid4(),
        "channel": Channel.SCREEN,
        "to": "",
        "dossier_id": made.dossier.id,
        "account_id": made.people.citizen.id,
        "due": now,
        "sent_at": now,
        "next_try": None,
    }
    with made.house.unit_of_work() as unit:
        unit.outbox.add(a_message_of(kind, **(usual | told)))
        unit.commit()


def test_without_messages_there_is_a_way_on(registered: Coached) -> None:
    page = registered.citizen.read(HERE)
    assert faults_in_page(page) == []
    assert "Er zijn nog geen berichten" in page


@pytest.mark.parametrize("kind", MessageKind)
def test_each_kind_of_message_can_be_read(registered: Coached, kind: MessageKind) -> None:
    keep(registered, kind)
    page = registered.citizen.read(HERE)
    assert faults_in_page(page) == []
    assert len(marked(page, "message")) == 1
    assert marked(page, "dutch") == []


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "nl"])
def test_in_another_language_the_dutch_stands_below(registered: Coached, code: str) -> None:
    keep(registered)
    page = registered.citizen.read(f"/{code}{HERE}")
    assert faults_in_page(page) == []
    (dutch,) = marked(page, "dutch")
    assert "Je hebt een nieuwe coach" in dutch
    assert page.count("Je hebt een nieuwe coach") == 1


def test_a_mail_and_what_is_for_another_or_for_later_is_not_there(registered: Coached) -> None:
    keep(registered, channel=Channel.MAIL, to="een@voorbeeld.example")
    keep(registered, account_id=registered.people.coach.id)
    keep(registered, due=registered.house.clock().replace(year=2030))
    assert marked(registered.citizen.read(HERE), "message") == []


@pytest.mark.parametrize("page", ["/mijn-plan", "/mijn-gegevens"])
def test_the_way_to_them_is_on_the_own_pages(planned: Coached, page: str) -> None:
    assert f'href="{HERE}"' in planned.citizen.read(page)
