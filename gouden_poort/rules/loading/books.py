"""The books of this package, read once."""

from __future__ import annotations

from functools import cache

from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.loading.folders import BUILTIN_FOLDER, read_folder, with_format
from gouden_poort.rules.loading.loading import load_rulebook


@cache
def format_rulebook() -> Rulebook:
    """The word list and the entry rules that every book stands on."""
    return load_rulebook(with_format({}))


@cache
def builtin_rulebook() -> Rulebook:
    """The rules of this package on top of those."""
    return load_rulebook(with_format({f"builtin/{name}": text for name, text in read_folder(BUILTIN_FOLDER).items()}))
