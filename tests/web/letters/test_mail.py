from __future__ import annotations

import re
from pathlib import Path

import pytest

from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.message_facts import check
from gouden_poort.services.ports import Mail, Write
from gouden_poort.settings import Organisation
from gouden_poort.web.language import LANGUAGES, saying
from gouden_poort.web.letters.mail import writer
from tests.fakes import Memory, ShelfWith
from tests.letters import FACTS, SHOWN, a_message_of
from tests.web.conftest import a_web_snapshot, make_app
from tests.web.page_rules import faults_in_page
from tests.web.test_every_text import NoLetters, dutch_words

OFFERED_BY = Organisation(name="Werkplaats Voorbeeld", phone="030 000 00 00", hours="op werkdagen")


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Write:
    folder: Path = tmp_path_factory.mktemp("letters")
    return writer(make_app(folder, Memory(), ShelfWith(a_web_snapshot()), organisation=OFFERED_BY))


def facts_shown(kind: MessageKind) -> list[str]:
    lines = (line for fact in FACTS[kind].values() for line in fact.split("\n") if line)
    return [SHOWN.get(line, line) for line in lines]


@pytest.mark.parametrize("kind", MessageKind)
def test_the_examples_could_be_posted(kind: MessageKind) -> None:
    check(a_message_of(kind))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_each_kind_tells_its_facts_in_both_texts(write: Write, kind: MessageKind, language: str) -> None:
    mail = write(a_message_of(kind, language=language))
    shown = [each for each in facts_shown(kind) if language != "nl" or not each.startswith(("Eerste", "Tweede"))]
    assert [each for each in shown if each not in mail.text] == []
    assert [each for each in shown if each not in mail.html] == []


@pytest.mark.parametrize("kind", MessageKind)
def test_a_subject_tells_nothing_about_the_person(write: Write, kind: MessageKind) -> None:
    subject = write(a_message_of(kind, language="ar")).subject
    assert [each for each in facts_shown(kind) if each in subject] == []
    assert "\n" not in subject
    assert "Gouden Poort" in subject


@pytest.mark.parametrize("kind", MessageKind)
def test_a_message_is_said_in_the_language_of_its_reader_with_dutch_below(
    write: Write, kind: MessageKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    dutch = write(a_message_of(kind))
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    own = write(a_message_of(kind, language="ar"))
    page = re.sub("<style>.*?</style>", "", own.html, flags=re.DOTALL)
    facts = " ".join(facts_shown(kind))  # a fact stands as it was given; a name in it is marked as Dutch
    assert [word for word in dutch_words(page) if word not in facts] == []
    assert own.text.endswith(dutch.text)
    assert (own.language, dutch.language) == ("ar", "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_is_a_page_that_needs_nothing_from_elsewhere(write: Write, language: str) -> None:
    html = write(a_message_of(MessageKind.PLACE_OFFER, language=language)).html
    assert faults_in_page(html) == ["a style element", "not exactly one main"]  # which readers of mail do not know
    assert "src=" not in html
    assert "url(" not in html


def test_a_mail_is_as_right_to_left_as_its_language_and_its_dutch_is_not(write: Write) -> None:
    html = write(a_message_of(MessageKind.PLAN_READY, language="ar")).html
    assert '<html lang="ar" dir="rtl">' in html
    assert '<div lang="nl" dir="ltr" class="dutch">' in html


def test_a_language_that_nobody_read_over_says_so_and_dutch_does_not(write: Write) -> None:
    assert "هذه مسودة" in write(a_message_of(MessageKind.PLAN_READY, language="ar")).text
    assert "concept" not in write(a_message_of(MessageKind.PLAN_READY)).text


def test_a_language_that_we_do_not_write_is_told_in_dutch(write: Write) -> None:
    assert write(a_message_of(MessageKind.PLAN_READY, language="fr")).language == "nl"


def test_the_dutch_answer_stands_below_the_one_in_the_own_language(write: Write) -> None:
    text = write(a_message_of(MessageKind.REQUEST_ANSWER, language="en")).text
    assert text.index("Eerste zin.") < text.index("Hetzelfde in het Nederlands") < text.index("Zin een.")


def test_who_writes_and_how_to_reach_a_person_stands_below(write: Write) -> None:
    mail = write(a_message_of(MessageKind.PLAN_READY))
    for text in (mail.text, mail.html):
        assert "Werkplaats Voorbeeld" in text
        assert "Bel 030 000 00 00, op werkdagen." in text


def test_what_a_fact_says_is_never_markup(write: Write) -> None:
    facts = FACTS[MessageKind.PLACE_OFFER] | {"company": "<b>Bedrijf & Zoon</b>", "work": "a%(b)s"}
    mail: Mail = write(a_message_of(MessageKind.PLACE_OFFER, facts=facts))
    assert "&lt;b&gt;Bedrijf &amp; Zoon&lt;/b&gt;" in mail.html
    assert "<b>Bedrijf & Zoon</b>" in mail.text
    assert "a%(b)s" in mail.text


@pytest.mark.parametrize("kind", [MessageKind.REMINDER_APPOINTMENT, MessageKind.HANDED_OVER])
def test_what_nobody_knows_leaves_no_empty_line(write: Write, kind: MessageKind) -> None:
    facts = FACTS[kind] | {"phone": ""}
    text = write(a_message_of(kind, facts=facts)).text
    assert "038" not in text
    assert " ." not in text
