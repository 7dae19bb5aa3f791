"""Which rulebook holds for a catalogue: the one of this package, its own, or the catalogue format alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.loading.books import builtin_rulebook, format_rulebook
from gouden_poort.rules.loading.folders import with_format
from gouden_poort.rules.loading.loading import load_rulebook

_KEPT = "as kept"
"""Stands in `Snapshot.rulebook` for texts that are a whole book already; no catalogue can say so."""


def rulebook_of(snapshot: Snapshot) -> Rulebook:
    """The rules that a catalogue says hold for it; those of the catalogue format alone when it names none."""
    book = rulebook_named(snapshot.rulebook, snapshot.rules)
    return _without(book, snapshot.set_aside) if snapshot.set_aside else book


def under(snapshot: Snapshot, book: Rulebook) -> Snapshot:
    """The same catalogue as a book that was kept judges it. Its version differs, as its answers do."""
    return replace(snapshot, version=f"{snapshot.version}@{book.version}", rulebook=_KEPT, rules=book.texts, file=None)


@lru_cache(maxsize=2)
def without(snapshot: Snapshot, rules: frozenset[str]) -> Snapshot:
    """The same catalogue for someone for whom some rules do not count. Its version differs, as its answers do.

    Few are kept at a time, so that what was prepared for everybody else stays.
    """
    version = "/".join((snapshot.version, *sorted(rules)))
    return replace(snapshot, version=version, set_aside=rules, file=None) if rules else snapshot


def rulebook_named(rulebook: str | None, own_rules: Mapping[str, str]) -> Rulebook:
    """The same by what a catalogue says; InvalidRulebook when its own rules are wrong."""
    match rulebook:
        case None:
            return format_rulebook()
        case "builtin":
            return builtin_rulebook()
        case name if name == _KEPT:
            return _kept_rulebook(tuple(sorted(own_rules.items())))
        case _:
            return _own_rulebook(tuple(sorted(own_rules.items())))


@lru_cache(maxsize=4)
def _kept_rulebook(texts: tuple[tuple[str, str], ...]) -> Rulebook:
    return load_rulebook(dict(texts))


@lru_cache(maxsize=4)
def _own_rulebook(texts: tuple[tuple[str, str], ...]) -> Rulebook:
    return load_rulebook(with_format(dict(texts)))


@lru_cache(maxsize=4)
def _without(book: Rulebook, rules: frozenset[str]) -> Rulebook:
    left = tuple(rule for rule in book.rules if rule.id not in rules)
    return replace(book, rules=left, version="/".join((book.version, *sorted(rules))))
