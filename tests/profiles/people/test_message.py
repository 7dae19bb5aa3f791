from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gouden_poort.profiles.people.message import UNDER_WAY_FOR, WAITS, Message, MessageKind, Standing
from tests.builders import a_message

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def begun(tries: int = 1) -> Message:
    return a_message(tries=tries, claimed_at=NOON)


def test_a_message_waits_until_somebody_begins_with_it() -> None:
    assert a_message().standing(NOON) is Standing.WAITING
    assert begun().standing(NOON) is Standing.UNDER_WAY


def test_who_began_long_ago_stopped_half_way() -> None:
    assert begun().standing(NOON + UNDER_WAY_FOR - timedelta(seconds=1)) is Standing.UNDER_WAY
    assert begun().standing(NOON + UNDER_WAY_FOR) is Standing.UNCERTAIN


def test_of_what_was_sent_no_words_and_no_address_are_left() -> None:
    sent = begun().sent(NOON)
    assert sent.standing(NOON) is Standing.SENT
    assert (sent.to, dict(sent.facts), sent.kind, sent.sent_at) == ("", {}, a_message().kind, NOON)


@pytest.mark.parametrize(("tries", "minutes"), [(1, 1), (2, 5), (3, 30), (4, 120), (5, 360)])
def test_each_try_in_vain_waits_longer(tries: int, minutes: int) -> None:
    after = begun(tries).not_taken(NOON, "451")
    assert (after.next_try, after.failure, after.claimed_at) == (NOON + timedelta(minutes=minutes), "451", None)


def test_after_the_last_wait_a_message_is_given_up_and_keeps_its_words() -> None:
    after = begun(len(WAITS) + 1).not_taken(NOON, "451")
    assert after.standing(NOON) is Standing.GIVEN_UP
    assert (after.to, after.facts) == (a_message().to, a_message().facts)


def test_a_server_that_is_away_costs_no_try() -> None:
    after = begun().not_tried("away")
    assert replace(after, failure="") == a_message()


def test_a_message_that_was_given_up_starts_anew_when_a_person_says_so() -> None:
    assert begun(6).given_up("550").once_more(NOON) == a_message()


def test_a_message_is_useless_from_its_moment_on() -> None:
    message = a_message(useless_after=NOON)
    assert message.is_useless(NOON)
    assert not message.is_useless(NOON - timedelta(seconds=1))
    assert not a_message().is_useless(NOON)


@pytest.mark.parametrize(
    "ended",
    [
        lambda message: message.sent(NOON),
        lambda message: message.given_up("550"),
        lambda message: message.in_doubt("SMTPServerDisconnected"),
        lambda message: message.not_taken(NOON, "451"),
    ],
    ids=["sent", "given up", "in doubt", "not taken the last time"],
)
def test_an_address_for_once_is_gone_however_sending_ends(ended: Callable[[Message], Message]) -> None:
    after = ended(replace(begun(len(WAITS) + 1), kind=MessageKind.RESUME_CODE))
    assert (after.to, dict(after.facts), after.next_try, after.claimed_at) == ("", {}, None, None)
    assert not after.may_be_tried(NOON)


def test_an_address_for_once_is_kept_while_it_is_tried() -> None:
    after = replace(begun(), kind=MessageKind.RESUME_CODE).not_taken(NOON, "451")
    assert (after.to, after.facts) == (a_message().to, a_message().facts)
