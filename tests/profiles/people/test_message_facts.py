from __future__ import annotations

from uuid import UUID

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.message_facts import FACTS, check
from tests.builders import a_message

LETTER = {"channel": Channel.LETTER, "to": "Voorbeeld Een\nVoorbeeldstraat 1\n8011 AB Zwolle"}
OFFER = {
    "work": "lasser",
    "company": "Voorbeeldbedrijf",
    "answer_by": "2027-01-04",
    "link": "https://gouden-poort.example/",
}
ANSWER = {"number": "7KQ2-M9XA", "answer": "Een.\nTwee.", "dutch": ""}
TALK = {"day": "2027-01-04", "coach": "Voorbeeld Twee", "phone": ""}


def faults(message: Message) -> list[str]:
    try:
        check(message)
    except InvalidInput as wrong:
        return [f"{fault.path} {fault.code}" for fault in wrong.faults]
    return []


def test_every_kind_has_its_facts() -> None:
    assert set(FACTS) == set(MessageKind)


@pytest.mark.parametrize(
    "message",
    [
        a_message(),
        a_message(to="een.twee+drie@post.voorbeeld.example"),
        a_message(**LETTER),
        a_message(channel=Channel.SCREEN, to="", account_id=UUID(int=2)),
        a_message(kind=MessageKind.PLACE_OFFER, facts=OFFER),
        a_message(kind=MessageKind.REQUEST_ANSWER, facts=ANSWER),
        a_message(kind=MessageKind.REMINDER_APPOINTMENT, facts=TALK),
    ],
)
def test_what_can_be_sent_is_taken(message: Message) -> None:
    assert faults(message) == []


@pytest.mark.parametrize(
    "to",
    [
        "",
        "een",
        "een@twee",
        "een@voorbeeld.example\nBcc: twee@voorbeeld.example",
        "een@voorbeeld.example\r",
        "een@voorbeeld.example\n",
        "een\x00@voorbeeld.example",
        "een@voorbeeld.example, twee@voorbeeld.example",
        "twee,een@voorbeeld.example",
        "Een <een@voorbeeld.example>",
        '"een"@voorbeeld.example',
        "een@voorbeeld.example\u2028x",
        f"{'e' * 250}@voorbeeld.example",
    ],
)
def test_a_mail_goes_to_one_bare_address(to: str) -> None:
    assert faults(a_message(to=to)) in (["to malformed"], ["to missing"])


@pytest.mark.parametrize(
    "to", ["", "Voorbeeld Een", "Een\n\nTwee", "Een\r\nTwee", "\n".join("1234567"), f"Een\n{'x' * 61}"]
)
def test_a_letter_goes_to_lines_that_fit_in_a_window(to: str) -> None:
    assert faults(a_message(channel=Channel.LETTER, to=to))


def test_a_message_on_the_screen_belongs_to_an_account() -> None:
    assert faults(a_message(channel=Channel.SCREEN, to="")) == ["to missing"]
    assert faults(a_message(channel=Channel.SCREEN, account_id=UUID(int=2))) == ["to malformed"]


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"link": "https://a.example/"}, "facts.minutes missing"),
        ({"link": "https://a.example/", "minutes": ""}, "facts.minutes missing"),
        ({"link": "https://a.example/", "minutes": "15", "name": "Een"}, "facts.name unknown_field"),
        ({"link": "https://a.example/", "minutes": "15\nBcc: x"}, "facts.minutes malformed"),
        ({"link": "https://a.example/", "minutes": "\x1b[2J"}, "facts.minutes malformed"),
        ({"link": "https://a.example/", "minutes": "1" * 301}, "facts.minutes too_many"),
        ({"link": "javascript:alert(1)", "minutes": "15"}, "facts.link malformed"),
        ({"link": "https://a.example/ x", "minutes": "15"}, "facts.link malformed"),
        ({"link": 'https://a.example/"onclick', "minutes": "15"}, "facts.link malformed"),
    ],
)
def test_facts_are_those_of_the_kind_on_one_line(facts: dict[str, str], fault: str) -> None:
    assert faults(a_message(facts=facts)) == [fault]


@pytest.mark.parametrize(
    ("kind", "facts", "fault"),
    [
        (MessageKind.PLACE_OFFER, OFFER | {"answer_by": "morgen"}, "facts.answer_by malformed"),
        (MessageKind.PLACE_OFFER, OFFER | {"answer_by": "20270104"}, "facts.answer_by malformed"),
        (MessageKind.PLACE_OFFER, OFFER | {"company": ""}, "facts.company missing"),
        (MessageKind.REMINDER_APPOINTMENT, TALK | {"day": "2027-01-04T09:00"}, "facts.day malformed"),
        (MessageKind.REQUEST_ANSWER, ANSWER | {"answer": "Een\x00"}, "facts.answer malformed"),
        (MessageKind.REQUEST_ANSWER, ANSWER | {"answer": "x" * 5001}, "facts.answer too_many"),
    ],
)
def test_days_and_long_texts_are_looked_at(kind: MessageKind, facts: dict[str, str], fault: str) -> None:
    assert faults(a_message(kind=kind, facts=facts)) == [fault]


def test_a_fault_does_not_repeat_what_was_given() -> None:
    with pytest.raises(InvalidInput) as wrong:
        check(a_message(to="geheim@ergens", facts={"link": "geheim", "minutes": "geheim\n", "geheim": "geheim"}))
    assert [fault.given for fault in wrong.value.faults] == [""] * 4
    assert "geheim@" not in str(wrong.value)
