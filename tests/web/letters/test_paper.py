from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.web.language import LANGUAGES
from gouden_poort.web.letters.paper import as_letter
from tests.letters import a_message_of
from tests.web.page_rules import faults_in_page

ADDRESS = "Voorbeeld Een\nVoorbeeldstraat 1\n8011 AB Zwolle"


def a_letter(app: Flask, kind: MessageKind, language: str = "nl", to: str = ADDRESS) -> str:
    with app.test_request_context():
        return as_letter(a_message_of(kind, channel=Channel.LETTER, to=to, language=language), date(2026, 11, 21))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_a_letter_is_a_page_without_faults(app: Flask, kind: MessageKind, language: str) -> None:
    assert faults_in_page(a_letter(app, kind, language)) == []


def test_a_letter_has_address_and_day_in_dutch_also_from_right_to_left(app: Flask) -> None:
    page = a_letter(app, MessageKind.PLAN_READY, "ar")
    assert 'dir="ltr">Voorbeeld Een<br>Voorbeeldstraat 1<br>8011 AB Zwolle</address>' in page
    assert 'dir="ltr">21 november 2026</p>' in page
    assert '<html lang="ar" dir="rtl">' in page


def test_a_link_can_be_typed_over_or_read_by_a_telephone(app: Flask) -> None:
    page = a_letter(app, MessageKind.SIGN_IN_LINK)
    assert "https://poort.example/l1nk" in page
    assert 'class="qr"' in page
    assert 'class="qr"' not in a_letter(app, MessageKind.HANDED_OVER)


def test_an_address_is_never_markup(app: Flask) -> None:
    assert "&lt;b&gt;" in a_letter(app, MessageKind.PLAN_READY, to="<b>Een\nTwee")
