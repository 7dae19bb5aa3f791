"""Receipts: by which rules, which catalogue and for which day an answer was given, so that it can be given again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidRulebook, UnknownThing
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.judge import Judge, judge_of
from gouden_poort.rules.loading.loading import load_rulebook
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory

Texts = tuple[tuple[str, str], ...]
"""The files of a rule set with their names, in order of name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an answer hangs on besides the question itself; the same receipt gives the same answer."""

    rules: str
    """The version of the rule set."""
    catalogue: str
    """The contents of the catalogue."""
    day: date


def receipt_of(judge: Judge, day: date) -> Receipt:
    """What to ask with, to get the same answer again."""
    return Receipt(rules=judge.book.version, catalogue=judge.snapshot.version, day=day)


def judge_now(shelf: CatalogueShelf, open_unit: UnitOfWorkFactory, moment: datetime) -> Judge:
    """The rules and catalogue that answer at present. The rules are kept before anyone gets a receipt for them."""
    judge = judge_of(shelf.active())
    keep(judge.book, open_unit, moment)
    return judge


def judge_then(receipt: Receipt, shelf: CatalogueShelf, open_unit: UnitOfWorkFactory) -> Judge:
    """The rules and catalogue of a receipt; UnknownThing when nobody was ever given it here."""
    with open_unit() as unit:
        texts = unit.rule_sets.find(receipt.rules)
    if texts is None:
        raise UnknownThing("rule set", receipt.rules)
    return _judge(shelf.earlier(receipt.catalogue), read_again(receipt.rules, tuple(sorted(texts.items()))))


def keep(book: Rulebook, open_unit: UnitOfWorkFactory, moment: datetime) -> None:
    """Keep a rule set in the database, once; looking whether it is there takes one small question."""
    with open_unit() as unit:
        if not unit.rule_sets.knows(book.version):
            unit.rule_sets.add(book.version, book.texts, moment)
            unit.commit()


@lru_cache(maxsize=4)
def _judge(snapshot: Snapshot, book: Rulebook) -> Judge:
    return Judge(snapshot, book)


@lru_cache(maxsize=4)
def read_again(version: str, texts: Texts) -> Rulebook:
    """The book of some texts. UnknownThing when this package reads them otherwise than the one that kept them."""
    try:
        book = load_rulebook(dict(texts))
    except InvalidRulebook as error:
        raise UnknownThing("rule set", version) from error
    if book.version != version:
        raise UnknownThing("rule set", version)
    return book
