"""What went wrong, in lines for a terminal, and the exit status that goes with it."""

from __future__ import annotations

from collections.abc import Iterator

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


def keep_still(_: object) -> None:
    """How far it is, where nobody is looking."""


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
