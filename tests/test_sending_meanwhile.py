from __future__ import annotations

from threading import Event, active_count

import pytest

from gouden_poort.sending_meanwhile import sending_meanwhile


def test_it_sends_again_and_again_and_ends_with_the_block() -> None:
    before, rounds, enough = active_count(), [], Event()

    def send() -> None:
        rounds.append(1)
        if len(rounds) == 3:
            enough.set()

    with sending_meanwhile(send, every=0.001):
        assert enough.wait(10)
    assert active_count() == before


def test_a_round_that_stops_half_way_is_told_without_what_it_was_about(caplog: pytest.LogCaptureFixture) -> None:
    rounds, enough = [], Event()

    def send() -> None:
        rounds.append(1)
        if len(rounds) == 2:
            enough.set()
            return
        raise ValueError("een@voorbeeld.example")

    with sending_meanwhile(send, every=0.001):
        assert enough.wait(10)
    assert "ValueError" in caplog.text
    assert "voorbeeld" not in caplog.text


def test_a_server_that_ends_does_not_wait_half_a_minute() -> None:
    first = Event()
    with sending_meanwhile(first.set, every=3600):
        assert first.wait(10)
