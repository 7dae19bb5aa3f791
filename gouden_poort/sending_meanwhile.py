"""Sending messages while pages are served: a thread beside the server, that ends with it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

EVERY_SECONDS = 30.0
_PATIENCE_SECONDS = 60
"""How long a mail that is being handed over may take when the server ends."""
_LOG = logging.getLogger(__name__)


@contextmanager
def sending_meanwhile(send: Callable[[], object], every: float = EVERY_SECONDS) -> Iterator[None]:
    """Call `send` now and then for as long as the block lasts; a round that is under way is finished."""
    end = Event()
    thread = Thread(target=_rounds, args=(send, every, end), name="outbox", daemon=True)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join(_PATIENCE_SECONDS)


def _rounds(send: Callable[[], object], every: float, end: Event) -> None:
    while True:
        try:
            send()
        except Exception as error:  # the next round may do better; what it says may be about a person
            _LOG.error("sending messages stopped half-way: %s", type(error).__name__)
        if end.wait(every):
            return
