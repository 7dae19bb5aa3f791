"""What a terminal is told: how far a round is, and what went wrong, with the exit status that goes with it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import click

from gouden_poort.errors import (
    GoudenPoortError,
    InvalidBundle,
    InvalidInput,
    InvalidRulebook,
    NoCatalogue,
    StorageUnavailable,
)

CANNOT_NOW, BAD_INPUT, SOME_REFUSED = 1, 2, 3
MOST_TOLD = 1_000
"""Faults of one file that are written out; the rest is counted."""


class SoFar(Protocol):
    """How far a round is."""

    @property
    def looked(self) -> int: ...


@contextmanager
def progress(what: str) -> Iterator[Callable[[SoFar], object]]:
    """What a round calls to tell how far it is: a line that is written over, and nothing where nobody is looking."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        yield lambda so_far: click.echo(f"\r{so_far.looked:,} {what}", nl=False, err=True)
    finally:
        click.echo("", err=True)  # what comes next stands on a line of its own, also when it is why the round ended


def later(error: NoCatalogue | StorageUnavailable) -> str:
    """Why it cannot be done now, and what to try."""
    if isinstance(error, NoCatalogue):
        return "No catalogue is active. Try: gouden-poort catalogue load-builtin"
    return f"The database cannot be used now ({error}). Was it made? Try: gouden-poort db upgrade"


def told(error: GoudenPoortError, file: str = "") -> Iterator[str]:
    """A line for each fault; those in a file begin with its name."""
    from gouden_poort.http.faults import bundle_sentence, rule_sentence, sentence  # noqa: PLC0415 - web parts

    before = f"{file}: " if file else ""
    match error:
        case InvalidInput(faults=faults):
            yield from (before + sentence(fault) for fault in faults[:MOST_TOLD])
            if len(faults) > MOST_TOLD:
                yield f"{before}and {len(faults) - MOST_TOLD} more."
        case InvalidBundle(faults=bundle_faults):
            yield from (bundle_sentence(fault) for fault in bundle_faults)
        case InvalidRulebook(faults=rule_faults):
            yield from (rule_sentence(fault) for fault in rule_faults)
        case _:
            yield before + str(error)
