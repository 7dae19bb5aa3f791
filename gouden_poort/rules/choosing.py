"""Which rulebook holds for a catalogue: the one of this package, its own, or the catalogue format alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.loading.books import builtin_rulebook, format_rulebook
from gouden_poort.rules.loading.folders import with_format
from gouden_poort.rules.loading.loading import load_rulebook


def rulebook_of(snapshot: Snapshot) -> Rulebook:
    """The rules that a catalogue says hold for it; those of the catalogue format alone when it names none."""
    return rulebook_named(snapshot.rulebook, snapshot.rules)


def rulebook_named(rulebook: str | None, own_rules: Mapping[str, str]) -> Rulebook:
    """The same by what a catalogue says; InvalidRulebook when its own rules are wrong."""
    match rulebook:
        case None:
            return format_rulebook()
        case "builtin":
            return builtin_rulebook()
        case _:
            return _own_rulebook(tuple(sorted(own_rules.items())))


@lru_cache(maxsize=4)
def _own_rulebook(texts: tuple[tuple[str, str], ...]) -> Rulebook:
    return load_rulebook(with_format(dict(texts)))
